"""The text of an article that stands in no paragraph of its page, but only in its data.

Asked where the page shows next to nothing: the ``articleBody`` of JSON-LD, then the
data of a script, in which the most sentences under one path of keys are taken for the text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

from tellings.intake.page import stated

_FEWEST = 400
"""Characters that are worth more than a page that shows next to nothing."""
_PARAGRAPH = 60
_SENTENCE = re.compile(r"[.!?…。！？]['\"”’»)\]]*(?:</p>)?\s*$")
_MARKUP = re.compile(r"<[a-z/][^>]*>", re.IGNORECASE)
_BREAK = re.compile(r"</(?:p|div|h\d|li)>|<br\s*/?>|\n+", re.IGNORECASE)
_ASSIGNED = re.compile(r"^[^{\[\"]{0,200}?=\s*(?:JSON\.parse\(\s*)?(?=[{\[\"])")
_DEEPEST = 40
_KINDS = ("type", "_type", "nodeType", "tagName", "name")
_PARAGRAPHS = frozenset({"p", "paragraph", "block"})
"""What the editors of sites call a paragraph, whose words are its parts'."""
_WORDS = ("text", "data", "value")
_PARTS = ("children", "content")


def paragraphs(root: HtmlElement) -> list[str]:
    """The paragraphs of the article that the page's data hold; none where they hold none."""
    held = stated_text(root)
    if sum(map(len, held)) >= _FEWEST:
        return held
    groups: dict[str, list[str]] = {}
    for script in root.iter("script"):
        for path, text in _sentences(_data(script), ""):
            groups.setdefault(path, []).append(text)
    most = max(groups.values(), key=lambda texts: sum(map(len, texts)), default=[])
    found = [paragraph for text in most for paragraph in _split(text)]
    return found if sum(map(len, found)) >= _FEWEST else []


def stated_text(root: HtmlElement) -> list[str]:
    """The paragraphs of the ``articleBody`` of JSON-LD."""
    return _split(stated.body(root))


def _data(script: HtmlElement) -> object:
    text = (script.text or "").strip()
    if "ld+json" in (script.get("type") or "") or len(text) < _FEWEST or text.count(" ") < _PARAGRAPH:
        return None
    decoder = json.JSONDecoder(strict=False)
    try:
        held = decoder.raw_decode(_ASSIGNED.sub("", text))[0]
        return decoder.raw_decode(held)[0] if isinstance(held, str) else held  # data may be written out in a string
    except (ValueError, RecursionError):
        return None


def _sentences(value: object, path: str, depth: int = 0) -> Iterator[tuple[str, str]]:
    """Texts that end as sentences do, by the keys that lead to them."""
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        if _is_paragraph(value) and len(text := "".join(_of_parts(value))) >= _PARAGRAPH:
            yield path, text
            return
        for key, held in value.items():
            yield from _sentences(held, f"{path}/{key}", depth + 1)
    elif isinstance(value, list):
        for held in value:
            yield from _sentences(held, path, depth + 1)
    elif isinstance(value, str) and len(value) >= _PARAGRAPH and " " in value and _SENTENCE.search(value):
        yield path, value


def _is_paragraph(node: dict[str, object]) -> bool:
    """Whether an object is a paragraph of an editor's tree: ``{"type": "p", "children": [{"type": "text", ...}]}``."""
    kinds = (node.get(kind) for kind in _KINDS)
    return any(isinstance(kind, str) and kind.casefold() in _PARAGRAPHS for kind in kinds) and any(
        isinstance(node.get(parts), list) for parts in _PARTS
    )


def _of_parts(node: object, depth: int = 0) -> Iterator[str]:
    """The words of a paragraph's parts, in their order; links and emphasis have parts of their own."""
    if not isinstance(node, dict) or depth > _DEEPEST:
        return
    parts = next((held for key in _PARTS if isinstance(held := node.get(key), list)), None)
    if parts is None:
        yield next((words for key in _WORDS if isinstance(words := node.get(key), str)), "")
        return
    for part in parts:
        yield from _of_parts(part, depth + 1)


def _split(text: str) -> list[str]:
    pieces = (_plain(piece) for piece in _BREAK.split(text))
    return [piece for piece in pieces if piece]


def _plain(text: str) -> str:
    if _MARKUP.search(text) or "&" in text:
        try:
            text = lxml.html.fragment_fromstring(text, create_parent="div").text_content()
        except (lxml.etree.LxmlError, ValueError):
            text = _MARKUP.sub(" ", text)
    return " ".join(text.split())
