"""What a page's owner says of text and data mining: TDMRep (W3C) and RSL, read and recorded.

Nothing is decided here. Who may mine what depends on who does it, where and for what; so what
is said stands in the record of the fetch, with the place where it is said.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import etree

from tellings.web.robots import Answer, Robots

_META = re.compile(rb"<meta\b[^>]{0,300}>", re.IGNORECASE)
_LINK = re.compile(rb"<link\b[^>]{0,500}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(rb"""([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_HEADER_LINK = re.compile(r"<([^>]{1,2000})>([^,<]*)")
_LOOKED_AT = 1 << 16
"""Bytes of a page in which its head is looked for."""

Row = dict[str, Any]
Ask = Callable[[str], Answer]


class Rights:
    """What hosts and pages reserve. Each host's ``tdmrep.json`` and each licence is fetched once."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._files: dict[str, list[Row]] = {}
        self._licences: dict[str, Row] = {}

    def of(self, url: str, headers: Mapping[str, str], page: bytes, robots: Robots) -> Row:
        """What is said of a page: ``tdm`` (reservation, policy, where it is said) or none, and ``rsl`` licences."""
        links = [*robots.licences, *_header_licences(headers, url), *_page_licences(page, url)]
        return {
            "tdm": _of_headers(headers) or _of_page(page) or self._of_file(url),
            "rsl": [self._licence(link, url) for link in dict.fromkeys(links)],
        }

    def _of_file(self, url: str) -> Row | None:
        """What the host's own file says of the page: the first rule whose place fits."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        place = f"{origin}/.well-known/tdmrep.json"
        if origin not in self._files:
            status, data = self._ask(place)
            self._files[origin] = _rules(data) if status == 200 else []
        for rule in self._files[origin]:
            if _fits(str(rule.get("location", "")), parts.path or "/"):
                return _said(rule.get("tdm-reservation"), rule.get("tdm-policy"), place)
        return None

    def _licence(self, link: str, url: str) -> Row:
        """An RSL licence: its address, and what it permits and prohibits where it lies on the page's own host."""
        if link not in self._licences:
            row: Row = {"url": link, "permits": [], "prohibits": []}
            if urlsplit(link).netloc == urlsplit(url).netloc:
                status, data = self._ask(link)
                row |= _terms(data) if status == 200 else {}
            self._licences[link] = row
        return self._licences[link]


def _rules(data: bytes) -> list[Row]:
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return []
    return [rule for rule in found if isinstance(rule, dict)] if isinstance(found, list) else []


def _fits(location: str, path: str) -> bool:
    """Whether a place with ``*`` and ``$``, as in a robots.txt, begins as the path does.

    Each piece between stars is looked for once, from where the one before it ends: the place is the host's, and as a
    regular expression its stars could take for ever.
    """
    first, *rest = location.removesuffix("$").split("*")
    if not location.strip("$") or not path.startswith(first):
        return False
    last = rest.pop() if rest and location.endswith("$") else None
    end = len(first)
    for piece in rest:
        found = path.find(piece, end)
        if found < 0:
            return False
        end = found + len(piece)
    if not location.endswith("$"):
        return True
    return end == len(path) if last is None else len(path) - len(last) >= end and path.endswith(last)


def _of_headers(headers: Mapping[str, str]) -> Row | None:
    return _said(headers.get("tdm-reservation"), headers.get("tdm-policy"), "the head of the answer")


def _of_page(page: bytes) -> Row | None:
    found = {}
    for element in _META.findall(page[:_LOOKED_AT]):
        attributes = _attributes(element)
        found[attributes.get("name", "").lower()] = attributes.get("content", "")
    return _said(found.get("tdm-reservation"), found.get("tdm-policy"), "the head of the page")


def _said(reservation: object, policy: object, where: str) -> Row | None:
    if str(reservation).strip() not in {"0", "1"}:
        return None
    return {"reserved": str(reservation).strip() == "1", "policy": str(policy) if policy else None, "said_in": where}


def _header_licences(headers: Mapping[str, str], url: str) -> list[str]:
    links = _HEADER_LINK.findall(headers.get("link", ""))
    return [urljoin(url, link) for link, rest in links if "license" in rest.lower() and "rsl" in rest.lower()]


def _page_licences(page: bytes, url: str) -> list[str]:
    links = map(_attributes, _LINK.findall(page[:_LOOKED_AT]))
    return [
        urljoin(url, link["href"])
        for link in links
        if link.get("rel", "").lower() == "license" and "rsl" in link.get("type", "").lower() and link.get("href")
    ]


def _attributes(element: bytes) -> dict[str, str]:
    return {
        name.decode().lower(): (double or single or bare).decode("utf-8", "replace")
        for name, double, single, bare in _ATTRIBUTE.findall(element)
    }


def _terms(data: bytes) -> Row:
    """The uses that an RSL file permits and prohibits."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
    except (etree.LxmlError, ValueError):
        return {}
    if root is None:
        return {}
    return {
        name: sorted(
            {word for element in root.iter(f"{{*}}{name}") for word in (element.text or "").replace(",", " ").split()}
        )
        for name in ("permits", "prohibits")
    }
