"""The grouping of stories over an archive: it takes up what the archive kept of it, and the archive keeps what it does.

Everything happens inside the archive's batches, so that after a kill the two
agree. Another writer's articles are taken up before one's own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tellings.archive import Archive, CopyOf, Grouped, Kept, Placed, Settled, Why
from tellings.archive.repairs import digest, orders
from tellings.linking.origins import link
from tellings.linking.stories import Change, Reasons, Row, StoryGrouping
from tellings.linking.story import arrival
from tellings.values import Reading

_GROUPED = "repairs that the stories are settled by"
_LEFT = "articles that a revision left behind in their stories"
_NAMED = {"person", "organisation", "place"}


def copies(articles: Sequence[int], archive: Archive) -> Iterator[CopyOf]:
    """Which of some articles are copies; one that is not, or is the origin of others, is its own origin."""
    if len(articles) < 2:
        yield from (CopyOf(article, article) for article in articles)
        return
    found = sorted(zip(archive.readings(articles), articles, strict=True), key=lambda pair: arrival(pair[0]))
    origins = {article: CopyOf(article, article) for article in articles}
    for origin in link([reading for reading, _ in found]):
        first = found[origin.articles[0] if origin.first is None else origin.first][1]
        for place in origin.articles:
            article = found[place][1]
            origins[article] = CopyOf(article, first, origin.first_reason or origin.reason)
    yield from origins.values()


def _names(reading: Reading) -> list[str]:
    """The names that tell which story an article tells."""
    return [chain.name for chain in reading.chains if chain.kind in _NAMED]


class Placing:
    """Puts articles into the stories of an archive. One object for each writer."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._start(settlings=0)

    def _start(self, *, settlings: int) -> None:
        self._settlings = settlings
        self._grouping = StoryGrouping()
        self._stories: dict[str, str] = {}
        """What the archive holds: the story of each key."""
        self._unsettled: set[str] = set()
        """The keys that no settling has seen."""

    def catch_up(self) -> None:
        """Take up what the archive holds and this object has not seen: at first all, later what another writer did."""
        settlings, settled = self._archive.settlings()
        if settlings != self._settlings:
            self._start(settlings=settlings)
        if not self._stories and not self._goes_on():
            settled = 0
        rows = list(self._archive.grouping(after=self._grouping.end - 1))
        kept = (
            Row(row.position, row.key, row.story, row.signature, row.links, unsettled=row.position >= settled)
            for row in rows
        )
        try:
            self._grouping.restore(kept)
        except ValueError:  # kept by another release, in a form that this one does not know
            settled = 0
            rows = self._anew()
        for row in rows:
            self._stories[row.key] = row.story
            if row.position >= settled:
                self._unsettled.add(row.key)
        left = self._left()
        self._grouping.touch(left)
        self._unsettled.update(left)

    def _anew(self) -> list[Grouped]:
        """Group all articles again from their readings, as they came."""
        self._start(settlings=self._settlings)
        rows = list(self._archive.grouping())
        for row in rows:
            reading = next(self._archive.readings([self._number(row.key)]))
            self._grouping.add(row.key, reading.article, names=_names(reading))
        self._archive.keep_grouping(self._rows(since=0))
        return rows

    def _rows(self, *, since: int) -> Iterator[Grouped]:
        for row in self._grouping.rows(since=since):
            yield Grouped(row.position, row.key, row.story, row.signature, row.links)

    def _goes_on(self) -> bool:
        """Whether the repairs only grew since the last settling; where one was taken back, all is grouped anew."""
        repairs, known = self._archive.repairs(), self._archive.noted(_GROUPED)
        return any(known == digest(repairs[:number]) for number in range(len(repairs) + 1)) if known else not repairs

    def _order(self) -> None:
        """Tell the grouping what a user has put together and taken apart."""
        together, apart = orders(self._archive.repairs())
        for pairs, order in ((together, self._grouping.join), (apart, self._grouping.part)):
            for one, other in pairs:
                if one in self._stories and other in self._stories:
                    order(one, other)

    def place(self, kept: Kept, reading: Reading) -> None:
        """Place an article that has just been kept. One whose text was changed is placed anew, by its newest text."""
        self._unsettled.add(kept.key)
        if not kept.newest:
            return
        if kept.number > 1:
            self._leave(kept.key)
        since = self._grouping.end
        placement = self._grouping.revise(kept.key, reading.article, names=_names(reading))
        if self._grouping.end == since:
            return  # nothing that is compared was changed
        self._archive.place([Placed(kept.article, placement.story, placement.score, self._why(placement.reasons))])
        self._archive.keep_grouping(self._rows(since=since))
        self._stories[kept.key] = placement.story

    def _leave(self, key: str) -> None:
        """Note whom an article stands with as long as its old text is there: the next settling must look at them, whoever does it."""
        left = {key, *self._left(), *self._grouping.beside(key)}
        self._archive.note(_LEFT, " ".join(sorted(left)))
        self._unsettled.update(left)

    def _left(self) -> list[str]:
        return (self._archive.noted(_LEFT) or "").split()

    def settle(self) -> tuple[Settled, ...]:
        """Split and merge what has been touched since the last settling, count its copies, and keep what that changed."""
        repairs = digest(self._archive.repairs())
        known = self._archive.noted(_GROUPED) or digest(())
        if self._archive.settlings()[1] == self._grouping.end and known == repairs and not self._left():
            return ()
        self._order()
        changes = self._grouping.settle()
        told = tuple(self._settled(change) for change in changes)  # before the stories change their names
        for change in changes:
            self._rename(change)
        moved = [key for key, story in self._stories.items() if self._grouping.story(key) != story]
        self._archive.place([self._placed(key) for key in moved])
        touched = {self._stories[key] for key in (*self._unsettled, *moved)}
        self._stories.update((key, self._grouping.story(key)) for key in moved)
        self._count_copies(touched | {self._stories[key] for key in moved})
        self._unsettled.clear()
        self._settlings = self._archive.settle(told, seen=self._grouping.end)
        self._archive.note(_GROUPED, repairs)
        self._archive.note(_LEFT, "")
        return told

    def _rename(self, change: Change) -> None:
        """A story keeps its number under another name, and when it is split, so does its larger part."""
        if change.kind not in {"rename", "split"}:
            return
        story = change.before[0]
        parts = Counter(self._grouping.story(key) for key in change.keys)
        heir = max(sorted(parts), key=lambda part: (parts[part], part == story))
        if heir != story and self._archive.story_number(heir) is None:
            self._archive.rename_story(story, heir)
            self._stories.update({key: heir for key, known in self._stories.items() if known == story})

    def _count_copies(self, stories: Iterable[str]) -> None:
        """Say anew which articles of each story print one text."""
        for story in sorted(stories):
            number = self._archive.story_number(story)
            members = [] if number is None else [member.article for member in self._archive.members(number)]
            self._archive.count_as_copies(copies(members, self._archive))

    def _placed(self, key: str) -> Placed:
        reasons = self._grouping.why(key)
        return Placed(self._number(key), self._grouping.story(key), reasons.likeness, self._why(reasons))

    def _settled(self, change: Change) -> Settled:
        stories = [self._archive.story_number(story) for story in change.before]
        moved = [self._number(key) for key in change.keys if self._grouping.story(key) != self._stories[key]]
        numbers = tuple(number for number in stories if number is not None)
        return Settled(change.kind, numbers, tuple(moved), change.reason)

    def _why(self, reasons: Reasons) -> Why:
        """The reasons, with the nearest article called as the archive calls it."""
        nearest = f"a{self._number(reasons.nearest)}" if reasons.nearest else None
        return Why(nearest, reasons.likeness, reasons.names, reasons.words, reasons.by_order)

    def _number(self, key: str) -> int:
        number = self._archive.article(key)
        assert number is not None, f"the grouping knows {key}, the archive does not"
        return number
