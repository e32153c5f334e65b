"""Which of two printings of one text was there first, and how that is known.

The evidence in the order of its weight: the day and the hour of print; a credit that
names the other one's outlet; the cuts, as a desk that takes over a text shortens it more
often than it adds; then what a desk puts in: another's name in the dateline, lines of
its own, a headline made of the first sentence. Where nothing tells, nothing is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tellings.linking.copies.index import NearCopy
from tellings.linking.copies.words import words_of
from tellings.values import Article

_FEW = 20  # words by which two printings differ for reasons of style
_SLIGHT = 0.08  # share of the longer one, likewise
_LINE = 5  # words of a line
_OPENING = 160  # characters in which a dateline or a credit stands
_CREDIT = re.compile(r"^[^\n(]{2,60}\((?P<name>[A-Z][^()\n]{1,40})\)\s*[-–—]")


@dataclass(frozen=True, slots=True)
class _Text:
    """One of two articles that print one text; ``own`` and ``lines`` count the words that are its own or its outlet's."""

    article: Article
    own: int
    lines: int
    length: int


@dataclass(frozen=True, slots=True)
class Earlier:
    """Which of two near-copies was likely there first (0: the shorter one, 1: the longer one), and why."""

    which: int
    reason: str


def earlier(copy: NearCopy, shorter: Article, longer: Article) -> Earlier | None:
    """Which of two near-copies the other was likely taken from; none where nothing tells."""
    sides = zip((shorter, longer), (copy.likeness.shorter, copy.likeness.longer), copy.own, strict=True)
    one, other = (_Text(article, own, side.length - side.covered - own, side.length) for article, side, own in sides)
    for evidence in (_printed, _credited, _cut, _bears_credit, _bears_lines, _headlined, _longer):
        for which, (mine, theirs) in enumerate(((one, other), (other, one))):
            if reason := evidence(mine, theirs):
                return Earlier(which, reason)
    return None


def _printed(mine: _Text, theirs: _Text) -> str:
    one, other = mine.article.published, theirs.article.published
    if one is None or other is None:
        return ""
    if one.latest < other.earliest:
        return "it was printed on an earlier day"
    same = one.day is not None and one.day == other.day
    return "it was printed earlier that day" if same and (one.time or "") < (other.time or "") and one.time else ""


def _credited(mine: _Text, theirs: _Text) -> str:
    name = mine.article.outlet.value if mine.article.outlet else ""
    said, back = _names(theirs.article, name), _names(mine.article, _outlet(theirs.article))
    return f"the other one credits {name}" if said and not back else ""


def _cut(mine: _Text, theirs: _Text) -> str:
    least = max(_FEW, _SLIGHT * max(mine.length, theirs.length))
    return "it has the fuller text" if mine.own - theirs.own >= least else ""


def _bears_credit(mine: _Text, theirs: _Text) -> str:
    name = _credit(theirs.article)
    foreign = name and name.casefold() != _outlet(theirs.article).casefold()
    return f"the other one bears a credit, to {name}" if foreign and not _credit(mine.article) else ""


def _bears_lines(mine: _Text, theirs: _Text) -> str:
    return "lines of its outlet were put into the other one" if theirs.lines - mine.lines >= _LINE else ""


def _headlined(mine: _Text, theirs: _Text) -> str:
    one, other = _title(mine.article), _title(theirs.article)
    if not other or one == other:
        return ""
    if one.startswith(other):
        return "the other one's headline is its own, cut"
    lead = " ".join(_lead(theirs.article).split()[:12]).casefold()
    return "the other one's headline is its first words" if lead.startswith(other) else ""


def _longer(mine: _Text, theirs: _Text) -> str:
    return "it has the longer text" if mine.length > theirs.length else ""


def _outlet(article: Article) -> str:
    return article.outlet.value if article.outlet else ""


def _title(article: Article) -> str:
    return article.title.value.casefold().strip() if article.title else ""


def _lead(article: Article) -> str:
    found = words_of(article)
    return article.text[int(found.starts[0]) :] if len(found) else ""


def _credit(article: Article) -> str:
    """Whom the dateline names: an agency, between a place and a dash."""
    found = _CREDIT.match(article.text[_begin(article) :][:_OPENING])
    return found["name"] if found else ""


def _begin(article: Article) -> int:
    kinds = ("dateline", "body")
    return min((block.span.start for block in article.blocks if block.kind in kinds), default=0)


def _names(article: Article, outlet: str) -> bool:
    """Whether an article says in its dateline, its byline or a credit that an outlet made it."""
    if not outlet or outlet.casefold() == _outlet(article).casefold():
        return False
    places = [article.text[_begin(article) :][:_OPENING], article.byline.value if article.byline else ""]
    places += [
        article.text[b.span.start : b.span.end] for b in article.blocks if b.kind in {"credit", "byline", "note"}
    ]
    found = [places[0][: match.end()] for match in [_CREDIT.match(places[0])] if match] + places[1:]
    pattern = re.compile(rf"(?<!\w){re.escape(outlet)}(?!\w)", re.IGNORECASE)
    return any(pattern.search(place) for place in found)
