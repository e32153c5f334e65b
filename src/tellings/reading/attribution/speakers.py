"""Whose words: from the head of a source to the mention that is the speaker.

A document speaks for whoever issued it ("a statement from the ministry",
"the court issued a ruling that found"); a role speaks for the name beside it
("the group's president, Jane Doe").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from tellings.reading.attribution.cues import phrase, subject
from tellings.reading.attribution.issued import ISSUE, Issued
from tellings.reading.attribution.source_words import (
    PARTED,
    ends_with,
    joined,
    may_title,
    names_body,
    nature,
    of_another,
    plain_words,
    spoken,
    unmarked_name,
)
from tellings.reading.lexicon import words
from tellings.reading.mentions import lemma_of
from tellings.reading.paragraphs import Paragraph
from tellings.values import Form, Mention, Span

_RELATIVE = frozenset({"who", "whom", "whose", "which"})
_TRAILING = re.compile(r",? (?:that|which|who)$")
_FROM = frozenset({"from", "by", "of"})
_SOME = frozenset("some those many others several people".split())
_CALLED = frozenset("name call dub nickname".split())
_LABEL = 2  # words; so few the parse may well take for a clause ("DOE CAMPAIGN")
_FORM_RANK: dict[Form, int] = {"name": 0, "description": 1, "pronoun": 2}


class Speakers:
    """Finds mentions by place and adds those that a source needs and nobody had marked."""

    def __init__(self, mentions: tuple[Mention, ...]) -> None:
        self.mentions = list(mentions)
        self.issued = Issued()

    def of(self, paragraph: Paragraph, head: Token, source: Span) -> tuple[int | None, str]:
        """The position of the speaker's mention, and why it is this one where that is not plain; none where a clause is the source."""
        head = spoken(paragraph, head, source)
        clause = head.pos_ in {"VERB", "AUX"} and any(c.dep_ in {"nsubj", "nsubjpass"} for c in head.children)
        if clause and len(paragraph.plain[slice(*self._offsets(paragraph, source))].split()) > _LABEL:
            return None, "the source words are a clause, which names nobody"
        if lemma_of(head) in words("documents"):
            issuer = self._issuer(paragraph, head)
            issuer = self._issuer_before(paragraph, head) if issuer is None else issuer
            if issuer is not None:
                return issuer, f"the {lemma_of(head)} is theirs"
        if self._several(paragraph, head, source):
            trailing = _TRAILING.search(source_text := paragraph.plain[slice(*self._offsets(paragraph, source))])
            first = paragraph.offset(source.start)
            end = first + (trailing.start() if trailing else len(source_text))
            return self.put(Mention(paragraph.span_of(first, end), "group", "description")), ""
        if self._backers(paragraph, head, source):
            return self.put(Mention(source, "group", "description")), ""
        if (named := self._first_name(paragraph, head, source)) is not None:
            return named, ""
        if (owner := self._owner(paragraph, head, source)) is not None:
            return owner, "what is cited is theirs"
        several = head.tag_ in {"NNS", "NNPS"}  # "four senators, Doe among them": no single name is theirs
        if not several and (named := self._last_name(paragraph, head, source)) is not None:
            return named, ""
        for child in () if several else head.children:
            if child.dep_ == "appos" and (named := self._at(paragraph, child, names=True)) is not None:
                return named, "the name stands beside the role"
        if not several and (named := self._apposed(paragraph, head, source)) is not None:
            return named, "the name stands beside the description"
        found = self._at(paragraph, head)
        return (found, "") if found is not None else (self._add(paragraph, head, source), "")

    def _several(self, paragraph: Paragraph, head: Token, source: Span) -> bool:
        """Whether a source names more than one ("Doe and two aides"): to name the first alone would be wrong."""
        people = list(self._people(paragraph, source))
        for position, before, _ in people[1:]:
            if self._part_of_a_noun(paragraph, head, position):
                continue  # "Doe, a resident and Roe supporter"
            if before[-1:] in (["and"], ["or"]) and not PARTED & {word.lower() for word in people[0][1]}:
                return True  # "Doe, Roe and Poe", however the parse has it
        others = [head]
        for one in others:  # of "Doe, Roe and Poe", each hangs on the one before
            others += [
                c for c in one.children if c.dep_ == "conj" and c.pos_ in {"NOUN", "PROPN", "PRON"} and c.i > one.i
            ]
        if len(others) == 1 or not any(
            c.dep_ == "cc" and c.lower_ in {"and", "or"} for one in others for c in one.children
        ):
            return False
        place = paragraph.span_of(others[-1].idx, others[-1].idx + len(others[-1]))
        whole = self._at(paragraph, head, names=True)
        return source.covers(place) and (whole is None or not self.mentions[whole].span.covers(place))

    def _part_of_a_noun(self, paragraph: Paragraph, head: Token, position: int) -> bool:
        """Whether a name only tells of which kind somebody is ("a Roe supporter")."""
        named = head.doc.char_span(*self._offsets(paragraph, self.mentions[position].span), alignment_mode="expand")
        return named is not None and named.end < len(head.doc) and head.doc[named.end].tag_ == "NN"

    def _backers(self, paragraph: Paragraph, head: Token, source: Span) -> bool:
        """Whether a source tells of those who act on a person ("some backing Doe"), which the parse takes for the name."""
        first, second, *_ = (*paragraph.plain[slice(*self._offsets(paragraph, source))].split(), "", "")
        acting = first.lower() in _SOME and second.islower() and second.endswith("ing")
        return acting and self._at(paragraph, head, names=True) is not None

    def _first_name(self, paragraph: Paragraph, head: Token, source: Span) -> int | None:
        """The person whose name begins a source, perhaps behind a title, and ends it or has an apposition behind it."""
        for position, before, behind in self._people(paragraph, source):
            if any(word.endswith((",", "'s", "s'")) or word.lower() in PARTED for word in before):
                continue
            if behind.lstrip()[:1] in {"", ",", "("} and not self._acted_on(paragraph, head, position):
                return position
        return None

    def _last_name(self, paragraph: Paragraph, head: Token, source: Span) -> int | None:
        """The person whose name ends a source, unless a preposition parts it from the head ("an aide to Doe")."""
        for position, before, behind in self._people(paragraph, source):
            if of_another(before) or _RELATIVE & set(before) or self._acted_on(paragraph, head, position):
                continue
            while before and not before[-1].endswith((",", "'s", "s'", "’s", "s’")) and may_title(before[-1]):
                before.pop()  # "an aide to former State Party Leader Doe": the aide speaks
            if before[-1:] == ["of"] and len(before) > 1 and names_body(before[-2]):
                return position  # "the Conference of Mayors Executive Director Jane Doe"
            if not behind.strip(" ,.") and (
                not before or (before[-1].lower() not in PARTED and not before[-1].endswith(("'s", "s'")))
            ):
                return position
        return None

    def _people(self, paragraph: Paragraph, source: Span) -> Iterator[tuple[int, list[str], str]]:
        """The people named inside a source: the mention's position, the source's words before it, its text behind it."""
        first, last = paragraph.offset(source.start), paragraph.offset(source.end - 1) + 1
        for position, mention in enumerate(self.mentions):
            if mention.form == "name" and mention.kind == "person" and source.covers(mention.span):
                start, end = paragraph.offset(mention.span.start), paragraph.offset(mention.span.end - 1) + 1
                yield position, paragraph.plain[first:start].split(), paragraph.plain[end:last]

    def _acted_on(self, paragraph: Paragraph, head: Token, position: int) -> bool:
        """Whether a verb within the source governs a name ("some backing Doe"): others speak, unless they are called so."""
        named = head.doc.char_span(*self._offsets(paragraph, self.mentions[position].span), alignment_mode="expand")
        if named is None:
            return False
        verb = named.root.head
        governed = named.root.dep_ in {"dobj", "pobj"} and verb.pos_ == "VERB" and verb.lemma_.lower() not in _CALLED
        return governed and head.idx < verb.idx < named.root.idx

    @staticmethod
    def _offsets(paragraph: Paragraph, span: Span) -> tuple[int, int]:
        return paragraph.offset(span.start), paragraph.offset(span.end - 1) + 1

    def _owner(self, paragraph: Paragraph, head: Token, source: Span) -> int | None:
        """Whose a thing is where the source is the possessive before it alone ("his" of "his complaints")."""
        if head.dep_ != "poss" or source.end >= paragraph.span_of(head.head.idx, head.head.idx + 1).start:
            return None
        held = [
            (_FORM_RANK[mention.form], -len(mention.span), position)
            for position, mention in enumerate(self.mentions)
            if source.covers(mention.span) and mention.span.covers(paragraph.span_of(head.idx, head.idx + len(head)))
        ]
        if held:
            return min(held)[2]
        kind, _ = nature(head)
        start, _ = self._offsets(paragraph, source)
        span = paragraph.span_of(start, head.idx + len(head))
        return self.put(Mention(span, kind, "pronoun" if head.tag_ == "PRP$" else "description"))

    def _apposed(self, paragraph: Paragraph, head: Token, source: Span) -> int | None:
        """The name right behind a description and its comma, of what the description is ("the union, the Bakers' League,")."""
        first, _ = self._offsets(paragraph, source)
        kind, _ = nature(head)
        for position, mention in enumerate(self.mentions):
            if mention.form != "name" or not source.covers(mention.span):
                continue
            before, _, between = paragraph.plain[first : paragraph.offset(mention.span.start)].rpartition(",")
            plain = before.lower().split()
            one_of = plain[:2] == ["one", "of"] and mention.kind == "person"
            if (
                not (one_of or mention.kind == kind)
                or not plain
                or any(word not in {"the", "The"} and not may_title(word) for word in between.split())
            ):
                continue
            own = first + len(before) == head.idx + len(head)
            if own or one_of or plain[0] == "another":
                return position
        return None

    def _issuer(self, paragraph: Paragraph, head: Token) -> int | None:
        for child in head.children:
            if child.dep_ == "poss" and (found := self._at(paragraph, child)) is not None:
                return found
            if child.dep_ == "prep" and child.lower_ in _FROM | {"for"}:
                for inner in child.children:
                    if inner.pos_ == "PROPN" and (last := joined(inner)) is not inner:
                        first, end = inner.left_edge.idx, last.idx + len(last)  # "a letter from Doe and Roe"
                        return self.put(Mention(paragraph.span_of(first, end), "group", "description"))
                    found = self._at(paragraph, inner)
                    if (
                        inner.dep_ == "pobj"
                        and found is not None
                        and self.mentions[found].kind in {"person", "organisation"}
                    ):
                        return found
        verb = head.head
        if head.dep_ == "dobj" and verb.lemma_.lower() in ISSUE and (giver := subject(verb)) is not None:
            return self._at(paragraph, giver)
        return None

    def _issuer_before(self, paragraph: Paragraph, head: Token) -> int | None:
        given = self.issued.before(paragraph, head)
        if given is None:
            return None
        other, giver = given
        first, last = phrase(giver)
        found = self._at(other, giver)
        return self._add(other, giver, other.span_of(first.idx, last.idx + len(last))) if found is None else found

    def _at(self, paragraph: Paragraph, token: Token, *, names: bool = False) -> int | None:
        """The mention that holds a token: a name before a description, the shortest of each."""
        place = paragraph.span_of(token.idx, token.idx + len(token))
        holding = [
            (_FORM_RANK[mention.form], len(mention.span), position)
            for position, mention in enumerate(self.mentions)
            if mention.span.covers(place) and (mention.form == "name" or not names) and ends_with(mention, place)
        ]
        return min(holding)[2] if holding else None

    def _add(self, paragraph: Paragraph, head: Token, source: Span) -> int:
        kind, form = nature(head)
        if form == "name":
            span = unmarked_name(paragraph, head, source)
        elif form == "pronoun":
            span = paragraph.span_of(head.idx, head.idx + len(head))
        else:
            span = plain_words(paragraph, head, source)
        return self.put(Mention(span, kind, form))

    def put(self, wanted: Mention) -> int:
        """The position of a mention at the wanted place, added if there is none."""
        for position, mention in enumerate(self.mentions):
            if mention.span == wanted.span:
                return position
        self.mentions.append(wanted)
        return len(self.mentions) - 1
