"""The check of one quotation: printed so, printed otherwise, said by another, or not found.

Only what is printed is told, with its sources; whether it was said so is not
for a program to say. A part of what is printed, in one run, is exact: quoting
less is no alteration, unless a word that turns the meaning is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rapidfuzz.distance import Indel

from tellings.checking.index import QuoteIndex
from tellings.checking.printed import Printed
from tellings.checking.speakers import same_person
from tellings.linking.utterances.alignment import align
from tellings.linking.utterances.edits import edits
from tellings.linking.utterances.overlap import overlap, reordered
from tellings.linking.utterances.paraphrase import nearest, statements
from tellings.linking.utterances.restated import as_paraphrase, restating
from tellings.linking.utterances.splices import stands_in
from tellings.linking.utterances.warnings import warnings
from tellings.linking.utterances.words import Word, Wording
from tellings.values import Edit, MeaningWarning, Spans, Telling

Outcome = Literal["exact", "altered", "paraphrase", "said by another", "not found"]

RUN = 4
"""Words in one run that are not there by chance, among the quotations of many articles."""

_SHARED = 0.6  # share of a quotation's words, weighed, that a source must print in this order
_SURE = 0.7  # the same where no speaker agrees
_LONG = 10  # words in one run that are one thing said, whoever says it
_SOURCES = 5  # told at most
_COMPARED = 8  # sources aligned word by word
_PUT_IN = 3  # words; fewer of another utterance may stand there by chance


@dataclass(frozen=True, slots=True)
class Source:
    """One place that prints the words, and what the quotation does to them.

    In ``edits`` and ``warnings``, ``lead`` is in the source's text and ``here`` in that of the quotation; a splice's ``source`` is
    in ``other``.
    """

    printed: Printed
    edits: tuple[Edit, ...]
    warnings: tuple[MeaningWarning, ...]
    agrees: bool | None
    """Whether the source names the speaker asked for; none where one of them names nobody."""
    other: Printed | None = None

    @property
    def exact(self) -> bool:
        """Whether the quotation is printed so, or as a part of it."""
        return not self.printed.reported and self._whole

    @property
    def unmarked(self) -> bool:
        """Whether the words are printed so, but reported and not in quotation marks."""
        return self.printed.reported and self._whole

    @property
    def _whole(self) -> bool:
        return not altered(self.edits, self.warnings)


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of one quotation: the outcome, why in a sentence, and the sources, the nearest first."""

    line: str
    speaker: str | None
    outcome: Outcome
    reason: str
    sources: tuple[Source, ...] = ()
    pieces: Spans = ()


def check(wording: Wording, index: QuoteIndex, *, speaker: str | None = None, run: int = RUN) -> Checked:
    """Compare a quotation with what the index holds. ``speaker`` is the name it is given to, if any.

    ``run`` words must stand together in a source, in a quotation that has so many and one more; fewer may be by chance.
    """
    near = _near(wording, index)
    sources = _sources(wording, near, speaker, run) or _restating(wording, near, speaker)
    return judged(Checked(wording.line, speaker, "not found", "", pieces=wording.pieces), sources)


def altered(changes: Sequence[Edit], warned: Sequence[MeaningWarning]) -> bool:
    """Whether more was done to words than to quote less of them, or what is left out turns the meaning."""
    cuts = {"cut at the front", "cut at the end"}
    return bool(warned) or any(edit.kind not in cuts for edit in changes)


def judged(checked: Checked, sources: Sequence[Source]) -> Checked:
    """The same quotation with these sources, the nearest of them first, and the outcome that follows from them."""
    ordered = sorted(sources, key=_rank)
    outcome, reason = _outcome(ordered, checked.speaker)
    return replace(checked, outcome=outcome, reason=reason, sources=tuple(ordered[:_SOURCES]))


def _outcome(sources: Sequence[Source], speaker: str | None) -> tuple[Outcome, str]:
    if not sources:
        return "not found", "no source prints these words, nor most of them in this order"
    best = sources[0]
    if best.agrees is False:
        return "said by another", f"the sources that print these words give them to {best.printed.speaker}"
    unnamed = " (no speaker is named there)" if speaker and best.agrees is None else ""
    if any(edit.kind == "paraphrase" for edit in best.edits):
        turned = [f"{warning.sense} {warning.change}" for warning in best.warnings]
        return "paraphrase", "; ".join(["the speaker says the same in other words", *turned])
    if best.exact:
        part = " as a part of what is quoted" if best.edits else ""
        return "exact", f"printed in these words{part}{unnamed}"
    if best.unmarked:
        return "altered", f"printed in these words, but without quotation marks{unnamed}"
    kinds = list(dict.fromkeys(edit.kind for edit in best.edits))
    turned = [f"{warning.sense} {warning.change}" for warning in best.warnings]
    return "altered", "; ".join(dict.fromkeys([*kinds, *turned])) + unnamed


def _near(wording: Wording, index: QuoteIndex) -> list[Printed]:
    """The candidates: what shares most with the words, or holds them as they are where they are few and common."""
    own = _own(wording)
    return index.near(wording) or (index.containing(" ".join(wording.line.split())) if 0 < len(own) <= RUN else [])


def _own(wording: Wording) -> list[Word]:
    """The words of the speaker, not of an editor."""
    return [word for word in wording.words if not word.bracketed] or list(wording.words)


def _sources(wording: Wording, near: Sequence[Printed], speaker: str | None, run: int) -> list[Source]:
    """The places that print the words."""
    own = _own(wording)
    shares = [(share, printed) for printed in near for share in [_share(own, printed, speaker, run)]]
    fitting = [item for item in shares if item[0] >= _SHARED] or _two_parts(own, shares)
    fitting.sort(key=lambda item: (-item[0], _place(item[1])))
    return [_source(wording, printed, near, speaker) for _, printed in fitting[:_COMPARED]]


def _restating(wording: Wording, near: Sequence[Printed], speaker: str | None) -> list[Source]:
    """The one place in which the speaker says the same in other words."""
    said = statements(wording.line)
    if speaker is None or len(said) != 1 or not said[0].whole:
        return []
    by = [printed for printed in near if same_person(speaker, printed.speaker) and not printed.denied]
    told = [(p, statement) for p in by for statement in statements(p.line, reported=p.reported)]
    same = nearest(said[0], [statement for _, statement in told], beside=(speaker,))
    if same is None:
        return []
    printed = told[same.place][0]
    edits, warned = as_paraphrase(printed.wording, restating(printed.wording, wording, said[0], same))
    return [Source(printed, tuple(edits), tuple(warned), agrees=True)]


def _rank(source: Source) -> tuple[bool, bool, int, bool, int, str, int, Spans]:
    """Nearest first: by the speaker asked for, exact, with the fewest changes; never by the order of filling."""
    printed = source.printed
    changed = sum(
        len(edit.lead or ()) + len(edit.here or ()) for edit in source.edits if not edit.kind.startswith("cut at")
    )
    left_out = sum(len(edit.lead or ()) for edit in source.edits)
    return source.agrees is False, not source.exact, changed, printed.reported, left_out, *_place(printed)


def _place(printed: Printed) -> tuple[str, int, Spans]:
    return printed.file, printed.record or 0, printed.pieces


def _share(own: Sequence[Word], printed: Printed, speaker: str | None, run: int) -> float:
    """The weighed share of a quotation's words that a source prints in this order; 0 where that may be chance.

    Without a long run, words of which nobody says that they are of the same speaker must be more: many say
    "we take these reports very seriously".
    """
    theirs, ours = printed.wording.folded, [word.folded for word in own]
    shared = overlap(theirs, ours)
    if reordered(theirs, ours):
        return max(shared.weight, _SHARED)
    if shared.run < min(run, max(1, len(own) - 1)):
        return 0.0
    if shared.weight < _SURE and shared.run < _LONG and not same_person(speaker, printed.speaker):
        return shared.weight * _SHARED
    return shared.weight


def _two_parts(own: Sequence[Word], shares: Sequence[tuple[float, Printed]]) -> list[tuple[float, Printed]]:
    """The larger part of a quotation that two sources make up between them, where none prints most of it."""
    parts = [item for item in shares if item[0] > 0]
    for share, printed in sorted(parts, key=lambda item: -item[0])[:_SOURCES]:
        rest = _missing(own, printed.wording.words)
        if len(rest) >= _PUT_IN and any(
            overlap(other.wording.folded, [word.folded for word in rest]).run >= max(_PUT_IN, 0.8 * len(rest))
            for _, other in shares
        ):
            return [(share, printed)]
    return []


def _missing(own: Sequence[Word], printed: Sequence[Word]) -> list[Word]:
    """The longest stretch of a quotation that a source does not print."""
    codes = Indel.opcodes([w.folded for w in own], [w.folded for w in printed])
    kept = {
        place
        for c in codes
        if c.tag == "equal" and c.src_end - c.src_start > 1
        for place in range(c.src_start, c.src_end)
    }
    longest: list[Word] = []
    current: list[Word] = []
    for place, word in enumerate(own):
        current = [] if place in kept else [*current, word]
        longest = max(longest, current, key=len)
    return longest


def _source(wording: Wording, printed: Printed, near: Sequence[Printed], speaker: str | None) -> Source:
    lead = printed.wording
    columns = align(lead, wording)
    changes, other = _with_splices(wording, printed, edits(lead, wording, columns), near)
    return Source(printed, changes, warnings(lead, wording, columns), same_person(speaker, printed.speaker), other)


def _with_splices(
    wording: Wording, printed: Printed, changes: tuple[Edit, ...], near: Sequence[Printed]
) -> tuple[tuple[Edit, ...], Printed | None]:
    """Edits in which words of another source's utterance are named as spliced in."""
    found = list(changes)
    other: Printed | None = None
    for place, edit in enumerate(found):
        if edit.here is None or edit.kind not in {"words added", "word replaced"}:
            continue
        put = wording.within(edit.here)
        if len(put) < _PUT_IN:
            continue
        for rival in near:
            span = None if rival is printed else stands_in(put, rival.wording, wording)
            if span is not None:
                found[place] = replace(edit, kind="spliced from two utterances", source=Telling(0, span))
                other = rival
                break
    return tuple(found), other
