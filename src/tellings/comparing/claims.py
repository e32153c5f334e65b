"""The sentences of the figure ledger: who prints which figure, each article once."""

from __future__ import annotations

from tellings.comparing.claimed import Claimed
from tellings.comparing.phrasing import capitalised, enumerated, joined, printed, source, tells
from tellings.values import FigureClaim, Story, Telling


def sentence(story: Story, claim: FigureClaim, members: list[Claimed]) -> str:
    """Who prints what: the articles with the same words in one clause."""
    clauses: dict[str, list[int]] = {}
    for member in sorted(one_each(members), key=lambda member: member.telling):
        clauses.setdefault(printed(story, member.telling.article, member.telling.span), []).append(
            member.telling.article
        )
    return label(claim) + joined(
        f"{enumerated([source(story, article) for article in articles])} print{'s' if len(articles) == 1 else ''} {words}"
        for words, articles in clauses.items()
    )


def one_each(members: list[Claimed]) -> list[Claimed]:
    """Of each article each value once, from its body where it is there."""
    best: dict[tuple[int, float], Claimed] = {}
    for member in sorted(members, key=lambda member: (member.headed, member.telling)):
        best.setdefault((member.telling.article, member.figure.value), member)
    return list(best.values())


def places(members: list[Claimed]) -> tuple[Telling, ...]:
    """Where the figures stand."""
    return tuple(sorted(member.telling for member in members))


def label(claim: FigureClaim) -> str:
    """What the claim is of, for the front of a sentence."""
    return f"{capitalised(claim.counted)}: " if claim.counted else ""


def step_of(story: Story, step: list[Claimed]) -> str:
    """What the articles print as of one day, and as of when where that is another day than their own."""
    first = min(step, key=lambda member: (member.headed, member.telling))
    other = first.period.told and first.period.one_day and first.period.as_of != first.period.printed
    own = [m for m in one_each(step) if m.telling.article != first.telling.article]
    also = f" (also {enumerated([source(story, member.telling.article) for member in own])})" if own else ""
    as_of = f", as of {first.period.as_of.isoformat()}" if other and first.period.as_of else ""
    return f"{tells(story, first.telling)}{as_of}{also}"
