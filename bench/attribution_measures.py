"""The measures of attribution, counted on one article and added up over many.

A hit counts for precision on the side of what was predicted and for recall on the side of the gold. Typed figures
restrict the predictions (precision) and the gold (recall) to one manner, each against everything on the other side
(Pareti et al. 2013). Measures that are a share and no F1 have the predicted side alone.

``found``: a content that shares half its words (Jaccard) with one of the gold, paired one to one. ``relation``: found,
and the sources share a telling word. ``relation_exact``: source, cue and content are equal. ``attributed_token``: a word
of content with the right source, however the quotations are cut. ``ROLE:exact``: all words of a role are equal;
``ROLE:strict``: its punctuation too. ``fragment-ROLE``: contiguous pieces, as CofeNet counts them (Wang et al. 2022).
``certainty``: of the contents that were found, by the certainty that the reading gives, those with the right source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from attribution_tokens import ROLES, Relation, Role, Tokenised, Tokens, jaccard, relations

Side = Literal["predicted", "gold"]
ALL = "all"
HALF = 0.5


class Cell(NamedTuple):
    """What a count is of: the measure, the manner (or class) that it is restricted to, and the side."""

    measure: str
    kind: str
    side: Side


class Tally:
    """Hits and totals by cell."""

    def __init__(self) -> None:
        self.hits: defaultdict[Cell, float] = defaultdict(float)
        self.totals: defaultdict[Cell, int] = defaultdict(int)

    def count(self, measure: str, side: Side, credit: float, kinds: Iterable[str] = ()) -> None:
        """One thing with what it is worth: 0 to 1."""
        for kind in {ALL, *kinds}:
            cell = Cell(measure, kind, side)
            self.hits[cell] += credit
            self.totals[cell] += 1

    def add(self, other: Tally) -> None:
        """Take in what another has counted."""
        for cell, total in other.totals.items():
            self.hits[cell] += other.hits[cell]
            self.totals[cell] += total


def score(
    text: str,
    gold: Iterable[Mapping[str, Any]],
    predicted: Iterable[Mapping[str, Any]],
    ignore: Iterable[Sequence[int]] = (),
) -> Tally:
    """All measures on one article. A prediction whose content lies mostly in ``ignore`` is left out."""
    tokens = Tokenised(text)
    left_out = tokens.tokens(ignore)
    expected = relations(tokens, gold)
    given = [
        relation
        for relation in relations(tokens, predicted)
        if len(relation.strict["content"] & left_out) <= HALF * len(relation.strict["content"])
    ]
    tally = Tally()
    _relations(tally, tokens, expected, given)
    _attributed(tally, tokens, expected, given)
    for role in ROLES:
        _units(tally, role, expected, given)
        _fragments(tally, role, expected, given)
    return tally


def _paired(tokens: Tokenised, gold: list[Relation], given: list[Relation]) -> dict[int, int]:
    """Gold number -> predicted number, the most alike first; of two alike the one with the same source."""
    pairs = []
    for g, expected in enumerate(gold):
        for p, relation in enumerate(given):
            alike = jaccard(expected.words["content"], relation.words["content"])
            if alike >= HALF:
                agree = tokens.same_source(expected.words["source"], relation.words["source"])
                pairs.append((-alike, not agree, g, p))
    paired: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, g, p in sorted(pairs):
        if g not in paired and p not in taken:
            paired[g] = p
            taken.add(p)
    return paired


def _relations(tally: Tally, tokens: Tokenised, gold: list[Relation], given: list[Relation]) -> None:
    found = _paired(tokens, gold, given)
    right = {g: p for g, p in found.items() if tokens.same_source(gold[g].words["source"], given[p].words["source"])}
    for measure, hits in (("found", found), ("relation", right)):
        for g, expected in enumerate(gold):
            tally.count(measure, "gold", g in hits, (expected.manner,))
        for p, relation in enumerate(given):
            tally.count(measure, "predicted", p in hits.values(), (relation.manner,))
    sides: tuple[tuple[Side, list[Relation], list[Relation]], ...] = (("gold", gold, given), ("predicted", given, gold))
    for side, mine, others in sides:
        keys = {relation.key for relation in others}
        for relation in mine:
            tally.count("relation_exact", side, relation.key in keys, (relation.manner,))
    for g, p in found.items():
        tally.count("source_accuracy", "predicted", g in right, (gold[g].manner,))
        if (certainty := given[p].certainty) is not None:
            tally.count(f"certainty:{certainty}", "predicted", g in right)


def _attributed(tally: Tally, tokens: Tokenised, gold: list[Relation], given: list[Relation]) -> None:
    holding = tuple(_by_word(side) for side in (gold, given))
    sides: tuple[Side, Side] = ("gold", "predicted")
    for side, mine, others in zip(sides, holding, reversed(holding), strict=True):
        for word, owners in mine.items():
            hit = any(
                tokens.same_source(one.words["source"], other.words["source"])
                for one in owners
                for other in others.get(word, ())
            )
            tally.count("attributed_token", side, hit, (owner.manner for owner in owners))


def _by_word(side: list[Relation]) -> dict[int, list[Relation]]:
    holding: dict[int, list[Relation]] = {}
    for relation in side:
        for word in relation.words["content"]:
            holding.setdefault(word, []).append(relation)
    return holding


def _units(tally: Tally, role: Role, gold: list[Relation], given: list[Relation]) -> None:
    """A role of an attribution, all its pieces together; one that several attributions share counts once."""
    for measure in ("exact", "strict"):
        expected, found = _distinct(gold, role, measure), _distinct(given, role, measure)
        for unit, manners in expected.items():
            tally.count(f"{role}:{measure}", "gold", unit in found, manners)
        for unit, manners in found.items():
            tally.count(f"{role}:{measure}", "predicted", unit in expected, manners)


def _distinct(side: list[Relation], role: Role, measure: str) -> dict[Tokens, set[str]]:
    units: dict[Tokens, set[str]] = {}
    for relation in side:
        if unit := (relation.strict if measure == "strict" else relation.words)[role]:
            units.setdefault(unit, set()).add(relation.manner)
    return units


def _fragments(tally: Tally, role: Role, gold: list[Relation], given: list[Relation]) -> None:
    expected = {piece for relation in gold for piece in relation.fragments[role]}
    found = {piece for relation in given for piece in relation.fragments[role]}
    for measure, e, f in (
        ("exact", expected, found),
        ("begin", {min(piece) for piece in expected}, {min(piece) for piece in found}),
    ):
        for piece in e:
            tally.count(f"fragment-{role}:{measure}", "gold", piece in f)
        for piece in f:
            tally.count(f"fragment-{role}:{measure}", "predicted", piece in e)
    for piece in expected:  # a gold piece has its best match, a predicted one that touches none counts 0
        tally.count(f"fragment-{role}:jaccard", "predicted", max((jaccard(piece, f) for f in found), default=0.0))
    touched = frozenset(token for piece in expected for token in piece)
    for piece in found:
        if not piece & touched:
            tally.count(f"fragment-{role}:jaccard", "predicted", 0)
