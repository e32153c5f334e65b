"""What a user has set right, in a small file of JSON lines that can be read, edited and carried to another archive.

Nothing is written over: what was read stays as it was read, and each run
replays the file. Articles are named by their keys, which are the same in every
archive; what is not there is passed over.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import combinations, product
from pathlib import Path
from typing import Literal

import msgspec

from tellings.errors import ArchiveError
from tellings.values import Quotation, Reading, hull

NAME = "repairs.jsonl"
"""The file in an archive's folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """These articles are in one story. ``told`` says in words what was meant, for whoever reads the file."""

    repair: Literal["merge"] = "merge"
    articles: tuple[str, ...]
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """These articles are in one story, and ``others`` are in another."""

    repair: Literal["split"] = "split"
    articles: tuple[str, ...]
    others: tuple[str, ...]
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rename:
    """Whoever is called ``name`` is the one called ``to``."""

    repair: Literal["rename"] = "rename"
    name: str
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """In this article the words of ``quote`` are said by ``speaker``; none: nobody is named."""

    repair: Literal["speaker"] = "speaker"
    article: str
    quote: str
    speaker: str | None


Repair = Merge | Split | Rename | Speaker
Repairs = tuple[Repair, ...]
Pair = tuple[str, str]
"""The keys of two articles, in order."""

_KINDS: Mapping[str, type[Repair]] = {"merge": Merge, "split": Split, "rename": Rename, "speaker": Speaker}


def load(folder: Path) -> Repairs:
    """The repairs of an archive, in order. Raises ``ArchiveError`` that names the line that is none."""
    path = folder / NAME
    try:
        text = path.read_bytes() if path.exists() else b""
    except OSError as error:
        raise ArchiveError(f"{path}: it cannot be read ({error.strerror or error})") from error
    return tuple(_repair(path, number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip())


def _repair(path: Path, number: int, line: bytes) -> Repair:
    try:
        kind = msgspec.json.decode(line, type=dict[str, object]).get("repair")
        if not isinstance(kind, str) or kind not in _KINDS:
            raise ArchiveError(f"{path}, line {number}: no repair of a kind that is known; one of {', '.join(_KINDS)}")
        found: Repair = msgspec.json.decode(line, type=_KINDS[kind])
    except msgspec.MsgspecError as error:
        raise ArchiveError(
            f"{path}, line {number}: {str(error)[:1].lower()}{str(error)[1:]}; mend the line or take it out"
        ) from error
    return found


def append(folder: Path, repair: Repair) -> None:
    """Write one more repair behind the others. Raises ``ArchiveError``."""
    path = folder / NAME
    try:
        with path.open("ab") as file:
            file.write(msgspec.json.encode(repair) + b"\n")
    except OSError as error:
        raise ArchiveError(f"{path}: it cannot be written ({error.strerror or error})") from error


def digest(repairs: Iterable[Repair]) -> str:
    """Of what the repairs say, to tell whether they were changed."""
    return hashlib.sha256(b"\n".join(map(msgspec.json.encode, repairs))).hexdigest()


def orders(repairs: Iterable[Repair]) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
    """Which articles are to be in one story, and which in two, in pairs; what was said later holds."""
    together: set[Pair] = set()
    apart: set[Pair] = set()
    for repair in repairs:
        if isinstance(repair, Merge | Split):
            inside = set(combinations(sorted(repair.articles), 2))
            between = set(_between(repair)) if isinstance(repair, Split) else set()
            together = (together | inside) - between
            apart = (apart | between) - inside
    return tuple(sorted(together)), tuple(sorted(apart))


def _between(split: Split) -> Iterable[Pair]:
    return ((min(pair), max(pair)) for pair in product(split.articles, split.others))


def repaired(readings: Iterable[tuple[str, Reading]], repairs: Repairs) -> tuple[Reading, ...]:
    """Readings (each after its article's key) with the names and speakers that a user has set right.

    A name is changed where some of the readings prints the other name: no name is shown that no article has.
    """
    kept = list(readings)
    printed = {chain.name for _, reading in kept for chain in reading.chains}
    names: dict[str, str] = {}
    for one in repairs:
        if isinstance(one, Rename) and one.to in printed:
            names = {name: one.to if to == one.name else to for name, to in names.items()} | {one.name: one.to}
    spoken = {(one.article, one.quote): one.speaker for one in repairs if isinstance(one, Speaker)}
    return tuple(_renamed(_respoken(reading, key, spoken), names) for key, reading in kept)


def _renamed(reading: Reading, names: Mapping[str, str]) -> Reading:
    if not any(chain.name in names for chain in reading.chains):
        return reading
    chains = tuple(replace(chain, name=names.get(chain.name, chain.name)) for chain in reading.chains)
    return replace(reading, chains=chains)


def _respoken(reading: Reading, key: str, spoken: Mapping[tuple[str, str], str | None]) -> Reading:
    if not any(article == key for article, _ in spoken):
        return reading
    quotations = tuple(
        _said_by(reading, quotation, spoken[key, words])
        if (key, words := quoted(reading, quotation)) in spoken
        else quotation
        for quotation in reading.quotations
    )
    return replace(reading, quotations=quotations)


def quoted(reading: Reading, quotation: Quotation) -> str:
    """The words of a quotation, as a repair names it."""
    return hull(quotation.content).of(reading.article.text)


def _said_by(reading: Reading, quotation: Quotation, speaker: str | None) -> Quotation:
    if speaker is None:
        return replace(quotation, speaker=None, certainty="unknown", reason="set by hand: nobody is named")
    mentions = [number for chain in reading.chains if chain.name == speaker for number in chain.mentions]
    named = [number for number in mentions if reading.mentions[number].form == "name"] or mentions
    if not named:
        return quotation
    return replace(quotation, speaker=named[0], certainty="inferred", reason="set by hand")
