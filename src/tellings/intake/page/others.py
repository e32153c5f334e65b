"""What on a page is not of its article: boxes of other articles, comments, embedded posts, the foot of the page.

Asked of marks (an author, a date), which such boxes hold as the article does. ``above`` are
the elements around the article's heading.
"""

from __future__ import annotations

from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from tellings.intake.page import names

_LINKED_HEADING = etree.XPath("boolean(.//*[self::h1 or self::h2 or self::h3 or self::h4][.//a or ancestor::a])")
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_NOT_OURS = 0.8
_LEVELS = 4
_TEASER = 1_500
"""Characters; the box of another article holds fewer, this article's own more."""


def holds(element: HtmlElement, above: frozenset[HtmlElement]) -> bool:
    """Whether a mark belongs to another article's box, to comments or to the foot of the page."""
    for ancestor in element.iterancestors():
        apart = ancestor.tag in {"nav", "blockquote"} or (
            ancestor.tag in {"aside", "footer"} and not _is_own(ancestor, above)
        )
        if apart or (ancestor.tag != "footer" and names.most(str(ancestor.tag), names.of(ancestor)) > _NOT_OURS):
            return True
    boxes = (box for box in islice(element.iterancestors(), _LEVELS) if box not in above and box.tag not in _HEADINGS)
    return not _is_in_heading(element) and any(
        _LINKED_HEADING(box) and len(box.text_content()) < _TEASER for box in boxes
    )


def _is_own(part: HtmlElement, above: frozenset[HtmlElement]) -> bool:
    """Whether a foot or a column beside is the article's own: it stands in the same ``article`` as the heading."""
    article = next(part.iterancestors("article"), None)
    return article is not None and article in above


def _is_in_heading(element: HtmlElement) -> bool:
    """Whether the mark is itself a heading, as in the box on the author under an article."""
    return element.tag in _HEADINGS or any(box.tag in _HEADINGS for box in islice(element.iterancestors(), 2))
