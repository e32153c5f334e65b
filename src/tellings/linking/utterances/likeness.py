"""How two words that are not the same may still be one: another spelling, or another person or tense.

Spelling is British against American, a number in words against digits, a
letter slipped. Person and tense shift where speech is reported: "I will" is
told as "she would". Closed lists and endings only; anything else is another word.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from typing import Literal

from rapidfuzz.distance import OSA

from tellings.reading.figures.numerals import ONES, SCALES, TENS, numerals

Likeness = Literal["spelling", "shift", "other"]

_ONE_SPELLING = (
    ("ou", "o"), ("is", "iz"), ("ys", "yz"), ("re", "er"), ("ll", "l"), ("ogue", "og"), ("ence", "ense"),
    ("ae", "e"), ("oe", "e"), ("grey", "gray"), ("gramme", "gram"), ("cheque", "check"), ("ph", "f"), ("dgem", "dgm"),
)  # fmt: skip
"""British and American spellings of one sound, within a word."""

_SUFFIX = 3  # letters by which two spellings of one word differ in length at most (programme, program)
_NUMBERS = frozenset({"a", "an", *ONES, *TENS, *SCALES})
_SLIP = 7  # letters; in a shorter word one letter more or less makes another word (county, country)


def _forms(text: str) -> Mapping[str, frozenset[str]]:
    """Which words are one verb or pronoun in other forms: each line is a set; a word may stand in several."""
    found: dict[str, set[str]] = {}
    for line in text.strip().splitlines():
        for word in line.split():
            found.setdefault(word, set()).update(line.split())
    return {word: frozenset(others) for word, others in found.items()}


_SHIFTS = _forms("""
i he she we they
you i he she we they
me him her us them
you me him her us them
my his her our their its
your my his her our their its
mine his hers ours theirs
myself himself herself ourselves themselves itself
we it they
us it them
am is are was were be been
will would
shall should would
can could
may might
must had
has have had having
do does did
go goes went gone
come comes came
take takes took taken
make makes made
get gets got gotten
give gives gave given
see sees saw seen
know knows knew known
think thinks thought
say says said
tell tells told
find finds found
feel feels felt
leave leaves left
keep keeps kept
stand stands stood
hold holds held
lose loses lost
win wins won
pay pays paid
meet meets met
run runs ran
bring brings brought
buy buys bought
write writes wrote written
speak speaks spoke spoken
begin begins began begun
mean means meant
understand understands understood
send sends sent
build builds built
spend spends spent
become becomes became
lead leads led
grow grows grew grown
fall falls fell fallen
choose chooses chose chosen
break breaks broke broken
fight fights fought
teach teaches taught
this that
these those
today yesterday
here there
now then
""")

_ENDING = re.compile(r"(?:(?<=[^aeiou])ied|(?<=[^aeiou])ies|ed|es|s|d|ing)$")


@functools.lru_cache(maxsize=65536)
def likeness(one: str, other: str) -> Likeness:
    """What two different folded words have to do with one another."""
    if one == other or _spelt(one, other):
        return "spelling"
    if other in _SHIFTS.get(one, ()) or _tense(one, other):
        return "shift"
    return "other"


@functools.lru_cache(maxsize=65536)
def number(word: str) -> float | None:
    """The number that a folded word (or a few) is, in digits or in words; none for "dozens" or "twice"."""
    first = re.split(r"[\s-]", word, maxsplit=1)[0]
    if not first[:1].isdigit() and first not in _NUMBERS:
        return None
    found = numerals(word)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(word)) or found[0].low is not None:
        return None
    return found[0].value


def _spelt(one: str, other: str) -> bool:
    letters = [re.sub(r"\W", "", word) for word in (one, other)]
    if letters[0] == letters[1]:
        return bool(letters[0]) and (one.isalpha() or other.isalpha() or number(one) == number(other))
    if any(word[0].isdigit() for word in (one, other)) or len(one) < 5 < len(other) or len(other) < 5 < len(one):
        value = number(one)
        return value is not None and value == number(other)
    return _british(one, other) or _slip(one, other)


def _british(one: str, other: str) -> bool:
    if one[0] != other[0] or abs(len(one) - len(other)) > _SUFFIX:
        return False
    return any(spelt == other for spelt in _respelt(one)) or any(spelt == one for spelt in _respelt(other))


def _respelt(word: str) -> Iterator[str]:
    """A word spelt the American way, one place changed."""
    if len(word) < 4:
        return
    for british, american in _ONE_SPELLING:
        for match in re.finditer(british, word[1:]):
            yield word[: match.start() + 1] + american + word[match.end() + 1 :]


def _slip(one: str, other: str) -> bool:
    """Whether a letter inside one of two long words is doubled, lacks or changed places; endings make other words."""
    if min(len(one), len(other)) < _SLIP or one[0] != other[0] or one[-2:] != other[-2:]:
        return False
    same_letters = sorted(one) == sorted(other)
    return (len(one) != len(other) or same_letters) and OSA.distance(one, other, score_cutoff=1) == 1


def _tense(one: str, other: str) -> bool:
    """Whether two words are one regular verb in two of its forms; the plural of a noun looks like one of them."""
    return one != other and bool(_stems(one) & _stems(other)) and not (one + "s" == other or other + "s" == one)


@functools.lru_cache(maxsize=65536)
def _stems(word: str) -> frozenset[str]:
    """What a word may be a form of."""
    found = {word}
    match = _ENDING.search(word)
    if match and len(word) - len(match[0]) >= 2:
        stem = word[: match.start()]
        found |= {stem, f"{stem}e"} if match[0] in {"ed", "ing", "es"} else {f"{stem}y"} if "i" in match[0] else {stem}
        if match[0] in {"ed", "ing"} and len(stem) > 3 and stem[-1] == stem[-2]:
            found.add(stem[:-1])
    return frozenset(found)
