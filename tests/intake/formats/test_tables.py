"""Rows and objects: JSON lines, JSON documents, CSV, Parquet, and the JSON of other tools as it is."""

from __future__ import annotations

import gzip
import json

import pytest

from tellings.intake import Failure
from tellings.values import Article
from tests.intake.formats.invented import PARAGRAPHS, TEXT, TITLE, URL, line

SHAPES = {
    "trafilatura": {
        "title": TITLE,
        "author": "Ada Quill; Tom Farrow",
        "hostname": "gazette.example",
        "date": "2024-05-14",
        "fingerprint": "a1b2",
        "id": None,
        "license": None,
        "comments": "",
        "raw_text": TEXT,
        "text": TEXT,
        "language": "en",
        "source": URL,
        "source-hostname": "Marrow Gazette",
        "excerpt": "A bell.",
        "categories": "",
        "tags": "",
    },
    "newspaper4k": {
        "url": "https://gazette.example/bell?x=1",
        "canonical_link": URL,
        "title": TITLE,
        "authors": ["Ada Quill", "Tom Farrow"],
        "publish_date": "2024-05-14T08:00:00+02:00",
        "meta_lang": "en",
        "language": "en",
        "meta_site_name": "Marrow Gazette",
        "text": TEXT,
        "keywords": [],
        "images": [],
    },
    "news-please": {
        "authors": ["Ada Quill"],
        "date_download": "2024-05-15 01:00:00",
        "date_modify": "None",
        "date_publish": "2024-05-14 08:00:00",
        "description": "A bell.",
        "filename": "x.html",
        "image_url": None,
        "language": "en",
        "localpath": None,
        "source_domain": "gazette.example",
        "maintext": TEXT,
        "text": None,
        "title": TITLE,
        "title_page": None,
        "title_rss": None,
        "url": URL,
    },
    "fundus": {
        "title": TITLE,
        "authors": ["Ada Quill"],
        "publishing_date": "2024-05-14 08:00:00+00:00",
        "plaintext": TEXT,
        "lang": "en",
        "html": {"requested_url": URL, "responded_url": URL, "source_info": {"publisher": "Marrow Gazette"}},
    },
    "fundus, by its body": {
        "title": TITLE,
        "authors": ["Ada Quill"],
        "publishing_date": "2024-05-14",
        "body": {"summary": [], "sections": [{"headline": [], "paragraphs": TEXT.split("\n\n")}]},
        "url": URL,
    },
    "ninjs 1": {
        "uri": URL,
        "headline": TITLE,
        "byline": "Ada Quill",
        "body_text": TEXT,
        "versioncreated": "2024-05-14T08:00:00Z",
        "firstcreated": "2024-05-14T07:00:00Z",
        "language": "en-GB",
        "provider": "Marrow Gazette",
    },
    "ninjs 3": {
        "uri": URL,
        "headlines": [{"role": "main", "value": TITLE}],
        "by": "Ada Quill",
        "versionCreated": "2024-05-14T08:00:00Z",
        "bodies": [{"role": "main", "contentType": "text/plain", "value": TEXT}],
        "language": "en",
        "standard": {"name": "ninjs", "version": "3.0"},
    },
}


@pytest.mark.parametrize("tool", SHAPES)
@pytest.mark.parametrize("name", ["one.json", "many.json", "lines.jsonl"])
def test_the_json_of_other_tools_is_read_as_it_is(read, tool: str, name: str) -> None:
    """Text, title, author, address and day, whichever way the tool calls them; each says that it was given."""
    row = SHAPES[tool]
    data = {
        "one.json": json.dumps(row, indent=2),
        "many.json": json.dumps([row, row]),
        "lines.jsonl": json.dumps(row) + "\n",
    }[name]
    found = read(name, data)
    assert len(found) == (2 if name == "many.json" else 1)
    for article in found:
        assert isinstance(article, Article), str(article)
        assert article.published
        assert article.title
        assert article.byline
        assert (article.text, article.url, article.published.day, article.title.value) == (
            TEXT,
            URL,
            "2024-05-14",
            TITLE,
        )
        assert "Ada Quill" in article.byline.value
        assert (article.outlet and article.outlet.value) in {"Marrow Gazette", "gazette.example"}
        assert article.published.how in {"given", "stated"}


def test_a_ninjs_body_in_markup_is_read_as_a_page(read) -> None:
    """Its visible text, and nothing of its markup."""
    [article] = read("item.json", json.dumps({"uri": URL, "headline": TITLE, "body_xhtml": f"<div>{PARAGRAPHS}</div>"}))
    assert isinstance(article, Article)
    assert "its keeper said" in article.text
    assert "<p>" not in article.text


def test_a_ninjs_item_with_its_text_twice_is_read_from_the_markup(read) -> None:
    """Plain text that was made of the markup has lost its paragraphs."""
    row = {
        "guid": "urn:1",
        "versioncreated": "2024-05-14T08:00:00Z",
        "headline": TITLE,
        "copyrightHolder": "Marrow Wire",
    }
    row |= {"body_text": " ".join(TEXT.split("\n\n")), "body_html": PARAGRAPHS}
    [article] = read("item.json", json.dumps(row))
    assert isinstance(article, Article)
    assert article.outlet
    assert article.outlet.value == "Marrow Wire"
    assert [block.span.of(article.text) for block in article.blocks if block.kind == "body"] == TEXT.split("\n\n")


def test_a_ninjs_body_may_be_nitf(read) -> None:
    """Its parts are told as those of a file of NITF; what the item says itself comes first."""
    inside = f'<?xml version="1.0" encoding="UTF-8"?>\n<nitf><head><docdata><doc.copyright holder="The Wire"/></docdata></head><body><body.head><hedline><hl1>{TITLE}</hl1></hedline></body.head><body.content>{PARAGRAPHS}</body.content></body></nitf>'
    row = {
        "uri": URL,
        "versionCreated": "2024-05-14T08:00:00Z",
        "by": "Ada Quill",
        "bodies": [
            {"contentType": "text/vnd.IPTC.NITF", "value": inside},
            {"contentType": "text/plain", "value": "The bell was found."},
        ],
    }
    [article] = read("item.json", json.dumps(row))
    assert isinstance(article, Article)
    assert TEXT in article.text
    assert article.blocks[0].kind == "title"
    assert article.outlet
    assert article.byline
    assert (article.outlet.value, article.byline.value) == ("The Wire", "Ada Quill")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (
            {"uri": URL, "type": "picture", "versioncreated": "2024-05-14T08:00:00Z", "headline": TITLE},
            "without a text (of the type picture)",
        ),
        ({"uri": URL, "pubstatus": "canceled", "body_text": TEXT}, "withdrawn (canceled)"),
        ({"total": 2, "item": [{"uri": URL}, {"uri": URL}]}, "a list of 2 in its field 'item'"),
    ],
)
def test_an_object_that_is_no_article_says_what_it_is(read, row: dict[str, object], why: str) -> None:
    """A picture's item, a withdrawn one, the answer of a service around a list of items."""
    [failure] = read("item.json", json.dumps(row))
    assert isinstance(failure, Failure)
    assert why in str(failure)


def test_a_summary_is_a_deck(read) -> None:
    """What a record says of a line is the line's block."""
    row = {
        "authors": [],
        "publishing_date": None,
        "body": {"summary": ["A bell that nobody rang."], "sections": [{"headline": [], "paragraphs": ["Found."]}]},
    }
    [article] = read("one.json", json.dumps(row))
    assert isinstance(article, Article)
    assert [block.kind for block in article.blocks] == ["deck", "body"]


def test_objects_one_after_the_other_over_many_lines(read) -> None:
    """A dump that is neither lines nor a list; a broken object takes no other with it."""
    good = json.dumps({"text": TEXT, "note": 'braces } in " strings {'}, indent=1)
    found = read("dump.json", f'{good}\n{{"text": "never closed\n{good}\n[{good}, 7, {good}]\n')
    assert [type(one).__name__ for one in found] == ["Article", "Failure", "Article", "Article", "Failure", "Article"]
    assert [one.record for one in found] == [1, 2, 3, 4, 5, 6]


CSV = f'headline,body,day,paper\n"{TITLE}","{TEXT}",2024-05-14,Marrow Gazette\n'
MAP = {"title": "headline", "text": "body", "date": "day", "outlet": "paper"}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", CSV.encode()),
        ("a.csv", b"\xef\xbb\xbf" + CSV.replace("\n", "\r\n").encode()),
        ("a.tsv", f'headline\tbody\tday\tpaper\n{TITLE}\t"{TEXT}"\t2024-05-14\tMarrow Gazette'.encode()),
        (
            "a.csv",
            CSV.replace(",2024", ";2024")
            .replace('","', '";"')
            .replace("14,", "14;")
            .replace("headline,body,day,paper", "headline;body;day;paper")
            .encode(),
        ),
        ("a.csv", CSV.encode("cp1252")),
        ("a.csv.gz", gzip.compress(CSV.encode())),
    ],
)
def test_columns_are_mapped(read, name: str, data: bytes) -> None:
    """``--map title=headline,text=body``: commas, semicolons, tabs, a byte order mark, an old encoding, gzip."""
    [article] = read(name, data, fields=MAP)
    assert isinstance(article, Article), str(article)
    assert article.outlet
    assert article.title
    assert article.published
    assert (article.text.replace("\r\n", "\n"), article.format, article.record) == (TEXT, "csv:body", 2)
    assert (article.title.value, article.published.day, article.outlet.value) == (TITLE, "2024-05-14", "Marrow Gazette")


@pytest.mark.parametrize(
    ("rows", "broken"),
    [
        (['"good","a"', '"never closed,b', '"good","c"', '"good","d"'], [3]),
        (['"good","a"', "one value", '"good","c"'], [3]),
        (['"good","a"', '"a","b","c"', '"good","c"'], [3]),
        (['"good","a"', '"bad"mark","b"', '"good","c"'], [3]),
        (['"good","two', 'lines"', '"","no text"', '"good","c"'], [4]),
        (['"good","a"', '"good', "three", 'lines","b"', '"good","c'], [6]),
        (['"good","a"', '"half \\ud83d', 'x","b"', '"good","c"'], []),
    ],
)
def test_a_broken_row_is_named_by_its_line_and_takes_no_other_with_it(read, rows: list[str], broken: list[int]) -> None:
    """Also where a quotation mark is never closed."""
    found = read("a.csv", "text,title\n" + "\n".join(rows) + "\n")
    assert [one.record for one in found if isinstance(one, Failure)] == broken
    assert all("a.csv, line " in str(one) for one in found if isinstance(one, Failure))


def test_a_row_in_another_encoding_is_one_failure(read) -> None:
    """Its bytes are no characters in the encoding of the table."""
    good = b"text,title\n" + b"The bell was found.,A\n" * 1000
    found = read("a.csv", good + b"Caf\xe9 closed.,B\n" + b"The bell was found.,C\n")
    assert [one.record for one in found if isinstance(one, Failure)] == [1002]
    assert len(found) == 1002


@pytest.mark.parametrize(
    ("data", "options", "problem"),
    [
        ("a,b\n1,2\n", {}, "no column 'text' (columns: a, b)"),
        ("text,b\n1,2\n", {"fields": {"title": "headline"}}, "no column 'headline'"),
        ("text,b\n", {}, None),
        ("\n\n", {}, "empty"),
    ],
)
def test_a_table_without_its_columns_is_told_once(read, data: str, options: dict, problem: str | None) -> None:
    """One line, with the columns that there are."""
    found = read("a.csv", data, **options)
    assert [str(one) for one in found if problem and problem in str(one)] == [str(one) for one in found]
    assert len(found) == bool(problem)


def test_what_is_told_is_one_line_whatever_the_columns_are_called(read) -> None:
    """Names of columns may hold line breaks, and be a whole article."""
    [failure] = read("a.csv", f'"{TEXT * 9}",title\nx,y\n')
    assert "no column 'text'" in str(failure)
    assert len(str(failure)) < 800


def test_rows_of_parquet(read, tmp_path) -> None:
    """Columns of any type, dates as dates; a row without a text is one failure."""
    pa = pytest.importorskip("pyarrow", reason="tellings[parquet] is not installed")
    import datetime as dt

    import pyarrow.parquet as pq

    table = pa.table(
        {
            "body": [TEXT, None, TEXT + "!"],
            "headline": [TITLE, "x", "y"],
            "when": [dt.datetime(2024, 5, 14, 8, tzinfo=dt.UTC)] * 3,
            "authors": [["Ada Quill", "Tom Farrow"], [], ["Tom Farrow"]],
            "html": [b"\x00", b"", b""],
        }
    )
    pq.write_table(table, tmp_path / "made.parquet")
    first, second, third = read(
        "a.bin",
        (tmp_path / "made.parquet").read_bytes(),
        fields={"text": "body", "title": "headline", "date": "when", "byline": "authors"},
    )
    assert isinstance(first, Article), str(first)
    assert first.byline
    assert first.published
    assert (first.text, first.byline.value, first.published.day) == (TEXT, "Ada Quill, Tom Farrow", "2024-05-14")
    assert isinstance(second, Failure)
    assert "row 2" in str(second)
    assert isinstance(third, Article)
    assert first.digest != third.digest


def test_what_this_program_wrote_and_somebody_changed_is_a_failure(read) -> None:
    """A block beyond the text would be an offset that lies."""
    [article] = read("a.jsonl", line(1))
    from tellings.intake.formats import own

    row = own.line(article)
    row["text"] = row["text"][:20]
    [failure] = read("b.jsonl", json.dumps(row))
    assert "was changed" in str(failure)


def test_a_line_over_the_limit_is_passed_over_without_being_held(read) -> None:
    """The others are read."""
    found = read("a.jsonl", "\n".join([line(1), line(2, more="x" * 5000), line(3)]), max_bytes=2000)
    assert [type(one).__name__ for one in found] == ["Article", "Failure", "Article"]
    assert "over the limit of 2,000" in str(found[1])
