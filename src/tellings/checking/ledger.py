"""The ledger of an archive: every utterance that several outlets print, each printing with what it did to the words.

The same linking as that of a story (``tellings.linking.utterances``), of all that an index of quotations holds, at a cost that follows
the number of quotations and in memory that does not: printings and groups stand in a working file. Two things only a
story can tell: whose a phrase of a few words is, and which reported words restate others by their meaning; so phrases
and paraphrases are not in it.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tellings.checking.check import altered
from tellings.checking.index import QuoteIndex
from tellings.checking.printed import Printed
from tellings.checking.working import Working
from tellings.errors import CheckError
from tellings.linking.utterances.changes import changed
from tellings.linking.utterances.grouping import Situation, join, place
from tellings.linking.utterances.groups import Held, Index
from tellings.linking.utterances.printings import Marked
from tellings.linking.utterances.splices import splice
from tellings.linking.utterances.whole import whole
from tellings.values import Edit, MeaningWarning, Telling

LEAST = 5
"""Words; what is shorter is a phrase, and many say it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One printing of an utterance, why it is one, and what it does to the leading words.

    In ``edits`` and ``warnings``, ``lead`` is in the leading printing's text and ``here`` in this one's; a splice's
    ``source`` is in ``other``.
    """

    printed: Printed
    reason: str
    edits: tuple[Edit, ...] = ()
    warnings: tuple[MeaningWarning, ...] = ()
    other: Printed | None = None

    @property
    def altered(self) -> bool:
        """Whether more was done than to quote less, or what is left out turns the meaning."""
        return altered(self.edits, self.warnings)


@dataclass(frozen=True, slots=True)
class Entry:
    """One utterance: its printings by day and place, which of them is the fullest, which the earliest, where the days tell."""

    lines: tuple[Line, ...]
    lead: int
    first: int | None

    @property
    def speaker(self) -> str | None:
        """Whom most printings name; of names that are as many, the one named first."""
        named = Counter(line.printed.speaker for line in self.lines if line.printed.speaker)
        return named.most_common(1)[0][0] if named else None

    @property
    def outlets(self) -> int:
        """How many outlets print it; an article of no known outlet counts as one."""
        return len({line.printed.outlet or (line.printed.file, line.printed.record) for line in self.lines})

    @property
    def altered(self) -> bool:
        """Whether a printing alters the words of the fullest."""
        return any(line.altered for line in self.lines)


def ledger(index: QuoteIndex, *, outlets: int = 2) -> Iterator[Entry]:
    """The utterances that at least so many outlets print, the most printed first, one after another.

    All are linked before the first comes. The same quotations give the same entries in any order of filling.
    Raises ``CheckError`` where the index cannot be read or the working file cannot be written.
    """
    try:
        with Working(index, LEAST) as working:
            linked = _linked(working)
            for group in working.groups(outlets):
                entry = _entry(group, linked, working)
                if entry.outlets >= outlets:
                    yield entry
    except sqlite3.Error as error:
        needs = "the temporary folder (TMPDIR) needs about 1 kB for each quotation"
        raise CheckError(f"the quotations cannot be linked ({error}); {needs}") from error


def _linked(working: Working) -> Index:
    """Put every printing into its group."""
    situation = Situation(lambda speaker, speakers: _one_name(working, speaker, speakers))
    index = Index(working.leading, working, terms=False)
    for number in range(1, len(working) + 1):
        marked = working.printing(number)
        found = splice(number, working.printing, working.runs)
        if found is not None:
            working.keep_splice(number, found)
        elif not marked.reported:
            place(marked, index, situation)
    for number in working.waiting():  # they join when all others stand
        found = working.splice(number)
        home = working.group_of(found.home.quotations[0]) if found else None
        join(working.printing(number), home, index, situation)
    return index


def _one_name(working: Working, speaker: int, speakers: frozenset[int]) -> bool:
    """Whether a name may be a shorter or longer form of another."""
    own = working.name(speaker)
    return any(own <= other or other <= own for other in map(working.name, speakers))


def _entry(group: Held, index: Index, working: Working) -> Entry:
    lead, members = whole(group)
    lines = []
    for marked, reason in members:
        edits, warnings = changed(marked, lead, index, splice=working.splice(marked.quotations[0]))
        lines.append(_line(Line(_printed(marked, working), reason, tuple(edits), tuple(warnings)), working))
    leads = next(number for number, (marked, _) in enumerate(members) if marked is lead)
    return Entry(tuple(lines), leads, _first(lines))


def _printed(marked: Marked, working: Working) -> Printed:
    """What stands in the index of a printing; of several stretches, which two quotations hold, as one."""
    printed = [working.printed(number) for number in marked.quotations]
    speaker = next((one.speaker for one in printed if one.speaker), None)
    return replace(printed[0], pieces=marked.pieces, line=marked.wording.line, speaker=speaker)


def _line(line: Line, working: Working) -> Line:
    """A line whose splice, if it has one, tells of which printing its words are."""
    for at, edit in enumerate(line.edits):
        if edit.source is not None:
            edits = list(line.edits)
            edits[at] = replace(edit, source=Telling(0, edit.source.span))
            return replace(line, edits=tuple(edits), other=working.printed_at(edit.source))
    return line


def _first(lines: list[Line]) -> int | None:
    """The earliest printing, where every day is known and one article is before the others."""
    days = [line.printed.day for line in lines]
    known = [day for day in days if day is not None]
    if len(known) < len(days):
        return None
    earliest = [number for number, day in enumerate(known) if day == min(known)]
    articles = {(lines[number].printed.file, lines[number].printed.record) for number in earliest}
    return earliest[0] if len(articles) == 1 else None
