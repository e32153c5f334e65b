"""What a settling changed, told in the fewest acts; and what two articles share, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from tellings.linking.stories.results import Change, Reasons
from tellings.linking.stories.signature import Signature
from tellings.linking.stories.terms import folded

Cell = tuple[str, str]
"""A story before a settling, and one after it, that some articles went to."""

_ALIKE = "on the whole their articles are alike"
_UNLIKE = "on the whole its articles are not alike"
_CLOSER = "closer on the whole to the articles there"
_EARLIER = "called after its earliest article, which is another one now"


def between(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Change, ...]:
    """The changes from one story of every key to another."""
    went: dict[Cell, list[str]] = {}
    for key in sorted(before):
        went.setdefault((before[key], after[key]), []).append(key)
    found: list[Change] = []
    for cells in _connected(went):
        olds, news = sorted({old for old, _ in cells}), sorted({new for _, new in cells})
        keys = tuple(sorted(key for cell in cells for key in went[cell]))
        if len(olds) > 1 and len(news) > 1:
            found += _moves({cell: went[cell] for cell in cells})
        elif len(olds) > 1:
            found.append(Change("merge", tuple(olds), tuple(news), keys, _ALIKE))
        elif len(news) > 1:
            found.append(Change("split", tuple(olds), tuple(news), keys, _UNLIKE))
        elif olds != news:
            found.append(Change("rename", tuple(olds), tuple(news), keys, _EARLIER))
    return tuple(found)


def _connected(cells: Iterable[Cell]) -> list[list[Cell]]:
    """The pairs of an old and a new story, put together where they share either."""
    home: dict[str, list[Cell]] = {}
    for old, new in sorted(cells):
        joined = [(old, new)]
        for side in (f"before {old}", f"after {new}"):
            joined += [cell for cell in home.get(side, ()) if cell not in joined]
        for one, other in joined:
            home[f"before {one}"] = home[f"after {other}"] = joined
    return sorted({id(group): sorted(group) for group in home.values()}.values())


def _moves(went: Mapping[Cell, Sequence[str]]) -> list[Change]:
    """For a tangle: what stays is the largest part of each old story that is the largest of a new one; the rest moves."""
    found = []
    for (old, new), keys in sorted(went.items()):
        most = max((cell for cell in went if cell[0] == old), key=lambda cell: (len(went[cell]), cell))
        main = max((cell for cell in went if cell[1] == new), key=lambda cell: (len(went[cell]), cell))
        stays = most == main == (old, new)
        if not stays:
            found.append(Change("move", (old,), (new,), tuple(keys), _CLOSER))
        elif old != new:
            found.append(Change("rename", (old,), (new,), tuple(keys), _EARLIER))
    return found


def shared(own: Signature, other: Signature, key: str, alike: float) -> Reasons:
    """What an article shares with another, as this one prints it."""
    theirs = {folded(word.lstrip("*")) for word in other.shown}
    common = [word for word in own.shown if folded(word.lstrip("*")) in theirs]
    return Reasons(
        nearest=key,
        likeness=round(alike, 4),
        names=tuple(word[1:] for word in common if word.startswith("*")),
        words=tuple(word for word in common if not word.startswith("*")),
        days=tuple(date.fromordinal(each.day).isoformat() for each in (own, other) if each.day),
    )
