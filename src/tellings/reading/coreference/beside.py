"""What is printed beside a name: office, land and party, which later tell "the Norland envoy" from the other envoys."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from tellings.reading.coreference.places import Place
from tellings.reading.lexicon import fold, table

PARTIES = {"r": "republican", "d": "democrat"}
_STEM = 4  # letters that a land and its people share


def around(place: Place) -> Span:
    """The words of a name's noun phrase, and the apposition or brackets behind it."""
    doc, first, last = place.root.doc, place.first.i, place.root.i
    while first > 0 and (doc[first - 1].pos_ in {"ADJ", "NOUN", "PROPN", "PART"} or doc[first - 1].lower_ == "of"):
        first -= 1
    closing = {",": ",", "(": ")", "of": ","}.get(doc[last + 1].lower_) if last + 1 < len(doc) else None
    if closing is not None:
        last += 1
        while last + 1 < len(doc) and doc[last + 1].text not in {closing, ";", ":"} and not _clause(doc[last + 1]):
            last += 1
    return doc[first : last + 1]


def beside_name(place: Place) -> Iterator[str]:
    """The words beside a name, and what a party and state behind it in brackets or commas stand for."""
    for token in around(place):
        for part in fold(token.text).strip(",()").split("-") if token.text not in table("titles") else ():
            yield PARTIES.get(part.strip("."), part)


def _clause(token: Token) -> bool:
    return token.is_sent_start or token.pos_ in {"VERB", "AUX"}


def same_stem(one: str, other: str) -> bool:
    """Whether two words are of one land or party ("Norland", "Norlander"), or one is short for the other ("Tex.")."""
    if one == other or (len(one) >= _STEM and one[:_STEM] == other[:_STEM]):
        return True
    short, letters = other.replace(".", ""), iter(one)
    return other.endswith(".") and short[:1] == one[:1] and all(letter in letters for letter in short)
