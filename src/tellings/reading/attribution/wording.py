"""How found words become a quotation: their places in the article, how they are printed, and those that nobody attributes.

Words in marks are direct where they are sentences, mixed where they are a part of the narrator's; a short name of a
thing in marks ("its “green mile”") makes nothing direct, as whose word it is cannot be told.
"""

from __future__ import annotations

from dataclasses import replace

from tellings.reading.attribution import marks
from tellings.reading.attribution.found import Found, Piece, manner
from tellings.reading.attribution.frames import Framed
from tellings.reading.paragraphs import Paragraph
from tellings.values import Manner, Quotation, Spans

_HEADING = 9  # words


def places(paragraph: Paragraph, pieces: tuple[Piece, ...]) -> Spans:
    """The stretches of the article that pieces of a paragraph stand in."""
    return tuple(span for start, end in pieces for span in paragraph.spans(start, end))


def printed(framed: Framed, found: Found) -> Manner:
    """Indirect, too, where the only words in marks are a label: whose word "its “green mile”" is cannot be told."""
    how = manner(framed.text, found, framed.quoted)
    if how != "mixed":
        return how
    inside = [marked for marked in framed.quoted if found.overlaps(marked.start, marked.end)]
    words = sum(len(framed.text[start:end].split()) for start, end in found.content)
    return "indirect" if all(_label(framed, marked, words) for marked in inside) else how


def _label(framed: Framed, marked: marks.Marked, words: int) -> bool:
    """Whether marked words are a short name of a thing, behind an article or owner, in a far longer content."""
    before = framed.tokens(max(0, marked.start - 30), marked.start)
    named = bool(before) and (before[-1].pos_ == "DET" or before[-1].tag_ in {"POS", "PRP$"})
    inside = framed.tokens(marked.inner_start, marked.inner_end)
    short = marked.words(framed.text) <= 3 and marked.words(framed.text) * 4 <= words
    return named and short and not any(t.tag_ in {"VB", "VBD", "VBZ", "VBP", "MD"} for t in inside)


def going_on(paragraph: Paragraph, quotation: Quotation, piece: Piece) -> Quotation:
    """A quotation of whole sentences that goes on behind the sentence of its attribution."""
    return replace(
        quotation,
        content=places(paragraph, (piece,)),
        cue=(),
        source=(),
        manner="direct",
        certainty="unknown" if quotation.speaker is None else "inferred",
        reason="goes on without a new attribution",
    )


def unattributed(paragraph: Paragraph, marked: marks.Marked) -> Quotation:
    """Words in marks of which the article does not say whose they are."""
    return Quotation(
        content=places(paragraph, ((marked.start, marked.end),)),
        cue=(),
        source=(),
        manner="direct",
        speaker=None,
        certainty="unknown",
        reason="nobody is named as the speaker",
        block=paragraph.block,
    )


def headline_phrase(framed: Framed, marked: marks.Marked) -> bool:
    """Whether marked words of a headline are somebody's: a phrase that says something, and no name or title."""
    inside = framed.tokens(marked.inner_start, marked.inner_end)
    says = any(t.pos_ in {"VERB", "AUX"} or t.lower_ in {"i", "we", "my", "our", "you", "not", "no"} for t in inside)
    return marked.words(framed.text) >= 3 and says and not all(t.text[:1].isupper() for t in inside if t.is_alpha)


def subheading(framed: Framed, marked: marks.Marked) -> bool:
    """Whether marked words are a line of their own that ends without a stop: a heading between paragraphs, and not what the last speaker goes on to say."""
    alone = not framed.text[: marked.start].strip() and not framed.text[marked.end :].strip()
    last = framed.text[marked.inner_start : marked.inner_end].rstrip()[-1:]
    return alone and marked.closed and marked.words(framed.text) <= _HEADING and last not in ".,!?…—–-;:"
