"""OPML: a list of feeds, as a feed reader exports it. The feeds are fetched where the user says so."""

from __future__ import annotations

from collections.abc import Iterator

from tellings.errors import IntakeError
from tellings.intake.facts import Facts
from tellings.intake.formats import markup
from tellings.intake.inputs import Input
from tellings.intake.options import IntakeOptions
from tellings.intake.record import Pointer

NAME = "opml"
SUFFIXES = (".opml",)
UNIT = "feed"


def looks(head: bytes) -> bool:
    """The outermost element."""
    return markup.outermost(head).lower() == "opml"


def records(source: Input, options: IntakeOptions) -> Iterator[Pointer]:
    """The addresses of the feeds, each once."""
    _, root = markup.tree(source, options)
    urls: dict[str, str] = {}
    for outline in root.iter("{*}outline"):
        url = (outline.get("xmlUrl") or outline.get("xmlurl") or "").strip()
        if url.startswith(("http://", "https://")):
            urls.setdefault(url, outline.get("title") or outline.get("text") or "")
    if not urls:
        raise IntakeError("a list without a feed; its outlines need an xmlUrl")
    for number, (url, title) in enumerate(urls.items(), 1):
        told = Facts(outlet=markup.known(title, "the name of the feed in the OPML file"))
        yield Pointer(url, number, told)
