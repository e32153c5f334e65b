"""What a settling changed, told in the fewest acts; and what two articles share, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tellings.linking.stories.results import Change, Reasons
from tellings.linking.stories.signature import Signature
from tellings.linking.stories.terms import folded


def between(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Change, ...]:
    """The changes from one grouping of keys to another, in the order of the stories."""
    olds, news = _groups(before), _groups(after)
    found: list[Change] = []
    for story, keys in sorted(news.items()):
        sources = tuple(sorted({before[key] for key in keys}))
        if sources == (story,):
            continue
        kept = [old for old in sources if olds[old] <= keys]
        if len(sources) > 1 and len(kept) == len(sources):
            found.append(
                Change("merge", sources, (story,), tuple(sorted(keys)), "their articles are alike on the whole")
            )
        elif len(sources) == 1 and kept:
            found.append(
                Change("rename", sources, (story,), tuple(sorted(keys)), "an earlier article of it is known now")
            )
    for story, keys in sorted(olds.items()):
        targets = tuple(sorted({after[key] for key in keys}))
        if len(targets) > 1:
            found.append(
                Change("split", (story,), targets, tuple(sorted(keys)), "its articles are not alike on the whole")
            )
    return tuple(found)


def _groups(story_of: Mapping[str, str]) -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for key, story in story_of.items():
        groups.setdefault(story, set()).add(key)
    return {story: frozenset(keys) for story, keys in groups.items()}


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
