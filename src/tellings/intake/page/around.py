"""What belongs to an article though it stands outside of the element that holds most of it.

Sites set the standfirst beside the headline, part a text by pictures into several
boxes, and give its last section a frame of its own. What stands between headline and
text is the article's if it is running text; what stands elsewhere near it, if it has
the form of the paragraphs within.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from lxml.html import HtmlElement

from tellings.intake.blocks import furniture, pictures
from tellings.intake.page.walk import Line

_LEVELS = 3
_MOST = 4
"""Paragraphs between headline and text; where more stand there, they are of something else."""
_SHORTEST = 40
_CLOCK = re.compile(r"\d[:.]\d\d\b")
_NUMBER = re.compile(r"\d+")
_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:stand-?first|sub-?(?:title|head\w*|line)|titul\w*|deck?|dek|lead|lede|intro\w*|summary|excerpt|chapo|chapeau|vorspann|abstract"
    r"|bajada|sumario|entradilla|copete|ingress|manchet\w*|perex|sottotitolo|sous-?titre|description|tagline)(?=$|[\s_-])|(?:sub|inter)title|standfirst",
    re.IGNORECASE,
)

_LABELS = (pictures.credit, furniture.label, pictures.label)
"""What tells a notice, a caption or a link by its form: none is a standfirst."""

_HEADINGS = frozenset("h2 h3 h4 h5 h6".split())

Running = Callable[[Line], int]
Form = tuple[str, str]


def beside(lines: Sequence[Line], inside: set[int], root: HtmlElement, running: Running) -> set[int]:
    """Paragraphs near the element that look as those in it do: a first one set apart, a part after a picture."""
    alike = {form(line.element) for line in lines if id(line) in inside and not line.kind and running(line)}
    near, around = root, {root, *root.iterancestors()}
    for _ in range(_LEVELS):
        parent = near.getparent()
        if parent is None or parent.tag in {"body", "html"}:
            break
        near = parent
    others = {box for heading in near.iter("h1") for box in heading.iterancestors()} - around
    found = [
        line
        for line in lines
        if id(line) not in inside
        and not line.kind
        and running(line)
        and form(line.element) in alike
        and near in (above := list(line.element.iterancestors()))
        and not any(box in others or (box.tag == "article" and box not in around) for box in above)
    ]
    return {id(line) for line in found} | _headings(lines, {line.element.getparent() for line in found} - {None})


def _headings(lines: Sequence[Line], boxes: set[HtmlElement | None]) -> set[int]:
    """The headings that stand in the boxes of such paragraphs."""
    return {
        id(line)
        for line in lines
        if not line.kind and line.element.tag in _HEADINGS and line.element.getparent() in boxes
    }


def form(element: HtmlElement) -> Form:
    """What paragraphs of one article have in common: their own name; without one, that of the box around them.

    Numbers tell parts of one text from each other (``part-1``, ``part-2``) and are left out.
    """
    own = _name(element)
    box = element.getparent()
    if own:
        return own, ""
    return str(element.tag), "" if box is None else f"{box.tag} {_name(box)}"


def _name(element: HtmlElement) -> str:
    return _NUMBER.sub("", " ".join((element.get("class") or "").split()[:2]))


def above(lines: Sequence[Line], inside: set[int], headline: HtmlElement | None, running: Running) -> set[int]:
    """The standfirst, where it stands between the headline and the element that holds the text."""
    if headline is None:
        return set()
    first = next((index for index, line in enumerate(lines) if id(line) in inside), 0)
    at = next((index for index, line in enumerate(lines[:first]) if _within(line.element, headline)), None)
    if at is None:
        return set()
    between = [line for line in lines[at + 1 : first] if not line.kind and (running(line) or _is_standfirst(line))]
    found = [line for line in between if not any(label(line.text) for label in _LABELS)]
    return {id(line) for line in found} if len(found) <= _MOST else set()


def _within(element: HtmlElement, outer: HtmlElement) -> bool:
    return element is outer or outer in element.iterancestors()


def _is_standfirst(line: Line) -> bool:
    """Whether its name, or that of the box around it, says so; it may be no sentence."""
    return (
        len(line.text) >= _SHORTEST
        and not _CLOCK.search(line.text)
        and line.linked <= 0.5 * len(line.text)
        and any(
            _STANDFIRST.search(found.get("class") or found.get("id") or "")
            for found in (line.element, line.element.getparent())
            if found is not None
        )
    )
