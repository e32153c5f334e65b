"""Quotations beside a cue: '"...", she said' and 'she said: "..."'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from tellings.reading.attribution import cues
from tellings.reading.attribution.found import Found, Piece, sentence_like, trim
from tellings.reading.attribution.frames import Frame, Framed
from tellings.reading.attribution.marks import Marked
from tellings.reading.attribution.rules.sources import cue_pieces, cue_verbs, group


def beside(framed: Framed, frame: Frame, _: tuple[Found, ...]) -> Iterator[Found]:
    """The quotations that stand right before or behind a cue."""
    for verb, strong in cue_verbs(framed, frame):
        found = _quote_before(framed, frame, verb, strong=strong)
        if found is None and strong:
            found = _quote_behind(framed, frame, verb)
        if found is not None:
            yield found


def _quote_before(framed: Framed, frame: Frame, verb: Token, *, strong: bool) -> Found | None:
    """'"...", she said': a quotation right before the attribution."""
    text = framed.text
    start, end, source, head = group(framed, frame, verb)
    quote = next((m for m in frame.quoted if m.end <= start and text[m.end : start].strip(" ,—–-\u00a0") == ""), None)
    if quote is None and strong and (stretched := _stretched(framed, frame, verb)) is not None:
        quote, source, head = stretched
        start = source[0]
    if quote is None or (source is None and not (strong and sentence_like(text, quote))):
        return None
    if text[quote.end : start].strip(" ,\u00a0\u200a") and not sentence_like(text, quote):
        return None  # a dash behind a phrase begins the narrator's own remark
    if not (strong or _ends_open(text, quote)) or not _ends_in_mark(text, quote) or _is_subject(framed, quote, start):
        return None
    piece = trim(text, _content_start(framed, frame, quote), start)
    content: list[Piece] = [(piece[0], max(piece[1], quote.end))]
    right = _quote_after(framed, frame, end, split=True)
    if right is not None:
        content.append((right.start, right.end))
    return Found(tuple(content), cue_pieces(verb), (source,) if source else (), head, "stands behind the words")


def _stretched(framed: Framed, frame: Frame, verb: Token) -> tuple[Marked, Piece, Token] | None:
    """A source that reaches from a quotation to its verb with an apposition the parse cannot close.

    '"...," Ora Quill, a clerk at the port said'.
    """
    quote = next((m for m in reversed(frame.quoted) if m.end <= verb.idx), None)
    if quote is None or not sentence_like(framed.text, quote):
        return None
    between = [t for t in framed.tokens(quote.end, verb.idx) if not t.is_space and t.text not in {'"', "'"}]
    while between and between[0].text == ",":
        between = between[1:]
    if (
        not 0 < len(between) <= 16
        or between[0].pos_ not in {"PROPN", "DET", "PRON", "NOUN"}
        or any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in between)
    ):
        return None
    first = next((i for i, t in enumerate(between) if t.text in {",", "("} or t.pos_ == "ADP"), len(between))
    run = between[:first]
    head = next((t for t in reversed(run) if t.pos_ in {"PROPN", "NOUN", "PRON"}), None)
    if head is None or verb.tag_ not in {"VBD", "VBZ", "VBP"}:
        return None
    return quote, (run[0].idx, head.idx + len(head)), head


def _ends_open(text: str, quote: Marked) -> bool:
    """Whether a quotation ends as one that its attribution follows."""
    return text[quote.inner_end - 1] in ",!?—–-…" or text[quote.end : quote.end + 1] == ","


def _ends_in_mark(text: str, quote: Marked) -> bool:
    return (
        text[quote.inner_end - 1] in ",.!?—–-…"
        or text[quote.end : quote.end + 1] in {",", "—", "–", "-"}
        or text[quote.end : quote.end + 2].strip() in {"—", "–", "-"}
        or quote.words(text) >= 4
    )


def _is_subject(framed: Framed, quote: Marked, start: int) -> bool:
    """Whether the quotation is itself what the verb is about ('"Hamlet" said nothing')."""
    return (
        framed.text[quote.end : start].strip() == ""
        and quote.words(framed.text) <= 2
        and framed.text[quote.inner_end - 1] not in ",.!?"
    )


def _content_start(framed: Framed, frame: Frame, quote: Marked) -> int:
    """Where content that ends with ``quote`` begins: with it, or with the sentence that it is a part of."""
    text = framed.text
    if sentence_like(text, quote) or not any(c.isalnum() for c in text[frame.start : quote.start]):
        return _with_quotes_before(framed, frame, quote)
    lead = text[frame.start : quote.start].rstrip()
    return quote.start if lead.endswith((",", ":", ";")) else frame.start


def _with_quotes_before(framed: Framed, frame: Frame, quote: Marked) -> int:
    """The start of a run of quotations that only white space parts."""
    start = quote.start
    for earlier in reversed([m for m in frame.quoted if m.end <= quote.start]):
        if framed.text[earlier.end : start].strip():
            break
        start = earlier.start
    return start


def _quote_behind(framed: Framed, frame: Frame, verb: Token) -> Found | None:
    """'she said: "..."': a quotation of whole sentences behind the cue."""
    text = framed.text
    _, end, source, head = group(framed, frame, verb)
    quote = _quote_after(framed, frame, end, split=False)
    if quote is None or not sentence_like(text, quote):
        return None
    clause = cues.content_clause(verb)
    joined = text[max(0, quote.start - 2) : quote.start].strip() in {":", ","}
    if clause is not None and framed.outside(clause) and (not joined or _real_clause(framed, clause, quote)):
        return None
    return Found(
        ((quote.start, run_end(framed, frame, quote)),),
        cue_pieces(verb),
        (source,) if source else (),
        head,
        "stands before the words",
    )


def _real_clause(framed: Framed, clause: Token, quote: Marked) -> bool:
    """Whether a complement is the narrator's own clause that ends before the quotation."""
    return (
        clause.idx < quote.start
        and any(c.dep_ in {"nsubj", "nsubjpass", "expl"} and framed.outside(c) for c in clause.children)
        and framed.text[quote.start - 2 : quote.start].strip() != ":"
    )


def _quote_after(framed: Framed, frame: Frame, end: int, *, split: bool) -> Marked | None:
    """The quotation that begins behind an attribution, only its circumstances between."""
    text = framed.text
    quote = next((m for m in frame.quoted if m.start >= end), None)
    if quote is None:
        return None
    between = text[end : quote.start].strip()
    if split:
        return (
            quote
            if between in {",", "", ":", ";"}
            or (
                between.endswith(",")
                and len(between.split()) <= 10
                and between.startswith((",", "on", "in", "at", "of", "to", "during", "after"))
            )
            else None
        )
    if between and between[-1] not in ",:" and not sentence_like(text, quote):
        return None
    if any(
        cues.classes(t)[:1] == ("speech",)
        for t in framed.tokens(end, quote.start)
        if framed.outside(t) and t.dep_ != "amod"
    ):
        return None
    return quote if len(between.split()) <= 30 else None


def run_end(framed: Framed, frame: Frame, quote: Marked) -> int:
    """The end of a run of quotations that only white space parts."""
    end = quote.end
    for later in frame.quoted:
        if later.start >= end and not framed.text[end : later.start].strip():
            end = later.end
    return end
