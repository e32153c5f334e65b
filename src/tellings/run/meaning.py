"""The meaning of articles as vectors, for the search: made of headline and lead, on whatever workers, and kept in the archive."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from tellings.archive import Archive
from tellings.run.stage import Workers, run_stage
from tellings.run.workers import Here
from tellings.values import Article

LEAD = 400
"""Characters of the body: the opening says what an article is about, and each word costs a millisecond."""

_BATCH = 32

Text = tuple[int, str]
"""A revision, and the words that stand for it."""


def add_vectors(
    archive: Archive, *, workers: Workers | None = None, progress: Callable[[int, int], None] | None = None
) -> int:
    """Make the vectors that are missing. Returns how many. A run that was stopped goes on."""
    from tellings.meaning import NAME  # noqa: PLC0415  # the network is behind this import

    have = {revision for revision, _ in archive.vectors(NAME)}
    missing = [kept.article for kept in archive.kept() if kept.newest and kept.revision not in have]
    numbers = {kept.article: kept.revision for kept in archive.kept() if kept.newest}
    texts = (
        (numbers[number], words(reading.article))
        for number, reading in zip(missing, archive.readings(missing), strict=True)
    )
    done = 0
    for rows in run_stage(vector_batch, _batches(texts), workers or Here(), lost=lambda text: (text[0], b"")):
        archive.keep_vectors(NAME, [row for row in rows if row[1]])
        done += len(rows)
        if progress is not None:
            progress(done, len(missing))
    return done


def words(article: Article) -> str:
    """What stands for an article: its headline and the beginning of its body."""
    body = " ".join(
        block.span.of(article.text) for block in article.blocks if block.kind == "body" and not block.repeat
    )
    title = article.title.value if article.title else ""
    return f"{title}. {body[:LEAD]}".strip(". ") or article.text[:LEAD]


def vector(text: str) -> bytes:
    """The vector of some words, as archives keep it."""
    return vector_batch([(0, text)])[0][1]


def vector_batch(texts: Sequence[Text]) -> list[tuple[int, bytes]]:
    """The vectors of some texts, here and now; the network is loaded once a process."""
    from tellings.meaning import vectors  # noqa: PLC0415

    rows = vectors([text for _, text in texts]).astype("<f4")
    return [(revision, row.tobytes()) for (revision, _), row in zip(texts, rows, strict=True)]


def _batches(texts: Iterator[Text]) -> Iterator[tuple[Text, ...]]:
    return iter(lambda: tuple(islice(texts, _BATCH)), ())
