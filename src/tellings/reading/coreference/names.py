"""Whether two printed names may be of one entity.

Persons by full name, surname, first name and title; bodies by their words,
their initials and the two ways to say "the X Department"; places by their words
and a short table of aliases. Two people of one surname stay two.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from tellings.reading.lexicon import fold, table
from tellings.reading.name_borders import PARTICLES
from tellings.values import EntityKind

SUFFIX = re.compile(r",?\s+(?:Jr|Sr|II|III|IV)\.?$")
_SMALL = frozenset("of the and for de du la le del von van der den al el bin ibn in on".split())


@functools.cache
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, folded: case, points, accents and apostrophes do not count."""
    plain = fold(SUFFIX.sub("", name))
    return tuple(
        word for word in (piece.strip(".,'\"()") for piece in re.split(r"\s+", plain)) if word and word != "the"
    )


@functools.cache
def keys(name: str) -> frozenset[str]:
    """The words under which names that may be one are found: two names without a common key are never of one."""
    words = words_of(name)
    canonical = _canonical(name)
    return frozenset((*words, *canonical, *(_initials(canonical) if canonical else ())))


def particle_surname(words: Sequence[str]) -> tuple[str, ...]:
    """The surname of a person with the particles before it ("de Beer")."""
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    return tuple(words[start:])


def same_person(full: str, other: str) -> bool:
    """Whether two names of persons may be of one: one is the surname, the first name or a shorter form of the other."""
    a, b = words_of(full), words_of(other)
    if not a or not b:
        return False
    if a == b:
        return True
    if len(a) < len(b):
        a, b = b, a
    if len(b) == 1:
        return b[0] == a[-1] or b == particle_surname(a) or (b[0] == a[0] and len(b[0]) > 2)
    if particle_surname(a) != particle_surname(b):
        return b == particle_surname(a) or (len(b) >= 2 and a[-len(b) :] == b)
    first, second = a[0], b[0]
    if not _middles_agree(a[1:-1], b[1:-1]):
        return False
    return (
        first == second
        or (len(first) == 1 and second.startswith(first))
        or (len(second) == 1 and first.startswith(second))
        or b == a[-len(b) :]
        or _nickname(first, second)
    )


def _middles_agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether no middle name or initial parts two people: "Jan W. Marek" is not "Jan H.C. Marek"."""
    return not one or not other or one[0][0] == other[0][0]


def _nickname(first: str, second: str) -> bool:
    names = table("nicknames")
    return names.get(first, first) == names.get(second, second)


def same_body(one: str, other: str, *, kind: EntityKind) -> bool:
    """Whether two names of bodies or places are of one."""
    a, b = _canonical(one), _canonical(other)
    if a == b:
        return True
    if kind != "organisation":
        return False
    if len(a) < len(b):
        a, b = b, a
    if len(b) == 1 and len(b[0]) > 1 and b[0] in _initials(a):
        return True
    # the last or first words of a longer name: "the Tribune" for the paper, "Acme" for "Acme Holdings"
    return (
        len(b) >= 1
        and len(a) > len(b)
        and (a[-len(b) :] == b or (a[: len(b)] == b and a[len(b)] in _FORMS))
        and len("".join(b)) > 3
        and not set(b) <= GENERIC
    )


_FORMS = frozenset(
    "inc ltd plc corp corporation company co group holdings llc gmbh ag sa nv international industries limited".split()
)
GENERIC = frozenset(
    "department ministry office police council court party university college school bank club company group news times post house senate "
    "committee commission agency association union hospital board authority service university federation institute society team".split()
)


@functools.cache
def _canonical(name: str) -> tuple[str, ...]:
    words = words_of(name)
    joined = table("aliases").get(" ".join(words)) or table("aliases").get(name.casefold().replace("’", "'").strip())
    if joined:
        return tuple(joined.split())
    if len(words) > 2 and words[0] in {"department", "ministry", "bureau", "office"} and words[1] == "of":
        return (*words[2:], words[0])  # "Department of Justice" and "Justice Department"
    return words


def _initials(words: Sequence[str]) -> frozenset[str]:
    """The initials by which a body may go: with and without its small words, "Department of X" also as such."""
    letters = "".join(word[0] for word in words)
    found = {letters, "".join(word[0] for word in words if word not in _SMALL)}
    if words[-1] in {"department", "ministry", "bureau", "office"}:
        found.add(f"{words[-1][0]}o{letters[:-1]}")
    return frozenset(found)
