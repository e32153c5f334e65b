"""The JSON that other tools write of an article, as it is: which tool's it is, and where it holds what.

A shape is known by keys that its tool always writes and others do not. What the user maps
himself (``--map text=...``) is asked first; then these; then the plain names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from tellings.errors import IntakeError
from tellings.intake.facts import Facts, merge
from tellings.intake.formats import dates, markup, nitf
from tellings.intake.formats.markup import Lines, known
from tellings.intake.record import Record

Row: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Shape:
    """What one tool writes: the keys that tell it, and our words for what it holds."""

    tool: str
    marks: frozenset[str]
    text: str
    title: Sequence[str] = ("title",)
    outlet: Sequence[str] = ()
    byline: Sequence[str] = ("authors",)
    url: Sequence[str] = ("url",)
    published: Sequence[str] = ()
    modified: Sequence[str] = ()
    language: Sequence[str] = ("language",)

    def record(self, row: Row, data: bytes, number: int | None) -> Record | None:
        """The article that a row holds, where it is of this shape."""
        text = row.get(self.text)
        if not (self.marks <= row.keys() and isinstance(text, str)):
            return None
        reason = f"given by the record of {self.tool}"
        told = Facts(
            outlet=known(_first(row, self.outlet), reason),
            title=known(_first(row, self.title), reason),
            byline=known(_first(row, self.byline), reason),
            url=_first(row, self.url),
            published=_date(row, self.published, reason),
            modified=_date(row, self.modified, reason),
            language=_language(_first(row, self.language)),
        )
        return Record(data, number, text=text, facts=told)


_TOOLS = (
    Shape(
        "trafilatura",
        frozenset({"text", "hostname", "fingerprint"}),
        text="text",
        outlet=("source-hostname", "sitename", "hostname"),
        byline=("author",),
        url=("source", "url"),
        published=("date",),
    ),
    Shape(
        "news-please",
        frozenset({"maintext", "date_publish", "source_domain"}),
        text="maintext",
        outlet=("source_domain",),
        published=("date_publish",),
        modified=("date_modify",),
    ),
    Shape(
        "newspaper4k",
        frozenset({"text", "publish_date", "meta_lang"}),
        text="text",
        outlet=("meta_site_name",),
        url=("canonical_link", "url"),
        published=("publish_date",),
        language=("language", "meta_lang"),
    ),
)


def find(row: Row, data: bytes, number: int | None) -> Record | None:
    """The article of a row in the shape of a known tool or standard; none where it is in none."""
    for shape in _TOOLS:
        if (record := shape.record(row, data, number)) is not None:
            return record
    others: tuple[Callable[[Row, bytes, int | None], Record | None], ...] = (_fundus, _ninjs)
    return next((record for shape in others if (record := shape(row, data, number)) is not None), None)


def _fundus(row: Row, data: bytes, number: int | None) -> Record | None:
    """fundus: ``plaintext``, or the paragraphs of ``body`` under their headlines."""
    body, plain = row.get("body"), row.get("plaintext")
    sections = body.get("sections") if isinstance(body, dict) else None
    if not ({"authors", "publishing_date"} & row.keys() and (isinstance(plain, str) or isinstance(sections, list))):
        return None
    reason = "given by the record of fundus"
    page = row.get("html")
    page = page if isinstance(page, dict) else {}
    source = page.get("source_info") or page.get("source")
    told = Facts(
        outlet=known(_first(source, ("publisher",)) if isinstance(source, dict) else None, reason),
        title=known(_first(row, ("title",)), reason),
        byline=known(_first(row, ("authors",)), reason),
        url=_first(page, ("responded_url", "requested_url")) or _first(row, ("url",)),
        published=_date(row, ("publishing_date",), reason),
        language=_language(_first(row, ("lang",))),
    )
    if isinstance(plain, str):
        return Record(data, number, text=plain, facts=told)
    lines = Lines()
    for words in _strings(body.get("summary") if isinstance(body, dict) else None):
        lines.add(words, "deck", "the summary of the record")
    for section in sections if isinstance(sections, list) else []:
        if isinstance(section, dict):
            for words in (*_strings(section.get("headline")), *_strings(section.get("paragraphs"))):
                lines.add(words)
    return Record(data, number, text=lines.text, facts=told, hints=lines.hints)


def _ninjs(row: Row, data: bytes, number: int | None) -> Record | None:
    """IPTC's ninjs, 1 to 3, and what newsrooms make of it: text, or a body in XHTML or NITF."""
    dated = {"versioncreated", "versionCreated", "firstcreated", "firstCreated"} & row.keys()
    bodies = {"body_text", "body_xhtml", "body_html", "bodies"} & row.keys()
    if not ("uri" in row or ("guid" in row and dated)) or not (bodies or ("type" in row and dated)):
        return None
    status = str(row.get("pubstatus") or row.get("pubStatus") or "").lower()
    if status in {"canceled", "withheld"}:
        raise IntakeError(f"an item that its provider has withdrawn ({status})")
    reason = "stated in the ninjs item"
    headline = next((item.get("value") for item in _dicts(row.get("headlines"))), None)
    by = row.get("by") or row.get("byline")
    told = Facts(
        outlet=known(_first(row, ("provider", "copyrightholder", "copyrightHolder", "source", "organisation")), reason),
        title=known(_first(row, ("headline",)) or (headline if isinstance(headline, str) else None), reason),
        byline=known(by if isinstance(by, str) else None, reason),
        url=_address(_first(row, ("uri",))),
        published=_date(row, ("firstcreated", "firstCreated", "versioncreated", "versionCreated"), reason),
        modified=_date(row, ("versioncreated", "versionCreated"), reason),
        language=_language(_first(row, ("language",))),
    )
    return _with_body(Record(data, number, encoding="utf-8", facts=told), row)


def _with_body(record: Record, row: Row) -> Record:
    """The record with its body: markup first, as it tells paragraphs from labels and captions, then plain text."""
    held = {
        str(body.get("contenttype") or body.get("contentType") or "text/plain").lower(): body.get("value")
        for body in reversed(_dicts(row.get("bodies")))
    }
    page = _words(row.get("body_xhtml"), row.get("body_html"), *(held[kind] for kind in held if "html" in kind))
    if page:
        return replace(record, page=page.encode("utf-8", "surrogatepass"))
    document = markup.document(_words(*(held[kind] for kind in held if "nitf" in kind)))
    if document is not None and (lines := nitf.text(document)).text:
        return replace(record, text=lines.text, hints=lines.hints, facts=merge([record.facts, nitf.told(document)]))
    text = _words(row.get("body_text"), held.get("text/plain"))
    if not text:
        raise IntakeError(f"an item without a text (of the type {_first(row, ('type',)) or 'unknown'})")
    return replace(record, text=text)


def _words(*values: object) -> str:
    """The first of these values that is a text."""
    return next((value for value in values if isinstance(value, str) and value.strip()), "")


def _dicts(value: object) -> list[Row]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _first(row: Row, keys: Sequence[str]) -> str | None:
    """The value of the first of these keys that has one, in a line; a list of names is joined."""
    return next((words for key in keys if (words := ", ".join(_strings(row.get(key))))), None)


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value] if value.strip() and value != "None" else []
    return [item for item in value if isinstance(item, str) and item.strip()] if isinstance(value, list) else []


def _date(row: Row, keys: Sequence[str], reason: str) -> Any:  # noqa: ANN401  # Published or none
    return next((found for key in keys if (found := dates.published(row.get(key), reason, "given"))), None)


def _language(said: str | None) -> str | None:
    return said.split("-")[0].split("_")[0].lower() if said else None


def _address(uri: str | None) -> str | None:
    return uri if uri and uri.startswith(("http://", "https://")) else None
