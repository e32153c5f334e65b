"""Figures side by side: which agree, which are an update of one another, which cannot both be true.

Two figures agree where some number satisfies both: rounding and bounds are
honoured. A count that is higher as of a later day is an update. What is left
of two figures as of the same day is a conflict. A count of what is settled
(how many were aboard, the votes cast) is one also where a day or two of print
lie between, unless the text tells that it changed. Copies of one text count
as one teller: they cannot bear one another out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from tellings.comparing.intervals import allowed
from tellings.comparing.phrasing import capitalised, enumerated, joined, printed, source, tells, texts
from tellings.linking.lookup import sentence_at
from tellings.linking.periods import Period, later, period
from tellings.linking.sameness import rest
from tellings.linking.things import Thing, content, thing
from tellings.values import Comparison, Figure, FigureClaim, Reading, Relation, Story, Telling


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure of a claim with its place, period and the interval of numbers that it allows."""

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


def compare(story: Story) -> list[Comparison]:
    """Agreements, updates and conflicts of every claim told by more than one article."""
    found: list[Comparison] = []
    tellers = texts(story)
    for claim in story.figure_claims:
        told = _members(story, claim, tellers)
        if len({member.teller for member in told}) > 1:
            found += _agreements(story, claim, told)
            found += _updates(story, claim, told)
            found += _conflicts(story, claim, told)
    return found


def _members(story: Story, claim: FigureClaim, tellers: list[int]) -> list[_Told]:
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
            _Told(
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


def _agree(first: _Told, second: _Told) -> bool:
    return first.least <= second.most and second.least <= first.most


def _agreements(story: Story, claim: FigureClaim, told: list[_Told]) -> Iterator[Comparison]:
    """Figures that one number satisfies, told by different texts for the same time."""
    left = list(told)
    while left:
        group = [left.pop(0)]
        for member in list(left):
            if all(_bear_out(member, other) for other in group):
                group.append(member)
                left.remove(member)
        if len({member.teller for member in group}) > 1:
            end = (
                "These figures agree."
                if len({m.figure.value for m in group}) == 1
                else "One number can satisfy all of them."
            )
            yield Comparison("agree", f"{_sentence(story, claim, group)}. {end}", _tellings(group), _agreement(group))


def _agreement(group: list[_Told]) -> Relation:
    """How figures agree: in value, within a bound, or as one is rounded."""
    if len({member.figure.value for member in group}) == 1:
        return "same value"
    bounded = any(member.figure.bound not in {"exact", "about"} for member in group)
    return "bound satisfied" if bounded else "rounded"


def _bear_out(first: _Told, second: _Told) -> bool:
    """Whether two figures agree, and say much by it: not "more than 200" and 9,000, nor counts of two days that run on."""
    low, high = sorted((abs(first.figure.value), abs(second.figure.value)))
    if not _agree(first, second) or high > 2 * low:
        return False
    if first.figure.value == second.figure.value:
        return True
    apart = later(first.period, second.period) or later(second.period, first.period)
    return not (apart and (first.thing.runs or _open(first) != _open(second)))


def _open(member: _Told) -> bool:
    return member.figure.bound in {"more than", "at least"}


def _updates(story: Story, claim: FigureClaim, told: list[_Told]) -> Iterator[Comparison]:
    """One figure at different dates: as of later days never lower, unless such a count may fall."""
    line = _line(told)
    if len({member.teller for step in line for member in step}) > 1 and len(line) > 1:
        steps = joined(_step(story, step) for step in line)
        tellings = tuple(member.telling for step in line for member in step)
        label = f"{capitalised(claim.counted)}, at different dates" if claim.counted else "At different dates"
        revised = any(member.revises for step in line[1:] for member in step)
        yield Comparison("update", f"{label}: {steps}.", tellings, "revised" if revised else "update")


def _line(told: list[_Told]) -> list[list[_Told]]:
    """The steps of a count over time: of each the figures with its value."""
    dated = sorted((member for member in told if member.period.as_of and _goes_on(member)), key=_order)
    line: list[list[_Told]] = []
    for member in dated:
        last = line[-1] if line else None
        if last is None:
            line.append([member])
        elif member.figure.value == last[0].figure.value:
            last.append(member)
        elif _updates_one(last[0], member):
            line.append([member])
    return line


def _updates_one(earlier: _Told, member: _Told) -> bool:
    """Whether a figure is one of a later day that takes the place of an earlier one."""
    if member.revises and _printed_later(earlier, member):
        return True
    if not later(earlier.period, member.period) or _settled(earlier, member):
        return False
    grows = member.figure.value > earlier.figure.value
    return grows or member.thing.falls or (member.figure.unit is not None and (member.changes or member.period.told))


def _printed_later(earlier: _Told, member: _Told) -> bool:
    """Whether the second surely was printed on a later day."""
    return bool(
        earlier.period.latest and member.period.printed and earlier.period.latest < member.period.printed
    )


def _settled(first: _Told, second: _Told) -> bool:
    """Whether two figures that differ are of one state of things: printed within days, and nothing tells of a change."""
    early, late = sorted((first, second), key=_order)
    if not (early.period.as_of and late.period.as_of) or early.thing.runs:
        return False
    if early.period.told and late.period.told and early.period.meets(late.period):
        return True
    if late.changes or (late.period.told and early.period.as_of != late.period.as_of):
        return False
    days = (early.period.latest or early.period.as_of, late.period.latest or late.period.as_of)
    return abs((days[1] - days[0]).days) <= _SETTLED_DAYS


_SETTLED_DAYS = 3
"""Days of print within which a figure that nobody says has changed is taken for the same state of things."""


def _step(story: Story, step: list[_Told]) -> str:
    """What the articles print as of one day, and as of when where that is another day than their own."""
    first = min(step, key=lambda member: (member.headed, member.telling))
    other = first.period.told and first.period.one_day and first.period.as_of != first.period.printed
    own = [m for m in _one_each(step) if m.telling.article != first.telling.article]
    also = f" (also {enumerated([source(story, member.telling.article) for member in own])})" if own else ""
    as_of = f", as of {first.period.as_of.isoformat()}" if other and first.period.as_of else ""
    return f"{tells(story, first.telling)}{as_of}{also}"


def _order(member: _Told) -> tuple[str, float, bool, Telling]:
    """By day, then by value; of one value the body before the headline."""
    as_of = member.period.as_of.isoformat() if member.period.as_of else ""
    return as_of, member.figure.value, member.headed, member.telling


def _goes_on(member: _Told) -> bool:
    """Whether the figure can be one of several over time: a level, and no upper bound."""
    return not member.more and member.figure.change == "level" and member.figure.bound not in {"less than", "at most"}


def _conflicts(story: Story, claim: FigureClaim, told: list[_Told]) -> Iterator[Comparison]:
    """Numbers of different texts that nothing satisfies at once, for the same day; each pair of numbers once, with all who print them."""
    seen: set[tuple[float, float]] = set()
    steps = {member.figure.value for step in _line(told) for member in step}
    beside = _beside(told)
    for first, second in combinations(told, 2):
        values = (min(first.figure.value, second.figure.value), max(first.figure.value, second.figure.value))
        if values in seen or not _conflict(first, second, beside):
            continue
        if {*values} <= steps:
            continue  # one of several articles tells that the one came after the other
        seen.add(values)
        against = [
            member
            for member in told
            if (member.figure.value == first.figure.value and _conflict(member, second, beside))
            or (member.figure.value == second.figure.value and _conflict(first, member, beside))
        ]
        day = first.period.as_of if first.period.as_of == second.period.as_of else None
        as_of = f"as of {day.isoformat()} no" if day else "no"
        why = f"{_sentence(story, claim, against)}; {as_of} one number satisfies both."
        yield Comparison("conflict", why, _tellings(against), "conflict")


def _beside(told: list[_Told]) -> frozenset[frozenset[float]]:
    """The pairs of numbers of one thing that one article prints both: it sets the one against the other."""
    values: dict[int, set[float]] = {}
    for member in told:
        values.setdefault(member.telling.article, set()).add(member.figure.value)
    return frozenset(frozenset(pair) for numbers in values.values() for pair in combinations(sorted(numbers), 2))


def _conflict(first: _Told, second: _Told, beside: frozenset[frozenset[float]]) -> bool:
    """Whether two texts print, of one state of things, numbers that cannot both be."""
    if first.more or second.more or _one_of_them(first) or _one_of_them(second) or _side_by_side(first, second):
        return False
    disputed = frozenset({first.figure.value, second.figure.value}) in beside
    if not (first.thing.known or disputed or _same_told(first, second)):
        return False
    if first.teller == second.teller or _agree(first, second) or first.figure.change != second.figure.change:
        return False
    if first.figure.unit == "percent" and first.rest and second.rest and not first.rest & second.rest:
        return False  # "55 percent of residents lack water", "90 percent of residents lack power": two shares
    early, late = sorted((first, second), key=_order)
    if any(one.revises and _printed_later(other, one) for one, other in ((first, second), (second, first))):
        return False
    if early.period.one_day and late.period.one_day and early.period.as_of == late.period.as_of:
        return not _grown(early, late)
    return early.period.one_day and late.period.one_day and _settled(first, second)


def _same_told(first: _Told, second: _Told) -> bool:
    """Whether the same is surely told of two counts of a noun: one doing, or sentences in much the same words, or no other number of the noun."""
    if first.thing.doing is not None and first.thing.doing == second.thing.doing:
        return True
    return len(first.own & second.own) > _MUCH or (first.alone and second.alone)


def _side_by_side(first: _Told, second: _Told) -> bool:
    """Whether both sentences print both numbers ("eight are free, four still wait"); of a plain noun, whether one does."""
    both = (first.number in second.said, second.number in first.said)
    return all(both) if first.thing.known else any(both)


_MUCH = 4
"""Words that two sentences have in common by the story alone."""


def _one_of_them(member: _Told) -> bool:
    """Whether it is "one member of the crew", which counts nothing."""
    return member.figure.value == 1 and member.figure.bound == "exact" and not member.thing.known


def _grown(first: _Told, second: _Told) -> bool:
    """Whether the article printed later tells that the number has grown in between."""
    early, late = sorted(
        (first, second), key=lambda m: (m.period.printed.isoformat() if m.period.printed else "", m.telling)
    )
    return early.period.printed != late.period.printed and late.changes and late.figure.value > early.figure.value


def _sentence(story: Story, claim: FigureClaim, members: list[_Told]) -> str:
    """Who prints what: the articles with the same words in one clause."""
    clauses: dict[str, list[int]] = {}
    for member in sorted(_one_each(members), key=lambda member: member.telling):
        clauses.setdefault(printed(story, member.telling.article, member.telling.span), []).append(
            member.telling.article
        )
    return _label(claim) + joined(
        f"{enumerated([source(story, article) for article in articles])} print{'s' if len(articles) == 1 else ''} {words}"
        for words, articles in clauses.items()
    )


def _one_each(members: list[_Told]) -> list[_Told]:
    """Of each article each value once, from its body where it is there."""
    best: dict[tuple[int, float], _Told] = {}
    for member in sorted(members, key=lambda member: (member.headed, member.telling)):
        best.setdefault((member.telling.article, member.figure.value), member)
    return list(best.values())


def _tellings(members: list[_Told]) -> tuple[Telling, ...]:
    return tuple(sorted(member.telling for member in members))


def _label(claim: FigureClaim) -> str:
    return f"{capitalised(claim.counted)}: " if claim.counted else ""
