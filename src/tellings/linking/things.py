"""What a figure is of, in a form that can be compared: "212 people murdered" and "90 homicides" are killings.

The classes hold only general words of counting people and things in the news.
Where nothing general is known, the noun itself and what is told of it decide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tellings.values import Figure, Reading

_CLASSES: dict[str, str] = {
    "killed": "kill die murder slay slaughter perish dead killed massacre death fatality homicide murder killing slaying casualty toll",
    "injured": "injure wound hurt injured wounded maim injury",
    "missing": "missing unaccounted disappear vanish",
    "arrested": "arrest detain apprehend arrested detained arrest detention",
    "displaced": "evacuate displace displaced evacuee homeless uproot",
    "rescued": "rescue rescued",
    "dismissed": "lay_off dismiss redundancy layoff",
    "infected": "infect infected infection case sicken",
    "charged": "charge indict indictment",
}
_CLASS_OF = {word: name for name, words in _CLASSES.items() for word in words.split()}
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

FLOATING = frozenset(
    "say part year number time thing lot way kind item name point day group half rest total majority".split()
)
_STOP = frozenset(
    "the a an of in on at to for by with from and or but as is are was were be been has have had that this these those it its his her their our my "
    "more than least about some around over up down nearly almost between per not no who which".split()
)


@dataclass(frozen=True, slots=True)
class Thing:
    """What is counted: a class of doing or the noun itself, whom it befell, and the words that narrow it."""

    kind: str | None
    noun: str | None
    narrowing: frozenset[str]
    unit: str | None
    doing: str | None = None

    @property
    def known(self) -> bool:
        """Whether the doing is of a class that this module knows."""
        return self.kind in _CLASSES

    @property
    def falls(self) -> bool:
        """Whether a later count may be lower."""
        return self.kind in VANISHING

    @property
    def told(self) -> str | None:
        """In one noun or doing, what is counted."""
        return (
            f"{'people' if self.noun in ANYBODY or self.noun is None else self.noun} {self.kind}"
            if self.known
            else self.noun
        )


def thing(reading: Reading, figure: Figure) -> Thing:
    """What a figure is of."""
    text = reading.article.text
    phrase = words(figure.counted.of(text)) if figure.counted else ()
    head, doing = figure.head, figure.doing
    kind = _CLASS_OF.get(head or "") or (_CLASS_OF.get(doing or "") if _befalls(head) else None)
    if kind == "killed" and head == "toll" and phrase and not {"death", "dead", "toll"} & set(phrase):
        kind = None
    if figure.unit is not None:
        kind = None
    noun = None if kind and head in _CLASS_OF else _SAME.get(head or "", head)
    narrowing = frozenset(
        word for word in phrase if not _is_head(word, head) and word not in _CLASS_OF and word not in ANYBODY
    )
    return Thing(kind or doing, noun, narrowing, figure.unit, doing)


def _befalls(head: str | None) -> bool:
    return head is None or head in PEOPLE


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
