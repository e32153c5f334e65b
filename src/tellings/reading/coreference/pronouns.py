"""Pronouns: which person before it a "he" or "she" stands for.

No learned model yet: a handful of weights over what the literature on
pronoun resolution has always used (Lappin and Leass 1994: recency, subjecthood,
repetition), with one that is the newswriter's own: who spoke last goes on
speaking. Words inside somebody's quotation marks count little outside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tellings.reading.coreference import gender as genders
from tellings.reading.coreference.places import Place
from tellings.values import Quotation

if TYPE_CHECKING:
    from tellings.reading.coreference.chains import Growing

_REACH = 12  # sentences; beyond, a writer names the person again
_REFLEXIVE = frozenset({"himself", "herself", "themselves"})


def resolve(found: Sequence[Place], growing: list[Growing], by_position: dict[int, Place], quotations: Sequence[Quotation]) -> None:
    """Let pronouns join chains, in the order of the text, so that each helps the next."""
    speaking = {quotation.speaker for quotation in quotations if quotation.source}
    for place in found:
        if place.mention.form != "pronoun":
            continue
        lower = place.text.casefold()
        if lower == "who":
            _relative(place, growing, found)
        elif (gender := genders.of_pronoun(lower)) is not None:
            _personal(place, gender, growing, by_position, speaking, quotations)
        elif lower == "it":
            _body(place, growing, by_position, speaks=place.position in speaking)
        elif lower in {"they", "them", "their"}:
            _plural(place, growing, by_position, speaks=place.position in speaking)


def _relative(place: Place, growing: list[Growing], found: Sequence[Place]) -> None:
    """"who": the noun that the clause hangs on."""
    verb = next((a for a in place.root.ancestors if a.dep_ in {"relcl", "acl"}), None)
    if verb is None:
        return
    noun = verb.head
    for chain in growing:
        for member in sorted(chain.members):
            other = next(p for p in found if p.position == member)
            if other.paragraph == place.paragraph and other.root.doc is noun.doc and other.first.i <= noun.i <= other.root.i + 3 and other.mention.form != "pronoun":
                if other.root.i == noun.i or other.first.i <= noun.i < other.first.i + len(other.text.split()):
                    chain.members[place.position] = f"the clause describes {chain.name}"
                    return


def _personal(
    place: Place,
    gender: genders.Gender,
    growing: list[Growing],
    by_position: dict[int, Place],
    speaking: set[int | None],
    quotations: Sequence[Quotation],
) -> None:
    scored: list[tuple[float, int, Growing]] = []
    last_speaker = _last_speaker(place, quotations, by_position) if place.position in speaking and not _introduced(place, by_position) else None
    for chain in growing:
        if chain.kind != "person" or (chain.gender is not None and chain.gender != gender):
            continue
        score = _score(place, chain, by_position)
        if score is None or (place.quoted and _speaks_here(place, chain, quotations)):
            continue
        if last_speaker is not None and last_speaker in chain.members:
            score += 1.5
        if chain.gender == gender:
            score += 0.5
        if not chain.named:
            score -= 1.0
        scored.append((score, -min(chain.members), chain))
    if not scored:
        return
    best = max(scored, key=lambda item: item[:2])
    chain = best[2]
    chain.members[place.position] = f"“{place.text}” is read as {chain.name}, the nearest person before it that fits"
    if chain.gender is None and not place.quoted:
        chain.gender = gender


def _speaks_here(place: Place, chain: Growing, quotations: Sequence[Quotation]) -> bool:
    """Whether a chain is the speaker of the quotation that a pronoun stands in: speakers call themselves "I"."""
    return any(q.speaker in chain.members and q.manner != "indirect" and any(piece.covers(place.mention.span) for piece in q.content) for q in quotations)


def _score(place: Place, chain: Growing, by_position: dict[int, Place]) -> float | None:
    """How well a chain fits a pronoun: its best mention before it, and how often it is mentioned; none where it cannot be."""
    best: float | None = None
    count = 0
    for member in chain.members:
        other = by_position[member]
        if other.mention.span.start >= place.mention.span.start:
            continue
        distance = place.sentence - other.sentence
        if _bound(place, other):
            return None
        if distance > _REACH:
            continue
        count += 1
        score = -0.55 * distance
        score += 1.0 if other.subject else 0.0
        score -= 3.0 if other.quoted and not place.quoted else 0.0
        score -= 0.5 if other.root.dep_ in {"poss", "compound"} else 0.0
        score += 0.3 if other.mention.form == "pronoun" else 0.0
        best = score if best is None or score > best else best
    return None if best is None else best + 0.15 * min(count, 6)


def _bound(place: Place, other: Place) -> bool:
    """Whether two mentions of one clause cannot be the same person ("Lee met him")."""
    if other.sentence != place.sentence or other.paragraph != place.paragraph:
        return False
    lower = place.text.casefold()
    if lower in _REFLEXIVE or lower in {"his", "her", "their"} and place.root.dep_ == "poss":
        return False
    verb, other_verb = place.verb, other.verb
    return verb is not None and other_verb is not None and verb.i == other_verb.i and other.subject != place.subject


def _introduced(place: Place, by_position: dict[int, Place]) -> bool:
    """Whether the paragraph has already said whom it is about."""
    return any(
        other.paragraph == place.paragraph and other.mention.span < place.mention.span and other.subject and not other.quoted
        and other.mention.kind == "person" and other.mention.form == "name"
        for other in by_position.values()
    )


def _last_speaker(place: Place, quotations: Sequence[Quotation], by_position: dict[int, Place]) -> int | None:
    """The speaker of the quotation right before one that a pronoun is the source of: an exchange names its people anew."""
    own = next((q for q in quotations if q.speaker == place.position), None)
    if own is None or own.manner == "indirect" or own.content[0].start > place.mention.span.start:
        return None
    earlier = [q for q in quotations if q.speaker is not None and q.speaker != place.position and q.content[0].start < own.content[0].start and q.manner != "indirect"]
    if not earlier or earlier[-1].speaker not in by_position:
        return None
    near = place.paragraph - by_position[earlier[-1].speaker].paragraph <= 2  # type: ignore[index]
    return earlier[-1].speaker if near else None


def _plural(place: Place, growing: list[Growing], by_position: dict[int, Place], *, speaks: bool) -> None:
    """"they" as a source: the nearest group before it that is a subject outside quotation marks."""
    if not speaks:
        return
    best: tuple[int, int, Growing] | None = None
    for chain in growing:
        if chain.kind not in {"group", "organisation"}:
            continue
        for member in chain.members:
            other = by_position[member]
            if other.mention.span.start < place.mention.span.start and not other.quoted and place.sentence - other.sentence <= 4:
                key = (int(other.subject and chain.kind == "group"), other.mention.span.start)
                if best is None or key > best[:2]:
                    best = (*key, chain)
    if best is not None and best[0]:
        best[2].members[place.position] = f"“{place.text}” is read as {best[2].name}, the nearest group before it"


def _body(place: Place, growing: list[Growing], by_position: dict[int, Place], *, speaks: bool) -> None:
    """"it" as a source: the nearest body or document before it, subjects first."""
    if not speaks:
        return
    best: tuple[float, int, Growing] | None = None
    for chain in growing:
        if chain.kind not in {"organisation", "document"}:
            continue
        for member in chain.members:
            other = by_position[member]
            distance = place.sentence - other.sentence
            if other.mention.span.start >= place.mention.span.start or other.quoted or distance > 3:
                continue
            key = (float(other.subject) + (0.4 if chain.kind == "organisation" else 0.0) - 0.6 * distance, other.mention.span.start)
            if best is None or key > best[:2]:
                best = (*key, chain)
    if best is not None:
        best[2].members[place.position] = f"“{place.text}” is read as {best[2].name}, the nearest body before it"
