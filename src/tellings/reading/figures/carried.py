"""What a number counts that prints no noun of its own: what the number before it counts.

"40 divers from here and 50 from abroad" counts divers twice; "$72 million (£56
million)" is one cost in two currencies; "from 10 percent to 25 percent" is one
rate. What is done by or to the counted stays each number's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from tellings.reading.figures.anaphors import of_those
from tellings.reading.figures.counted import Counted, counted
from tellings.reading.figures.equivalents import told_again
from tellings.reading.figures.governors import DIRECTION
from tellings.reading.figures.implied import SENTENCE_END
from tellings.reading.figures.quantity import Quantity
from tellings.reading.language import text_of

_TO = re.compile(r",? to (?:about |around |more than |less than |over |under |just |nearly |almost )?$")
_FROM = re.compile(r"\bfrom (?:about |around |just )?$", re.IGNORECASE)
_OF = re.compile(r" (?:out )?of (?:(?:the|its|their|all|his|her|those|these|a total of) ){0,2}[$£€]?")
"""Between a part and its whole: "46 percent of the $540 million in goods"."""

_AGAINST = re.compile(
    r"(?: [a-z]+){0,3},? (?:compared (?:with|to)|versus|against|(?:up|down) from) (?:about |around |more than |less than |over |under |just |nearly |almost )?[$£€]?$"
)
"""Between a figure and the one it is set against: "3 million, compared with 2 million"."""

_SET_AGAINST = re.compile(
    r"\b(?:compared (?:with|to)|versus|vs\.?|against) (?:(?:just|about|only|nearly|around|more than) )?[$£€]?$"
)
"""Before a figure that is set against an earlier one of its unit."""

_REST = re.compile(r"\b(?:the other|another|the remaining|an additional|a further) (?:(?:about|nearly) )?[$£€]?$")
"""Before a figure of more of what an earlier one of its unit measures: "the other $70 million"."""

_FROM_ELSEWHERE = re.compile(r" (?:each )?from [A-Z]")
"""Behind a number of people of another country: "12 Norwegians, six from Chile"."""

_SETTING = frozenset("in at over for after within during before since until by".split())


def all_counted(doc: Doc, found: Sequence[Quantity]) -> list[Counted]:
    """What every quantity of a paragraph counts or measures, in their order."""
    told: list[Counted] = []
    for position, quantity in enumerate(found):
        own = counted(doc, quantity, found)
        earlier = _same(doc, found, told, position, own)
        told.append(own if earlier is None else replace(earlier, doing=own.doing or earlier.doing))
    for place in range(len(found) - 2, -1, -1):
        if (noun := _behind_brackets(doc, found[place], found[place + 1])) is not None:
            told[place] = told[place + 1] = Counted(doc[noun.i : noun.i + 1], noun.lemma_.lower(), told[place].doing)
        if _one_noun(doc, found[place], told[place], found[place + 1], told[place + 1]):
            told[place] = replace(told[place + 1], doing=told[place].doing)
        if told[place + 1].phrase is not None and _OF.fullmatch(text_of(doc), found[place].end, found[place + 1].start):
            told[place] = replace(told[place + 1], doing=told[place].doing)
    return told


def _behind_brackets(doc: Doc, quantity: Quantity, again: Quantity) -> Token | None:
    """The winds of "100 mph (160 km/h) winds"."""
    if not told_again(text_of(doc), quantity, again) or text_of(doc)[again.end : again.end + 2] != ") ":
        return None
    token = doc.char_span(again.end + 2, again.end + 3, alignment_mode="expand")
    if token is None or token[0].tag_ not in {"NN", "NNS"} or token[0].ent_type_ in {"DATE", "TIME"}:
        return None
    if DIRECTION.fullmatch(token[0].lower_):
        return None
    return token[0]


_AND = re.compile(r",? (?:and|or) (?:about |nearly |another )?|, ")


def _one_noun(doc: Doc, quantity: Quantity, own: Counted, other: Quantity, told: Counted) -> bool:
    """Whether the noun behind the next number is that of both: "12 Senate and 40 House seats", "50% and 55% brackets"."""
    if told.phrase is None or told.phrase.start_char < other.end or told.phrase.start_char - other.end > 1:
        return False
    if own.phrase is None or own.phrase.start_char < quantity.number:
        return quantity.unit == other.unit and quantity.unit is not None and _joined(doc, quantity.end, other.start)
    half = own.phrase.root.tag_ in {"NN", "NNP"} and told.phrase.root.tag_ in {"NNS", "NNPS"} and len(told.phrase) > 1
    plain = quantity.sort == other.sort == "count" and quantity.value > 1
    return half and plain and _joined(doc, own.phrase.end_char, other.start)


def _joined(doc: Doc, start: int, end: int) -> bool:
    return start <= end and _AND.fullmatch(text_of(doc), start, end) is not None


def _same(doc: Doc, found: Sequence[Quantity], told: list[Counted], position: int, own: Counted) -> Counted | None:
    """What an earlier quantity of the sentence counts, where this one counts the same without saying it."""
    quantity = found[position]
    if (place := _unit_before(doc, found, told, position, own)) is not None:
        return told[place]
    if own.phrase is not None and own.phrase.start_char >= quantity.number:
        return None
    if own.phrase is None and (meant := of_those(doc, found, told, position)) is not None:
        return told[meant]
    before = [
        place for place in range(position) if not SENTENCE_END.search(text_of(doc), found[place].end, quantity.start)
    ]
    if not before:
        return None
    last = before[-1]
    if _continues(doc, found[last], quantity):
        return told[last] if told[last].phrase is not None else None
    if listed := _listed(doc, found, before, quantity):
        return told[listed[0]] if told[listed[0]].phrase is not None else None
    if own.phrase is None:
        shared = (place for place in reversed(before) if _shared(doc, found[place], told[place], quantity))
        if (place := next(shared, None)) is not None:
            return told[place]
    if own.phrase is None and quantity.sort == "count":
        return next(
            (told[place] for place in reversed(before) if _counts(doc, found[place], told[place], quantity)), None
        )
    return None


def _continues(doc: Doc, last: Quantity, quantity: Quantity) -> bool:
    """Whether a quantity tells the last one again, or where it went: "$72m (£56m)", "fell 3 points to 40"."""
    if told_again(text_of(doc), last, quantity):
        return True
    alike = last.unit == quantity.unit or quantity.unit is None
    between = (text_of(doc), last.end, quantity.start)
    return (
        alike
        and (last.unit is not None or _FROM.search(text_of(doc), max(0, last.start - 20), last.start) is not None)
        and (_TO.fullmatch(*between) or _AGAINST.fullmatch(*between)) is not None
    )


def _unit_before(doc: Doc, found: Sequence[Quantity], told: list[Counted], position: int, own: Counted) -> int | None:
    """The last amount in the same unit, where a bare one is set against it or is the rest of it."""
    quantity, text = found[position], text_of(doc)
    if quantity.unit is None or (own.phrase is not None and own.phrase.start_char >= quantity.number):
        return None
    window = (text, max(0, quantity.start - 30), quantity.number)
    if not (_REST.search(*window) or (own.phrase is None and _SET_AGAINST.search(*window))):
        return None
    for place in range(position - 1, -1, -1):
        if SENTENCE_END.search(text, found[place].end, quantity.start):
            return None
        if found[place].unit == quantity.unit and told[place].phrase is not None:
            return place
    return None


_INCLUDING = re.compile(r"\b(?:including|among them) $")


def _shared(doc: Doc, last: Quantity, told: Counted, quantity: Quantity) -> bool:
    """As in "10 percent of voters chose her and 4 percent him": a second share, itself a subject, of the same noun."""
    if quantity.unit not in {"percent", "share"} or last.unit != quantity.unit or told.phrase is None:
        return False
    if _INCLUDING.search(text_of(doc), max(0, last.start - 20), last.start):
        return False
    tokens = doc.char_span(quantity.number, quantity.end, alignment_mode="expand")
    return told.phrase.start_char > last.end and tokens is not None and tokens.root.dep_ in {"nsubj", "nsubjpass"}


def _listed(doc: Doc, found: Sequence[Quantity], before: list[int], quantity: Quantity) -> list[int]:
    """The quantity of the same unit that this one stands in a list with, by the parse."""
    tokens = doc.char_span(quantity.number, quantity.number_end, alignment_mode="expand")
    root = tokens.root if tokens is not None else None
    while root is not None and root.dep_ in {"nummod", "compound", "quantmod"} and root.head.i != root.i:
        root = root.head
    if quantity.unit is None or root is None or root.dep_ not in {"conj", "appos"}:
        return []
    place = root.head.idx
    return [
        each for each in before if found[each].start <= place < found[each].end and found[each].unit == quantity.unit
    ]


def _counts(doc: Doc, earlier: Quantity, told: Counted, quantity: Quantity) -> bool:
    """Whether an earlier number counts things that a later bare number can be more of."""
    if told.phrase is None or earlier.sort != "count" or quantity.form == "vague":
        return False
    noun = told.phrase.root
    if noun.dep_ == "pobj" and noun.head.lower_ in _SETTING:
        return False
    if noun.tag_ == "NNPS" and _FROM_ELSEWHERE.match(text_of(doc), quantity.end):
        return False
    tokens = doc.char_span(quantity.number, quantity.number_end, alignment_mode="expand")
    if tokens is None or (tokens.root.dep_ in {"dobj", "pobj"} and noun.head == tokens.root.head):
        return False
    return tokens.root.dep_ != "dobj" or noun.dep_ not in {"nsubj", "nsubjpass"}  # "two gunmen killed seven"
