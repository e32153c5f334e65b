"""The editor's edits that turn the meaning: a negation, a hedge, a condition, a number or a name."""

from __future__ import annotations

import random
import re

from edited import SENSE, Edited, Editor, bare, swap

NAMES = ("Brakewell", "Tolmarsh", "Ostrander", "Quillfeather", "Varnholt", "Eddlestone")


def negation(text: str, chance: random.Random) -> Edited | None:
    """A "not" or "never" left out, or put in."""
    words = text.split()
    there = [p for p in range(1, len(words) - 1) if bare(words[p]).lower() in {"not", "never"} and words[p].isalpha()]
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
        if re.fullmatch(r"\d{1,3}(?:,\d{3})*", bare(words[p])) and not re.search(r"[$£€:/.-]", words[p])
    ]
    if not there:
        return None
    place = chance.choice(there)
    other = str(int(bare(words[place]).replace(",", "")) + chance.randint(2, 70))
    words[place] = swap(words[place], other)
    return Edited(" ".join(words), frozenset({"word replaced"}), frozenset({("number", "changed")}))


def name(text: str, chance: random.Random) -> Edited | None:
    words = text.split()
    there = [
        p for p in range(2, len(words) - 1)
        if re.fullmatch(r"[A-Z][a-z]{3,}", bare(words[p])) and not re.search(r"[.?!:—“‘\"…]", words[p - 1])
        and not bare(words[p - 1])[:1].isupper() and not bare(words[p + 1])[:1].isupper() and not SENSE.search(words[p])
    ]  # fmt: skip
    if not there:
        return None
    place = chance.choice(there)
    words[place] = swap(words[place], chance.choice(NAMES))
    return Edited(" ".join(words), frozenset({"word replaced"}), frozenset({("name", "changed")}))


TURNS: dict[str, Editor] = {
    "negation": negation,
    "hedge": hedge,
    "condition": condition,
    "number": number,
    "name": name,
}
"""Edits that turn the meaning."""
