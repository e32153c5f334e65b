"""From a reading to rows: its text, its packed whole, and the lines that can be found by themselves.

Everything here can be made again from the packed reading; nothing is held in
rows alone.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator

from tellings.archive import codec
from tellings.archive.identity import address, fingerprint, key
from tellings.archive.values import Kept
from tellings.values import Article, Known, Published, Reading, Span, hull

KEPT = (
    "SELECT article.id, key, revision.id, number, revision.id = newest FROM revision"
    " JOIN article ON article.id = revision.article"
)
"""The columns of a ``Kept``."""


def kept(row: tuple[int, str, int, int, int]) -> Kept:
    """A row of ``KEPT``."""
    return Kept(*row[:4], bool(row[4]))


def find(database: sqlite3.Connection, article: Article) -> Kept | None:
    """Where this very text stands already, with what is known of it or with more."""
    row = database.execute(f"{KEPT} WHERE fingerprint = ?", (fingerprint(article),)).fetchone()
    if row is None and (source := _source(database, article)):
        number, url, *told = source
        news = [_told(fact) for fact in (article.outlet, article.title, article.byline, article.published)]
        said = all(new in {None, old} for new, old in zip([article.url, *news], [url, *told], strict=True))
        row = database.execute(f"{KEPT} WHERE revision.id = ?", (number,)).fetchone() if said else None
    return kept(row) if row else None


def _told(fact: Known | Published | None) -> str | None:
    """A fact that the user has given; none where it was read."""
    if fact is None or fact.how != "given":
        return None
    return fact.value if isinstance(fact, Known) else fact.earliest


def _source(database: sqlite3.Connection, article: Article) -> tuple[int, str | None, *tuple[str | None, ...]] | None:
    """The newest revision that came from the same place in the same file, with the same words, and what is known of it."""
    found: tuple[int, str | None, *tuple[str | None, ...]] | None = database.execute(
        "SELECT id, url, outlet, revision.title, byline, first_day FROM revision JOIN content ON revision.id = revision"
        " WHERE digest = ? AND file = ? AND record IS ? AND text = ? ORDER BY id DESC LIMIT 1",
        (article.digest, article.file, article.record, codec.plain(article.text)),
    ).fetchone()
    return found


def keep(database: sqlite3.Connection, reading: Reading, *, added: str) -> Kept:
    """Keep a reading that is not there yet, as a new article or as a revision of the one at its address or in its file."""
    article = reading.article
    place = address(article)
    known = database.execute("SELECT id, key FROM article WHERE address = ?", (place,)).fetchone()
    if known is None and (source := _source(database, article)):
        known = database.execute(
            "SELECT article.id, key FROM article JOIN revision ON article = article.id WHERE revision.id = ?",
            source[:1],
        ).fetchone()
        if known and article.url:  # from now on its revisions are known by the address
            database.execute("UPDATE article SET address = ? WHERE id = ?", (place, known[0]))
    name: str = known[1] if known else key(article)
    number: int = (
        known[0] if known else _insert(database, "INSERT INTO article (key, address) VALUES (?, ?)", (name, place))
    )
    revision, count = _revision(database, number, article, added)
    newest = _newest(database, number)
    database.execute("UPDATE article SET newest = ? WHERE id = ?", (newest, number))
    _content(database, revision, article)
    database.execute("INSERT INTO reading VALUES (?, ?, ?)", (revision, codec.FORMAT, codec.encode(reading)))
    names = _names(database, revision, reading)
    for kind, position, span, speaker in _lines(reading):
        _line(database, revision, reading, (kind, position, span), names.get(speaker) if speaker is not None else None)
    return Kept(number, name, revision, count, newest == revision)


def _insert(database: sqlite3.Connection, statement: str, values: tuple[object, ...]) -> int:
    number = database.execute(statement, values).lastrowid
    assert number is not None
    return number


def _revision(database: sqlite3.Connection, number: int, article: Article, added: str) -> tuple[int, int]:
    count: int = database.execute("SELECT count(*) + 1 FROM revision WHERE article = ?", (number,)).fetchone()[0]
    published = article.published
    words = sum(
        len(block.span.of(article.text).split())
        for block in article.blocks
        if block.kind == "body" and not block.repeat
    )
    known = [fact.value if fact else None for fact in (article.outlet, article.title, article.byline)]
    values = (
        number, count, fingerprint(article), article.digest, article.file, article.record, article.url, *known,
        published.earliest if published else None, published.latest if published else None, _dated(article),
        article.language, words, added,
    )  # fmt: skip
    marks = ", ".join("?" * len(values))
    return _insert(
        database,
        "INSERT INTO revision (article, number, fingerprint, digest, file, record, url, outlet, title, byline,"
        f" first_day, last_day, dated, language, words, added) VALUES ({marks})",
        values,
    ), count


def _dated(article: Article) -> str:
    """Day and time of the last change that is known, else of print."""
    return max((f"{day.latest}T{day.time or ''}" for day in (article.published, article.modified) if day), default="")


def _newest(database: sqlite3.Connection, number: int) -> int:
    """The revision printed last, where the days tell; else the one that came last."""
    newest: int = database.execute(
        "SELECT id FROM revision WHERE article = ? ORDER BY dated DESC, number DESC LIMIT 1", (number,)
    ).fetchone()[0]
    return newest


def _content(database: sqlite3.Connection, revision: int, article: Article) -> None:
    words = (revision, codec.plain(article.title.value) if article.title else "", codec.plain(article.text))
    database.execute("INSERT INTO content VALUES (?, ?, ?)", words)
    database.execute("INSERT INTO article_words (rowid, title, text) VALUES (?, ?, ?)", words)


def _names(database: sqlite3.Connection, revision: int, reading: Reading) -> dict[int, int]:
    """Keep the names an article prints. Returns, for each mention (by its position), the number of its name."""
    found: dict[int, int] = {}
    mentions: Counter[int] = Counter()
    for chain in reading.chains:
        row = database.execute("SELECT id FROM name WHERE name = ? AND kind = ?", (chain.name, chain.kind)).fetchone()
        if row is None:
            number = _insert(database, "INSERT INTO name (name, kind) VALUES (?, ?)", (chain.name, chain.kind))
            database.execute("INSERT INTO name_words (rowid, name) VALUES (?, ?)", (number, chain.name))
        else:
            number = row[0]
        mentions[number] += len(chain.mentions)
        found.update(dict.fromkeys(chain.mentions, number))
    database.executemany(
        "INSERT INTO naming VALUES (?, ?, ?)", [(number, revision, count) for number, count in sorted(mentions.items())]
    )
    return found


def _lines(reading: Reading) -> Iterator[tuple[str, int, Span, int | None]]:
    """Each line: its kind, its position in the reading, its place, and the mention that speaks."""
    for position, quotation in enumerate(reading.quotations):
        yield "quote", position, hull(quotation.content), quotation.speaker
    for position, figure in enumerate(reading.figures):
        claimed = None if figure.quotation is None else reading.quotations[figure.quotation].speaker
        yield "figure", position, figure.span, claimed
    for position, event in enumerate(reading.events):
        yield "event", position, event.label or event.span, None


def _line(
    database: sqlite3.Connection, revision: int, reading: Reading, line: tuple[str, int, Span], speaker: int | None
) -> None:
    kind, position, span = line
    number = _insert(
        database,
        'INSERT INTO line (revision, kind, position, start, "end", speaker) VALUES (?, ?, ?, ?, ?, ?)',
        (revision, kind, position, span.start, span.end, speaker),
    )
    database.execute(
        "INSERT INTO line_words (rowid, text) VALUES (?, ?)", (number, codec.plain(span.of(reading.article.text)))
    )
    if kind == "quote":
        quotation = reading.quotations[position]
        cue = " … ".join(piece.of(reading.article.text) for piece in quotation.cue) or None
        row = (number, quotation.kind, quotation.manner, quotation.certainty, quotation.reason, cue)
        database.execute("INSERT INTO quote VALUES (?, ?, ?, ?, ?, ?)", row)
    elif kind == "figure":
        figure = reading.figures[position]
        database.execute(
            "INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (number, figure.value, figure.low, figure.high, figure.unit, figure.bound, figure.change, figure.head),
        )
