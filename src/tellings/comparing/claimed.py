"""A figure of a claim with all that is asked when it is set beside another: its period, the numbers it allows, its sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tellings.comparing.intervals import allowed
from tellings.linking.lookup import sentence_at
from tellings.linking.periods import Period, period
from tellings.linking.sameness import rest
from tellings.linking.things import Thing, content, thing
from tellings.values import Figure, FigureClaim, Reading, Story, Telling


@dataclass(frozen=True, slots=True)
class Claimed:
    """A figure of a claim with its place, period and the interval of numbers that it allows.

    ``headed``: it stands in a headline. ``teller``: the text it is printed in, one for all copies. ``changes`` and
    ``revises``: its sentence tells of a change, or that an earlier number is replaced. ``rest`` is what its clause
    tells behind the number, ``own`` the stems of its sentence, ``said`` its words, ``number`` the number as printed.
    ``more``: it comes on top of another number. ``alone``: the article prints no other number of the noun.
    """

    telling: Telling
    figure: Figure
    thing: Thing
    period: Period
    least: float
    most: float
    headed: bool
    teller: int
    changes: bool
    revises: bool
    rest: frozenset[str]
    more: bool
    number: str
    said: frozenset[str]
    own: frozenset[str]
    alone: bool


def members(story: Story, claim: FigureClaim, tellers: list[int]) -> list[Claimed]:
    """The figures of a claim; ``tellers`` gives for every article the number of the text it prints."""
    told = []
    for telling, (article, position) in zip(claim.tellings, claim.figures, strict=True):
        reading = story.readings[article]
        figure = reading.figures[position]
        least, most = allowed(figure)
        said = sentence_at(reading, figure.number).of(reading.article.text)
        counted = thing(reading, figure).noun
        headed = any(
            sentence.block in {"title", "deck"} and sentence.span.covers(figure.number)
            for sentence in reading.sentences
        )
        told.append(
            Claimed(
                telling,
                figure,
                thing(reading, figure),
                period(reading, figure),
                least,
                most,
                headed,
                tellers[article],
                _CHANGES.search(said) is not None,
                _REVISES.search(said) is not None,
                rest(reading.article.text, figure, sentence_at(reading, figure.number)),
                _MORE.match(reading.article.text, figure.number.end) is not None,
                figure.number.of(reading.article.text).lower(),
                frozenset(_WORDS.findall(said.lower())),
                content(said),
                _alone(reading, figure, counted),
            )
        )
    return told


_CHANGES = re.compile(
    r"\b(?:risen|rose|rises|rising|climbed|climbs|grown|grew|increased|extended|raised|revised|updated|now|so far|to date|still|already"
    r"|has (?:reached|passed|lost)|had (?:reached|passed|lost)|stands at|stood at|new (?:figure|count|toll)|latest)\b",
    re.IGNORECASE,
)
"""Words that tell that a number is one of several over time."""


_REVISES = re.compile(
    r"\b(?:revis(?:ed?|es|ing|ion)|correct(?:s|ed|ing|ion)|recount\w*|lowered|scaled back|down from|not the \w+"
    r"|(?:fewer|less|lower|more|higher) than (?:\w+ )?(?:first|initially|originally|previously|earlier|had been)"
    r"|(?:an|the) (?:earlier|initial|previous|original) (?:count|figure|number|toll|report|estimate|tally))\b",
    re.IGNORECASE,
)
"""Words that tell that a number takes the place of one that was printed before."""


def _alone(reading: Reading, figure: Figure, noun: str | None) -> bool:
    """Whether the article prints no other number of the noun: then it hardly tells of two things so counted."""
    same = (other for other in reading.figures if other.unit == figure.unit and other.value != figure.value)
    return not any(thing(reading, other).noun == noun and not thing(reading, other).known for other in same)


_WORDS = re.compile(r"[\w.,-]*\w")


_MORE = re.compile(r"\s+(?:more|additional|further|extra)\b(?! than)", re.IGNORECASE)
"""Behind a number: it comes on top of another one."""


def agree(first: Claimed, second: Claimed) -> bool:
    """Whether some number satisfies both."""
    return first.least <= second.most and second.least <= first.most
