"""Moments in the words of present-day newswire: invented sentences, marked by the guidelines of TIMEX3.

``newswire.txt`` has one sentence a line after the day of print ("@…"). An expression stands in brackets with its type
(D a date, T a time of day, U a duration, S a set) and its value; what a sentence has without brackets is no time. A
sentence after "!" is known to be read otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tellings.reading import moments

_MARKED = re.compile(r"\[(?P<words>[^\]|]+)\|(?P<kind>[DTUS]) (?P<value>[^\]]+)\]")
_KINDS = {"D": "DATE", "T": "TIME", "U": "DURATION", "S": "SET"}


def sentences() -> Iterator[object]:
    """Each sentence with its day of print and what is marked in it."""
    day = ""
    for line in Path(__file__).with_name("newswire.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            day = line[1:]
            continue
        marked = line.removeprefix("!")
        wanted = [(one["words"], _KINDS[one["kind"]], one["value"]) for one in _MARKED.finditer(marked)]
        otherwise = [pytest.mark.xfail(strict=True)] if line != marked else []
        yield pytest.param(day, _MARKED.sub(r"\g<words>", marked), wanted, id=marked, marks=otherwise)


@pytest.mark.parametrize(("day", "text", "wanted"), list(sentences()))
def test_a_sentence_of_newswire(day: str, text: str, wanted: list[tuple[str, str, str]]):
    """Its expressions, their borders, types and values are those marked, and there are no others."""
    found = moments.find(text, anchor=day)
    assert [(text[one.first : one.last], one.kind, one.value) for one in found] == wanted
