"""What the amount of a verb measures: the object that it sets ("cut the tax to 5 percent"), else a subject that has it.

Who pays, raises or wins an amount is not measured by it.
"""

from __future__ import annotations

from spacy.tokens import Token

from tellings.reading.figures.befallen import SUBJECTS

TOTALS = frozenset("number toll total count tally figure rate level share price cost value amount sum average".split())
_NOUNS = frozenset({"NOUN", "PROPN"})
_MEASURING = frozenset(
    "be cost total reach hit exceed top average include comprise surpass approach near equal amount stand remain rise fall grow climb "
    "drop increase decrease decline jump sink soar surge double triple gain lose weigh measure span stretch hold fetch yield gross number become".split()
)
"""Verbs whose object, where it is an amount, measures their subject."""

_DEALING = frozenset("sell buy purchase acquire auction trade swap rent lease".split())
"""Verbs of which the price is told with "for"."""

_VALUING = frozenset("put set value estimate price fix cap".split())


def of_verb(verb: Token, amount: Token) -> Token | None:
    """What a verb's amount measures: the object that it sets ("cut the tax to 5 percent"), else a subject that has it."""
    objects = [
        child
        for child in verb.children
        if child.dep_ == "dobj" and child.pos_ in _NOUNS and child.i < amount.i and child.ent_type_ != "PERSON"
    ]
    if verb.lemma_.lower() in _LEADING and amount.lower_ == "by":
        return None  # "won the ward by 7 points"
    if amount.lower_ in {"to", "at"} and any(child.dep_ == "dobj" and child.lower_ == "it" for child in verb.children):
        return None  # "one estimate puts it at $3 million"
    if amount.dep_ == "prep" and amount.lower_ == "for" and objects:
        return objects[0] if verb.lemma_.lower() in _DEALING else None  # "sued the yard for $3 million"
    to = amount.dep_ == "prep" and not _up_to(amount)
    if to and amount.lower_ in {"to", "at", "from", "by"}:
        for child in objects:
            if not any(below.dep_ == "nummod" for below in child.children):  # "lost 40 points to 2,600"
                return child
    owner = subject(verb)
    if owner is not None and owner.i == amount.i:
        owner = acting(verb)  # "fees grew, reaching a total of $3 million"
    if owner is None or owner.i == amount.i or (owner.ent_type_ == "PERSON" and owner.tag_ != "NN"):
        return None
    if verb.lemma_.lower() == "include" and verb.dep_ == "relcl":
        return None  # "funding for the pier, which includes $2 million": of what is not sure
    if verb.lemma_.lower() in _LEADING and owner.pos_ == "PROPN":
        return None  # "Osmere leads by 7 points": of the vote, not of whoever leads
    if verb.lemma_.lower() in _EARNING and verb.dep_ in {"acl", "relcl"}:
        return owner
    if verb.lemma_.lower() in _PAYING and _money(amount):
        return None
    gives = amount.dep_ in {"dobj", "prep", "oprd", "conj", "npadvmod"} and verb.lemma_.lower() not in _MEASURING
    return None if gives and _money(amount) and not to else owner


def _up_to(amount: Token) -> bool:
    """Whether the preposition of an amount is but its bound: "redirect up to $3 million"."""
    return amount.lower_ == "to" and amount.i > 0 and amount.nbor(-1).lower_ == "up"


_LEADING = frozenset("lead trail win beat defeat outpoll".split())
_EARNING = frozenset("earn make".split())
_PAYING = frozenset("pay spend donate give offer raise collect award".split())


def _money(amount: Token) -> bool:
    return any(token.text in _SIGNS or token.lower_ in {"dollars", "pounds", "euros"} for token in amount.subtree)


_SIGNS = frozenset("$ £ € ¥ ₹".split())


def subject(verb: Token) -> Token | None:
    """The subject; of "brings the toll to 45" the toll; of a relative clause the noun it belongs to."""
    for child in verb.children:
        if child.dep_ == "dobj" and (child.lemma_.lower() in TOTALS or _sets(verb)) and child.pos_ in _NOUNS:
            return child
    return acting(verb)


def acting(verb: Token) -> Token | None:
    """The grammatical subject, of its own or of the verb it hangs on."""
    for child in verb.children:
        if child.dep_ in SUBJECTS and (child.pos_ in _NOUNS or (child.tag_ == "VBG" and child.dep_ == "nsubj")):
            return child
        if child.dep_ in SUBJECTS and child.like_num and (named := [c for c in child.lefts if c.pos_ == "PROPN"]):
            return named[-1]  # "the Osmere 50 lost 12 points"
        if child.dep_ in SUBJECTS and child.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl":
            return _meant(verb)
    if any(child.dep_ in SUBJECTS and child.lower_ not in {"it", "they", "that", "which"} for child in verb.children):
        return None
    if verb.dep_ in {"conj", "xcomp", "advcl", "acomp"} and verb.head.pos_ in {"VERB", "AUX"}:
        return subject(verb.head)
    if verb.dep_ == "pcomp" and verb.head.dep_ == "prep" and verb.head.head.pos_ == "VERB":
        return acting(verb.head.head)  # "fell after standing at 4 percent"
    return verb.head if verb.dep_ == "acl" and verb.head.pos_ == "NOUN" else None


def _meant(verb: Token) -> Token:
    """The noun of a relative clause: of "tariffs set by the port, which range" the tariffs, for the verb is plural."""
    noun = verb.head
    if verb.tag_ != "VBP" or noun.tag_ not in {"NN", "NNP"}:
        return noun
    return next((word for word in noun.ancestors if word.tag_ == "NNS"), noun)


def _sets(verb: Token) -> bool:
    """As in "puts the bill at": the object is what the figure measures."""
    return verb.lemma_.lower() in _VALUING and any(
        child.dep_ == "prep" and child.lower_ == "at" for child in verb.children
    )
