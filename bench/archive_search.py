"""How quickly an archive finds: queries as people type them, made of its own headlines, names, outlets and days; run by archive.py."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from tellings.archive import Query, SqliteArchive
from tellings.archive.search import asked


def queries(archive: SqliteArchive, number: int) -> list[tuple[str, str]]:
    """Queries as people type them, made of the archive's own headlines, names and quotations: each with its kind."""
    chance = random.Random(7)
    database = archive.database
    titles = [row[0] for row in database.execute("SELECT title FROM revision WHERE title IS NOT NULL ORDER BY id")]
    outlets = [row[0] for row in database.execute("SELECT DISTINCT outlet FROM revision ORDER BY outlet") if row[0]]
    names = [
        row[0]
        for row in database.execute(
            "SELECT name.name FROM naming JOIN name ON name.id = naming.name GROUP BY name.id"
            " ORDER BY count(*) DESC, name.id LIMIT 2000"
        )
    ]
    days = [
        row[0]
        for row in database.execute("SELECT DISTINCT first_day FROM revision WHERE first_day NOT NULL ORDER BY 1")
    ]

    def words(most: int) -> str:
        found = re.findall(r"[A-Za-z]{4,}", chance.choice(titles)) or ["people"]
        return " ".join(chance.sample(found, min(len(found), chance.randint(1, most))))

    makers: dict[str, Callable[[], str]] = {
        "one to three words": lambda: words(3),
        "a phrase": lambda: '"' + " ".join(chance.choice(titles).replace('"', "").split()[:3]) + '"',
        "words and outlet": lambda: f"{words(2)} outlet:{chance.choice(outlets)}",
        "words and days": lambda: f"{words(2)} from:{chance.choice(days)[:7]}",
        "words and a name": lambda: f"{words(1)} entity:{chance.choice(names)}",
        "speaker": lambda: f"speaker:{chance.choice(names)}",
        "speaker, about": lambda: f"speaker:{chance.choice(names)} about:{words(1)}",
        "about": lambda: f"about:{words(2)}",
        "figures": lambda: f"{words(1)} kind:figure",
        "headlines": lambda: f"{words(2)} kind:headline",
    }
    kinds = list(makers)
    return [(kind, makers[kind]()) for kind in (kinds[place % len(kinds)] for place in range(number))]


def search(folder: Path, number: int) -> None:
    """Each query once to warm up, then timed."""
    with SqliteArchive(folder) as archive:
        made = queries(archive, number)
        times: dict[str, list[tuple[float, float]]] = {}
        found = 0
        for _, text in made:
            archive.search(asked(text, Query(limit=10)))
        for kind, text in made:
            began = time.process_time(), time.monotonic()
            found += bool(archive.search(asked(text, Query(limit=10))))
            times.setdefault(kind, []).append((time.process_time() - began[0], time.monotonic() - began[1]))
        print(f"{archive.counts().articles:,} articles; {number} queries, {found} of them with hits; ms")
    times["all"] = [pair for pairs in times.values() for pair in pairs]
    print(f"{'':<22}{'CPU p50':>9}{'p95':>8}{'wall p50':>10}{'p95':>8}")
    for kind, pairs in times.items():
        cells = [_at([1e3 * pair[which] for pair in pairs], share) for which in (0, 1) for share in (0.5, 0.95)]
        print(f"{kind:<22}{cells[0]:>9.1f}{cells[1]:>8.1f}{cells[2]:>10.1f}{cells[3]:>8.1f}")


def _at(values: Iterable[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
