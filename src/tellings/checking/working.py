"""The working file of a ledger: all printings of an archive in the order in which they lead, and their groups.

A temporary SQLite file that goes when it is closed. Only what is looked at stands in memory: a few thousand printings and
the file's page cache, however many quotations the archive holds. A printing's number is its place in that order, and a
group's number is that of its leading printing; both follow from what is printed and where, never from what came first.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Self

from tellings.checking.filed import Leading, Shared
from tellings.checking.index import QuoteIndex
from tellings.checking.printed import Printed
from tellings.checking.speakers import name_words
from tellings.linking.utterances.groups import Held
from tellings.linking.utterances.printings import Marked
from tellings.linking.utterances.splices import Splice
from tellings.linking.utterances.words import Wording
from tellings.values import Span, Telling

_SCHEMA = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE; PRAGMA cache_size = -16000;
CREATE TABLE found (
  quotation INTEGER, size INTEGER, day TEXT, file TEXT, record INTEGER, digest TEXT, outlet TEXT, speaker INTEGER,
  first INTEGER, pieces TEXT, line TEXT, folded TEXT, headline INTEGER, reported INTEGER
);
CREATE TABLE printing (
  number INTEGER PRIMARY KEY, quotation INTEGER, article INTEGER, outlet TEXT, speaker INTEGER, pieces TEXT, line TEXT,
  folded TEXT, headline INTEGER, reported INTEGER, grouped INTEGER, reason TEXT
);
CREATE TABLE name (speaker INTEGER PRIMARY KEY, words TEXT);
CREATE TABLE splice (number INTEGER PRIMARY KEY, home INTEGER, other INTEGER, first INTEGER, last INTEGER);
CREATE TABLE speaks (grouped INTEGER, speaker INTEGER, PRIMARY KEY (grouped, speaker)) WITHOUT ROWID;
"""
_NUMBERED = """
INSERT INTO printing
SELECT row_number() OVER (ORDER BY size DESC, day, file, record, digest, first, pieces), quotation,
  dense_rank() OVER (ORDER BY day, file, record, digest), outlet, speaker, pieces, line, folded, headline, reported, NULL, NULL
FROM found;
DROP TABLE found;
"""
_HELD = 4_096  # printings in memory


@dataclass(frozen=True, slots=True)
class FiledGroup:
    """One utterance in the working file."""

    number: int
    working: Working

    @property
    def lead(self) -> Marked:
        """The fullest printing."""
        return self.working.printing(self.number)

    @property
    def speakers(self) -> frozenset[int]:
        """All whom a printing names as the speaker."""
        return self.working.speakers(self.number)

    def add(self, marked: Marked, reason: str) -> None:
        """Let a printing be of it."""
        self.working.put(self.number, marked, reason)


class Working:
    """All printings of an index, by number, and the groups that they are put into; a ``Shelf`` of groups."""

    def __init__(self, index: QuoteIndex, least: int) -> None:
        """Take in what the index holds, but for printings of less than ``least`` words."""
        self._index = index
        self._db = sqlite3.connect("", isolation_level=None)  # a file of its own, which nobody else sees
        self._db.executescript(_SCHEMA)
        self.printing: Callable[[int], Marked] = lru_cache(maxsize=_HELD)(self._printing)
        self._db.execute("BEGIN")
        self._fill(least)
        self.runs = Shared(self._db, self._db.execute("SELECT number, folded, reported FROM printing"))
        self.leading = Leading(self._db)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    def __len__(self) -> int:
        """How many printings there are; they are numbered from 1."""
        count: int = self._db.execute("SELECT coalesce(max(number), 0) FROM printing").fetchone()[0]
        return count

    def __getitem__(self, number: int) -> FiledGroup:
        """The group of a number."""
        return FiledGroup(number, self)

    def make(self, lead: Marked) -> int:
        """Make a group for a leading printing, with no member yet; its number."""
        return lead.quotations[0]

    def put(self, group: int, marked: Marked, reason: str) -> None:
        """Let a printing be of a group."""
        number = marked.quotations[0]
        self._db.execute("UPDATE printing SET grouped = ?, reason = ? WHERE number = ?", (group, reason, number))
        if marked.speaker is not None:
            self._db.execute("INSERT OR IGNORE INTO speaks VALUES (?, ?)", (group, marked.speaker))

    def waiting(self) -> Iterator[int]:
        """The numbers of the printings that are in no group, in order; they may be put into one meanwhile."""
        last = 0
        while rows := self._db.execute(
            "SELECT number FROM printing WHERE grouped IS NULL AND number > ? ORDER BY number LIMIT ?", (last, _HELD)
        ).fetchall():
            yield from (number for (number,) in rows)
            last = rows[-1][0]

    def group_of(self, number: int) -> FiledGroup | None:
        """The group that a printing is in."""
        row = self._db.execute("SELECT grouped FROM printing WHERE number = ?", (number,)).fetchone()
        return None if row is None or row[0] is None else FiledGroup(row[0], self)

    def speakers(self, group: int) -> frozenset[int]:
        """All whom a printing of a group names."""
        return frozenset(row[0] for row in self._db.execute("SELECT speaker FROM speaks WHERE grouped = ?", (group,)))

    def name(self, speaker: int) -> frozenset[str]:
        """The words of a speaker's name, without titles."""
        row = self._db.execute("SELECT words FROM name WHERE speaker = ?", (speaker,)).fetchone()
        return frozenset(row[0].split())

    def keep_splice(self, number: int, splice: Splice) -> None:
        """Keep how a printing is put together."""
        home, other = splice.home.quotations[0], splice.other.quotations[0]
        self._db.execute("INSERT INTO splice VALUES (?, ?, ?, ?, ?)", (number, home, other, splice.first, splice.last))

    def splice(self, number: int) -> Splice | None:
        """How a printing is put together; none for one that is not."""
        row = self._db.execute("SELECT home, other, first, last FROM splice WHERE number = ?", (number,)).fetchone()
        return None if row is None else Splice(self.printing(row[0]), self.printing(row[1]), row[2], row[3])

    def groups(self, least: int) -> Iterator[Held]:
        """The groups that at least so many outlets print, the most printed first; an article of no known outlet is one."""
        self._db.execute("CREATE INDEX IF NOT EXISTS printing_grouped ON printing (grouped)")
        self._db.execute("CREATE INDEX IF NOT EXISTS printing_article ON printing (article)")
        rows = self._db.execute(
            "SELECT grouped, count(DISTINCT coalesce(outlet, article)) AS outlets FROM printing WHERE grouped IS NOT NULL"
            " GROUP BY grouped HAVING outlets >= ? ORDER BY outlets DESC, count(*) DESC, grouped",
            (least,),
        )
        for number, _ in rows:
            group = Held(self.printing(number))
            members = self._db.execute(
                "SELECT number, reason FROM printing WHERE grouped = ? ORDER BY number", (number,)
            )
            for member, reason in members:
                group.add(group.lead if member == number else self.printing(member), reason)
            yield group

    def printed(self, number: int) -> Printed:
        """What the index holds of a printing."""
        row = self._db.execute("SELECT quotation FROM printing WHERE number = ?", (number,)).fetchone()
        return self._index.printed(row[0])

    def printed_at(self, telling: Telling) -> Printed:
        """The printing that holds a place of an article."""
        rows = self._db.execute("SELECT number FROM printing WHERE article = ? ORDER BY number", (telling.article,))
        found = (row[0] for row in rows)
        return self.printed(
            next(n for n in found if any(piece.covers(telling.span) for piece in self.printing(n).pieces))
        )

    def _printing(self, number: int) -> Marked:
        article, speaker, placed, line, folded, headline, reported = self._db.execute(
            "SELECT article, speaker, pieces, line, folded, headline, reported FROM printing WHERE number = ?",
            (number,),
        ).fetchone()
        pieces = tuple(Span(*map(int, piece.split("-"))) for piece in placed.split(","))
        wording = Wording(line, pieces, line, tuple(folded.split(" ")))
        return Marked(
            article, pieces, (number,), speaker, frozenset(), wording, headline=bool(headline), reported=bool(reported)
        )

    def _fill(self, least: int) -> None:
        self._db.executemany("INSERT INTO found VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)", self._found(least))
        for statement in filter(str.strip, _NUMBERED.split(";")):
            self._db.execute(statement)

    def _found(self, least: int) -> Iterator[tuple[int | str | None, ...]]:
        for quotation, printed in self._index.all():
            folded = printed.wording.folded
            if len(folded) >= least:
                yield (
                    quotation, len(folded), printed.day or "9999", printed.file, printed.record or 0, printed.digest,
                    printed.outlet, self._speaker(printed.speaker), printed.pieces[0].start,
                    ",".join(f"{piece.start}-{piece.end}" for piece in printed.pieces), printed.line, " ".join(folded),
                    int(printed.block in {"title", "deck"}), int(printed.reported),
                )  # fmt: skip

    def _speaker(self, name: str | None) -> int | None:
        """The number of a speaker: made of the name, titles aside, so that it needs no list in memory."""
        words = " ".join(sorted(name_words(name))) if name else ""
        if not words:
            return None
        number = int.from_bytes(blake2b(words.encode(), digest_size=7).digest(), "big")
        self._db.execute("INSERT OR IGNORE INTO name VALUES (?, ?)", (number, words))
        return number
