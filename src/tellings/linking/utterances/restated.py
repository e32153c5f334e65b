"""Reported words that restate what another article quotes: printings of an utterance by paraphrase.

Asked for words that share too few with any utterance, of the same speaker, in
another article. Such a printing has one edit, the paraphrase: its words stand
for those of one sentence of the fullest printing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from tellings.linking.utterances.groups import Held
from tellings.linking.utterances.paraphrase import Same, Statement, hedged, nearest, statements
from tellings.linking.utterances.printings import Marked
from tellings.linking.utterances.signs import Sign
from tellings.linking.utterances.words import Wording
from tellings.values import Edit, MeaningWarning, Span, Spans


@dataclass(frozen=True, slots=True)
class Restated:
    """What a printing says over again: the places of both statements in their articles, and the cosine of their vectors.

    ``hedges`` are the places of a hedge that the leading statement alone has, and that this one alone has.
    """

    lead: Spans
    here: Spans
    cosine: float
    hedges: tuple[Span | None, Span | None]

    @property
    def reason(self) -> str:
        """Why it belongs there."""
        return f"it says the same in other words (cosine {self.cosine:.2f}); speaker, names, numbers and negation agree"


Restatements = dict[tuple[int, Span], Restated]
"""By the key of the printing."""


def restated(alone: Iterable[Marked], groups: Sequence[Held], names: Sequence[str]) -> Restatements:
    """The reported words that say what a group's leading words say; they are added to its members.

    ``names`` are those of the speakers, by their numbers.
    """
    by_speaker: dict[int, list[tuple[Held, Statement]]] = {}
    for group in groups:
        for speaker in group.speakers:
            told = ((group, statement) for statement in statements(group.lead.wording.line))
            by_speaker.setdefault(speaker, []).extend(told)
    found: Restatements = {}
    for marked in alone:
        said = statements(marked.wording.line, reported=True)
        if marked.speaker is None or marked.denied or len(said) != 1 or not said[0].whole:
            continue  # of several sentences the others would be told as said too
        others = [(g, s) for g, s in by_speaker.get(marked.speaker, ()) if g.lead.article != marked.article]
        same = nearest(said[0], [statement for _, statement in others], beside=(names[marked.speaker],))
        if same is not None:
            group = others[same.place][0]
            found[marked.key] = restating(group.lead.wording, marked.wording, said[0], same)
            group.add(marked, found[marked.key].reason)
    return found


def restating(lead: Wording, printing: Wording, said: Statement, same: Same) -> Restated:
    """What is told of a printing's statement that says the same as one of the leading words."""
    lost, gained = hedged(same.statement, said)
    hedges = _place(lead, same.statement, lost), _place(printing, said, gained)
    there, here = (w.places(s.start, s.end) for w, s in ((lead, same.statement), (printing, said)))
    return Restated(there, here, same.cosine, hedges)


def _place(wording: Wording, statement: Statement, sign: Sign | None) -> Span | None:
    """Where a sign of a statement stands in its article."""
    if sign is None:
        return None
    shift = statement.start - statement.shift
    first, last = (statement.wording.words[at].span for at in (sign.first, sign.last))
    return wording.places(first.start + shift, last.end + shift)[0]


def as_paraphrase(lead: Wording, same: Restated) -> tuple[list[Edit], list[MeaningWarning]]:
    """The edits of a paraphrase: one sentence in other words, the others cut. A hedge that one side alone has is warned of."""
    start, end = same.lead[0].start, same.lead[-1].end
    front = [Span(piece.start, min(piece.end, start)) for piece in lead.pieces if piece.start < start]
    back = [Span(max(piece.start, end), piece.end) for piece in lead.pieces if piece.end > end]
    pairs = zip_longest(same.lead, same.here)
    edits = [
        *(Edit("cut at the front", span, None) for span in front if _says(lead, span)),
        *(Edit("paraphrase", one, other) for one, other in pairs),
        *(Edit("cut at the end", span, None) for span in back if _says(lead, span)),
    ]
    lost, gained = same.hedges
    warned = [MeaningWarning("hedge", "lost", lost, None)] if lost else []
    return edits, [*warned, MeaningWarning("hedge", "gained", None, gained)] if gained else warned


def _says(wording: Wording, span: Span) -> bool:
    return bool(wording.within(span))
