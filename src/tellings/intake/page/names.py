"""What the names in a page's markup say: tags, classes, ids, roles.

Only words that sites in general use are here, never the name of one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lxml.html import HtmlElement

from tellings.values import BlockKind

SKIPPED = frozenset(
    (
        "script style noscript template head nav button iframe svg select option textarea input label object embed"
        " video audio canvas map dialog menu math"
    ).split()
)
"""Elements whose text is no part of what a reader reads."""
BLOCKS = frozenset(
    (
        "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr"
        " form html li main ol p pre section summary table tbody tfoot thead tr ul"
    ).split()
)
_APART = frozenset({"aside", "footer", "form"})
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
CELLS = frozenset({"td", "th"})

_FURNITURE = re.compile(
    r"(?:^|(?<!with)(?<!has)(?<!no)(?<!right)(?<!left)(?<!one)(?<!two)[\s_-]|(?-i:(?<=[a-z])(?=[A-Z])))(?:share|sharing|social\w*|related\w*|recommend\w*|recirc\w*|newsletter\w*|promo\w*|advert\w*|ads?|sponsor\w*|dfp|cookies?|consent|gdpr"
    r"|breadcrumbs?|comments?|disqus\w*|livefyre|respond|most(?:[_-]?(?:read|popular|viewed|shared))|trending|popular|subscri\w+|paywall|sidebar|side-?bar|rail|skip-link|toolbar|taboola|outbrain"
    r"|tags|tag-?(?:list|cloud)|topics|keywords|print|signup|sign-?up|donat\w+|teasers?|snippet|read-?more|readmore|more-?(?:on|from|stories|news|links)|also|see-?also|next-?(?:up|article|story|post)|prev(?:ious)?|pagination|pager|pagenav"
    r"|author-?(?:bio|box|info|card|profile)|about-?(?:the-?)?author|bio|meta|metadata|byline-?(?:wrap\w*|container|block)|foot(?:er)?|copyright|modal|popup|pop-?up|overlay|poll|quiz|gallery|slideshow|slides|carousel|dialog|forum|player|caption\w*|credits?|tooltip|sr-only|visually-?hidden|screen-?reader\w*"
    r"|(?:post|entry|article)-?(?:meta(?:data)?|footer)|hidden|hide|correction-?form|feedback|login|register|menu|navigation|nav|navbar|banner|alert|jump-?links?|toc|pullquote|pull-?quote|embed-?card|follow|timestamp|date-?line|dateline|publish\w*date|updated)(?=$|[\s_-]|(?-i:(?<=[a-z])(?=[A-Z])))",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"(?:paywall|subscri\w+|hidden|hide|print|snippets?|read-?more|updated|topics)",
    re.IGNORECASE,
)
"""Words that name a part of the article as well as furniture: its rest behind a wall, what is shown after a click."""
_OTHERS = re.compile(
    r"(?:^|[\s_-])(?:(?:post_|user_)?comments?(?:[_-]?(?:list|section|area|thread|content|body|wrap\w*|container|form))?|disqus\w*|livefyre|respond|replies|most-?(?:popular|read|viewed|shared)[\w-]*|related[\w-]*|recommend\w*|recirc\w*|taboola|outbrain|newsletter\w*|forum|(?:main-?|page-?|site-?)?footer)(?=$|\s)",
    re.IGNORECASE,
)
_APART_BY_NAME = re.compile(
    r"(?:^|(?<!with)(?<!has)(?<!no)(?<!right)(?<!left)(?<!one)(?<!two)[\s_-])(?:modal|dialog|overlay|pop-?up|aside|side-?bar|slideshow|slides|gallery|login|sign-?up|register|author-?(?:bio|box))(?:[_-]{1,2}\w+)?(?=$|\s)",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?:article|story|entry|post|main|news|page|blog)[_-]{0,2}(?:body|content|text|copy|inner|main)|articlebody|body-?(?:copy|text|content)|(?:^|\s)(?:article|story|entry|content|body|post)(?=$|\s)",
    re.IGNORECASE,
)
_PICTURE = re.compile(
    r"(?:^|\s)(?:image|img|photo|picture|pic|foto|bild|thumb)s?(?:[_-]?(?:box|wrap\w*|container|holder|frame|block|inline|left|right|small|medium|large))*(?=$|\s)",
    re.IGNORECASE,
)
"""A box with a picture; its words are the caption, where they are few."""
_CAPTION = 300
_FEW = 3
"""Parts of a box with a picture and its words."""
_ENDED = re.compile(r"[.!?…。！？؟।:]['\"”’»)\]]*$")
_PICTURES = frozenset({"img", "picture", "amp-img"})
_SMALL = frozenset({"em", "i", "small", "br"})
_BYLINE = re.compile(r"\b(?:byline|author|writer)(?:[-_]?(?:name|names|info|line))?\b", re.IGNORECASE)
_HIDDEN = re.compile(r"display:none|visibility:hidden")
_TRUSTED = frozenset({"html", "body", "main", "article"})


def of(element: HtmlElement) -> str:
    """The class and the id of an element. A heading's id is its own words, to be linked to."""
    if element.tag in _HEADINGS:
        return (element.get("class") or "").strip()
    return f"{element.get('class') or ''} {element.get('id') or ''}".strip()


def is_hidden(element: HtmlElement) -> bool:
    """Whether its attributes say that a browser shows nothing of it."""
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    if style and _HIDDEN.search(style.replace(" ", "").lower()):
        return True
    return bool(element.get("aria-hidden") == "true")


@lru_cache(maxsize=8192)
def is_furniture(tag: str, named: str) -> bool:
    """Whether an element's names speak of something that is not the article."""
    if tag in _APART:
        return True
    return bool(named) and tag not in _TRUSTED and bool(_FURNITURE.search(named)) and not _BODY.search(named)


@lru_cache(maxsize=8192)
def is_vague(tag: str, named: str) -> bool:
    """Whether an element's names may also be those of a part of the article."""
    return tag not in _APART and all(_VAGUE.fullmatch(found[0].strip(" _-")) for found in _FURNITURE.finditer(named))


@lru_cache(maxsize=8192)
def most(tag: str, named: str) -> float:
    """The share of a page's running text up to which an element's names are believed, when they speak of furniture.

    What others wrote, and teasers of other articles, may well be longer than the article.
    """
    if tag == "footer" or _OTHERS.search(named):
        return 0.9
    return 0.5 if tag in _APART or _APART_BY_NAME.search(named) else 0.3


@lru_cache(maxsize=8192)
def _names_author(marked: str) -> bool:
    return bool(_BYLINE.search(marked))


@lru_cache(maxsize=8192)
def _names_picture(named: str) -> bool:
    return bool(_PICTURE.search(named))


def _is_under_picture(element: HtmlElement) -> bool:
    """Whether a paragraph holds a picture and nothing but a few words in italics or small print."""
    children = list(element)
    return (
        len(children) > 1
        and any(child.tag in _PICTURES for child in children)
        and all(child.tag in _SMALL | _PICTURES and not (child.tail or "").strip() for child in children)
        and not (element.text or "").strip()
        and len(element.text_content()) < _CAPTION
    )


def _is_beside_picture(element: HtmlElement) -> bool:
    """Whether a box begins with a picture and holds, beside it, nothing but a few words that are no sentence and no link."""
    if not 0 < len(element) <= _FEW or (element.text or "").strip():
        return False
    first = element[0]
    while len(first) and first.tag not in _PICTURES:
        first = first[0]
    if first.tag not in _PICTURES:
        return False
    words = element.text_content().strip()
    return (
        0 < len(words) < _CAPTION
        and not _ENDED.search(words)
        and not any(
            below.tag in _HEADINGS or (below.tag == "a" and below.text_content().strip()) for below in element.iter()
        )
    )


def kind(element: HtmlElement, tag: str, named: str) -> tuple[BlockKind, str] | None:
    """What the element's markup says that its text is."""
    if tag == "h1":
        return "title", "the page's main heading"
    if tag in {"figcaption", "figure"}:
        return "caption", "the caption of a figure"
    if tag in _TRUSTED:
        return None
    if tag == "p" and _is_under_picture(element):
        return "caption", "it stands in one paragraph with a picture, set apart"
    marked = f"{named} {element.get('itemprop') or ''} {element.get('rel') or ''}"
    if not marked.isspace():
        if _names_author(marked) and len(element.text_content()) < 120:
            return "byline", "marked up as the author"
        if _names_picture(named) and element.find(".//img") is not None and len(element.text_content()) < _CAPTION:
            return "caption", "it stands in the box of a picture"
    if tag == "div" and _is_beside_picture(element):
        return "caption", "a few words in one box with a picture"
    return None
