"""Body text and metadata of web pages against a gold, beside the best open extractors.

python bench/pages.py FOLDER [--peers] [--worst N] [--places]

FOLDER holds the pages (``html/*.html`` or ``*.html.gz``) and their gold: ``ground-truth.json`` as
the article-extraction benchmark has it (``{id: {"articleBody": ..., "url": ...}}``), or ``gold.jsonl``,
a row a page: ``{"id": ..., "body": ..., "title": ..., "authors": [...], "date": "2024-05-14"}``, in
which what is not known is left out.

Body: that benchmark's measure, the F1 of the mean precision and the mean recall of runs of four words, with
the share of pages in which all words are equal. Ours is what its blocks hold of the body: the standfirst, the
paragraphs, the place they begin with, and the newsroom's own notes. A second
line leaves the standfirst out, as the golds of some sets do.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pages_measures import Score, f1, interval, score, summary
from tellings.errors import IntakeError
from tellings.intake import html
from tellings.intake.options import Failure, IntakeOptions
from tellings.values import Article

Row = Mapping[str, Any]
BODY = frozenset({"deck", "dateline", "body", "note"})


def pages(folder: Path) -> Iterator[tuple[str, bytes, Row]]:
    """Each page of a folder with its gold."""
    for name, row in _gold(folder).items():
        found = [
            path
            for end in (".html", ".html.gz")
            for path in (folder / "html" / f"{name}{end}", folder / f"{name}{end}")
        ]
        path = next((path for path in found if path.exists()), None)
        if path is None:
            sys.exit(f"{folder}: there is no page of {name}; put it at html/{name}.html")
        data = path.read_bytes()
        yield name, gzip.decompress(data) if path.suffix == ".gz" else data, row


def _gold(folder: Path) -> dict[str, Row]:
    if (folder / "ground-truth.json").exists():
        rows = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
        return {name: {**row, "body": row["articleBody"]} for name, row in rows.items()}
    if (folder / "gold.jsonl").exists():
        with (folder / "gold.jsonl").open(encoding="utf-8") as lines:
            return {row["id"]: row for row in map(json.loads, lines)}
    sys.exit(f"{folder}: holds no ground-truth.json and no gold.jsonl")


def read(data: bytes) -> Article | None:
    """Our article of a page; none where it holds none."""
    try:
        found = next(html.read("page", data, IntakeOptions()))
    except IntakeError:
        return None
    return None if isinstance(found, Failure) else found


def body(article: Article | None, kinds: frozenset[str] = BODY) -> str:
    """What is the article's text in a page's blocks; words inside a sentence are not parted from it."""
    if article is None:
        return ""
    kept = [block for block in article.blocks if block.kind in kinds and not block.repeat]
    return "\n".join(block.span.of(article.text) for block in kept)


def peers() -> dict[str, Callable[[bytes], str]]:
    """The extractors that are installed beside us."""
    made: dict[str, Callable[[bytes], str]] = {}
    for name, maker in (("trafilatura", _trafilatura), ("readability-lxml", _readability), ("newspaper4k", _newspaper)):
        try:
            made[name] = maker()
        except ImportError as error:
            print(f"{name}: left out, not installed ({error})", file=sys.stderr)
    return made


def _trafilatura() -> Callable[[bytes], str]:
    extract = importlib.import_module("trafilatura").extract
    return lambda data: extract(data, favor_precision=True, include_comments=False) or ""


def _readability() -> Callable[[bytes], str]:
    document = importlib.import_module("readability").Document
    text = importlib.import_module("html_text").extract_text
    return lambda data: text(document(data.decode("utf-8", "replace")).summary())


def _newspaper() -> Callable[[bytes], str]:
    made = importlib.import_module("newspaper").Article

    def extract(data: bytes) -> str:
        article = made(url="http://page.example/", fetch_images=False)
        article.download(input_html=data.decode("utf-8", "replace"))
        article.parse()
        return str(article.text)

    return extract


def main() -> None:
    """Read the pages and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--peers", action="store_true", help="run the extractors that are installed too")
    parser.add_argument("--worst", type=int, default=0, help="show that many pages with the lowest F1")
    parser.add_argument("--places", action="store_true", help="count the lines with an exact place in the source")
    options = parser.parse_args()
    rows = list(pages(options.folder))
    began = time.process_time()
    articles = {name: read(data) for name, data, _ in rows}
    seconds = time.process_time() - began
    print(f"{len(rows)} pages, {len(rows) / seconds:.1f} a second of one core, body and metadata")
    scores = [score(name, body(articles[name]), row["body"]) for name, _, row in rows if row.get("body")]
    if scores:
        _print_bodies("tellings", scores)
        texts = [(name, body(articles[name], BODY - {"deck"}), row["body"]) for name, _, row in rows if row.get("body")]
        _print_bodies("without decks", [score(*text) for text in texts])
    for peer, extract in (peers() if options.peers else {}).items():
        _print_bodies(
            peer, [score(name, _safely(extract, data), row["body"]) for name, data, row in rows if row.get("body")]
        )
    _print_metadata(articles, rows)
    if options.places:
        _print_places(articles, rows)
    for worst in sorted(scores, key=lambda score: f1(score.precision, score.recall))[: options.worst]:
        print(f"  {worst.page}: precision {worst.precision:.3f}, recall {worst.recall:.3f}")


def _safely(extract: Callable[[bytes], str], data: bytes) -> str:
    try:
        return extract(data)
    except Exception as error:  # noqa: BLE001  # a peer that fails on a page has found nothing in it
        print(f"a peer failed: {type(error).__name__}", file=sys.stderr)
        return ""


def _print_bodies(name: str, scores: Sequence[Score]) -> None:
    whole, precision, recall, equal = summary(scores)
    low, high = interval(scores)
    under = sum(f1(score.precision, score.recall) < 0.8 for score in scores)
    print(
        f"{name:17} F1 {whole:.4f} ({low:.3f}-{high:.3f})  precision {precision:.4f}  recall {recall:.4f}"
        f"  all words equal {equal:.3f}  under .8: {under} of {len(scores)}"
    )


def _print_metadata(articles: Mapping[str, Article | None], rows: Sequence[tuple[str, bytes, Row]]) -> None:
    titled = [(articles[name], row["title"]) for name, _, row in rows if row.get("title")]
    if titled:
        exact = sum(bool(article and article.title and _same(article.title.value, title)) for article, title in titled)
        held = sum(
            any(_same(known.value, title) for known in article.headlines) for article, title in titled if article
        )
        print(
            f"title             exact {exact / len(titled):.3f}, among those kept {held / len(titled):.3f} of {len(titled)}"
        )
    signed = [(articles[name], row["authors"]) for name, _, row in rows if row.get("authors")]
    if signed:
        print(f"authors           F1 {_authors(signed):.3f} of {len(signed)} pages")
    dated = [(articles[name], row["date"][:10]) for name, _, row in rows if row.get("date")]
    if dated:
        right = sum(bool(article and article.published and article.published.day == day) for article, day in dated)
        print(f"date              {right / len(dated):.3f} of {len(dated)}")


def _same(one: str, other: str) -> bool:
    straight = str.maketrans("’‘“”", "''\"\"")
    return (
        " ".join(one.translate(straight).split()).casefold() == " ".join(other.translate(straight).split()).casefold()
    )


def _authors(signed: Sequence[tuple[Article | None, Sequence[str]]]) -> float:
    both = found = gold = 0
    for article, names in signed:
        ours = {name.casefold() for name in article.byline.value.split(", ")} if article and article.byline else set()
        theirs = {name.casefold() for name in names}
        both, found, gold = both + len(ours & theirs), found + len(ours), gold + len(theirs)
    return f1(both / found if found else 0.0, both / gold if gold else 0.0)


def _print_places(articles: Mapping[str, Article | None], rows: Sequence[tuple[str, bytes, Row]]) -> None:
    with_place = lines = 0
    for name, data, _ in rows:
        article = articles[name]
        if article:
            places = html.places(data, encoding=article.encoding)
            kept = [block for block in article.blocks if block.kind in BODY]
            lines += len(kept)
            with_place += sum(places.of(block.span) is not None for block in kept)
    print(f"places            {with_place} of {lines} blocks kept have an exact slice of the source")


if __name__ == "__main__":
    main()
