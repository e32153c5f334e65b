"""A seeded editor of quotations: applies one kind of alteration (or two) to printed words and knows what it did.

Its word lists are its own, so that it does not measure the ledger's lists with themselves.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

SENSE = re.compile(
    r"\b(?:not|no|never|none|nothing|nobody|nor|neither|without|cannot|\w+n['’]t|hardly|barely|if|unless|until|except|whether|"
    r"provided|assuming|may|might|could|maybe|perhaps|possibly|probably|likely|unlikely|apparently|seem\w*|appear\w*|suggest\w*|"
    r"think|believe|guess|suppose|feel|hope|doubt|expect|thought|believed|about|around|nearly|almost|roughly|approximately|"
    r"sometimes|often|usually|generally|mostly|largely|some|kind|sort|as long|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"hundred\w*|thousand\w*|million\w*|billion\w*|trillion\w*|dozen\w*|half|third|first|twice|double|percent|today|tomorrow|yesterday|"
    r"\w+day|january|february|march|april|june|july|august|september|october|november|december|arguably|potentially|"
    r"somewhat|allegedly|reportedly|presumably|suspect|assume|quarter\w*|second)\b|\d",
    re.IGNORECASE,
)
"""Words that may turn a meaning; edits that shall not turn it keep away from them, and from capitals."""

NAMES = ("Brakewell", "Tolmarsh", "Ostrander", "Quillfeather", "Varnholt", "Eddlestone")
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


@dataclass(frozen=True)
class Edited:
    """A printing and what was done for it: the kinds of edit, and the senses that were turned (sense, lost/gained/changed)."""

    text: str
    kinds: frozenset[str]
    senses: frozenset[tuple[str, str]] = frozenset()
    reported: bool = False


Editor = Callable[[str, random.Random], Edited | None]


def _safe(words: Sequence[str]) -> bool:
    """Whether words turn no meaning and name nobody."""
    return not any(SENSE.search(word) or word.strip("“”‘’\"'(")[:1].isupper() for word in words)


def _bare(word: str) -> str:
    return re.sub(r"^\W+|\W+$", "", word)


def _swap(word: str, other: str) -> str:
    """Another word between the same signs."""
    bare = _bare(word)
    return word.replace(bare, other, 1)


def exact(text: str, chance: random.Random) -> Edited:  # noqa: ARG001  # one shape for all
    return Edited(text, frozenset())


def cut_front(text: str, chance: random.Random) -> Edited | None:
    words = text.split()
    for _ in range(8):
        count = chance.randint(1, max(1, len(words) // 2))
        if len(words) - count >= 6 and _safe([words[0].lower(), *words[1:count]]) and _whole_sense(words, count):
            return Edited(" ".join(words[count:]), frozenset({"cut at the front"}))
    return None


def cut_end(text: str, chance: random.Random) -> Edited | None:
    words = text.split()
    for _ in range(8):
        count = chance.randint(1, max(1, len(words) // 2))
        if len(words) - count >= 6 and _safe(words[-count:]):
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
        if not _safe(gone) or not any(len(_bare(word)) > 3 for word in gone):
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
        if len(_bare(words[place])) >= least and _bare(words[place]).isalpha() and _safe([words[place]])
    ]


def bracketed(text: str, chance: random.Random) -> Edited | None:
    words = text.split()
    places = [
        p for p in range(1, len(words) - 1) if _bare(words[p]).lower() in {"he", "she", "they", "it", "them", "him"}
    ]
    places = [p for p in places if _bare(words[p]).islower()] or _places(words, 5)
    if not places:
        return None
    place = chance.choice(places)
    words[place] = _swap(words[place], chance.choice(BRACKETS))
    return Edited(" ".join(words), frozenset({"bracketed word"}))


def replaced(text: str, chance: random.Random) -> Edited | None:
    words = text.split()
    places = _places(words, 5)
    if not places:
        return None
    place = chance.choice(places)
    words[place] = _swap(words[place], chance.choice(NOUNS if chance.random() < 0.6 else VERBS_ED))
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
        bare = _bare(word)
        other = SPELT.get(bare) or CONTRACTED.get(bare.replace("'", "’"))
        if other:
            ways.append([*words[:place], _swap(word, other), *words[place + 1 :]])
        if 1 < place < len(words) - 2 and word.endswith(","):
            ways.append([*words[:place], word[:-1], *words[place + 1 :]])
        if 1 < place < len(words) - 2 and word.isalpha() and len(word) > 4 and word.islower() and _safe([word]):
            ways.append([*words[:place], word.capitalize(), *words[place + 1 :]])
        if 1 < place < len(words) - 3 and word.isalpha() and word.islower():
            ways.append([*words[:place], word + ",", *words[place + 1 :]])
    plain = [way for way in ways if any("".join(way).lower() != "".join(words).lower() for _ in (0,))] or ways
    return Edited(" ".join(chance.choice(plain)), frozenset({"spelling or punctuation"})) if plain else None


def shifted(text: str, chance: random.Random) -> Edited | None:
    words = text.split()
    found = 0
    for place, word in enumerate(words):
        other = SHIFTED.get(_bare(word).lower())
        if other and word.lower() != "us":
            words[place] = _swap(word, other)
            found += 1
    if not found or re.search(r"\b(?:I|we|it|that|they|you|he|she)['’]", text):
        return None
    return Edited(
        " ".join(words).rstrip(".,!?"), frozenset({"tense or person shifted"}), reported=chance.random() < 0.5
    )


def negation(text: str, chance: random.Random) -> Edited | None:
    """A "not" or "never" left out, or put in."""
    words = text.split()
    there = [p for p in range(1, len(words) - 1) if _bare(words[p]).lower() in {"not", "never"} and words[p].isalpha()]
    there = [p for p in there if words[p - 1].lower() not in {"can", "why", "if"}]
    senses = frozenset({("negation", "lost")})
    if there and chance.random() < 0.7:
        place = chance.choice(there)
        return Edited(" ".join([*words[:place], *words[place + 1 :]]), frozenset({"cut in the middle"}), senses)
    after = [
        p
        for p in range(2, len(words) - 2)
        if words[p].lower() in {"is", "are", "was", "will", "would", "should", "has", "have"}
    ]
    after = [p for p in after if words[p + 1].lower() not in {"not", "no", "never"}]
    if not after:
        return None
    place = chance.choice(after) + 1
    gained = frozenset({("negation", "gained")})
    return Edited(" ".join([*words[:place], "not", *words[place:]]), frozenset({"words added"}), gained)


def hedge(text: str, chance: random.Random) -> Edited | None:
    """A hedge left out, or a "may" made a "will"."""
    words = text.split()
    loose = [
        p
        for p in range(2, len(words) - 2)
        if words[p].lower() in {"probably", "perhaps", "maybe", "possibly", "likely", "apparently"}
    ]
    modal = [
        p
        for p in range(1, len(words) - 2)
        if words[p] in {"may", "might", "could"} and words[p + 1].lower() not in {"not", "be,"}
    ]
    if loose and chance.random() < 0.6:
        place = chance.choice(loose)
        return Edited(
            " ".join([*words[:place], *words[place + 1 :]]),
            frozenset({"cut in the middle"}),
            frozenset({("hedge", "lost")}),
        )
    if not modal:
        return None
    place = chance.choice(modal)
    words[place] = "will"
    return Edited(" ".join(words), frozenset({"word replaced"}), frozenset({("hedge", "lost")}))


def condition(text: str, chance: random.Random) -> Edited | None:  # noqa: ARG001
    """An "if" clause at the end or front left out."""
    match = re.search(r",? (?:only )?(?:if|unless|until) [^.,;:?!—]+(?=[.!]?$)", text)
    senses = frozenset({("condition", "lost")})
    if (
        match
        and not SENSE.search(re.sub(r"\b(?:if|unless|until)\b", "", match[0]))
        and not re.search(r"[A-Z]", match[0][1:])
    ):
        rest = text[: match.start()]
        clause = re.split(r"[.?!;,:—] ", rest)[-1]
        if len(rest.split()) >= 7 and len(clause.split()) >= 4:
            return Edited(rest + ".", frozenset({"cut at the end"}), senses)
    match = re.match(r"(?:If|Unless) [^.,;:?!—]+, (?=\w)", text)
    if match and not SENSE.search(re.sub(r"\b(?:If|Unless)\b", "", match[0])) and not re.search(r" [A-Z]", match[0]):
        rest = text[match.end() :]
        if len(rest.split()) >= 7 and len(re.split(r"[.?!;,:—] ", rest)[0].split()) >= 4:
            return Edited(rest[0].upper() + rest[1:], frozenset({"cut at the front"}), senses)
    return None


def number(text: str, chance: random.Random) -> Edited | None:
    words = text.split()
    there = [
        p
        for p in range(1, len(words) - 1)
        if re.fullmatch(r"\d{1,3}(?:,\d{3})*", _bare(words[p])) and not re.search(r"[$£€:/.-]", words[p])
    ]
    if not there:
        return None
    place = chance.choice(there)
    other = str(int(_bare(words[place]).replace(",", "")) + chance.randint(2, 70))
    words[place] = _swap(words[place], other)
    return Edited(" ".join(words), frozenset({"word replaced"}), frozenset({("number", "changed")}))


def name(text: str, chance: random.Random) -> Edited | None:
    words = text.split()
    there = [
        p for p in range(2, len(words) - 1)
        if re.fullmatch(r"[A-Z][a-z]{3,}", _bare(words[p])) and not re.search(r"[.?!:—“‘\"…]", words[p - 1])
        and not _bare(words[p - 1])[:1].isupper() and not _bare(words[p + 1])[:1].isupper() and not SENSE.search(words[p])
    ]  # fmt: skip
    if not there:
        return None
    place = chance.choice(there)
    words[place] = _swap(words[place], chance.choice(NAMES))
    return Edited(" ".join(words), frozenset({"word replaced"}), frozenset({("name", "changed")}))


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

TURNS: dict[str, Editor] = {
    "negation": negation,
    "hedge": hedge,
    "condition": condition,
    "number": number,
    "name": name,
}
"""Edits that turn the meaning."""


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
