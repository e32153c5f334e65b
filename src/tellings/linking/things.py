"""What a figure is of, in a form that can be compared: "212 people murdered" and "90 homicides" are killings.

The classes hold only general words of counting people and things in the news.
Where nothing general is known, the noun itself and what is told of it decide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from tellings.linking.lookup import sentence_at
from tellings.values import Figure, Reading

Share = Literal["part", "whole"] | None

_CLASSES: dict[str, str] = {
    "killed": "kill die murder slay slaughter perish dead killed massacre death fatality homicide murder killing slaying casualty toll",
    "injured": "injure wound hurt injured wounded maim injury",
    "missing": "missing unaccounted disappear vanish",
    "arrested": "arrest detain apprehend arrested detained arrest detention",
    "displaced": "evacuate displace displaced evacuee homeless uproot",
    "rescued": "rescue rescued",
    "dismissed": "lay_off dismiss dismissed sack sacked redundancy layoff dismissal",
    "infected": "infect infected infection case sicken",
    "charged": "charge indict indictment",
    "signed": "sign signature signatory signer",
}
_KNOWN = frozenset({*_CLASSES, "lost", "in favour"})
_SETTLED = frozenset({"in favour", "charged", "dismissed"})
"""Classes of doings that are done at one time: a later count is another report of it."""

_CLASS_OF = {word: name for name, words in _CLASSES.items() for word in words.split()}
_PARTICIPLES = frozenset(
    "killed injured wounded missing arrested detained displaced dismissed sacked rescued infected charged".split()
)
ANYBODY = frozenset("person people other others victim life one soul individual body".split())
"""Nouns that say only that people are counted."""

PEOPLE = ANYBODY | frozenset(
    "man woman child boy girl adult resident civilian passenger worker employee student soldier officer protester migrant patient fan supporter "
    "voter family household homeowner tourist inmate prisoner refugee pupil teacher policeman firefighter survivor citizen national".split()
)
_SAME = {
    word: words.split()[0]
    for words in (
        "debt bill arrears liability",
        "fine penalty",
        "crowd attendance spectator",
        "pay wage salary",
        "revenue turnover",
        "deficit shortfall gap",
        "payout compensation damages award",
    )
    for word in words.split()
}
VANISHING = frozenset({"missing", "displaced", "infected"})
"""Classes whose count may fall as time goes on; of the others a later count is never lower."""

_TIMES = frozenset("seconds minutes hours days nights weeks months".split())
_LOST = frozenset("lose cost waste forfeit".split())
_VOTED = frozenset("favour favor vote ballot".split())
_OWED = frozenset("owe".split())
_SAME_DOING = {
    word: words.split()[0]
    for words in (
        "fail break malfunction seize",
        "destroy wreck flatten raze demolish",
        "close shut",
        "cancel scrap axe",
        "buy purchase acquire",
    )
    for word in words.split()
}
"""Doings told of things in several words."""

NAMED = {"signed": "signatures", "lost": "time lost", "in favour": "share in favour"}
"""Classes that have a name of their own."""

_NEUTRAL = frozenset(
    "confirmed reported recorded known new total official true exact final other number count figure toll tally unpaid outstanding report reports case cases instance instances incidents some many".split()
)
"""Words before a noun that do not narrow what is counted."""

FLOATING = frozenset(
    "say part year number time thing lot way kind item name point day group half rest total majority".split()
)
_STOP = frozenset(
    "the a an of in on at to for by with from and or but as is are was were be been has have had that this these those it its his her their our my "
    "more than least about some around over up down nearly almost between per not no who which".split()
)


@dataclass(frozen=True, slots=True)
class Thing:
    """What is counted: a class of doing or the noun itself, whom it befell, and the words that narrow it.

    ``part`` and ``whole`` are the place of a number in "two of six wheels".
    """

    kind: str | None
    noun: str | None
    narrowing: frozenset[str]
    unit: str | None
    doing: str | None = None
    share: Share = None

    @property
    def known(self) -> bool:
        """Whether the doing is of a class that this module knows."""
        return self.kind in _KNOWN

    @property
    def falls(self) -> bool:
        """Whether a later count may be lower."""
        return self.kind in VANISHING

    @property
    def runs(self) -> bool:
        """Whether such a count goes on from day to day: of the dead, the hurt, hours lost."""
        return self.known and self.kind not in _SETTLED

    @property
    def told(self) -> str | None:
        """In one noun or doing, what is counted."""
        if self.kind in NAMED:
            return NAMED[self.kind]
        people = "people" if self.noun in ANYBODY or self.noun is None else self.noun
        return f"{people} {self.kind}" if self.known else self.noun


def thing(reading: Reading, figure: Figure) -> Thing:
    """What a figure is of."""
    text = reading.article.text
    phrase = words(figure.counted.of(text)) if figure.counted else ()
    head = figure.head
    doing = _SAME_DOING.get(figure.doing or "", figure.doing)
    kind = _unit_kind(reading, figure) if figure.unit is not None else _kind(reading, figure, phrase)
    noun = (
        None
        if kind in _KNOWN and (figure.unit or head in _CLASS_OF or kind == "signed")
        else _SAME.get(head or "", head)
    )
    if doing in _OWED and figure.unit is not None:
        noun = "debt"
    narrowing = frozenset(
        word
        for word in phrase
        if not _is_head(word, head) and word not in _CLASS_OF and word not in ANYBODY and word not in _NEUTRAL
    )
    return Thing(
        kind or doing,
        noun,
        frozenset() if figure.unit and kind else narrowing,
        figure.unit,
        doing,
        _share(reading, figure),
    )


def _kind(reading: Reading, figure: Figure, phrase: tuple[str, ...]) -> str | None:
    """The class of a count without a unit."""
    head, doing = figure.head, figure.doing
    if head == "name" and _LETTER.search(sentence_at(reading, figure.number).of(reading.article.text)):
        return "signed"
    text = reading.article.text
    if head == "case" and not _ILLNESS.search(sentence_at(reading, figure.number).of(text)):
        return None
    if head in _NO_NOUNS:
        return None
    told = next((word for word in phrase if word in _PARTICIPLES), None) if befalls(head) else None
    kind = (
        _CLASS_OF.get(head or told or "")
        or _CLASS_OF.get(told or "")
        or (_CLASS_OF.get(doing or "") if befalls(head) or doing == "sign" else None)
    )
    if kind == "killed" and head == "toll" and phrase and not {"death", "dead", "toll"} & set(phrase):
        return None
    return kind


def _unit_kind(reading: Reading, figure: Figure) -> str | None:
    """The class of a measured amount: hours lost, the share that voted for something."""
    if figure.unit in _TIMES and figure.doing in _LOST:
        return "lost"
    if figure.unit == "percent" and (figure.doing in _VOTED or figure.head in _VOTED):
        said = sentence_at(reading, figure.number).of(reading.article.text)
        return "in favour" if _FOR.search(said) and not _AGAINST.search(said) else None
    return None


_NO_NOUNS = frozenset({"sack", "charge", "wound"})
"""Words of a class as verbs alone: forty sacks are not forty people sacked."""

_ILLNESS = re.compile(
    r"\b(?:virus|disease|outbreak|infect\w*|epidemic|pandemic|illness|sick\w*|cholera|measles|covid\S*|flu|influenza|ebola|malaria|dengue|salmonella|poisoning)\b",
    re.IGNORECASE,
)
_LETTER = re.compile(r"\b(?:letter|petition|appeal|manifesto|statement|signed|signatures?)\b", re.IGNORECASE)
_FOR = re.compile(r"\b(?:in favou?r|voted? (?:for|in favou?r|to)|backed|voted yes)\b", re.IGNORECASE)
_AGAINST = re.compile(r"\b(?:against|no vote|abstain\w*)\b", re.IGNORECASE)


def _share(reading: Reading, figure: Figure) -> Share:
    """Whether the number is the part or the whole of "two of its six wheels"."""
    if figure.unit is not None:
        return None
    text, number = reading.article.text, figure.number
    if _PART.match(text, number.end):
        return "part"
    return "whole" if _WHOLE.search(text, max(0, number.start - 50), number.start) else None


_NUMBER = r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|(?:a )?(?:dozen|hundred|thousand))"
_OF_ALL = r"(?: [a-z-]+)? ?(?:out )?of (?:(?:the|its|their|his|her|our|these|those|all)\b ?)*(?:[\w-]+['’]s? )?"
_PART = re.compile(rf"{_OF_ALL}{_NUMBER}\b", re.IGNORECASE)
_WHOLE = re.compile(rf"(?:{_NUMBER}{_OF_ALL}|(?:^|[.!?”’\"'] )Of (?:the|its|their|all) )$", re.IGNORECASE)


def befalls(head: str | None) -> bool:
    """Whether a noun, or its absence, says that people are counted."""
    return head is None or head in PEOPLE or head.endswith(_WORKERS)


_WORKERS = ("nurse", "worker", "driver", "miner", "doctor", "guard", "officer", "staff", "clerk", "pilot", "farmer")


def _is_head(word: str, head: str | None) -> bool:
    return head is not None and (word == head or stem(word) == stem(head) or head.endswith(word))


def words(text: str) -> tuple[str, ...]:
    """The words that carry meaning, in small letters."""
    return tuple(
        word for word in re.findall(r"[a-z]+(?:'[a-z]+)?", text.lower().replace("’", "'")) if word not in _STOP
    )


def stem(word: str) -> str:
    """A word without the commonest endings, for comparing alone."""
    word = word.removesuffix("'s")
    for ending in ("ies", "ing", "ed", "es", "s", "y", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


def content(text: str) -> frozenset[str]:
    """The stems of the words of a sentence that carry meaning."""
    return frozenset(stem(word) for word in words(text) if len(word) > 3)
