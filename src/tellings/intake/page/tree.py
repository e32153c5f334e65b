"""A page's markup as a tree.

The parser gives up below 255 elements within each other, and with them whatever comes after,
which pages reach that never close a ``<font>`` or wrap each comment in the one before. Browsers
set a limit too and hang what is deeper beside it: so is done here, where it is needed.
"""

from __future__ import annotations

import re

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

from tellings.errors import IntakeError

_DECLARATION = re.compile(r"^\ufeff?\s*<\?xml[^>]*\?>")
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)(?:[^<>\"']|\"[^\"]{0,5000}\"|'[^']{0,5000}')*+>")
_WRAPPERS = frozenset(
    (
        "div span font b i u em strong small big center section article blockquote ul ol li dl dd dt a ins del mark main aside header footer table tbody tr td"
    ).split()
)
"""Elements that may be left out where they are too deep: what they hold is shown without them too."""
_DEEPEST = 160


def parse(page: str) -> HtmlElement:
    """The outermost element of a page. Raises ``IntakeError`` where the markup cannot be read."""
    page = _DECLARATION.sub("", page).replace("\x00", "")
    parser = lxml.html.HTMLParser()
    try:
        root = lxml.html.document_fromstring(page, parser=parser)
        if any(error.type == lxml.etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log):
            root = lxml.html.document_fromstring(_flattened(page))
    except (lxml.etree.LxmlError, ValueError) as error:
        raise IntakeError("the page has no markup that can be read; save it again") from error
    return root


def _flattened(page: str) -> str:
    """The page without the wrappers that are deeper than an article's are."""
    pieces: list[str] = []
    open_: list[tuple[str, bool]] = []
    at = 0
    for tag in _TAG.finditer(page):
        name = tag[2].lower()
        if name not in _WRAPPERS:
            continue
        if not tag[1]:
            left_out = len(open_) >= _DEEPEST
            open_.append((name, left_out))
        else:
            left_out = open_.pop()[1] if open_ and open_[-1][0] == name else False
        if left_out:
            pieces.append(page[at : tag.start()])
            at = tag.end()
    return "".join([*pieces, page[at:]])
