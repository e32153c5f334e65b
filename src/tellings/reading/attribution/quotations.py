"""Attribution: who said what, in which words, in one article.

Marks are found first, then frames; the trained reader and the rules say whose
the words are. Words in marks that nobody is named for are kept as quotations of an unknown
speaker where they are sentences; a phrase that nobody is named for is the
narrator's own wording and no quotation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from tellings.reading.attribution import marks
from tellings.reading.attribution.combining import by_paragraph, combined, covered, halves
from tellings.reading.attribution.dialogue import dialogue
from tellings.reading.attribution.found import Found, sentence_like
from tellings.reading.attribution.frames import Frame, Framed, frame
from tellings.reading.attribution.posts import posts
from tellings.reading.attribution.repeated import said_elsewhere
from tellings.reading.attribution.rules import announcement, attributions
from tellings.reading.attribution.speakers import Speakers
from tellings.reading.attribution.trained import NAME, load
from tellings.reading.attribution.transcripts import people, speeches
from tellings.reading.attribution.wording import going_on, headline_phrase, places, printed, subheading, unattributed
from tellings.reading.document import Document
from tellings.reading.language import text_of
from tellings.reading.paragraphs import Paragraph
from tellings.reading.reader import Part
from tellings.values import Certainty, Mention, Quotation, Reading


@dataclass
class _Last:
    """What a later quotation without source words may go on from."""

    speaker: int | None = None
    paragraph: int = -2
    opened: bool = False
    """The last paragraph's quotation was not closed."""
    announced: Quotation | None = None
    """The last paragraph ended in a colon: whose words come, in a quotation still without content."""


@dataclass
class _Run:
    document: Document
    speakers: Speakers
    speeches: Mapping[int, tuple[Found, ...]]
    """Paragraphs that are nothing but what is said: turns of a transcript, signed posts."""
    framed: tuple[Framed, ...]
    trained: Mapping[int, list[Found]]
    dashed: Mapping[int, tuple[marks.Marked, ...]]
    last: _Last = field(default_factory=_Last)


def read(document: Document, reading: Reading) -> dict[str, tuple[Quotation, ...] | tuple[Mention, ...]]:
    """The quotations of an article, in the order of its text, and the mentions with the sources added."""
    dashed = dialogue(document)
    marked = marks.find_all([paragraph.text for paragraph in document.paragraphs])
    framed = tuple(frame(doc, dashed.get(number) or marked[number]) for number, doc in enumerate(document.docs))
    trained = load().read(document.paragraphs, [f.quoted for f in framed])
    turns = speeches(document)
    spoken = posts(document) | {number: (turn,) for number, turn in turns.items()}
    run = _Run(document, Speakers(reading.mentions), spoken, framed, by_paragraph(trained, framed), dashed)
    _labelled(run, turns)
    parts = [list(_paragraph(run, index)) for index in range(len(document.paragraphs))]
    _named_later(run, parts)
    quotations = said_elsewhere([quotation for found in parts for quotation in found], document.article.text)
    quotations.sort(key=lambda quotation: (quotation.content[0], quotation.content[-1]))
    return {"quotations": tuple(quotations), "mentions": tuple(run.speakers.mentions)}


def _labelled(run: _Run, turns: Mapping[int, Found]) -> None:
    """Mark the people whom the labels of a transcript name in capitals."""
    places = {number: (run.document.paragraphs[number], found.source[0]) for number, found in turns.items()}
    for number in people({number: paragraph.plain[slice(*at)] for number, (paragraph, at) in places.items()}):
        paragraph, at = places[number]
        run.speakers.put(Mention(paragraph.span_of(*at), "person", "name"))


def _named_later(run: _Run, by_paragraph: list[list[Quotation]]) -> None:
    """Let a quotation left open take the speaker whom the next paragraph, which goes on with it, names."""
    for index in range(len(by_paragraph) - 2, -1, -1):
        found, following = by_paragraph[index], by_paragraph[index + 1]
        if not found or found[-1].speaker is not None or not following or following[0].speaker is None:
            continue
        marked, following_frames = run.framed[index].quoted, run.framed[index + 1]
        opened = bool(marked) and not marked[-1].closed and _opening(following_frames) is not None
        if opened and found[-1].certainty == "unknown":
            reason = "goes on in the next paragraph, which names the speaker"
            found[-1] = replace(found[-1], speaker=following[0].speaker, certainty="inferred", reason=reason)


def _paragraph(run: _Run, index: int) -> Iterator[Quotation]:
    paragraph, doc, framed = run.document.paragraphs[index], run.document.docs[index], run.framed[index]
    run.speakers.issued.note(paragraph, doc)
    if index in run.speeches:
        for speech in run.speeches[index]:
            yield replace(_attributed(run, paragraph, framed, speech), manner="direct")
        return
    goes_on = run.last.opened and _opening(framed) is not None
    before = run.last.speaker if goes_on else None
    own: int | None = None
    opened = False
    asked = [attributions(framed, cut) for cut in framed.frames]
    announced, run.last.announced = run.last.announced, None
    if announced is not None and (first := _opening(framed)) is not None and not asked[0]:
        yield replace(announced, content=places(paragraph, ((first.start, first.end),)), block=paragraph.block)
        own, opened = announced.speaker, not first.closed
        framed = _without(framed, first)
    rules = [item for found in asked for item in found]
    everything = combined(framed, rules, run.trained.get(index, []), title=paragraph.block == "title")
    for cut in framed.frames:
        found = [item for item in everything if cut.start <= item.content[0][0] < cut.end]
        for item in found:
            own_sentence, rest = halves(framed, item)
            quotation = _attributed(run, paragraph, framed, own_sentence)
            yield quotation
            for piece in rest:
                yield going_on(paragraph, quotation, piece)
            if quotation.manner != "indirect":
                own = quotation.speaker
        for marked in cut.quoted:
            if not covered(everything, marked):
                quotation_or_none = _bare(run, (index, framed, cut), marked, own if own is not None else before)
                if quotation_or_none is not None:
                    yield quotation_or_none
                    own = own if own is not None else quotation_or_none.speaker
        if not found and not cut.quoted and own is None:
            before = before if goes_on else _subject(run, index, framed, cut)
        if cut.quoted:
            opened = not cut.quoted[-1].closed and cut.quoted[-1].end >= len(text_of(doc).rstrip())
    if paragraph.block == "body" and framed.frames and text_of(doc).rstrip().endswith(":"):
        run.last.announced = _announced(run, paragraph, framed, framed.frames[-1])
    if own is not None or not framed.quoted:
        run.last.speaker = own if own is not None else _topic(run, index)
        run.last.paragraph = index
    run.last.opened = opened and index not in run.dashed  # a dash always begins a new speech


def _opening(framed: Framed) -> marks.Marked | None:
    """The words in marks that a paragraph begins with."""
    first = framed.quoted[0] if framed.quoted else None
    return first if first is not None and not framed.text[: first.start].strip() else None


def _without(framed: Framed, marked: marks.Marked) -> Framed:
    """A paragraph whose first words in marks have their quotation already."""
    frames = tuple(replace(cut, quoted=tuple(m for m in cut.quoted if m != marked)) for cut in framed.frames)
    return replace(framed, quoted=framed.quoted[1:], frames=frames)


def _attributed(run: _Run, paragraph: Paragraph, framed: Framed, found: Found) -> Quotation:
    content, cue, source = (places(paragraph, pieces) for pieces in (found.content, found.cue, found.source))
    speaker: int | None = None
    why = ""
    if found.head is not None and source:
        speaker, why = run.speakers.of(paragraph, found.head, source[0])
    words = " ".join(paragraph.text[start:end] for start, end in found.cue)
    reason = (
        found.reason
        if not found.cue
        else (
            f"the cue “{words}” {found.reason}"
            if words != ":"
            else f"a colon {found.reason.removesuffix(' with a colon')}"
        )
    )
    return Quotation(
        content=content,
        cue=cue,
        source=source,
        manner=printed(framed, found),
        speaker=speaker,
        certainty=_certainty(run, speaker),
        reason=f"{reason}; {why}" if why else reason,
        block=paragraph.block,
    )


def _certainty(run: _Run, speaker: int | None) -> Certainty:
    """Before coreference: a name is stated, anything else is still to be resolved."""
    named = speaker is not None and run.speakers.mentions[speaker].form == "name"
    return "stated" if named else "unknown"


def _bare(run: _Run, where: tuple[int, Framed, Frame], marked: marks.Marked, own: int | None) -> Quotation | None:
    """A quotation with no attribution of its own: it goes on, or its speaker is unknown."""
    index, framed, cut = where
    paragraph = run.document.paragraphs[index]
    text = framed.text
    alone = not any(c.isalnum() for c in text[cut.start : marked.start])
    if paragraph.block == "title" and headline_phrase(framed, marked):
        return unattributed(paragraph, marked)
    if not (sentence_like(text, marked) and alone and marked.words(text) >= 2) or (
        marked.words(text) < 3 and own is None
    ):
        return None
    speaker, reason = own, "goes on without a new attribution"
    if subheading(framed, marked):
        return unattributed(paragraph, marked)
    if (
        speaker is None
        and alone
        and not text[: marked.start].strip()
        and run.last.paragraph == index - 1
        and index not in run.dashed
        and run.last.speaker is not None
    ):
        speaker, reason = run.last.speaker, "stands alone behind a paragraph of this speaker"
    if speaker is None:
        return unattributed(paragraph, marked)
    return replace(unattributed(paragraph, marked), speaker=speaker, certainty="inferred", reason=reason)


def _subject(run: _Run, index: int, framed: Framed, cut: Frame) -> int | None:
    """The person whom a sentence without a quotation is about."""
    paragraph = run.document.paragraphs[index]
    token = next((t for t in framed.tokens(cut.start, cut.end) if t.dep_ == "nsubj" and t.head.dep_ == "ROOT"), None)
    if token is None:
        return None
    place = paragraph.span_of(token.idx, token.idx + len(token))
    return next((i for i, m in enumerate(run.speakers.mentions) if m.kind == "person" and m.span.covers(place)), None)


def _announced(run: _Run, paragraph: Paragraph, framed: Framed, cut: Frame) -> Quotation | None:
    """'She said:' at the end of a paragraph: the source and cue of what the next one quotes."""
    found = announcement(framed, cut)
    return None if found is None else replace(_attributed(run, paragraph, framed, found), manner="direct")


def _topic(run: _Run, index: int) -> int | None:
    """The person that a paragraph without quotations is about: the subject of its last sentence."""
    sents = list(run.document.docs[index].sents)
    if not sents:
        return None
    subject = next((t for t in sents[-1] if t.dep_ == "nsubj" and t.head == sents[-1].root), None)
    if subject is None:
        return None
    paragraph = run.document.paragraphs[index]
    place = paragraph.span_of(subject.idx, subject.idx + len(subject))
    for position, mention in enumerate(run.speakers.mentions):
        if mention.kind == "person" and mention.span.covers(place):
            return position
    return None


PART = Part(NAME, read, gives=("quotations", "mentions"), requires=("sentences", "mentions"))
