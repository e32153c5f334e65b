"""What the words of a name tell by themselves, and those right beside it: first names, plurals, ends of bodies' names."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from tellings.reading.lexicon import words
from tellings.reading.name_borders import NAME_WORD, TITLES

SHORT = re.compile(r"[A-Z][a-z]{0,3}\.")
"""An abbreviation, of a state for one."""
_PARTISANS = frozenset("republican democrat conservative liberal progressive independent moderate".split())
_ASSEMBLED = frozenset("lawmaker justice leader member candidate nominee official".split())
"""Further people who are told of many at a time; their plurals are nobody's surname."""
DAYS = frozenset(
    "Easter Christmas Ramadan Diwali Eid Hanukkah Thanksgiving Lent Passover Halloween Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)
MASTHEADS = frozenset(
    "inc ltd plc corp llc gmbh ag news times post group gazette herald tribune journal chronicle observer telegraph courier echo mirror ledger "
    "examiner dispatch bulletin globe weekly daily magazine radio tv television network channel inquirer advertiser sentinel register pulse".split()
)
"""Last words of a body's name that the model often takes for a surname."""


def looks_like_body(name: str) -> bool:
    """Whether a name ends as bodies' names do."""
    pieces = name.lower().split()
    if pieces[0] in words("names_he", "names_she"):
        return False
    last = pieces[-1].rstrip(".")
    return (len(pieces) > 1 and (last in words("bodies") or last in MASTHEADS)) or any(c.isdigit() for c in name)


def plural_people(word: str) -> bool:
    """Whether a capitalised word is a plural of people: "Senators", "Justices", "Republicans"."""
    plain = word.lower()
    return plain.endswith("s") and plain[:-1] in words("offices") | _PARTISANS | _ASSEMBLED


def first_name(name: str) -> bool:
    """Whether a name begins with a known first name."""
    return name.lower().split()[0] in words("names_he", "names_she")


def _first(word: str) -> bool:
    return word in words("names_he") or word in words("names_she")


def first_name_token(doc: Doc, position: int, limit: int) -> bool:
    """Whether a token right before a surname is a first name: capitalised, and no office, title or place."""
    token = doc[position]
    plain = token.lower_.rstrip(".")
    if token.pos_ != "PROPN" or not NAME_WORD.match(token.text) or not token.whitespace_ or limit - position > 2:
        return False
    if len(token) > 2 and SHORT.fullmatch(token.text):
        return False  # a state's name before it
    if first_name(doc[limit].text) and not first_name(token.text) and token.ent_type_ != "PERSON":
        return False  # a word that a headline sets before a first name
    if plain in words("people", "bodies") or token.text in TITLES or token.text in DAYS:
        return False
    joined = token.ent_type_ in {"GPE", "ORG"} and doc[position + 1].ent_type_ == token.ent_type_ and token.is_alpha
    return token.ent_type_ in {"", "PERSON"} or joined


def body_follows(text: str, end: int) -> bool:
    """Whether the word after a name makes a body of it ("the Doe administration")."""
    match = re.match(r"\s+([a-zA-Z-]+)", text[end:])
    return match is not None and match[1].lower() in words("bodies")
