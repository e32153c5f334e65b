"""Marked text: whatever is marked, the words stay the words."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from tellings.export.marks import Stretch, mark


class _Reader(HTMLParser):
    """The text of some HTML, and of each element with an id; fails on tags that do not nest."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.texts: dict[str, str] = {}
        self.pieces: dict[str, int] = {}
        self._open: list[tuple[str, str | None, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if "data-name" in given:
            self.pieces[str(given["data-name"])] = self.pieces.get(str(given["data-name"]), 0) + 1
        self._open.append((tag, given.get("id"), len(self.text)))

    def handle_endtag(self, tag: str) -> None:
        opened, name, start = self._open.pop()
        assert opened == tag
        if name is not None:
            assert name not in self.texts
            self.texts[name] = self.text[start:]

    def handle_data(self, data: str) -> None:
        self.text += data


def read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


def stretches(length: int) -> st.SearchStrategy[list[tuple[int, int]]]:
    place = st.integers(0, length)
    return st.lists(st.tuples(place, place).filter(lambda pair: pair[0] < pair[1]), max_size=12, unique=True)


TEXTS = st.text(st.sampled_from("ab <>&\"'“”\r\n🚢é"), min_size=1, max_size=30)


@given(st.data())
def test_the_words_are_never_changed(data: st.DataObject) -> None:
    """Nested, crossing or equal: the text is the text, and an unsplit element holds exactly its stretch."""
    text = data.draw(TEXTS)
    spans = data.draw(stretches(len(text)))
    html = mark(
        text,
        0,
        len(text),
        [
            Stretch(start, end, id=f"s{start}-{end}", attributes={"data-name": f"s{start}-{end}"})
            for start, end in spans
        ],
    )
    found = read(str(html))
    assert found.text == text
    assert set(found.texts) == {f"s{start}-{end}" for start, end in spans}
    for start, end in spans:
        words = found.texts[f"s{start}-{end}"]
        if found.pieces[f"s{start}-{end}"] == 1:
            assert words == text[start:end]
        else:
            assert text[start:end].startswith(words)


def test_the_stretch_laid_first_stays_whole() -> None:
    """Of two that cross the second is cut."""
    html = mark("one two three", 0, 13, [Stretch(0, 7, id="first"), Stretch(4, 13, id="second")])
    assert str(html) == '<span id="first">one <span id="second">two</span></span><span class="on"> three</span>'


def test_what_looks_like_markup_is_text() -> None:
    """An article cannot run a script on the page, nor can what is said of it."""
    html = mark("<script>", 0, 8, [Stretch(0, 8, attributes={"title": '"><script>'})])
    assert "<script>" not in str(html)


def test_a_carriage_return_survives_the_parser() -> None:
    """A browser turns a bare CR into LF; a character reference stays."""
    assert "&#13;\n" in str(mark("a\r\nb", 0, 4, []))
