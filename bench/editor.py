"""A seeded editor of quotations: applies one kind of alteration (or two) to printed words and knows what it did.

Its word lists are its own, so that it does not measure the ledger's lists with themselves. The edits that turn the
meaning stand in ``editor_turns.py``.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from edited import Edited, Editor, bare, safe, swap

NOUNS = ("lantern", "harvest", "orchard", "kettle", "meadow", "blanket", "ladder", "saddle", "pebble", "furnace")
VERBS_ED = ("polished", "scattered", "whispered", "gathered", "borrowed")
BRACKETS = ("[the council]", "[the minister]", "[the team]", "[our neighbours]", "[the company]")
ADDED = ("really", "certainly", "right here", "of course", "in truth", "quite simply")
SPELT = {
    "labor": "labour", "center": "centre", "color": "colour", "honor": "honour", "favor": "favour", "defense": "defence",
    "organize": "organise", "organization": "organisation", "realize": "realise", "recognize": "recognise",
    "program": "programme", "traveling": "travelling", "behavior": "behaviour", "neighbor": "neighbour",
    "neighbors": "neighbours", "theater": "theatre", "apologize": "apologise", "okay": "OK", "percent": "per cent",
}  # fmt: skip
CONTRACTED = {
    "don’t": "do not", "doesn’t": "does not", "can’t": "cannot", "won’t": "will not", "isn’t": "is not", "it’s": "it is",
    "we’re": "we are", "I’m": "I am", "they’re": "they are", "I’ve": "I have", "we’ve": "we have", "didn’t": "did not",
    "that’s": "that is", "wasn’t": "was not", "you’re": "you are", "aren’t": "are not", "we’ll": "we will",
}  # fmt: skip
SHIFTED = {
    "i": "he", "we": "they", "my": "his", "our": "their", "me": "him", "us": "them", "am": "was", "is": "was", "are": "were",
    "will": "would", "can": "could", "have": "had", "has": "had", "want": "wanted", "need": "needed", "know": "knew",
    "think": "thought", "believe": "believed", "feel": "felt", "hope": "hoped", "see": "saw", "make": "made", "take": "took",
    "go": "went", "do": "did", "mine": "his", "ours": "theirs", "myself": "himself", "love": "loved", "work": "worked",
}  # fmt: skip


def exact(text: str, chance: random.Random) -> Edited:  # noqa: ARG001  # one shape for all
    return Edited(text, frozenset())


def cut_front(text: str, chance: random.Random) -> Edited | None:
    words = text.split()
    for _ in range(8):
        count = chance.randint(1, max(1, len(words) // 2))
        if len(words) - count >= 6 and safe([words[0].lower(), *words[1:count]]) and _whole_sense(words, count):
            return Edited(" ".join(words[count:]), frozenset({"cut at the front"}))
    return None


def cut_end(text: str, chance: random.Random) -> Edited | None:
    words = text.split()
    for _ in range(8):
        count = chance.randint(1, max(1, len(words) // 2))
        if len(words) - count >= 6 and safe(words[-count:]):
            return Edited(" ".join(words[:-count]).rstrip(",;:—–-"), frozenset({"cut at the end"}))
    return None


def _whole_sense(words: Sequence[str], count: int) -> bool:
    return bool(re.search(r"\w", words[count]))


def _middle(text: str, chance: random.Random, sign: str, kind: str) -> Edited | None:
    words = text.split()
    for _ in range(12):
        count = chance.randint(2, max(2, len(words) // 3))
        if len(words) - count < 10:
            continue
        start = chance.randint(4, len(words) - count - 4)
        gone = words[start : start + count]
        if not safe(gone) or not any(len(bare(word)) > 3 for word in gone):
            continue
        kept = " ".join(words[:start]), " ".join(words[start + count :])
        return Edited(f"{kept[0]}{sign}{kept[1]}", frozenset({kind}))
    return None


def cut_middle(text: str, chance: random.Random) -> Edited | None:
    return _middle(text, chance, " ", "cut in the middle")


def ellipsis(text: str, chance: random.Random) -> Edited | None:
    return _middle(text, chance, chance.choice((" … ", " ... ", "… ", " . . . ")), "ellipsis")


def _places(words: Sequence[str], least: int = 4) -> list[int]:
    """Plain words inside a text that may be changed without turning its meaning."""
    return [
        place
        for place in range(1, len(words) - 1)
        if len(bare(words[place])) >= least and bare(words[place]).isalpha() and safe([words[place]])
    ]


def bracketed(text: str, chance: random.Random) -> Edited | None:
    words = text.split()
    places = [
        p for p in range(1, len(words) - 1) if bare(words[p]).lower() in {"he", "she", "they", "it", "them", "him"}
    ]
    places = [p for p in places if bare(words[p]).islower()] or _places(words, 5)
    if not places:
        return None
    place = chance.choice(places)
    words[place] = swap(words[place], chance.choice(BRACKETS))
    return Edited(" ".join(words), frozenset({"bracketed word"}))


def replaced(text: str, chance: random.Random) -> Edited | None:
    words = text.split()
    places = _places(words, 5)
    if not places:
        return None
    place = chance.choice(places)
    words[place] = swap(words[place], chance.choice(NOUNS if chance.random() < 0.6 else VERBS_ED))
    return Edited(" ".join(words), frozenset({"word replaced"}))


def added(text: str, chance: random.Random) -> Edited | None:
    words = text.split()
    place = chance.randint(3, len(words) - 3)
    return Edited(" ".join([*words[:place], chance.choice(ADDED), *words[place:]]), frozenset({"words added"}))


def reordered(text: str, chance: random.Random) -> Edited | None:
    parts = re.split(r", (?=\w)", text.rstrip(".!?,"))
    choices = [
        i for i in range(len(parts) - 1) if min(len(parts[i].split()), len(parts[i + 1].split())) >= 3
        and not re.search(r"[.?!;:—“”\"]", parts[i] + parts[i + 1])
    ]  # fmt: skip
    if not choices:
        return None
    i = chance.choice(choices)
    parts[i], parts[i + 1] = parts[i + 1], parts[i]
    return Edited(", ".join(parts) + ".", frozenset({"order changed"}))


def respelt(text: str, chance: random.Random) -> Edited | None:
    words = text.split()
    ways: list[list[str]] = []
    for place, word in enumerate(words):
        own = bare(word)
        other = SPELT.get(own) or CONTRACTED.get(own.replace("'", "’"))
        if other:
            ways.append([*words[:place], swap(word, other), *words[place + 1 :]])
        if 1 < place < len(words) - 2 and word.endswith(","):
            ways.append([*words[:place], word[:-1], *words[place + 1 :]])
        if 1 < place < len(words) - 2 and word.isalpha() and len(word) > 4 and word.islower() and safe([word]):
            ways.append([*words[:place], word.capitalize(), *words[place + 1 :]])
        if 1 < place < len(words) - 3 and word.isalpha() and word.islower():
            ways.append([*words[:place], word + ",", *words[place + 1 :]])
    plain = [way for way in ways if any("".join(way).lower() != "".join(words).lower() for _ in (0,))] or ways
    return Edited(" ".join(chance.choice(plain)), frozenset({"spelling or punctuation"})) if plain else None


def shifted(text: str, chance: random.Random) -> Edited | None:
    words = text.split()
    found = 0
    for place, word in enumerate(words):
        other = SHIFTED.get(bare(word).lower())
        if other and word.lower() != "us":
            words[place] = swap(word, other)
            found += 1
    if not found or re.search(r"\b(?:I|we|it|that|they|you|he|she)['’]", text):
        return None
    return Edited(
        " ".join(words).rstrip(".,!?"), frozenset({"tense or person shifted"}), reported=chance.random() < 0.5
    )


KINDS: dict[str, Editor] = {
    "exact": exact,
    "cut at the front": cut_front,
    "cut in the middle": cut_middle,
    "cut at the end": cut_end,
    "ellipsis": ellipsis,
    "bracketed word": bracketed,
    "word replaced": replaced,
    "words added": added,
    "order changed": reordered,
    "tense or person shifted": shifted,
    "spelling or punctuation": respelt,
}
"""Edits that turn no meaning, by the kind that they are."""


def both(text: str, chance: random.Random) -> Edited | None:
    """Two different kinds, one in the front half and one in the back half, four words apart."""
    words = text.split()
    if len(words) < 28:
        return None
    middle = len(words) // 2
    front, kept, back = " ".join(words[: middle - 2]), words[middle - 2 : middle + 2], " ".join(words[middle + 2 :])
    inner = [kind for kind in KINDS if kind not in {"exact", "tense or person shifted", "order changed"}]
    first = chance.choice([kind for kind in inner if kind != "cut at the end"])
    second = chance.choice([kind for kind in inner if kind not in {"cut at the front", first}])
    one, other = KINDS[first](front, chance), KINDS[second](back, chance)
    if one is None or other is None:
        return None
    return Edited(" ".join([one.text, *kept, other.text]), one.kinds | other.kinds)


def splice(one: str, other: str, chance: random.Random) -> Edited | None:
    """The front of one utterance and the back of another in one pair of marks."""
    front, back = one.split(), other.split()
    a, b = chance.randint(5, max(5, len(front) - 3)), chance.randint(5, max(5, len(back) - 3))
    if len(front) < a + 3 or len(back) < b + 3:
        return None
    sign = chance.choice((" ", ", ", " and "))
    return Edited(
        " ".join(front[:a]).rstrip(".,;:—") + sign + " ".join(back[-b:]), frozenset({"spliced from two utterances"})
    )
