"""The top of an article: its headline, the line under it, who wrote it.

A headline is the first line that is no furniture, is short, and does not end as a
sentence does. What a text does not have is not made up: one that begins with its
first paragraph has no headline.
"""

from __future__ import annotations

import re

from tellings.intake.blocks.lines import Line, key
from tellings.intake.days import WRITTEN
from tellings.intake.media import MASTHEAD, MEDIUM

_CAPITAL = r"[A-Z][\w.’'-]*"
_NAME = rf"{_CAPITAL}(?: (?:{_CAPITAL}|de|van|von|der|den|al|bin|la|el|da|du|y)){{1,4}}"
_NAMES = rf"{_NAME}(?:(?:, | and |, and | & ){_NAME}){{0,5}}"
_JOB = (
    r"(?:(?:[\w’'-]+ ){0,4}(?:reporters?|writers?|correspondents?|editors?|columnists?|staff|journalists?|bureau chief|producer"
    r"|contributors?|critic|special to [\w ]+))"
)
_BYLINE = re.compile(
    rf"(?:(?i:written by|story by|analysis by|opinion by|posted by|reported by|words by|author:|text by|by):? {_NAMES}(?:\W*[,|/•·–—(-] ?.{{2,70}})?"
    rf"|(?i:by) (?:[A-Z.’'-]+ ){{1,4}}[A-Z.’'-]{{2,}}(?:[,|].{{2,60}})?"
    rf"|{_NAMES}(?:(?:,| \||\s[–—-]) ?(?i:{_JOB})(?: ?[,|–—-] ?.{{2,60}})?)|{_CAPITAL} {_CAPITAL}(?: {_CAPITAL})? in [A-Z][a-z]+(?: [A-Z][a-z]+)?)\.?"
)
_SIGNED = re.compile(r"(?:(?:analysis|opinion|reporting|story|text|words|written) )?by [A-Z]", re.IGNORECASE)
"""What nothing but a byline begins with, wherever it stands."""
_AGENCY_STAFF = re.compile(
    r"(?i:by |from )?(?:(?:[A-Z][\w&]+ ){1,4}(?i:staff(?: and agencies| reporter)?|news desk|newsroom|web desk|correspondent|agencies)|(?i:staff and agencies|our (?:foreign |political )?(?:staff|correspondent)))"
)
_LONE_NAME = re.compile(rf"{_CAPITAL}(?: {_CAPITAL}){{1,3}}(?: (?:Jr|Sr)\.)?")
_FULL_NAME = rf"[A-Z][a-z]+ (?:[A-Z][a-z.]* )?{_CAPITAL}"
_NAMES_ALONE = re.compile(rf"{_FULL_NAME}(?:(?:, {_FULL_NAME})* (?:and|&) {_FULL_NAME})?")
_HIGHLIGHTS = re.compile(r"(?:story )?(?:highlights|key points|at a glance|in brief|summary)\b:?(?=\s)", re.IGNORECASE)
_ABBREVIATED = re.compile(r"\b[A-Z]\.[A-Z]\.$")
_INSIDE = re.compile(r"[.!?…][\"'”’]? (?=[A-Z“‘])")
_JOB_LINE = re.compile(rf"(?i:{_JOB})")

LONGEST_TITLE = 130
_TOP = 8
"""Lines among which a headline is printed again."""
_MOST, _WORDS = 0.6, 4
"""How much of a headline a line is that repeats its beginning, and of how many words."""
LONGEST_DECK = 200


def mark(lines: list[Line], title: str | None = None) -> list[Line]:
    """The lines with those of the head told. ``title`` is the headline, where it is known from elsewhere."""
    lines = _name_on_top(_highlights(_bylines(lines)))
    known = key(title) if title else ""
    lines = _deck(_title(lines, known))
    if not any(line.kind == "title" for line in lines):
        lines = _title(lines, known)  # some pages set the line under the headline above it
    return _lone_byline(lines)


def _bylines(lines: list[Line]) -> list[Line]:
    """A line of the top (or of the very end) that names its author."""
    last = len(lines) - 1
    lines = [
        line.told("byline", "it names the author")
        if not line.kind and (index < 8 or index == last or _SIGNED.match(line.text)) and is_byline(line.text)
        else line
        for index, line in enumerate(lines)
    ]
    lines = [
        line.told("metadata", "the outlet, under the author's name")
        if not line.kind and index and lines[index - 1].kind == "byline" and MASTHEAD.fullmatch(line.text)
        else line
        for index, line in enumerate(lines)
    ]
    return [
        line.told("byline", "the author's job, under the name")
        if not line.kind
        and index
        and lines[index - 1].kind == "byline"
        and len(line.text) < 60
        and _JOB_LINE.fullmatch(line.text)
        else line
        for index, line in enumerate(lines)
    ]


def _name_on_top(lines: list[Line]) -> list[Line]:
    """A first line that is a name of which the text knows nothing: the author's. A headline's words come again."""
    first = _first_untold(lines)
    if first is None or not _NAMES_ALONE.fullmatch(lines[first].text):
        return lines
    words = set(lines[first].key.split()) - {"and"}
    if len(lines) < first + 3 or any(words & set(line.key.split()) for line in lines[first + 1 :]):
        return lines
    reason = "a name by itself at the top, which the text does not speak of"
    lines = _replace(lines, first, lines[first].told("byline", reason))
    below = lines[first + 1]
    if below.kind or not MASTHEAD.fullmatch(below.text):
        return lines
    return _replace(lines, first + 1, below.told("metadata", "the outlet, under the author's name"))


def is_byline(text: str) -> bool:
    """Whether a line names an author and says nothing else."""
    return len(text) <= 140 and bool(_BYLINE.fullmatch(text) or _AGENCY_STAFF.fullmatch(text))


def _highlights(lines: list[Line]) -> list[Line]:
    """Bullets that sum the article up, under their label at the top."""
    first = next(
        (index for index, line in enumerate(lines[:6]) if not line.kind and _HIGHLIGHTS.match(line.text)), None
    )
    if first is None:
        return lines
    end = first + 1
    while (
        end < len(lines)
        and end < first + 8
        and not lines[end].kind
        and (not lines[end].ends or _ABBREVIATED.search(lines[end].text))
        and len(lines[end].text) < 140
        and not _LONE_NAME.fullmatch(lines[end].text)
    ):
        end += 1
    return [
        line.told("deck", "a summary point under its label") if first <= index < end else line
        for index, line in enumerate(lines)
    ]


def _title(lines: list[Line], known: str) -> list[Line]:
    told = [line.kind for line in lines]
    if known and any(line.key == known for line in lines):
        return _repeats(lines, known)
    if "title" in told:
        return _repeats(lines, next(line.key for line in lines if line.kind == "title"))
    first = _first_untold(lines)
    if first is None or not _is_headline(lines, first):
        return lines
    if known:
        return _replace(lines, first, lines[first].told("deck", "a line at the top that is not the headline"))
    lines = _replace(lines, first, lines[first].told("title", "the first line: short, and no sentence of the text"))
    return _repeats(lines, lines[first].key)


def _repeats(lines: list[Line], title: str) -> list[Line]:
    """Every line that is the headline: the first is it, the others repeat it, those near the top also cut short."""
    found = False
    marked: list[Line] = []
    for index, line in enumerate(lines):
        again = line.key == title or (found and index < _TOP and _is_cut(line.key, title))
        if not again or line.kind not in {None, "title"}:
            marked.append(line)
            continue
        reason = "the headline again" if found else line.reason or "the headline"
        marked.append(line.told("title", reason, repeat=found))
        found = True
    return marked


def _is_cut(line: str, title: str) -> bool:
    """Whether a line is the beginning of a headline that goes on with a label ("… PHOTOS", "… | Analysis")."""
    return title.startswith(line + " ") and len(line) > _MOST * len(title) and line.count(" ") >= _WORDS - 1


def _is_headline(lines: list[Line], index: int) -> bool:
    line = lines[index]
    if len(line.text) > LONGEST_TITLE or len(line.text.split()) < 2 or line.text[0].islower():
        return False
    if line.text.endswith((".", ",", ";", ":")) or (line.ends and not re.search(r"[?!…][\"'”’]?$", line.text)):
        return False
    if line.ends and _INSIDE.search(line.text):
        return False  # sentences, not a headline
    return any(len(after.text) > 80 or after.ends for after in lines[index + 1 :] if not after.kind)


def _deck(lines: list[Line]) -> list[Line]:
    """The line under the headline, or above it: no sentence of the text, or one that the text says again."""
    title = next((index for index, line in enumerate(lines) if line.kind == "title"), None)
    index = _first_untold(lines)
    if index is None or not _is_deck(lines, index, title):
        return lines
    where = "under the headline" if title is not None and title < index else "at the top"
    return _replace(lines, index, lines[index].told("deck", f"a line {where} that is not the first paragraph"))


def _is_deck(lines: list[Line], index: int, title: int | None) -> bool:
    line = lines[index]
    headed = title is not None and title < index
    after = [other for other in lines[index + 1 :] if not other.kind]
    if len(line.text) > LONGEST_DECK or not after or line.text.count(" ") < 3:
        return False
    if not line.ends and not line.text.endswith((";", ":")):
        return (headed or len(line.text) > 40) and len(after[0].text) > 60
    if _same_start(line, after[:3]):
        return True
    following = lines[index + 1].kind
    return headed and len(line.text) <= 130 and following in {"credit", "caption", "byline", "metadata"}


def _same_start(line: Line, others: list[Line]) -> bool:
    """Whether a paragraph after it begins with the same words, and is longer."""
    words = line.key.split()
    return len(words) >= 8 and any(other.key.split()[:6] == words[:6] and other.key != line.key for other in others)


def _lone_byline(lines: list[Line]) -> list[Line]:
    """A name by itself between the head and the first paragraph."""
    index = _first_untold(lines)
    if index is None or index == 0 or index + 1 >= len(lines):
        return lines
    headed = any(line.kind in {"title", "deck"} for line in lines[:index])
    line = lines[index]
    if headed and len(line.text) < 40 and _LONE_NAME.fullmatch(line.text) and len(lines[index + 1].text) > 60:
        return _replace(lines, index, line.told("byline", "a name by itself under the headline"))
    return lines


def byline_name(text: str) -> str:
    """The name or names in a byline, without "By", job and place."""
    text = re.sub(rf"\s*[|•·–—-]?\s*{WRITTEN}.*", "", text)
    text = re.sub(
        r"^(?:(?i:written|story|analysis|opinion|posted|reported|words|text)\s+)?(?i:by|author:)[:\s]+", "", text
    ).strip()
    text = re.split(rf",\s+(?:[Tt]he )?(?=(?:[\w&.’'-]+ )*{MEDIUM}\b|[A-Z]{{2,5}}\b|{_JOB})", text)[0]
    found = re.match(_NAMES, text) or re.match(r"[A-Z.’'-]+(?: [A-Z.’'-]+){1,4}", text)
    return (found[0] if found else text).strip(" ,|")


def _first_untold(lines: list[Line]) -> int | None:
    return next((index for index, line in enumerate(lines) if not line.kind), None)


def _replace(lines: list[Line], index: int, line: Line) -> list[Line]:
    return [*lines[:index], line, *lines[index + 1 :]]
