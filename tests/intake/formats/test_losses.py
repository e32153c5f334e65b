"""Ten thousand good records and a hundred broken ones: exactly the broken ones are lost, and named."""

from __future__ import annotations

import gzip
import random
from collections.abc import Callable

import pytest

from tellings.intake import Failure, IntakeOptions, formats, inputs
from tests.intake.formats.invented import TEXT, line, page

GOOD, BROKEN = 10_000, 100
# No two side by side: two broken records of a plain WARC are one stretch, and nobody can tell where one ends.
PLACES = frozenset(random.Random(7).sample(range(0, GOOD + BROKEN, 3), BROKEN))


def warc_record(number: int) -> bytes:
    """A record as crawlers write it."""
    payload = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(number)
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://gazette.example/{number}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(payload)}\r\n\r\n"
    return head.encode() + payload + b"\r\n\r\n"


def archive(good: Callable[[int], bytes], broken: list[Callable[[int], bytes]]) -> bytes:
    """All records in one, the broken ones (in turn of each kind) at their places."""
    return b"".join(
        broken[number % len(broken)](number) if number in PLACES else good(number) for number in range(GOOD + BROKEN)
    )


def packed(number: int) -> bytes:
    return gzip.compress(warc_record(number), 1)


def flipped(number: int) -> bytes:
    data = bytearray(packed(number))
    data[len(data) // 2] ^= 0xFF
    data[len(data) // 2 + 1] ^= 0xFF
    return bytes(data)


def as_line(number: int) -> bytes:
    return line(number).encode() + b"\n"


def as_row(number: int) -> bytes:
    return f'"{TEXT.splitlines()[0]}, {number}",Headline {number}\n'.encode()


ARCHIVES = {
    "jsonl": (
        "a.jsonl",
        b"",
        as_line,
        [
            lambda n: as_line(n)[:-40] + b"\n",
            lambda _: b"\xff\xfe\n",
            lambda _: b'{"title": "no text"}\n',
            lambda _: b'{"text": 7}\n',
            lambda _: b"[1]\n",
        ],
    ),
    "csv": (
        "a.csv",
        b"text,title\n",
        as_row,
        [
            lambda _: b'"never closed,b\n',
            lambda _: b"one\n",
            lambda _: b'"a"b","c"\n',
            lambda _: b'"",empty\n',
            lambda _: b"\xff\xfe,b\n",
        ],
    ),
    "warc": (
        "a.warc.gz",
        b"",
        packed,
        [
            flipped,
            lambda n: packed(n)[:-90],
            lambda n: gzip.compress(warc_record(n).replace(b"Content-Length: ", b"Content-Length: 9"), 1),
            lambda _: gzip.compress(b"no record at all", 1),
            lambda n: gzip.compress(warc_record(n)[:400], 1),
        ],
    ),
    "warc, plain": (
        "a.warc",
        b"",
        warc_record,
        [
            lambda n: warc_record(n).replace(b"Content-Length: ", b"Content-Size: "),
            lambda n: warc_record(n).replace(b"Content-Length: ", b"Content-Length: 9"),
            lambda n: warc_record(n)[:-100],
            lambda _: b"no record at all\r\n" * 5,
        ],
    ),
}


@pytest.mark.parametrize("way", ARCHIVES)
def test_exactly_the_broken_records_are_lost_and_named(way: str) -> None:
    """Whatever is wrong with them, no good one goes with them, and each is named by its place."""
    name, head, good, broken = ARCHIVES[way]
    given = inputs.of_bytes(name, head + archive(good, broken))
    found = list(formats.of_input(given).records(given, IntakeOptions()))
    first = 2 if way == "csv" else 1
    lost = [one.record for one in found if isinstance(one, Failure)]
    assert lost == sorted(place + first for place in PLACES)
    assert len(found) - len(lost) == GOOD
    assert all(0 < len(str(one)) < 300 and "\n" not in str(one) for one in found if isinstance(one, Failure))
