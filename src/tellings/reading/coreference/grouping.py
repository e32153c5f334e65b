"""Which names of one article stand for one entity: the groups that its names fall into.

Two people of one surname stay two where first name, title or office part them; a bare surname is the one's whose
office it has, or who was named last; the narrator's never is one's of whom only somebody who is quoted tells, nor that of a
daughter named long after it. "The Board" is the one board that the article names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tellings.reading.coreference import roles
from tellings.reading.coreference.gender import Gender
from tellings.reading.coreference.names import GENERIC, SUFFIX, same_body, same_person, words_of
from tellings.values import EntityKind

_MUCH = 3  # times more: then a bare surname is not that of a relative named once, some way back
_CLOSE = 8  # mentions
_WELL_KNOWN = 2  # times that a bare surname stands before anybody is named in full: then it needs no first name


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
    narrated: bool = False
    """The narrator names this one, and not only somebody who is quoted."""

    @property
    def fullest(self) -> str:
        """The form that tells most: of persons the one with most words, of others the longest."""
        return min(self.forms, key=lambda form: (-len(form.split()), -len(form), form))


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
    told: bool = False
    """It stands in what somebody is told to have said."""
    relative: bool = False
    """The words beside it call the person somebody's relative."""


def group(found: Sequence[Printed]) -> list[Names]:
    """The names of one article grouped; ``found`` is in the order of the text."""
    groups: list[Names] = []
    relatives = _relatives(found)
    for printed in sorted(found, key=_order):
        late = {name for name, first in relatives.items() if _bare(printed) and printed.position < first}
        home = _home([g for g in groups if g.fullest not in late], printed)
        if home is None:
            home = Names(printed.kind)
            groups.append(home)
        home.members.append(printed.position)
        home.forms.append(printed.name)
        home.offices |= printed.offices
        home.titles |= printed.titles
        home.gender = home.gender or printed.gender
        home.narrated |= not printed.told
    for names in groups:
        paired = sorted(zip(names.members, names.forms, strict=True))
        names.members = [position for position, _ in paired]
        names.forms = [form for _, form in paired]
    return sorted(groups, key=lambda names: names.members[0])


def _bare(printed: Printed) -> bool:
    """Whether it is a surname alone, and nothing beside it says whether he or she."""
    return printed.kind == "person" and printed.gender is None and len(words_of(printed.name)) == 1


def _relatives(found: Sequence[Printed]) -> dict[str, int]:
    """The full names of relatives, and where each is first named: when the article has called another by the surname for a while."""
    bare: dict[str, list[Printed]] = {}
    named: dict[str, list[Printed]] = {}
    for printed in found:
        words = words_of(printed.name)
        if _bare(printed):
            bare.setdefault(words[0], []).append(printed)
        elif printed.kind == "person" and len(words) > 1:
            named.setdefault(printed.name, []).append(printed)
    return {
        name: all_of_one[0].position
        for name, all_of_one in named.items()
        if any(printed.relative for printed in all_of_one)
        and sum(
            _WELL_KNOWN if other.titled else 1
            for other in bare.get(words_of(name)[-1], ())
            if other.position < all_of_one[0].position
        )
        >= _WELL_KNOWN
    }


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
    if not printed.told:  # of whom somebody only tells, in his family say, is not whom the narrator means
        earlier = [g for g in fits if min(g.members) < printed.position]
        fits = [g for g in earlier or fits if g.narrated] or earlier or fits
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
    return same and bool(SUFFIX.search(one)) != bool(SUFFIX.search(other))


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
    if not fits and len(words) == 1 and words[0] in GENERIC:  # "the Board", of the one board that the article names
        named = [g for g in own if _is_kind(words[0], words_of(g.fullest))]
        return named if len(named) == 1 else []
    return fits


def _is_kind(noun: str, name: Sequence[str]) -> bool:
    """Whether a body's name says that it is a board, a committee ...: what a word within it says is another's."""
    return noun in name and ((noun == name[-1] and noun != "house") or name[:2] == (noun, "of"))
