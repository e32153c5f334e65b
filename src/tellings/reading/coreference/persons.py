"""Which person a "he" or "she" stands for: each person before it is weighed, and the likeliest taken if it is likely enough.

What is weighed is what the literature on pronoun resolution has always used
(Lappin and Leass 1994: recency, subjecthood, repetition), with one that is the
newswriter's own: who spoke last goes on speaking. The weights are learned
(``training/pronouns.py``): a softmax over the persons and "none of them", so
that what comes out is a probability (mention ranking, Denis and Baldridge 2008).
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Final

from tellings.reading.coreference.binding import bound
from tellings.reading.coreference.gender import Gender
from tellings.reading.coreference.growing import Growing
from tellings.reading.coreference.places import Place
from tellings.reading.coreference.scene import Scene

LEAST: Final = 0.6
"""Below this probability a pronoun stays open: of the pronouns it was chosen on, 96 in 100 named are right."""
_REACH: Final = 12  # sentences; beyond, a writer names the person again
NONE: Final = "none of them"


@dataclass(slots=True)
class Candidate:
    """A person before a pronoun, and what speaks for or against it, by feature."""

    chain: Growing
    mention: int
    """Where its nearest mention begins."""
    subject: int
    """Where the nearest that is a subject begins, or -1."""
    features: dict[str, float] = field(default_factory=dict)


def resolve(scene: Scene, place: Place, gender: Gender) -> Growing | None:
    """The person that a "he" or "she" stands for; none where no one is likely enough."""
    found = candidates(scene, place, gender)
    if not found:
        return None
    chances = probabilities([candidate.features for candidate in found], weights())
    best = max(range(len(found)), key=lambda i: (chances[i], -min(found[i].chain.members)))
    return found[best].chain if chances[best] >= LEAST else None


def probabilities(rows: Sequence[Mapping[str, float]], learned: Mapping[str, float]) -> list[float]:
    """How likely each candidate is, by its features; what is missing to 1 is that it is none of them."""
    scores = [sum(learned.get(name, 0.0) * value for name, value in row.items()) for row in rows]
    highest = max(*scores, learned[NONE]) if scores else learned[NONE]
    parts = [math.exp(score - highest) for score in scores]
    whole = sum(parts) + math.exp(learned[NONE] - highest)
    return [part / whole for part in parts]


@cache
def weights() -> Mapping[str, float]:
    """The learned weights, by feature."""
    text = resources.files(__package__).joinpath("persons.json").read_text(encoding="utf-8")
    learned: dict[str, float] = json.loads(text)["weights"]
    return learned


def candidates(scene: Scene, place: Place, gender: Gender) -> list[Candidate]:
    """The persons whom a pronoun can stand for, each with its features."""
    going_on = _going_on(scene, place)
    asker = scene.asker(place)
    found = []
    for chain in scene.growing:
        if chain.kind != "person" or chain.gender not in {None, gender} or asker in chain.members:
            continue
        if place.quoted and scene.speaks_here(place, chain):
            continue
        candidate = _candidate(scene, place, chain)
        if candidate is not None:
            candidate.features.update(_standing(scene, place, chain, gender, going_on))
            found.append(candidate)
    _rank(found)
    return found


def _going_on(scene: Scene, place: Place) -> tuple[int | None, int | None]:
    """Who has just been told to have spoken, and whose quotation stands right before."""
    told, last = scene.just_told(place), scene.last_speaker(place)
    if told is not None and last is not None:
        spans = scene.by_position[told].mention.span, scene.by_position[last].mention.span
        last = told if spans[0] > spans[1] else last  # somebody else was told of since
    return told, last


def _candidate(scene: Scene, place: Place, chain: Growing) -> Candidate | None:
    """A chain with what its nearest mention before the pronoun says; none where it is too far or cannot be meant."""
    members = [scene.by_position[member] for member in chain.members]
    before = [m for m in members if m.mention.span.start < place.mention.span.start and not scene.own_words(place, m)]
    if not before or any(bound(place, other) for other in before):
        return None
    narrated = [other for other in before if not other.quoted]
    near = max(narrated or before, key=lambda other: other.mention.span.start)
    distance = place.sentence - near.sentence
    if distance > _REACH:
        return None
    subjects = [other for other in narrated or before if other.subject and not other.agent]
    subject = max(subjects, key=lambda other: other.mention.span.start, default=None)
    features = {
        f"{_step(distance)} sentences before": 1.0,
        "farther": max(0, distance - 3) / 4,
        "only in quotation marks": float(not narrated),
        "told of by another": float(near.position in scene.told_of),
        "an agent": float(near.agent),
        "an owner": float(near.root.dep_ in {"poss", "compound"}),
        f"a {near.mention.form}": 1.0,
        "often": min(sum(place.sentence - other.sentence <= _REACH for other in before), 6) / 6,
        "of this paragraph": float(near.paragraph == place.paragraph),
        "of the paragraph before": float(near.paragraph == place.paragraph - 1),
    }
    if subject is not None:
        steps = place.sentence - subject.sentence
        features[f"a subject {_step(steps)} sentences before"] = 1.0
        features[f"leads {_step(steps)} sentences before"] = float(subject.leads and steps < 3)
        if not chain.named and steps < 2:
            features[f"without a name, a subject {_step(steps)} sentences before"] = 1.0
    return Candidate(chain, near.mention.span.start, subject.mention.span.start if subject else -1, features)


def _step(distance: int) -> str:
    return str(distance) if distance < 3 else "3 to 4" if distance < 5 else "5 or more"


def _standing(
    scene: Scene, place: Place, chain: Growing, gender: Gender, going_on: tuple[int | None, int | None]
) -> dict[str, float]:
    """What a person is in the article so far: named, of this gender, the one who has just spoken."""
    own = scene.said.get(place.position)
    told, last = going_on
    introduced = float(scene.introduces(place, chain))
    went_on = float(last in chain.members)
    return {
        "named": float(chain.named),
        "of this gender": float(chain.gender == gender),
        "introduced in this paragraph": introduced,
        "introduced before a quotation": introduced * (own is not None and own.manner == "direct"),
        "just told to have spoken": float(told in chain.members),
        "spoke right before": went_on,
        "spoke right before, words first": went_on
        * (own is not None and own.content[0].start < place.mention.span.start),
        "has spoken": float(
            any(q.speaker in chain.members and q.content[0].start < place.mention.span.start for q in scene.quotations)
        ),
        "named first in the article": float(min(chain.members) == min(min(c.members) for c in scene.growing)),
    }


def _rank(found: Sequence[Candidate]) -> None:
    """Add who stands nearest of all: by the nearest mention, and by the nearest that is a subject."""
    mentions = sorted((c.mention for c in found), reverse=True)
    subjects = sorted((c.subject for c in found if c.subject >= 0), reverse=True)
    for candidate in found:
        candidate.features["nearest"] = float(candidate.mention == mentions[0])
        candidate.features["third or later"] = float(mentions.index(candidate.mention) > 1)
        rank = subjects.index(candidate.subject) if candidate.subject >= 0 else 2
        candidate.features["nearest subject"] = float(rank == 0)
        candidate.features["third subject or later"] = float(rank > 1)
