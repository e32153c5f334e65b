"""The rules: from one frame to its attributions.

In order: quotations beside a cue ('"...", she said', 'she said: "..."'); clauses
of a cue ('she said that ...'); "according to"; phrases in quotation marks that a
weaker verb carries ('called it "..."'); a colon. An earlier rule's words are not
given to a later one.
Quotation marks are nearly certain evidence, so marked words are tried first
and the grammar only has to say whose they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from tellings.reading.attribution import cues
from tellings.reading.attribution.found import Found, Piece, sentence_like, trim, without_gap
from tellings.reading.attribution.frames import Frame, Framed
from tellings.reading.attribution.marks import Marked
from tellings.reading.lexicon import words

_NOUN_START = frozenset({"DET", "PROPN", "NOUN", "PRON", "ADJ", "NUM"})
_STOPS = frozenset({",", ".", ";", ":", "(", "-", "--", "—", "–"})
_SO_CALLED = re.compile(r"(?:so-called|known as|nicknamed|titled|entitled|called the|named|termed)\s*$", re.IGNORECASE)


def attributions(framed: Framed, frame: Frame) -> list[Found]:
    """The attributions of one frame, without those inside another's quotation marks."""
    found: list[Found] = []
    for rule in (_beside, _signed, _clauses, _according, _phrases, _colon):
        for candidate in rule(framed, frame, tuple(found)):
            if not any(_clash(candidate, other) for other in found) and _speaks(candidate):
                found.append(without_gap(candidate, framed.doc.text))
    return found


def _speaks(found: Found) -> bool:
    """Whether somebody is said to have said it ("nobody is saying that" attributes nothing)."""
    return found.head is None or found.head.lower_ not in {"nobody", "none", "nothing", "neither"}


def _clash(candidate: Found, other: Found) -> bool:
    return any(other.overlaps(start, end) for start, end in candidate.content)


# --- according to -------------------------------------------------------------------------------------------------


def _according(framed: Framed, frame: Frame, _: tuple[Found, ...]) -> Iterator[Found]:
    text = framed.doc.text
    for token in framed.tokens(frame.start, frame.end):
        following = token.nbor() if token.i + 1 < len(framed.doc) else None
        if token.lower_ != "according" or following is None or following.lower_ != "to" or not framed.outside(token):
            continue
        if following.i + 1 >= len(framed.doc):
            continue
        source, head = _noun_after(framed, following, frame.end)
        if source is None or head is None:
            continue
        cue = (token.idx, following.idx + len(following))
        before = trim(text, frame.start, token.idx)
        after = trim(text, _behind_apposition(framed, frame, token, source[1]), _frame_end(text, frame))
        leading = not any(c.isalnum() for c in text[frame.start : token.idx])
        if leading:
            content: tuple[Piece, ...] = (after,)
        elif text[source[1] : source[1] + 1] == "," and len(text[after[0] : after[1]].split()) > 3 and text[token.idx - 2 : token.idx].strip() == ",":
            content = (_last_clause(framed, before), after)
        else:
            content = (_last_clause(framed, before),)
        if all(start < end for start, end in content):
            yield Found(content, (cue,), (source,), head, "according to")


def _behind_apposition(framed: Framed, frame: Frame, according: Token, end: int) -> int:
    """Where the main clause begins behind "According to Ora Quill, who runs the port,"."""
    root = next((a for a in according.ancestors if a.pos_ in {"VERB", "AUX"}), None)
    if root is None or framed.doc.text[end : end + 1] != ",":
        return end
    starts = [c.left_edge.idx for c in root.children if c.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} and end < c.left_edge.idx < frame.end]
    commas = framed.doc.text.count(",", end + 1, min(starts)) if starts else 0
    return min(starts) if starts and commas else end


def _last_clause(framed: Framed, piece: Piece) -> Piece:
    """The part of a piece after the last narrator's semicolon."""
    text = framed.doc.text
    cut = max((m.end() for m in re.finditer(r";", text[piece[0] : piece[1]]) if framed.quote_at(piece[0] + m.start()) is None), default=0)
    return trim(text, piece[0] + cut, piece[1])


def _frame_end(text: str, frame: Frame) -> int:
    """The end of a frame without its full stop and what closes around it."""
    end = frame.end
    while end > frame.start and text[end - 1].isspace():
        end -= 1
    if end > frame.start and text[end - 1] in ".!?" and not any(m.end == end for m in frame.quoted):
        end -= 1
    return end


# --- a dash and a name -----------------------------------------------------------------------------------------


_SIGNATURE = re.compile(r"\s*(?P<dash>[―—–]|--?)\s*(?P<name>[A-ZÀ-Þ][\w.’'-]*(?: (?:de|van|von|der|bin|al|[A-ZÀ-Þ][\w.’'-]*)){0,4})(?P<rest>,[^.!?]{0,80})?[.\s]*$")


def _signed(framed: Framed, frame: Frame, _: tuple[Found, ...]) -> Iterator[Found]:
    """'"..." — Ora Quill': a quotation signed with a dash."""
    text = framed.doc.text
    for marked in frame.quoted:
        match = _SIGNATURE.fullmatch(text, marked.end, frame.end)
        if match is None or not sentence_like(text, marked):
            continue
        tokens = framed.tokens(*match.span("name"))
        if tokens and not any(cues.classes(token) for token in tokens):
            yield Found(((marked.start, marked.end),), (match.span("dash"),), (match.span("name"),), tokens[-1], "signs the words")


# --- verbs of saying ----------------------------------------------------------------------------------------------


def _cues(framed: Framed, frame: Frame) -> Iterator[tuple[Token, bool]]:
    """The narrator's verbs that may be cues, and whether each is one of saying or finding."""
    for token in framed.tokens(frame.start, frame.end):
        kinds = cues.classes(token)
        if kinds and framed.outside(token) and token.dep_ not in {"aux", "auxpass"}:
            yield token, "speech" in kinds or "finding" in kinds


def _beside(framed: Framed, frame: Frame, _: tuple[Found, ...]) -> Iterator[Found]:
    for verb, strong in _cues(framed, frame):
        found = _quote_before(framed, frame, verb, strong=strong)
        if found is None and strong:
            found = _quote_behind(framed, frame, verb)
        if found is not None:
            yield found


def _clauses(framed: Framed, frame: Frame, found: tuple[Found, ...]) -> Iterator[Found]:
    taken = list(found)
    for verb, strong in _cues(framed, frame):
        if not strong or any(f.overlaps(verb.idx, verb.idx + 1) for f in taken):
            continue
        candidate = _clause_before(framed, frame, verb) or _clause_behind(framed, frame, verb)
        if candidate is None or not _may_say(verb, candidate.head):
            continue
        candidate = _short_of(framed, candidate, taken)
        if candidate is not None:
            taken.append(candidate)
            yield candidate


def _may_say(verb: Token, head: Token | None) -> bool:
    return head is None or "speech" in cues.classes(verb) or cues.can_say(head)


def _short_of(framed: Framed, candidate: Found, taken: list[Found]) -> Found | None:
    """A clause cut where an attribution inside it begins: relations do not nest."""
    (start, end), *rest = candidate.content
    for other in taken:
        if other.overlaps(start, end):
            begin = min(piece[0] for piece in (*other.content, *other.cue, *other.source) if piece[0] > start or not other.source) if any(
                piece[0] > start for piece in (*other.content, *other.cue, *other.source)
            ) else start
            end = min(end, begin)
    start, end = trim(framed.doc.text, start, max(start, end))
    if len(framed.doc.text[start:end].split()) < 3:
        return None
    return replace(candidate, content=((start, end), *rest))


def _source(framed: Framed, verb: Token, frame: Frame) -> tuple[Piece | None, Token | None]:
    """The source of a cue: by the parse, and where that fails by the nearest noun phrase."""
    head = cues.subject(verb)
    if head is not None and head.head != verb and head.pos_ == "NOUN" and not cues.can_say(head):
        head = None  # "the storm drew anger, saying ...": storms say nothing
    if head is not None and framed.outside(head) and frame.start <= head.idx < frame.end:
        if head.i > verb.i or head.lower_ not in {"it", "that", "which", "what", "there", "this"} or verb.lemma_ in {"say"}:
            first, last = cues.phrase(head)
            start, end = _within(framed, first, last, frame, verb)
            return (start, end), head
    if _inverted(framed, verb):
        return _noun_after(framed, verb, frame.end)
    return _noun_before(framed, verb, frame.start) if verb.tag_ in {"VBD", "VBZ", "VBP"} else (None, None)


def _within(framed: Framed, first: Token, last: Token, frame: Frame, verb: Token) -> Piece:
    """A source that neither holds its own cue nor words of a quotation."""
    doc = framed.doc
    tokens = [t for t in doc[first.i : last.i + 1] if framed.outside(t) and frame.start <= t.idx]
    if first.i <= verb.i <= last.i:
        before = verb.i - first.i >= last.i - verb.i
        tokens = [t for t in tokens if t.i != verb.i and (t.i < verb.i) == before]
    while tokens and (tokens[0].is_punct or tokens[0].is_space or tokens[0].lower_ in {"and", "but", "or"}):
        tokens = tokens[1:]
    while tokens and (tokens[-1].is_punct or tokens[-1].is_space) and tokens[-1].text != ")":
        tokens = tokens[:-1]
    if not tokens:
        return first.idx, last.idx + len(last)
    return tokens[0].idx, tokens[-1].idx + len(tokens[-1])


def _inverted(framed: Framed, verb: Token) -> bool:
    """Whether a noun phrase stands right behind the verb ("said a spokesman")."""
    following = next((t for t in framed.doc[verb.i + 1 :] if not t.is_space), None)
    if following is None or following.ent_type_ in {"DATE", "TIME"} or following.dep_ == "npadvmod":
        return False  # "said Monday"
    return following.pos_ in _NOUN_START and framed.outside(following) and verb.tag_ in {"VBD", "VBZ", "VBP", "VBN"}


def _noun_after(framed: Framed, token: Token, limit: int) -> tuple[Piece | None, Token | None]:
    """The noun phrase that begins right behind a token."""
    start = next((t for t in framed.doc[token.i + 1 :] if not t.is_space), None)
    if start is None or start.idx >= limit or start.pos_ not in _NOUN_START or not framed.outside(start):
        return None, None
    head = start
    while head.head.i > head.i and head.head.idx < limit and head.dep_ in {"det", "compound", "amod", "poss", "nummod", "nmod", "quantmod", "predet"}:
        head = head.head
    if head.pos_ not in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"}:
        return None, None
    _, last = cues.phrase(head)
    end = last.idx + len(last)
    return (start.idx, min(end, limit)), head


def _noun_before(framed: Framed, verb: Token, limit: int) -> tuple[Piece | None, Token | None]:
    """The noun phrase that ends right before a verb, where the parse ties the verb to something else."""
    tokens = [t for t in framed.doc[: verb.i] if t.idx >= limit and not t.is_space]
    while tokens and tokens[-1].pos_ in {"ADV", "AUX"}:
        tokens.pop()
    run = _last_phrase(framed, tokens)
    if len(tokens) > len(run) and tokens and tokens[-1].text == ",":  # "its chair, Ora Quill, said"
        inner = _last_phrase(framed, tokens[:-1])
        rest = tokens[: len(tokens) - 1 - len(inner)]
        if inner and rest and rest[-1].text == "," and (outer := _last_phrase(framed, rest[:-1])):
            run = outer
    nouns = [t for t in run if t.pos_ in {"PROPN", "NOUN", "PRON"}]
    left = run[0].nbor(-1) if run and run[0].i else None
    if not nouns or run[-1].pos_ == "CCONJ" or not (left is None or left.is_punct or left.is_space or left.idx < limit or not framed.outside(left)):
        return None, None
    parted = next((i for i, t in enumerate(run) if t.pos_ in {"ADP", "CCONJ"}), len(run))
    head = next((t for t in reversed(run[:parted]) if t.pos_ in {"PROPN", "NOUN", "PRON"}), nouns[-1])
    return (run[0].idx, run[-1].idx + len(run[-1])), head


def _last_phrase(framed: Framed, tokens: list[Token]) -> list[Token]:
    """The run of noun-phrase words at the end of a list of tokens."""
    run: list[Token] = []
    for token in reversed(tokens):
        if not framed.outside(token) or not (token.pos_ in {"DET", "PROPN", "NOUN", "PRON", "ADJ", "NUM", "CCONJ", "PART"} or token.text == "-" or token.lower_ in {"of", "for"}):
            break
        run.append(token)
    run.reverse()
    while run and (run[0].pos_ in {"CCONJ", "PART"} or run[0].text == "-" or run[0].lower_ in {"of", "for"}):
        run = run[1:]
    return run


def _group(framed: Framed, frame: Frame, verb: Token) -> tuple[int, int, Piece | None, Token | None]:
    """Where the attribution's own words begin and end ("said the mayor"), with its source."""
    source, head = _source(framed, verb, frame)
    start, end = verb.idx, verb.idx + len(verb)
    for child in verb.children:
        if child.dep_ in {"aux", "neg", "auxpass"} or (child.dep_ == "advmod" and child.i < verb.i and verb.i - child.i <= 2):
            start = min(start, child.idx)
    if source is not None:
        if source[1] <= verb.idx and _only_source_between(framed, source[1], verb):
            start = min(start, source[0])
        elif source[0] >= end:
            end = max(end, source[1])
    return start, end, source, head


def _only_source_between(framed: Framed, end: int, verb: Token) -> bool:
    """Whether between a source and its verb there is an apposition or adverb at the most ("Doe, 34, said")."""
    between = [t for t in framed.doc if end <= t.idx < verb.idx]
    if any(not framed.outside(token) for token in between):
        return False
    return len(between) <= 3 or (len(between) <= 30 and between[0].text in {",", "("} and between[-1].text in {",", ")"}) or all(
        t.pos_ in {"ADV", "AUX", "PART", "PUNCT"} for t in between
    )


def _quote_before(framed: Framed, frame: Frame, verb: Token, *, strong: bool) -> Found | None:
    """'"...", she said': a quotation right before the attribution."""
    text = framed.doc.text
    start, end, source, head = _group(framed, frame, verb)
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
    return Found(tuple(content), _cue(verb), (source,) if source else (), head, "stands behind the words")


def _stretched(framed: Framed, frame: Frame, verb: Token) -> tuple[Marked, Piece, Token] | None:
    """A source that reaches from a quotation to its verb with an apposition the parse cannot close
    ('"...," Ora Quill, a clerk at the port said')."""
    quote = next((m for m in reversed(frame.quoted) if m.end <= verb.idx), None)
    if quote is None or not sentence_like(framed.doc.text, quote):
        return None
    between = [t for t in framed.tokens(quote.end, verb.idx) if not t.is_space and t.text not in {"\"", "'"}]
    while between and between[0].text == ",":
        between = between[1:]
    if not 0 < len(between) <= 16 or between[0].pos_ not in {"PROPN", "DET", "PRON", "NOUN"} or any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in between):
        return None
    first = next((i for i, t in enumerate(between) if t.text in {",", "("} or t.pos_ == "ADP"), len(between))
    run = between[:first]
    head = next((t for t in reversed(run) if t.pos_ in {"PROPN", "NOUN", "PRON"}), None)
    if head is None or verb.tag_ not in {"VBD", "VBZ", "VBP"}:
        return None
    return quote, (run[0].idx, head.idx + len(head)), head


def _clause_before(framed: Framed, frame: Frame, verb: Token) -> Found | None:
    """'It is late, she said': the narrator's words right before the attribution."""
    text = framed.doc.text
    start, end, source, head = _group(framed, frame, verb)
    left = text[frame.start : start].rstrip()
    if source is None or head is None or not left.endswith(",") or len(left.split()) < 3:
        return None
    if verb.lemma_.lower() not in words("cues_behind") or verb.dep_ in {"relcl", "acl", "advcl"} or verb.tag_ == "VBG":
        return None
    if not _ends_here(framed, frame, verb, end):
        return None
    piece = trim(text, frame.start, start)
    verbs = [t for t in framed.tokens(*piece) if t.pos_ in {"VERB", "AUX"} and framed.outside(t)]
    if not verbs and not any(m.start >= piece[0] and m.end <= piece[1] for m in frame.quoted):
        return None
    return Found((_after_conjunction(text, piece),), _cue(verb), (source,), head, "stands behind the words")


def _ends_here(framed: Framed, frame: Frame, verb: Token, end: int) -> bool:
    """Whether behind the attribution only its circumstances follow, or one more verb of saying ("X said Y advised")."""
    clause = cues.content_clause(verb)
    if clause is not None and "speech" in cues.classes(clause) and cues.content_clause(clause) is None:
        return not any(c.dep_ in {"dobj", "prep"} for c in clause.children)
    return clause is None and _claims_nothing(framed, frame, verb, end)


def _after_conjunction(text: str, piece: Piece) -> Piece:
    match = re.match(r"(?:And|But|So|Yet|However,|Still,)\s+(?=\w)", text[piece[0] : piece[1]])
    return (piece[0] + match.end(), piece[1]) if match else piece


def _ends_open(text: str, quote: Marked) -> bool:
    """Whether a quotation ends as one that its attribution follows."""
    return text[quote.inner_end - 1] in ",!?—–-…" or text[quote.end : quote.end + 1] == ","


def _ends_in_mark(text: str, quote: Marked) -> bool:
    return text[quote.inner_end - 1] in ",.!?—–-…" or text[quote.end : quote.end + 1] in {",", "—", "–", "-"} or text[quote.end : quote.end + 2].strip() in {"—", "–", "-"} or quote.words(text) >= 4


def _is_subject(framed: Framed, quote: Marked, start: int) -> bool:
    """Whether the quotation is itself what the verb is about ('"Hamlet" said nothing')."""
    return framed.doc.text[quote.end : start].strip() == "" and quote.words(framed.doc.text) <= 2 and framed.doc.text[quote.inner_end - 1] not in ",.!?"


def _content_start(framed: Framed, frame: Frame, quote: Marked) -> int:
    """Where content that ends with ``quote`` begins: with it, or with the sentence that it is a part of."""
    text = framed.doc.text
    if sentence_like(text, quote) or not any(c.isalnum() for c in text[frame.start : quote.start]):
        return _with_quotes_before(framed, frame, quote)
    lead = text[frame.start : quote.start].rstrip()
    return quote.start if lead.endswith((",", ":", ";")) else frame.start


def _with_quotes_before(framed: Framed, frame: Frame, quote: Marked) -> int:
    """The start of a run of quotations that only white space parts."""
    start = quote.start
    for earlier in reversed([m for m in frame.quoted if m.end <= quote.start]):
        if framed.doc.text[earlier.end : start].strip():
            break
        start = earlier.start
    return start


def _claims_nothing(framed: Framed, frame: Frame, verb: Token, end: int) -> bool:
    """Whether behind the attribution nothing follows but its circumstances."""
    rest = framed.doc.text[end : _frame_end(framed.doc.text, frame)].strip(" .,")
    if not rest:
        return True
    following = [t for t in framed.tokens(end, frame.end) if not t.is_space]
    if following and following[0].text == ",":
        return True
    return not any(t.pos_ in {"VERB", "AUX"} and t.i > verb.i for t in following) or following[0].lower_ in {"in", "on", "at", "during", "after", "when", "of", "last", "this", "to", "about", "as"}


def _quote_after(framed: Framed, frame: Frame, end: int, *, split: bool) -> Marked | None:
    """The quotation that begins behind an attribution, only its circumstances between."""
    text = framed.doc.text
    quote = next((m for m in frame.quoted if m.start >= end), None)
    if quote is None:
        return None
    between = text[end : quote.start].strip()
    if split:
        return quote if between in {",", "", ":", ";"} or (between.endswith(",") and len(between.split()) <= 10 and between.startswith((",", "on", "in", "at", "of", "to", "during", "after"))) else None
    if between and between[-1] not in ",:" and not sentence_like(text, quote):
        return None
    if any(cues.classes(t)[:1] == ("speech",) for t in framed.tokens(end, quote.start) if framed.outside(t) and t.dep_ != "amod"):
        return None
    return quote if len(between.split()) <= 30 else None


def _quote_behind(framed: Framed, frame: Frame, verb: Token) -> Found | None:
    """'she said: "..."': a quotation of whole sentences behind the cue."""
    text = framed.doc.text
    _, end, source, head = _group(framed, frame, verb)
    quote = _quote_after(framed, frame, end, split=False)
    if quote is None or not sentence_like(text, quote):
        return None
    clause = cues.content_clause(verb)
    joined = text[max(0, quote.start - 2) : quote.start].strip() in {":", ","}
    if clause is not None and framed.outside(clause) and (not joined or _real_clause(framed, clause, quote)):
        return None
    return Found(((quote.start, _run_end(framed, frame, quote)),), _cue(verb), (source,) if source else (), head, "stands before the words")


def _clause_behind(framed: Framed, frame: Frame, verb: Token) -> Found | None:
    """'she said that ...': the clause that the cue takes."""
    _, _, source, head = _group(framed, frame, verb)
    piece = _clause_piece(framed, frame, verb, cues.content_clause(verb))
    if piece is None or source is None:
        return None  # words that are nobody's ("to say that ...") are the narrator's
    return Found((piece,), _cue(verb), (source,) if source else (), head, "has the words as its clause")


def _real_clause(framed: Framed, clause: Token, quote: Marked) -> bool:
    """Whether a complement is the narrator's own clause that ends before the quotation."""
    return clause.idx < quote.start and any(c.dep_ in {"nsubj", "nsubjpass", "expl"} and framed.outside(c) for c in clause.children) and framed.doc.text[quote.start - 2 : quote.start].strip() != ":"


def _run_end(framed: Framed, frame: Frame, quote: Marked) -> int:
    end = quote.end
    for later in frame.quoted:
        if later.start >= end and not framed.doc.text[end : later.start].strip():
            end = later.end
    return end


def _clause_piece(framed: Framed, frame: Frame, verb: Token, clause: Token | None) -> Piece | None:
    """The stretch of a content clause, from behind "that" to where the parse or the frame ends it."""
    text = framed.doc.text
    stop = _frame_end(text, frame)
    that = next((t for t in framed.doc[verb.i + 1 : verb.i + 16] if t.lower_ == "that" and t.dep_ in {"mark", "det", "nsubj", "pobj", "dobj"} and t.idx < stop and framed.outside(t)), None)
    if clause is None:
        if that is None or that.dep_ not in {"mark"} or that.head.i < verb.i:
            return None
        start, end = that.idx + len(that), stop
    else:
        if not framed.outside(clause) and framed.quote_at(clause.idx) is None:
            return None
        first = clause.left_edge
        if first.i <= verb.i:
            first = framed.doc[verb.i + 1]
        start = first.idx + len(first) if first.lower_ == "that" else first.idx
        last = clause.right_edge
        end = min(last.idx + len(last), stop)
        marked = any(start <= m.start < end for m in frame.quoted)
        if clause.dep_ == "xcomp" and not marked and not (cues.infinitive(clause) and verb.lemma_.lower() in words("cues_infinitive")):
            return None
    end = _before_next_cue(framed, verb, start, end)
    end = _before_dash(framed, _reach_quotes(framed, frame, start, end), start)
    if (other := re.search(r",?\s+according to\b", text[start:end])) is not None and framed.quote_at(start + other.end() - 1) is None:
        end = start + other.start()
    start, end = trim(text, start, end)
    if end > start and text[end - 1] == "." and not any(m.end == end for m in frame.quoted):
        end -= 1
    return (start, end) if len(text[start:end].split()) >= 2 else None


def _reach_quotes(framed: Framed, frame: Frame, start: int, end: int) -> int:
    """A clause's end moved behind the quotation it cuts through, and on to one that follows within a few words."""
    for marked in frame.quoted:
        if marked.start < start:
            continue
        between = framed.doc.text[end : marked.start] if marked.start >= end else ""
        joined = len(between.split()) <= 4 and not re.search(r"[;.]|\b(?:said|says|saying|added|adding|while|as)\b", between)
        if marked.start < end or joined:
            end = max(end, marked.end)
    return end


def _before_next_cue(framed: Framed, verb: Token, start: int, end: int) -> int:
    """A clause's end moved before a second cue of the same source ("said it was late and asked them to go")."""
    for token in framed.tokens(start, end):
        if token.dep_ != "conj" or {token.tag_, verb.tag_} - {"VBD", "VBN"} and token.tag_ != verb.tag_ or not framed.outside(token) or "speech" not in cues.classes(token):
            continue
        own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children)
        joint = token.nbor(-1) if token.i else token
        if not own and joint.lower_ in {"and", "but"} and (cues.content_clause(token) is not None or any(m.start > token.idx for m in framed.quoted)):
            return int(joint.idx)
    return end


def _before_dash(framed: Framed, end: int, start: int) -> int:
    """A clause's end moved before the narrator's own remark behind a single dash that follows a quotation."""
    text = framed.doc.text
    dashes = [m.start() for m in re.finditer(r"(?<=\s)[-—–]{1,2}(?=\s)|[—–]", text[start:end]) if framed.quote_at(start + m.start()) is None]
    if len(dashes) == 1 and any(start <= m.start and m.end <= start + dashes[0] for m in framed.quoted):
        return start + dashes[0]
    return end


def _cue(verb: Token) -> tuple[Piece, ...]:
    tokens = list(cues.particles(verb))
    return ((tokens[0].idx, tokens[-1].idx + len(tokens[-1])),)


# --- phrases in quotation marks -----------------------------------------------------------------------------------


def _phrases(framed: Framed, frame: Frame, found: tuple[Found, ...]) -> Iterator[Found]:
    """'called it "..."', 'vowed to "..."': marked words that a verb above them carries."""
    text = framed.doc.text
    taken = list(found)
    for marked in frame.quoted:
        if any(f.overlaps(marked.start, marked.end) for f in taken) or _SO_CALLED.search(text, 0, marked.start):
            continue
        candidate = _carried(framed, frame, marked)
        if candidate is not None:
            taken.append(candidate)
            yield candidate


def _carried(framed: Framed, frame: Frame, marked: Marked) -> Found | None:
    for verb in _above(framed, frame, marked):
        kinds = cues.classes(verb)
        if not kinds or not framed.outside(verb):
            continue
        source, head = _source(framed, verb, frame)
        if source is None or head is None or source[0] >= marked.start:
            continue
        clause = cues.content_clause(verb)
        piece: Piece = (marked.start, marked.end)
        if clause is not None and clause.left_edge.idx <= marked.start and marked.start < clause.right_edge.idx + len(clause.right_edge):
            found = _clause_piece(framed, frame, verb, clause)
            piece = found if found is not None and found[0] <= marked.start < found[1] else piece
            if not {"speech", "finding"} & set(kinds) and _part_of_name(framed, marked):
                continue
        elif not _is_carried_phrase(framed, marked, kinds):
            continue
        return Found((piece,), _cue(verb), (source,), head, "carries the words in quotation marks")
    return None


def _is_carried_phrase(framed: Framed, marked: Marked, kinds: tuple[cues.CueClass, ...]) -> bool:
    """Whether marked words are more than a name or a doubtful term in the narrator's own sentence."""
    if "label" in kinds:
        return True
    if {"speech", "finding"} & set(kinds) and marked.words(framed.doc.text) >= 3 and not _part_of_name(framed, marked):
        return True
    inside = [t for t in framed.doc if marked.inner_start <= t.idx < marked.inner_end]
    if _part_of_name(framed, marked):
        return False
    return marked.words(framed.doc.text) >= 3 and any(t.pos_ in {"VERB", "AUX", "ADJ", "ADV", "PART"} for t in inside) and not all(
        t.is_title or t.pos_ in {"ADP", "DET"} for t in inside
    )


def _part_of_name(framed: Framed, marked: Marked) -> bool:
    """Whether marked words are a noun phrase of the narrator's own ("the city's “clean streets rule”")."""
    inside = [t for t in framed.doc if marked.inner_start <= t.idx < marked.inner_end]
    before = next((t for t in reversed(framed.doc) if t.idx + len(t) <= marked.start and not t.is_space), None)
    return bool(inside) and len(inside) <= 4 and inside[-1].pos_ in {"NOUN", "PROPN"} and before is not None and (before.dep_ in {"det", "poss", "amod"} or before.tag_ in {"POS", "DT", "PRP$", "JJ"})


def _above(framed: Framed, frame: Frame, marked: Marked) -> list[Token]:
    """The narrator's verbs that govern marked words, the nearest first, then the nearest before them in the line."""
    inside = [t for t in framed.doc if marked.inner_start <= t.idx < marked.inner_end and not t.is_space]
    chain: list[Token] = []
    for token in inside[:12]:
        if any(a.idx >= marked.inner_start and a.idx < marked.inner_end for a in [token.head]) and token.head is not token:
            continue
        chain = [a for a in token.ancestors if frame.start <= a.idx < frame.end and a.idx < marked.start]
        break
    speech = [t for t in chain if {"speech", "finding"} & set(cues.classes(t))]
    line = [t for t in reversed(framed.tokens(frame.start, marked.start)) if t.pos_ == "VERB" and framed.outside(t)]
    near = line[:1] if line and len(framed.doc.text[line[0].idx : marked.start].split()) <= 6 else []
    ordered = [*speech[:1], *chain, *near]
    return list(dict.fromkeys(ordered))


# --- a colon ------------------------------------------------------------------------------------------------------


def _colon(framed: Framed, frame: Frame, found: tuple[Found, ...]) -> Iterator[Found]:
    """'The mayor was blunt: "..."': who the sentence before the colon is about."""
    text = framed.doc.text
    for marked in frame.quoted:
        lead = text[frame.start : marked.start].rstrip()
        if any(f.overlaps(marked.start, marked.end) for f in found) or not lead.endswith(":"):
            continue
        roots = [t for t in framed.tokens(frame.start, marked.start) if t.dep_ in {"nsubj", "nsubjpass"} and framed.outside(t)]
        colon = lead.rfind(":") + frame.start
        if not roots:
            label = re.fullmatch(r"\s*([A-Z][\w.'’ -]{1,40}):", lead)
            if label is None:
                continue
            tokens = framed.tokens(frame.start + label.start(1), frame.start + label.end(1))
            head = tokens[-1] if tokens else None
            source: tuple[Piece, ...] = ((frame.start + label.start(1), frame.start + label.end(1)),)
        else:
            head = roots[0]
            first, last = cues.phrase(head)
            source = ((first.idx, last.idx + len(last)),)
        if head is not None:
            yield Found(((marked.start, _run_end(framed, frame, marked)),), ((colon, colon + 1),), source, head, "introduces the words with a colon")


def announcement(framed: Framed, frame: Frame) -> Found | None:
    """'She said:' at a paragraph's end; the content is the colon until the next paragraph gives the words."""
    text = framed.doc.text
    colon = text.rstrip().rfind(":")
    for verb, strong in reversed(list(_cues(framed, frame))):
        if not strong:
            continue
        source, head = _source(framed, verb, frame)
        if source is not None and head is not None:
            return Found(((colon, colon + 1),), _cue(verb), (source,), head, "announces the words of the next paragraph")
    return None
