"""The check: is a quotation printed so, otherwise, by another's mouth, or not at all?

Only what is printed is told, with its sources; whether it was said so is not
for a program to say. A part of what is printed, in one run, is exact: quoting
less is no alteration, unless a word that turns the meaning is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rapidfuzz.distance import Indel

from tellings.checking.index import QuoteIndex
from tellings.checking.printed import Printed
from tellings.linking.utterances.alignment import align, overlap, telling
from tellings.linking.utterances.edits import edits
from tellings.linking.utterances.meaning import warnings
from tellings.linking.utterances.words import Word, Wording
from tellings.reading.coreference.names import words_of
from tellings.reading.lexicon import words as lexicon
from tellings.values import Edit, MeaningWarning, Span, Spans, Telling

Outcome = Literal["exact", "altered", "paraphrase", "said by another", "not found"]

_SHARED = 0.6  # share of a quotation's words, weighed, that a source must print in this order
_RUN = 4  # words in one run, in a quotation that has so many
_WEIGHT = 2.5  # of a word that carries meaning, beside a common one
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
        cuts = {"cut at the front", "cut at the end"}
        return not self.printed.reported and not self.warnings and all(edit.kind in cuts for edit in self.edits)


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of one quotation: the outcome, why in a sentence, and the sources, the nearest first."""

    line: str
    speaker: str | None
    outcome: Outcome
    reason: str
    sources: tuple[Source, ...] = ()
    pieces: Spans = ()


def check(wording: Wording, index: QuoteIndex, *, speaker: str | None = None) -> Checked:
    """Compare a quotation with what the index holds. ``speaker`` is the name it is given to, if any."""
    sources = _sources(wording, index, speaker)
    outcome, reason = _outcome(sources, speaker)
    told = tuple(sources[:_SOURCES])
    return Checked(wording.line, speaker, outcome, reason, told, wording.pieces)


def _outcome(sources: Sequence[Source], speaker: str | None) -> tuple[Outcome, str]:
    if not sources:
        return "not found", "no source prints these words, nor most of them in this order"
    best = sources[0]
    if best.agrees is False:
        return "said by another", f"the sources that print these words give them to {best.printed.speaker}"
    unnamed = " (no speaker is named there)" if speaker and best.agrees is None else ""
    if best.exact:
        part = " as a part of what is quoted" if best.edits else ""
        return "exact", f"printed in these words{part}{unnamed}"
    if best.printed.reported and not best.edits:
        return "altered", f"printed in these words, but reported and not in quotation marks{unnamed}"
    kinds = list(dict.fromkeys(edit.kind for edit in best.edits))
    turned = [f"{warning.sense} {warning.change}" for warning in best.warnings]
    return "altered", "; ".join(dict.fromkeys([*kinds, *turned])) + unnamed


def _sources(wording: Wording, index: QuoteIndex, speaker: str | None) -> list[Source]:
    """The places that print the words, best first: by the speaker asked for, exact, with the fewest changes."""
    own = [word for word in wording.words if not word.bracketed] or list(wording.words)
    if not own:
        return []
    near = index.near(wording)
    if not near and len(own) <= _RUN:
        near = index.containing(" ".join(wording.line.split()))
    shares = [(share, printed) for printed in near for share in [_share(own, printed.wording.words)]]
    fitting = [item for item in shares if item[0] >= _SHARED] or _two_parts(own, shares)
    fitting.sort(key=lambda item: -item[0])
    found = [_source(wording, printed, near, speaker) for _, printed in fitting[:_COMPARED]]
    return sorted(found, key=_rank)


def _rank(source: Source) -> tuple[bool, bool, int, int, str, int, Spans]:
    """Nearest first: never by the order in which the index was filled."""
    printed = source.printed
    changed = sum(len(edit.lead or ()) + len(edit.here or ()) for edit in source.edits if not edit.kind.startswith("cut at"))
    place = (printed.file, printed.record or 0, printed.pieces)
    return source.agrees is False, not source.exact, changed, sum(len(e.lead or ()) for e in source.edits), *place


def _share(own: Sequence[Word], printed: Sequence[Word]) -> float:
    """The weighed share of a quotation's words that a source prints in this order; 0 without a run of some length."""
    codes = [c for c in Indel.opcodes([w.folded for w in own], [w.folded for w in printed]) if c.tag == "equal"]
    run = max((c.src_end - c.src_start for c in codes), default=0)
    if run < min(_RUN, max(1, len(own) - 1)):
        return 0.0
    kept = sum(_weight(word) for c in codes for word in own[c.src_start : c.src_end])
    return kept / sum(_weight(word) for word in own)


def _weight(word: Word) -> float:
    return _WEIGHT if telling(word.folded) else 1.0


def _two_parts(own: Sequence[Word], shares: Sequence[tuple[float, Printed]]) -> list[tuple[float, Printed]]:
    """The larger part of a quotation that two sources make up between them, where none prints most of it."""
    parts = [item for item in shares if item[0] > 0]
    for share, printed in sorted(parts, key=lambda item: -item[0])[:_SOURCES]:
        rest = _missing(own, printed.wording.words)
        if len(rest) >= _PUT_IN and any(
            overlap(other.wording.words, rest).run >= max(_PUT_IN, 0.8 * len(rest)) for _, other in shares
        ):
            return [(share, printed)]
    return []


def _missing(own: Sequence[Word], printed: Sequence[Word]) -> list[Word]:
    """The longest stretch of a quotation that a source does not print."""
    codes = Indel.opcodes([w.folded for w in own], [w.folded for w in printed])
    kept = {place for c in codes if c.tag == "equal" and c.src_end - c.src_start > 1 for place in range(c.src_start, c.src_end)}
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
        put = Wording.of(wording.text, (edit.here,)).words
        if len(put) < _PUT_IN:
            continue
        for rival in near:
            if rival is printed or not _apart(rival, printed):
                continue
            span = _stands_in(put, rival)
            if span is not None:
                found[place] = replace(edit, kind="spliced from two utterances", source=Telling(0, span))
                other = rival
                break
    return tuple(found), other


def _apart(one: Printed, other: Printed) -> bool:
    """Whether two printings are not of one utterance: neither has most of the other's words."""
    shared = overlap(one.wording.words, other.wording.words).common
    return shared < 0.5 * min(len(one.wording.words), len(other.wording.words))


def _stands_in(put: Sequence[Word], printed: Printed) -> Span | None:
    wording = printed.wording
    codes = Indel.opcodes([w.folded for w in wording.words], [w.folded for w in put])
    equal = [code for code in codes if code.tag == "equal"]
    if sum(c.src_end - c.src_start for c in equal) < max(_PUT_IN, 0.8 * len(put)):
        return None
    start, end = wording.words[equal[0].src_start].span.start, wording.words[equal[-1].src_end - 1].span.end
    return wording.places(start, end)[0]


def same_person(one: str | None, other: str | None) -> bool | None:
    """Whether two names may be of one person or body; none where one of them is not told."""
    if not one or not other:
        return None
    first, second = _name(one), _name(other)
    if not first or not second:
        return None
    return first <= second or second <= first


def _name(name: str) -> frozenset[str]:
    """The words of a name without titles and offices."""
    titles = {title.casefold().rstrip(".") for title in _titles()}
    found = frozenset(words_of(name))
    return frozenset(word for word in found if word.rstrip(".") not in titles) or found


def _titles() -> Iterator[str]:
    for line in lexicon("titles"):
        yield line.partition(":")[0].strip()
