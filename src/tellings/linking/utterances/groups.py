"""The groups of printings in the making, and which of them some words may belong to.

Candidates come from an index of word runs, never from all pairs. Words look up their own runs of three; a run that very
many share says nothing by itself. Only the same speaker's words can be one utterance with less than four words in one
run, so a group that shares less is compared for nobody else: what is compared follows what is alike, not the size of
the archive. Where groups and runs are kept is another's concern: in memory for a story, in a file for an archive.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from tellings.linking.utterances.overlap import telling
from tellings.linking.utterances.postings import RUN, Adding, Postings, keys, runs
from tellings.linking.utterances.printings import Marked

FULLEST = "the fullest printing"
"""Why the leading printing is of its utterance."""

FREQUENT = 64
"""Leading printings under one key; beyond, the key says nothing."""

_LOOKED = 64  # candidates that share three words in one run and no more, of which is asked whether the speaker agrees
_COMPARED = 12  # candidates compared word by word


class Group(Protocol):
    """One utterance in the making."""

    @property
    def lead(self) -> Marked:
        """The fullest printing."""

    @property
    def speakers(self) -> frozenset[int]:
        """All whom a printing names as the speaker."""

    def add(self, marked: Marked, reason: str) -> None:
        """Let a printing be of it."""


@dataclass(slots=True)
class Held:
    """A group in memory: the fullest printing and all that were found to be of it, each with its reason."""

    lead: Marked
    members: list[tuple[Marked, str]] = field(default_factory=list)
    speakers: frozenset[int] = frozenset()

    def add(self, marked: Marked, reason: str) -> None:
        """Let a printing be of it."""
        self.members.append((marked, reason))
        if marked.speaker is not None:
            self.speakers |= {marked.speaker}


class Shelf(Protocol):
    """Where groups are kept, numbered from 0 as they are made."""

    def __getitem__(self, number: int, /) -> Group:
        """The group of a number."""

    def make(self, lead: Marked) -> int:
        """Make a group for a leading printing, with no member yet; its number."""


class Memory(list[Held]):
    """Groups in memory."""

    def make(self, lead: Marked) -> int:
        """Make a group for a leading printing, with no member yet; its number."""
        self.append(Held(lead))
        return len(self) - 1


@dataclass(frozen=True, slots=True)
class Index:
    """Groups by the runs of their leading words, and (where ``terms``) by each word of them that carries meaning."""

    postings: Adding
    shelf: Shelf
    terms: bool = True

    @classmethod
    def of(cls, shelf: Shelf, words: int) -> Index:
        """An index in memory, for leading printings of so many words in all."""
        return cls(Postings(2 * words, FREQUENT + 1), shelf)

    def make(self, lead: Marked) -> Group:
        """A new group, that can be found from now on."""
        number = self.shelf.make(lead)
        folded = lead.wording.folded
        self.postings.add(number, sorted(keys(folded) if self.terms else set(runs(folded))))
        return self.shelf[number]

    def near(self, own: Sequence[str], *, speaker: int | None = None, every: bool = False) -> list[Group]:
        """The groups that share most with some words, each shared run weighed by how few share it; best first.

        Of groups that share no four words in one run, only those of ``speaker`` are told, unless ``every`` is asked for.
        """
        found: list[Group] = []
        looked = 0
        for number, shares_four in self._ranked(own):
            if not shares_four and not every:
                if speaker is None or looked == _LOOKED:
                    continue
                looked += 1
                if speaker not in self.shelf[number].speakers:
                    continue
            found.append(self.shelf[number])
            if len(found) == _COMPARED:
                break
        return found

    def _ranked(self, own: Sequence[str]) -> list[tuple[int, bool]]:
        """The numbers of all candidates, best first, and whether each may share four words in one run (or all there are)."""
        row = runs(own) if len(own) >= RUN else [key for word in own if telling(word) for key in sorted(keys([word]))]
        under = self.postings.get(row, FREQUENT)
        frequent = [len(numbers) > FREQUENT for numbers in under]
        weights: dict[int, float] = defaultdict(float)
        last: dict[int, int] = {}
        four: set[int] = set()
        for place, numbers in enumerate(under):
            if frequent[place] and not all(frequent):
                continue
            beside = len(row) == 1 or (place > 0 and frequent[place - 1]) or any(frequent[place + 1 : place + 2])
            for number in numbers:
                weights[number] += 1 / len(numbers)
                if beside or last.get(number) == place - 1:
                    four.add(number)
                last[number] = place
        return [(number, number in four) for number in sorted(weights, key=lambda number: (-weights[number], number))]
