"""Whether two figures are of the same thing, by all that is told of them.

What is counted, what befell it, the unit, the place and the period all may
have to be the same, and something must say that they are: a doing of a known
class, the same noun and doing in sentences that share words, a text that sets
one number against another, or the same large value of the same noun.
"""

from __future__ import annotations

from tellings.linking.classes import ANYBODY, FLOATING
from tellings.linking.intervals import agree, ratio
from tellings.linking.periods import may_match
from tellings.linking.things import Thing, befalls, stem, words
from tellings.linking.told import Told
from tellings.values import Figure


def same(first: Told, second: Told) -> str | None:
    """Why two figures are of the same thing; none where they are not, or it cannot be told."""
    return alike(first, second) if may_match(first.period, second.period) else None


def alike(first: Told, second: Told) -> str | None:
    """Why two figures count the same, of whatever period; none where they do not, or it cannot be told."""
    if first.thing.unit != second.thing.unit or first.change != second.change:
        return None
    at = "in the same place" if first.where and first.where == second.where else "no other place is named"
    # a count grows and is reported wrongly, but hardly without bounds
    if ratio(first.figure, second.figure) > (100 if first.thing.known else 5):
        return None
    if first.thing.known or second.thing.known:
        return f"{_class_reason(first.thing, second.thing)}; {at}" if _same_class(first, second) else None
    if _disputed(first, second):
        return f"the text sets one number of {first.thing.noun} against the other; {at}"
    if _same_noun(first, second):
        return f"the same is counted ({first.thing.noun}); {at}"
    return None


def common(first: Told, second: Told, said: tuple[str, str]) -> str:
    """Why two figures are of one thing where no rule tells: what both count, and the words that both sentences print."""
    others = frozenset(words(said[1]))
    printed = [word for word in dict.fromkeys(words(said[0])) if len(word) > 3 and word in others]
    noun = first.thing.noun
    counted = f"the same is counted ({noun})" if noun and noun == second.thing.noun else "they stand in like words"
    return f"{counted}; in both sentences: {', '.join(printed[:_SHOWN])}" if printed else counted


_SHOWN = 5


def apart(first: Told, second: Told) -> bool:
    """Whether two figures can only be of two things: a part and its whole, counts narrowed in two ways, or two numbers of one sentence."""
    if first.figure.value == second.figure.value:
        return False
    if first.thing.share != second.thing.share and "whole" in {first.thing.share, second.thing.share}:
        return True
    if (first.whole and first.whole[0] == second.figure.value) or (
        second.whole and second.whole[0] == first.figure.value
    ):
        return True
    narrowing = (first.thing.narrowing, second.thing.narrowing)
    if first.thing.known and first.thing.unit is None and all(narrowing) and not narrowing[0] & narrowing[1]:
        return True  # traffic deaths, overdose deaths
    together = first.place[0] == second.place[0] and first.sentence == second.sentence
    return together and not first.thing.runs and not _disputed(first, second)


def _disputed(first: Told, second: Told) -> bool:
    """Whether one paragraph gives two numbers of one noun, the second set against the first: "But she counted 31 guests"."""
    one, other = sorted((first, second), key=lambda member: member.figure.number)
    noun = one.thing.noun
    return (
        one.place[0] == other.place[0]
        and one.paragraph == other.paragraph
        and noun is not None
        and noun == other.thing.noun
        and noun not in FLOATING
        and one.figure.quotation != other.figure.quotation
        and other.contrast
    )


def _same_class(first: Told, second: Told) -> bool:
    one, other = first.thing, second.thing
    nouns = {noun for noun in (one.noun, other.noun) if noun is not None and noun not in ANYBODY}
    if one.kind != other.kind or (len(nouns) > 1 and one.kind != "signed"):
        return False
    return _narrow_alike(first, second) or one.kind == "signed"


def _narrow_alike(first: Told, second: Told) -> bool:
    """Whether the words that narrow the one are those of the other, or stand in the other's article."""
    one, other = first.thing.narrowing, second.thing.narrowing
    if not (one <= other or other <= one):
        return False
    if first.figure.value == second.figure.value or one == other or first.thing.unit:
        return True
    if first.place[0] == second.place[0]:
        return False
    return _stems(one - other) <= second.printed and _stems(other - one) <= first.printed


def _stems(narrowing: frozenset[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in narrowing if len(word) > 3)


def _class_reason(first: Thing, second: Thing) -> str:
    return (
        f"both count {first.told}"
        if first.told == second.told
        else f"{first.told}, {second.told}: both count people {first.kind}"
    )


def _same_noun(first: Told, second: Told) -> bool:
    """The same noun, and more: the same sure value, one whole, or the same doing with words in common."""
    noun = first.thing.noun
    if noun is None or noun != second.thing.noun or noun in FLOATING:
        return False
    if first.whole and first.whole == second.whole:
        return first.thing.doing is not None and first.thing.doing == second.thing.doing
    if not _narrow_alike(first, second):
        return False
    shared = len((first.said & second.said) - {stem(noun)})
    if first.figure.value == second.figure.value:
        return _specific(first.figure) or shared >= 2
    if first.change != "level" or vague(first) or vague(second):
        return False
    borne_out = _borne_out(first, second)
    if noun in ANYBODY:
        return borne_out and shared >= _MUCH
    doings = [doing for doing in (first.thing.doing, second.thing.doing) if doing]
    if len(set(doings)) > 1 or (first.thing.share != second.thing.share and len(doings) < 2):
        return False
    if first.thing.unit == "percent" and befalls(noun):
        return shared >= 1 and not (first.said | second.said) & _ASKED
    close = len(doings) == 2 or first.thing.unit or (first.attached and second.attached) or borne_out
    return shared >= (2 if close else 3)


_MUCH = 4
"""Words in common by which "more than 4,700 people" and "4,742 people" are one count."""

_NEAR = 1.15
"""How far apart two numbers may lie that are taken for one count since they bear one another out."""


def _borne_out(first: Told, second: Told) -> bool:
    """Whether two numbers differ in how round they are printed, or in a bound, and some number satisfies both."""
    return agree(first, second) and ratio(first.figure, second.figure) <= _NEAR


def shares_words(first: Told, second: Told, least: int) -> bool:
    """Whether the sentences of two figures have words in common beyond the noun that is counted."""
    return len((first.said & second.said) - {stem(first.thing.noun or "")}) >= least


_ASKED = frozenset(stem(word) for word in "poll survey respondents asked questioned".split())
"""In a poll many shares of the same people stand side by side, each of another answer."""


def vague(member: Told) -> bool:
    """Whether it is "thousands" or "dozens": of no use to tell whether two numbers that differ are of one thing."""
    figure = member.figure
    return (
        member.spelled
        and figure.bound == "about"
        and figure.low is None
        and figure.value in {12.0, 24.0, 100.0, 1e3, 1e4, 1e5, 1e6}
    )


def _specific(figure: Figure) -> bool:
    """Whether a value is unlikely to be met twice by chance."""
    return figure.value >= 1000 or len(f"{figure.value:g}".strip("0").replace(".", "")) >= 3
