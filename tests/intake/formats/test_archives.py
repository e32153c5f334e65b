"""WARC and WACZ: every page by its record, broken ones named, wherever the damage is."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from tellings.intake import Failure
from tellings.values import Article
from tests.intake.formats.invented import PAGE, URL, page, warc

pytest.importorskip("fastwarc", reason="tellings[warc] is not installed")
pytest.importorskip("warcio", reason="warcio writes the archives of these tests")
# warcio leaves its temporary files to the garbage collector
pytestmark = pytest.mark.filterwarnings("ignore:.*SpooledTemporaryFile", "ignore::ResourceWarning")


def kinds(found) -> str:
    return "".join("A" if isinstance(one, Article) else "F" for one in found)


def pages(count: int = 5, **more):
    return warc([(f"{URL}/{number}", page(number)) for number in range(count)], **more)


def zstandard(records: list[bytes], dictionary: bytes = b"") -> bytes:
    """Records as frames; the dictionary, where there is one, in a frame to skip at the start."""
    zstd = pytest.importorskip("zstandard")
    options = {"dict_data": zstd.ZstdCompressionDict(dictionary)} if dictionary else {}
    compressor = zstd.ZstdCompressor(write_checksum=True, **options)
    head = b"\x5d\x2a\x4d\x18" + len(dictionary).to_bytes(4, "little") + dictionary if dictionary else b""
    return head + b"".join(map(compressor.compress, records))


@pytest.mark.parametrize("way", ["gzip", "plain", "one gzip around all", "zstd", "zstd with a dictionary"])
def test_every_page_is_an_article_with_its_address_and_number(read, way: str) -> None:
    """However the archive is packed."""
    plain = pages(packed=False)
    data = {
        "gzip": lambda: b"".join(pages()),
        "plain": lambda: b"".join(plain),
        "one gzip around all": lambda: gzip.compress(b"".join(plain)),
        "zstd": lambda: zstandard(plain),
        "zstd with a dictionary": lambda: zstandard(plain, b"WARC/1.0\r\nContent-Type: application/http" * 20),
    }[way]()
    found = read(
        {"gzip": "a.warc.gz", "plain": "a.warc", "one gzip around all": "a.warc.gz"}.get(way, "a.warc.zst"), data
    )
    assert kinds(found) == "AAAAA", [str(one) for one in found if isinstance(one, Failure)]
    assert [one.record for one in found] == [1, 2, 3, 4, 5]
    assert [one.url for one in found] == [f"{URL}/{number}" for number in range(5)]
    assert {one.format for one in found} == {"warc"}


@pytest.mark.parametrize(
    ("body", "head", "expected"),
    [
        (page(0), [("Server", "bell")], "A"),
        (gzip.compress(page(0)), [("Content-Encoding", "gzip")], "A"),
        (b"\x89PNG", [("Server", "bell")], ""),
        (b"", [("Server", "bell")], ""),
        (b"<", [("Content-Encoding", "gzip")], ""),
    ],
    ids=["page", "packed page", "picture", "empty", "neither packed nor a page"],
)
def test_a_page_that_came_without_its_type_is_known_by_its_look(read, body: bytes, head, expected: str) -> None:
    """A server may not say what it sends."""
    records = warc([(URL, body)], head=head) + pages(1)
    assert kinds(read("a.warc.gz", b"".join(records))) == expected + "A"


def test_a_page_has_the_digest_that_it_has_as_a_file(read) -> None:
    """A record's own bytes are the page's, unpacked."""
    [there] = read("a.warc.gz", b"".join(pages(1)))
    [packed] = read(
        "b.warc.gz",
        warc([(URL, gzip.compress(page(0)))], head=[("Content-Type", "text/html"), ("Content-Encoding", "gzip")])[0],
    )
    [alone] = read("a.html", page(0))
    assert there.digest == alone.digest == packed.digest
    assert there.text == alone.text == packed.text


def test_what_is_no_page_is_passed_over_and_counted(read) -> None:
    """Pictures, errors and requests are no articles; numbers count them."""
    good = pages(2)
    picture = warc([(URL, b"\x89PNG")], head=[("Content-Type", "image/png")])[0]
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    writer.write_record(writer.create_warcinfo_record("a.warc.gz", {"software": "none"}))
    found = read("a.warc.gz", out.getvalue() + picture + good[0] + picture + good[1])
    assert [one.record for one in found] == [3, 5]


def flipped(data: bytes) -> bytes:
    """Four bytes in the middle, wrong."""
    middle = len(data) // 2
    return data[:middle] + bytes(255 - byte for byte in data[middle : middle + 4]) + data[middle + 4 :]


@pytest.mark.parametrize("packed", ["gzip", "plain", "zstd"])
@pytest.mark.parametrize(
    ("damage", "outcome"),
    [
        ("flipped", "AAFAA"),
        ("cut", "AAFAA"),
        ("end cut", "AAAAF"),
        ("garbage", "AAFAA"),
        ("length too long", "AAFAA"),
        ("length too short", "AAFAA"),
        ("no length", "AAFAA"),
    ],
)
def test_a_broken_record_is_named_and_takes_no_other_with_it(read, packed: str, damage: str, outcome: str) -> None:
    """Bits that flipped, a record cut off, garbage between, a length that lies."""
    plain = pages(packed=False)

    def pack(record: bytes) -> bytes:
        return {"gzip": gzip.compress, "plain": bytes, "zstd": lambda data: zstandard([data])}[packed](record)

    length = plain[2].partition(b"Content-Length: ")[2].partition(b"\r\n")[0]
    lies = {"length too long": b"%d" % (int(length) + 300), "length too short": b"%d" % (int(length) - 300)}
    records = [pack(record) for record in plain]
    if damage == "flipped":
        records[2] = flipped(records[2])
    elif damage == "cut":
        records[2] = records[2][: len(records[2]) * 2 // 3]
    elif damage == "end cut":
        records[4] = records[4][: len(records[4]) * 2 // 3]
    elif damage == "garbage":
        records[2] = b"garbage, and more garbage\n" * 20
    elif damage in lies:
        records[2] = pack(plain[2].replace(b"Content-Length: " + length, b"Content-Length: " + lies[damage]))
    else:
        records[2] = pack(plain[2].replace(b"Content-Length: " + length + b"\r\n", b""))
    found = read({"gzip": "a.warc.gz", "plain": "a.warc", "zstd": "a.warc.zst"}[packed], b"".join(records))
    assert kinds(found) == outcome, [str(one) for one in found if isinstance(one, Failure)]
    [failure] = [one for one in found if isinstance(one, Failure)]
    assert failure.record == (5 if damage == "end cut" else 3)
    assert f", record {failure.record}: " in str(failure)


def wacz(archives: dict[str, bytes], how: int = zipfile.ZIP_STORED) -> bytes:
    """A WACZ of these WARCs."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as packed:
        packed.writestr("datapackage.json", "{}")
        for name, data in archives.items():
            packed.writestr(f"archive/{name}", data)
    return out.getvalue()


@pytest.mark.parametrize("how", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_the_warcs_of_a_wacz_are_counted_on(read, how: int) -> None:
    """In the order of their names."""
    three = pages(3)
    data = wacz({"b.warc.gz": three[2], "a.warc.gz": b"".join([three[0], b"garbage", three[1]])}, how)
    found = read("a.zip", data)
    assert [(type(one).__name__, one.record) for one in found] == [
        ("Article", 1),
        ("Failure", 2),
        ("Article", 3),
        ("Article", 4),
    ]


def test_a_zip_of_something_else_is_one_line(read) -> None:
    """It is no archive of pages."""
    [failure] = read("a.wacz", wacz({}))
    assert "a zip without a WARC" in str(failure)


def test_a_bomb_in_an_archive_is_one_line(read) -> None:
    """It is not unpacked further than the limit."""
    bomb = warc(
        [(URL, gzip.compress(b"0" * 30_000_000))], head=[("Content-Type", "text/html"), ("Content-Encoding", "gzip")]
    )[0]
    found = read("a.warc.gz", bomb + pages(1)[0], max_bytes=1_000_000)
    assert kinds(found) == "FA"
    assert "more than the limit" in str(found[0])


def test_a_page_is_read_in_the_encoding_that_its_server_said_if_that_is_true(read) -> None:
    """Else in the one that it turns out to be in."""
    page_ = PAGE.replace("640 kilograms", "the café’s weight").encode("cp1252")
    [said] = read("a.warc.gz", warc([(URL, page_)], head=[("Content-Type", "text/html; charset=windows-1252")])[0])
    [lied] = read("b.warc.gz", warc([(URL, page_)], head=[("Content-Type", "text/html; charset=utf-8")])[0])
    assert "café’s" in said.text
    assert said.text == lied.text


def test_a_page_that_is_said_to_be_in_chunks_and_is_not_is_read(read) -> None:
    """Archives keep the head as it was sent and the page as it was put together; broken chunks are a failure still."""
    head = [("Content-Type", "text/html"), ("Transfer-Encoding", "chunked")]
    whole, broken = warc([(URL, page(1)), (URL, b"ffff\r\n" + page(2))], head=head)
    assert kinds(read("a.warc.gz", whole + broken)) == "AF"
