"""What the whole article tells of its names: who is a person, and what a run of capitals is no name at all.

A surname that stands behind a first name once, or with an office or an age beside it, is a person's wherever it
stands; a place stays one unless the article says otherwise. Plurals of a party, words that a page's layout ran
together and headlines' runs of capitals name nobody.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from tellings.reading.document import Document
from tellings.reading.lexicon import words
from tellings.reading.name_borders import CAPITAL, PARTICLES, TITLES, past_lead, past_offices, past_titles, person_end
from tellings.reading.name_words import (
    DAYS,
    SHORT,
    body_follows,
    first_name,
    first_name_token,
    looks_like_body,
    plural_people,
)
from tellings.values import EntityKind

_PLACED = re.compile(
    r"\b(?:in|near|outside|across|around|into|[Mm]ayor of|[Bb]ishop of|[Pp]eople of|[A-Z][a-z]+ [A-Z][a-z]+ of)\s$"
)
_OFFICE_OF = re.compile(
    r"\b(?:[Ss]peaker|[Ss]ecretary|[Mm]inister|[Pp]resident|[Ll]eader|[Mm]ayor|[Gg]overnor) of (?:the )?$"
)
"""An office and "of" before a name: behind the place or body whose it is, its holder may follow."""
_GLUED = re.compile(r"(?!\b(?:Ma?c|De|Di|Du|La|Le|Fitz|Van|O['’])[A-Z])\b[A-Z][a-z]+[A-Z]")
"""Two words that a page's layout ran together."""
_FORMS = frozenset("inc ltd plc corp corporation co group holdings llc gmbh ag sa nv industries limited".split())


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A name in one paragraph: offsets into the paragraph's text."""

    paragraph: int
    start: int
    end: int
    kind: EntityKind


def taken(found: Sequence[Name], index: int, start: int, end: int) -> bool:
    """Whether a stretch of a paragraph shares a character with a name that was found."""
    return any(name.paragraph == index and name.start < end and start < name.end for name in found)


class Evidence:
    """What the whole article tells of its names."""

    def __init__(self, document: Document, texts: Sequence[str], found: Sequence[Name]) -> None:
        self._document = document
        self._texts = texts
        self._persons, self._places = self._votes(found)
        self._printed = frozenset(self._own(name) for name in found)
        own = [self._own(name).split() for name in found if name.kind == "organisation"]
        self._bodies = frozenset(
            pieces[0] for pieces in own if len(pieces) > 1 and pieces[1].lower().rstrip(".,") in _FORMS
        )
        """What bodies go by without their legal form: "Acme" of Acme Holdings."""

    def _votes(self, found: Sequence[Name]) -> tuple[Mapping[str, int], Mapping[str, int]]:
        """How often a word is a person's last name, and how often a place's or body's."""
        persons: Counter[str] = Counter()
        places: Counter[str] = Counter()
        alone: Counter[str] = Counter()
        printed = {self._own(name) for name in found}
        for name in found:
            own = self._own(name)
            if (name.kind == "person" and (len(own.split()) > 1 or self._titled(name))) or self._person_beside(name):
                *before, last = own.split()
                if last.lower() in words("documents") and " ".join(before) in printed:
                    continue  # "Quill Tweet", of a headline
                persons[last] += 1
                if len(own.split()) > 2:  # surnames of two words
                    persons[" ".join(own.split()[-2:])] += 1
            elif len(own.split()) > 1:
                places[own.split()[-1]] += 1
            elif name.kind == "place":
                alone[own] += 1
            if _PLACED.search(self._texts[name.paragraph][: name.start]) and len(own.split()) == 1:
                places[own] += 1
        # the model takes many a surname for a place; one that the article prints behind a first name is none
        places.update({word: count for word, count in alone.items() if not persons[word]})
        return persons, places

    def _own(self, name: Name) -> str:
        return self._texts[name.paragraph][name.start : name.end]

    def _surname(self, own: str) -> bool:
        """Whether a word is held to be a surname; an office is none, though "Mr. Chairman" stands like one."""
        last = own.rsplit(maxsplit=1)[-1]
        if len(own) <= 2 or SHORT.fullmatch(own) or last.lower() in words("offices") or plural_people(last):
            return False
        return 0 < self._persons.get(own, 0) >= self._places.get(own, 0)

    def _titled(self, name: Name) -> bool:
        before = self._texts[name.paragraph][max(0, name.start - 24) : name.start]
        return any(before.endswith(f"{title} ") for title in TITLES)

    def _root(self, name: Name) -> Token | None:
        span = self._document.docs[name.paragraph].char_span(name.start, name.end, alignment_mode="expand")
        return None if span is None else span.root

    def _person_beside(self, name: Name) -> bool:
        """Whether the words beside a name make it a person's: an age, "who", an office before it, a trade behind it."""
        own, text = self._own(name), self._texts[name.paragraph]
        if looks_like_body(own) or len(own.split()) > 3:
            return False
        placed = re.search(r"\b(?:of|in|at) $", text[: name.start]) is not None
        if not placed and re.match(r",? who\b|, \d{2}[,.]| \(\d{2}\)", text[name.end : name.end + 8]):
            return True
        before = re.search(rf"({CAPITAL})\s$", text[: name.start])
        if before is not None and (before[1] in TITLES or before[1].lower() in words("offices")):
            return True
        root = self._root(name)
        if root is None:
            return False
        beside = [child for child in root.children if child.dep_ == "appos" and child.i > root.i]
        beside += [root.head] if root.dep_ == "appos" else []
        return any(
            token.pos_ == "NOUN" and token.tag_ == "NN" and token.lemma_.lower() in words("people") - words("bodies")
            for token in beside
        )

    def mended(self, name: Name) -> Name | None:
        """A name with the kind that the article gives it; none where it is an office or thing and no name."""
        own, text = self._own(name), self._texts[name.paragraph]
        if own.lower().split()[-1].rstrip(".") in words("offices") or own in DAYS or own in TITLES:
            return None
        if name.kind == "person":
            return self._checked(name)
        pieces = own.split()
        if _OFFICE_OF.search(text[: name.start]) and not looks_like_body(own) and not first_name(own):
            begins = next((i for i, piece in enumerate(pieces[1:-1], 1) if first_name(piece)), None)
            if begins is not None:  # "Speaker of the Diet Ora Quill"
                return self._checked(replace(name, start=name.end - len(" ".join(pieces[begins:])), kind="person"))
        like_person = self._surname(own) or self._person_beside(name)
        if not like_person and len(pieces) in {2, 3} and not looks_like_body(own):
            like_person = first_name(own) or (self._surname(pieces[-1]) and self._persons[pieces[-1]] > 1)
        if not like_person or body_follows(text, name.end) or self._headline_run(name):
            return name
        start = past_offices(text, past_titles(text, name.start, name.end)[0], name.end)
        return self._checked(replace(name, start=start, end=person_end(text, start, name.end), kind="person"))

    def _checked(self, name: Name) -> Name | None:
        """A person by the model, unless the article says otherwise."""
        own = self._own(name)
        if looks_like_body(own):
            return replace(name, kind="organisation")
        if (
            self._headline_run(name)
            or _GLUED.search(own)
            or SHORT.fullmatch(own)
            or own.strip("\"'“‘") == "I"
            or self._people(name)
        ):
            return None
        name = self._without_stray(name)
        own = self._own(name)
        single = len(own.split()) == 1 and not self._titled(name) and not self._person_beside(name)
        if single and self._places.get(own, 0) > self._persons.get(own, 0):
            return replace(name, kind="place")
        if single and own in self._bodies and not self._persons.get(own):
            return replace(name, kind="organisation")
        root = self._root(name)
        thing = root is not None and any(child.lower_ == "the" for child in root.children) and root.dep_ != "compound"
        return None if single and thing and not self._persons.get(own) else name

    def _people(self, name: Name) -> bool:
        """Whether a "name" is many people of a party or trade: "House Democrats"."""
        root, own = self._root(name), self._own(name)
        return (
            root is not None
            and root.tag_ in {"NNS", "NNPS"}
            and not first_name(own)
            and not self._surname(own.split()[-1])
        ) or (plural_people(own.split()[-1]) and not first_name(own))

    def _without_stray(self, name: Name) -> Name:
        """A name without a first word that stands before it only here: "Add Ora Quill", where the rest has "Ora Quill"."""
        first, *rest = self._own(name).split(" ")
        tail, head = " ".join(rest), self._own(name).rpartition(" ")[0]
        if len(rest) > 1 and rest[-1].endswith("s") and head in self._printed:
            return replace(name, end=name.start + len(head))  # "Ora Quill Assails", of a headline
        label = next((i for i, word in enumerate(rest) if word.lower() in words("documents")), None)
        if label is not None and not first_name(first) and first_name(rest[-1]):
            return replace(name, start=name.end - len(" ".join(rest[label + 1 :])))  # "OTV Interview Ora"
        if len(rest) < 2 or first.lower() in words("names_he", "names_she") or tail not in self._printed:
            return name
        return replace(name, start=name.start + len(first) + 1)

    def _headline_run(self, name: Name) -> bool:
        """Whether a "name" is a run of capitalised words of a headline that the body never prints."""
        if self._document.paragraphs[name.paragraph].block != "title" or len(self._own(name).split()) < 2:
            return False
        bodies = (p.plain for p in self._document.paragraphs if p.block != "title")
        return not any(self._own(name) in text for text in bodies)

    def whole(self, name: Name) -> Name:
        """A person's surname with the first names that the model left outside."""
        doc = self._document.docs[name.paragraph]
        span = doc.char_span(name.start, name.end, alignment_mode="expand")
        if name.kind != "person" or span is None:
            return name
        if len(span.text.split()) > 1 and span[0].lower_ not in PARTICLES:
            return name
        first = span.start
        while first > 0 and first_name_token(doc, first - 1, span.start):
            first -= 1
        return replace(name, start=past_lead(self._texts[name.paragraph], doc[first].idx, name.end))

    def missed(self, index: int, text: str, found: Sequence[Name]) -> Iterator[Name]:
        """Short names of the article's people and bodies that the model did not mark at all."""
        kinds: dict[str, EntityKind] = dict.fromkeys(sorted(self._bodies), "organisation")
        kinds.update(dict.fromkeys((word for word in sorted(self._persons) if self._surname(word)), "person"))
        for word, kind in kinds.items():
            for match in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text):
                if not taken(found, index, *match.span()) and not body_follows(text, match.end()):
                    yield Name(index, *match.span(), kind)
