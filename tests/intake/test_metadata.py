"""What a text tells of itself, and what is given by the user. Outlets and people are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellings import intake
from tellings.errors import IntakeError
from tellings.intake import IntakeOptions
from tellings.values import Article

BODY = (
    "The old harbour bell was found on Sunday in a barn, the keeper of the lighthouse said.\n\n"
    "Divers had looked for it for three summers. Nobody knows who moved it.\n\n"
)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def article(text: str, name: str = "a.txt", **options: object) -> Article:
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")
    [found] = intake.read([name], options=IntakeOptions(**options))
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize(
    ("text", "outlet", "how"),
    [
        (BODY, None, None),
        (BODY + "“It rang once,” she told the Marrow Post.", None, None),
        (BODY + "The bell is cracked, according to the Marrow Post.", None, None),
        (BODY + "In a statement to Marrow News, the council said it was glad.", "Marrow News", "inferred"),
        (BODY + "“Glad,” she said in an interview with the Marrow Post.", "Marrow Post", "inferred"),
        (BODY + "The barn was sold in May, the Marrow Post has learned.", "Marrow Post", "inferred"),
        (
            BODY + "In a statement to Marrow News, the council was glad. The bell is cracked, Marrow News reported.",
            None,
            None,
        ),
        (BODY + "In a statement to Marrow News she was glad. He declined in an email to the Inland Times.", None, None),
        (BODY + "Copyright 2019 The Marrow Post. All rights reserved.", "The Marrow Post", "inferred"),
        ("MARROW POINT (Coast Wire) — " + BODY, "Coast Wire", "inferred"),
        ("Ada Quill\n\nTHE MARROW POST\n\n" + BODY, "THE MARROW POST", "inferred"),
        ("Bell is found\n\nThe Marrow Post, 14 May 2019\n\n" + BODY, "The Marrow Post", "inferred"),
        ("Bell is found\n\nBy Ada Quill, Marrow Post\n\n" + BODY, "Marrow Post", "inferred"),
    ],
)
def test_the_outlet_is_told_only_where_the_words_tell_it(text: str, outlet: str | None, how: str | None) -> None:
    """A paper that is cited or told something once is not the outlet; two candidates are none."""
    found = article(text).outlet
    assert (found and found.value, found and found.how) == (outlet, how)
    if found:
        assert all(span.of(text) == outlet for span in found.evidence)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (BODY, None),
        ("Keeper Ada Quill holds the rope on May 2, 2019, at Marrow Point.\n\n" + BODY, None),
        (BODY.replace("Sunday", "May 12, 2019"), None),
        ("Published: 14 May 2019\n\n" + BODY, "2019-05-14"),
        ("date 2019-05-14 " + BODY, "2019-05-14"),
        ("Bell is found\n\nMay 14, 2019\n\n" + BODY, "2019-05-14"),
        ("MARROW POINT, May 14, 2019 (Coast Wire) — " + BODY, "2019-05-14"),
        (BODY + "Updated May 16, 2019", None),
    ],
)
def test_the_day_of_printing_is_told_only_by_a_field_or_a_dateline(text: str, day: str | None) -> None:
    """The first date of a text is not its publication, nor is the day of a picture or of a change."""
    found = article(text).published
    assert (found and found.day) == day
    assert found is None or found.how == "stated"


def test_a_later_change_is_kept_apart_from_the_printing() -> None:
    """Updated is not published."""
    found = article("Published 14 May 2019\n\n" + BODY + "Updated May 16, 2019")
    assert found.published
    assert found.modified
    assert (found.published.day, found.modified.day) == ("2019-05-14", "2019-05-16")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ada Quill", "Ada Quill"),
        ("By Ada Quill and Tom Farrow, Staff writers", "Ada Quill and Tom Farrow"),
        ("By ADA QUILL", "ADA QUILL"),
        ("Ada Quill, Harbour correspondent", "Ada Quill"),
        ("By Ada Quill | Marrow Post | May 14, 2019", "Ada Quill"),
        ("Ada Quill in Portwell", "Ada Quill"),
    ],
)
def test_the_author_is_the_name_in_the_byline(line: str, name: str) -> None:
    """Without "By", the job, the place and the date."""
    found = article(f"Bell is found\n\n{line}\n\n{BODY}")
    assert found.byline
    assert found.byline.value == name


def test_the_address_names_the_site_where_nothing_else_tells() -> None:
    """The domain is printed as it is, and said to be inferred."""
    Path("a.jsonl").write_text(
        '{"text": "The bell was found on Sunday in a barn.", "url": "https://www.marrow.example/bell"}\n'
    )
    [found] = intake.read(["a.jsonl"])
    assert isinstance(found, Article)
    assert found.outlet
    assert (found.outlet.value, found.outlet.how) == ("marrow.example", "inferred")


class TestGiven:
    """What the user gives wins over what is read."""

    text = "Published 14 May 2019\n\n" + BODY + "Copyright 2019 The Marrow Post."

    def test_for_all(self) -> None:
        """Date and outlet of all articles."""
        found = article(self.text, date="2019-05-20T08:00", outlet="Inland Times")
        assert found.outlet
        assert found.published
        assert (found.outlet.value, found.outlet.how) == ("Inland Times", "given")
        assert (found.published.day, found.published.time) == ("2019-05-20", "08:00:00")

    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("m.jsonl", '{"file": "a.txt", "date": "2019-05", "outlet": "Inland Times", "title": "A bell"}\n'),
            ("m.csv", "file,date,outlet,title\nx/a.txt,2001-01-01,Wrong,\na.txt,2019-05,Inland Times,A bell\n"),
        ],
    )
    def test_by_a_metadata_file(self, name: str, content: str) -> None:
        """One row a file, as JSON lines or CSV; it wins over what is given for all; partial dates stay partial."""
        Path(name).write_text(content)
        found = article(self.text, "sub/a.txt", metadata=intake.load(name), outlet="For all")
        assert found.outlet
        assert found.title
        assert found.published
        assert (found.outlet.value, found.title.value) == ("Inland Times", "A bell")
        assert (found.published.earliest, found.published.latest) == ("2019-05-01", "2019-05-31")

    def test_rows_that_speak_of_no_article_are_told(self) -> None:
        """A misspelt name is worth a warning."""
        Path("m.csv").write_text("file,date\na.txt,2019\nb.txt,2019\n")
        assert intake.load("m.csv").unmatched([("sub/a.txt", None, None)]) == ("b.txt",)

    @pytest.mark.parametrize(
        ("name", "content", "message"),
        [
            ("m.jsonl", "file: a.txt\n", "line 1: not a JSON object"),
            ("m.jsonl", '["a.txt"]\n', "line 1: not a JSON object but list"),
            ("m.jsonl", '{"file": "a.txt"}\n\n{"date": "2019"}\n', "line 3: names no 'file'"),
            ("m.jsonl", '{"file": "a.txt", "date": "3/5/2019"}\n', "line 1: date '3/5/2019' is not a day"),
            ("m.csv", "name,date\na.txt,2019\n", "names no column 'file'"),
            ("gone.csv", None, "cannot be read"),
        ],
    )
    def test_a_malformed_metadata_file_is_an_error_that_says_where(
        self, name: str, content: str | None, message: str
    ) -> None:
        """Nothing is read with half of what the user meant."""
        if content is not None:
            Path(name).write_text(content)
        with pytest.raises(IntakeError, match=message):
            intake.load(name)


def test_a_text_in_another_language_is_told() -> None:
    """By its little words; English is the answer where they do not tell."""
    german = "Die Glocke wurde am Sonntag in der Scheune gefunden und ist nicht mehr auf dem Grund, sagte die Wärterin. Das ist für den Ort ein Glück, und der Turm wird mit Spenden gebaut."
    assert article(german).language == "de"
    assert article(BODY).language == "en"
