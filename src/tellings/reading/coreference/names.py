"""Which names of one article are one entity.

Persons by full name, surname, first name and title; bodies by their words,
their initials and the two ways to say "the X Department"; places by their words
and a short table of aliases. Two people of one surname stay two.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tellings.reading.coreference import roles
from tellings.reading.coreference.gender import Gender
from tellings.reading.lexicon import fold, table
from tellings.reading.name_borders import PARTICLES
from tellings.values import EntityKind

_SUFFIX = re.compile(r",?\s+(?:Jr|Sr|II|III|IV)\.?$")
_SMALL = frozenset("of the and for de du la le del von van der den al el bin ibn in on".split())


@dataclass
class Names:
    """Names held to be one entity: their kind, every printed form and where each stands (in text order)."""

    kind: EntityKind
    members: list[int] = field(default_factory=list)
    """Positions of mentions."""
    forms: list[str] = field(default_factory=list)
    offices: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    gender: Gender | None = None

    @property
    def fullest(self) -> str:
        """The form that tells most: of persons the one with most words, of others the longest."""
        return min(self.forms, key=lambda form: (-len(form.split()), -len(form), form))


@functools.cache
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, folded: case, points, accents and apostrophes do not count."""
    plain = fold(_SUFFIX.sub("", name))
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
        and not set(b) <= _GENERIC
    )


_FORMS = frozenset(
    "inc ltd plc corp corporation company co group holdings llc gmbh ag sa nv international industries limited".split()
)
_MUCH = 3  # times more: then a bare surname is not that of a relative named once, some way back
_CLOSE = 8  # mentions
_GENERIC = frozenset(
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


@dataclass(frozen=True, slots=True)
class Printed:
    """A name as printed once: the position of its mention, and what the words beside it say of a person."""

    position: int
    name: str
    kind: EntityKind
    offices: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    gender: Gender | None = None
    titled: bool = False
    """An office or title stands right before the name."""


def group(found: Sequence[Printed]) -> list[Names]:
    """The names of one article grouped; ``found`` is in the order of the text."""
    groups: list[Names] = []
    for printed in sorted(found, key=_order):
        home = _home(groups, printed)
        if home is None:
            home = Names(printed.kind)
            groups.append(home)
        home.members.append(printed.position)
        home.forms.append(printed.name)
        home.offices |= printed.offices
        home.titles |= printed.titles
        home.gender = home.gender or printed.gender
    for names in groups:
        paired = sorted(zip(names.members, names.forms, strict=True))
        names.members = [position for position, _ in paired]
        names.forms = [form for _, form in paired]
    return sorted(groups, key=lambda names: names.members[0])


def _order(printed: Printed) -> tuple[int, bool, int]:
    """Full names first, then surnames with a title that says he or she, so that a bare one finds both of a couple."""
    return -len(words_of(printed.name)), printed.gender is None, printed.position


def _home(groups: Sequence[Names], printed: Printed) -> Names | None:
    """The group of a name: where several would do (two Smiths), the one whose office it has, or named last before it."""
    fits = _people(groups, printed) if printed.kind == "person" else _bodies(groups, printed)
    if len(fits) <= 1:
        return fits[0] if fits else None
    exact = [
        g
        for g in fits
        if any(words_of(form) == words_of(printed.name) for form in g.forms) and len(words_of(printed.name)) > 1
    ]
    if exact:
        return exact[0]
    for held in ([g for g in fits if g.offices & printed.offices], [g for g in fits if g.titles & printed.titles]):
        if len(held) == 1:
            return held[0]
    before = [g for g in fits if min(g.members) < printed.position]
    if not before:
        return min(fits, key=lambda g: min(g.members))  # the headline says only the surname
    last = max(before, key=lambda g: max(m for m in g.members if m < printed.position))
    often = max(before, key=lambda g: _times(g, printed))
    near = printed.position - max(m for m in last.members if m < printed.position) <= _CLOSE
    return last if near or _times(often, printed) - _times(last, printed) < _MUCH else often


def _times(names: Names, printed: Printed) -> int:
    """How often a person is named before a name."""
    return sum(member < printed.position for member in names.members)


def _people(groups: Sequence[Names], printed: Printed) -> list[Names]:
    named = [g for g in groups if g.kind == "person" and same_person(g.fullest, printed.name)]
    fits = [g for g in named if _may_be(g, printed)]
    if len(words_of(printed.name)) > 1:
        return [g for g in fits if len(words_of(g.fullest)) > 1]
    if not fits and len(named) == 1 and not printed.titled:
        fits = [g for g in named if g.gender in {None, printed.gender} or printed.gender is None]
        # what stands behind a bare surname, "Doe, a lawyer,", says more of the one Doe
    return [g for g in fits if words_of(g.fullest)[-1] == words_of(printed.name)[-1]] or fits


def _father_and_son(one: str, other: str) -> bool:
    """Whether two full names differ in "Jr" alone: an article that prints both means two people."""
    same = words_of(one) == words_of(other) and len(words_of(one)) > 1
    return same and bool(_SUFFIX.search(one)) != bool(_SUFFIX.search(other))


def _may_be(names: Names, printed: Printed) -> bool:
    """Whether neither title nor office parts them: "Mr Lee" is not Ann Lee, nor is "Minister Lee" Ann Lee the nurse."""
    if names.gender is not None and printed.gender is not None and names.gender != printed.gender:
        return False
    if any(_father_and_son(form, printed.name) for form in names.forms):
        return False
    return not (names.offices and printed.offices) or any(
        roles.compatible(one, other) for one in names.offices for other in printed.offices
    )


def _bodies(groups: Sequence[Names], printed: Printed) -> list[Names]:
    own = [g for g in groups if g.kind == printed.kind]
    fits = [g for g in own if any(same_body(form, printed.name, kind=printed.kind) for form in g.forms)]
    words = words_of(printed.name)
    if not fits and len(words) == 1 and words[0] in _GENERIC:  # "the Board", of the one board that the article names
        named = [g for g in own if _is_kind(words[0], words_of(g.fullest))]
        return named if len(named) == 1 else []
    return fits


def _is_kind(noun: str, name: Sequence[str]) -> bool:
    """Whether a body's name says that it is a board, a committee ...: what a word within it says is another's."""
    return noun in name and ((noun == name[-1] and noun != "house") or name[:2] == (noun, "of"))
