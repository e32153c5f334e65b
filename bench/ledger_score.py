"""What the ledger and the check make of a story whose answers are known, counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from editor_turns import TURNS
from ledger_stories import SPEAKERS, Placed
from tellings.checking import Printed, QuoteIndex, check
from tellings.linking import utterances
from tellings.linking.utterances.edits import edits
from tellings.linking.utterances.warnings import warnings
from tellings.linking.utterances.words import Wording
from tellings.values import (
    Span,
    Story,
)


@dataclass
class Score:
    """What was counted over all stories."""

    pairs: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    predicted: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    named: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    expected: Counter[str] = field(default_factory=Counter)
    warned: Counter[str] = field(default_factory=Counter)
    quiet: int = 0
    alarms: int = 0
    outcomes: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    misses: list[str] = field(default_factory=list)


def measure(placed: Sequence[Placed], story: Story, score: Score) -> None:
    """Add one story to the score."""
    where = {item.place: number for number, item in enumerate(placed)}
    linked = utterances.link(story)
    group: dict[int, int] = {}
    kinds: dict[int, set[str]] = defaultdict(set)
    for number, utterance in enumerate(linked):
        for printing in utterance.printings:
            position = where.get((printing.telling.article, printing.telling.span))
            if position is not None:
                group[position] = number
                kinds[position] |= {edit.kind for edit in printing.edits}
    original = {item.original: number for number, item in enumerate(placed) if item.kind == "original"}
    for number, item in enumerate(placed):
        if item.kind in {"original", "boilerplate", "common words"}:
            continue
        score.pairs[item.kind] += 1
        homes = [original[item.original], *([original[item.second]] if item.second is not None else [])]
        ok = group.get(number) is not None and group[number] in {group.get(home) for home in homes}
        score.found[item.kind] += ok
        if not ok:
            score.misses.append(f"not found ({item.kind}): {item.text!r} of {placed[homes[0]].text!r}")
        _named(item, placed[homes[0]].text, kinds[number], score)
    _precision(placed, group, score)
    _checked(placed, score)


def _precision(placed: Sequence[Placed], group: dict[int, int], score: Score) -> None:
    members: dict[int, list[int]] = defaultdict(list)
    for number, utterance in group.items():
        members[utterance].append(number)
    for numbers in members.values():
        for a, b in combinations(numbers, 2):
            one, other = placed[a], placed[b]
            ok = bool({one.original, one.second} & {other.original, other.second} - {None})
            for kind in {one.kind, other.kind}:
                score.predicted[kind] += 1
                score.right[kind] += ok
            score.predicted["all"] += 1
            score.right["all"] += ok
            if not ok:
                score.misses.append(f"wrongly together ({one.kind}, {other.kind}): {one.text!r} and {other.text!r}")


def _named(item: Placed, original: str, linked: set[str], score: Score) -> None:
    lead, here = _wording(original), _wording(item.text)
    told: set[str] = {edit.kind for edit in edits(lead, here)}
    if item.kind == "spliced from two utterances":
        told = set(linked & item.edited.kinds) or linked  # the cuts at the joint are named as well, rightly
    name = "turned: " + item.kind if item.kind in TURNS else item.kind
    ok = told == item.edited.kinds
    if item.kind == "combined":
        score.named[name]["right" if ok else "other"] += 1
    else:
        score.named[name][" + ".join(sorted(told)) or "exact"] += 1
    score.named["all"]["right" if ok else "other"] += 1
    if not ok:
        score.misses.append(f"named {sorted(told)}, is {sorted(item.edited.kinds)}: {item.text!r} of {original!r}")
    found = {(warning.sense, warning.change) for warning in warnings(lead, here)}
    if item.kind == "spliced from two utterances":
        return
    for sense in item.edited.senses:
        score.expected[sense[0]] += 1
        score.warned[sense[0]] += sense in found
        if sense not in found:
            score.misses.append(f"no warning {sense}, but {sorted(found)}: {item.text!r} of {original!r}")
    if not item.edited.senses:
        score.quiet += 1
        score.alarms += bool(found)
        if found:
            score.misses.append(f"false alarm {sorted(found)} ({item.kind}): {item.text!r} of {original!r}")


def _checked(placed: Sequence[Placed], score: Score) -> None:
    """The check of every altered printing against the originals, and of boilerplate against boilerplate."""
    index = QuoteIndex()
    index.add(
        Printed(f"{n}.txt", None, "", None, None, (Span(0, len(p.text)),), p.text, SPEAKERS[p.speaker])
        for n, p in enumerate(placed)
        if p.kind == "original" or (p.kind in {"boilerplate", "common words"} and p.original % 2)
    )
    for item in placed:
        if item.kind == "original" or (item.kind in {"boilerplate", "common words"} and item.original % 2):
            continue
        checked = check(_wording(item.text), index, speaker=SPEAKERS[item.speaker])
        score.outcomes[item.kind][checked.outcome] += 1


def _wording(text: str) -> Wording:
    return Wording.of(text, (Span(0, len(text)),))
