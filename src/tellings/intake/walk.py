"""From what the user names to articles: each source is opened, its format told, its records made articles.

What fails is one line in its place, whatever it was, and the rest goes on. Addresses are
fetched only where ``IntakeOptions.web`` can fetch, and those that a list names only where the
user asked for that.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from tellings.errors import IntakeError, WebError
from tellings.intake import formats, inputs, sources
from tellings.intake.articles import of_record
from tellings.intake.facts import Facts, merge, of_options
from tellings.intake.inputs import STDIN, Input
from tellings.intake.options import FIELDS, Failure, IntakeOptions
from tellings.intake.record import BREAKS, Format, Found, Pointer, Record
from tellings.values import Article

_DEPTH = 3
"""How far lists are followed: an OPML file lists feeds, a feed lists pages."""


def read(
    sources_: Iterable[str], *, options: IntakeOptions | None = None, stdin: BinaryIO | None = None
) -> Iterator[Article | Failure]:
    """The articles that files, folders, globs, addresses and ``-`` hold, in their order.

    What cannot be read comes as a ``Failure`` in its place, and the rest goes on.
    """
    options = options or IntakeOptions()
    _check(options)
    for line in formats.known().broken:
        yield Failure("formats", None, line, "mend or remove the package that announces it")
    walk = Walk(options)
    for source in sources.sources(sources_):
        if isinstance(source, Failure):
            yield source
        else:
            yield from walk.source(source, stdin or sys.stdin.buffer)


def _check(options: IntakeOptions) -> None:
    """Raise at once for what would fail in every article."""
    of_options(options)
    unknown = sorted(set(options.fields) - set(FIELDS))
    if unknown:
        raise IntakeError(f"there is no field {unknown[0]!r} to map; there are {', '.join(FIELDS)}")
    if options.format is not None:
        formats.get(options.format)


@dataclass(frozen=True, slots=True)
class _Within:
    """Where one is: what a list told of the source, and how many lists lead to it."""

    told: Facts = Facts()  # noqa: RUF009  # frozen
    depth: int = 0


class Walk:
    """One walk over all sources. An address is fetched once, however many lists name it."""

    def __init__(self, options: IntakeOptions) -> None:
        self._options = options
        self._fetched: set[str] = set()

    def source(self, source: str, stdin: BinaryIO) -> Iterator[Article | Failure]:
        """The articles of one source that the user named."""
        if sources.is_address(source):
            yield from self._address(source, _Within(), self._options)
            return
        if source == STDIN:
            with inputs.of_stream(STDIN, stdin) as given:
                yield from self._input(given, _Within(), self._options)
            return
        try:
            given = inputs.of_file(source)
        except IntakeError as error:
            yield Failure.of(source, None, error)
            return
        yield from self._input(given, _Within(), self._options)

    def input(self, given: Input, told: Facts) -> Iterator[Article | Failure]:
        """The articles of what was fetched already, of which a list told something."""
        yield from self._input(given, _Within(told), self._options)

    def _address(self, url: str, within: _Within, options: IntakeOptions) -> Iterator[Article | Failure]:
        if url in self._fetched:
            return
        self._fetched.add(url)
        if options.web is None:
            yield Failure(url, None, "an address, and nothing is fetched", "give IntakeOptions a web that fetches")
            return
        try:
            page = options.web.fetch(url)
        except (IntakeError, WebError) as error:
            yield Failure.of(url, None, error)
            return
        given = inputs.of_bytes(page.file, page.data, url=page.url, charset=page.charset)
        yield from self._input(given, within, options)

    def _input(self, given: Input, within: _Within, options: IntakeOptions) -> Iterator[Article | Failure]:
        name = given.url or given.file
        try:
            format_ = formats.get(options.format) if options.format else formats.of_input(given)
            for found in format_.records(given, options):
                yield from self._found(found, given, format_, within, options)
        except (IntakeError, WebError) as error:
            yield Failure.of(name, None, error)
        except BREAKS as error:
            yield Failure(name, None, f"it cannot be read ({type(error).__name__}: {_line(error)})", "look at the file")

    def _found(
        self, found: Found, given: Input, format_: Format, within: _Within, options: IntakeOptions
    ) -> Iterator[Article | Failure]:
        if isinstance(found, Failure):
            yield found
        elif isinstance(found, Pointer):
            yield from self._follow(found, given, format_, within, options)
        else:
            yield article(given, found, format_, options, told=within.told)

    def _follow(
        self, pointer: Pointer, given: Input, format_: Format, within: _Within, options: IntakeOptions
    ) -> Iterator[Article | Failure]:
        if options.web is None or not (options.follow or getattr(format_, "NAMED", False)):
            remedy = "add --follow to have it fetched"
            yield Failure(
                given.url or given.file, pointer.number, f"only an address, {pointer.url}", remedy, format_.UNIT
            )
        elif within.depth == _DEPTH:
            yield Failure(given.url or given.file, pointer.number, "a list in a list in a list", "", format_.UNIT)
        else:
            told = replace(merge([pointer.facts, within.told]), url=None)
            yield from self._address(pointer.url, _Within(told, within.depth + 1), replace(options, format=None))


def article(
    given: Input,
    record: Record,
    format_: Format,
    options: IntakeOptions,
    *,
    told: Facts = Facts(),  # noqa: B008  # frozen
) -> Article | Failure:
    """The article of a record, or what is wrong with it."""
    record = replace(
        record,
        facts=merge([record.facts, told]),
        address=record.address or given.url,
        encoding=record.encoding or given.charset,
    )
    try:
        return of_record(given.file, record, name_of(format_, options), options)
    except IntakeError as error:
        return Failure.of(given.file, record.number, error, format_.UNIT)
    except BREAKS as error:
        problem = f"it cannot be read ({type(error).__name__}: {_line(error)})"
        return Failure(given.file, record.number, problem, "look at it", format_.UNIT)


def name_of(format_: Format, options: IntakeOptions) -> str:
    """What an article keeps of its format: its name, and the key of the text where the user named one."""
    key = options.fields.get("text")
    mapped = getattr(format_, "MAPPED", False) and key is not None
    return f"{format_.NAME}:{key}" if mapped and key != FIELDS["text"] else format_.NAME


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:120]
