"""Boxes of a page that are not its article's, where no class or id says so.

Many sites name their elements by digests, so that only what stands in a box tells it: a heading
that announces comments, other articles or the author; a field for an e-mail address; a notice of
consent. All lines of such a box are the site's, as long as enough text is left without it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import islice

from lxml.html import HtmlElement

from tellings.intake.blocks import furniture
from tellings.intake.page import marks
from tellings.intake.page.walk import Line

_COMMENTS = re.compile(
    r"(?:\d+\s)?(?:(?:reader\s|user\s|all\s)?comments?|join the (?:conversation|discussion)|leave a (?:comment|reply)|(?:post|add) a comment|have your say|what do you think\?|(?:leser)?kommentare?(?: schreiben)?"
    r"|kommentar hinterlassen|schreiben sie einen kommentar|diskutieren sie mit|diskussion|commentaires?|vos réactions|laisser un commentaire|comentarios?|deja un comentario|commenti|lascia un commento|comentários?|deixe um comentário"
    r"|reacties|reageer|kommentarer|kommentit|komentarze|komentáře|diskuz[ei]|hozzászólások|comentarii|комментари[ийяев]+|коментар[іи]|komentari|σχόλια|yorumlar|تعليقات|التعليقات|コメント|评论|評論|댓글|komentar|bình luận)(?:\s?\(?\d*\)?)?:?",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?:related(?: (?:articles?|stor(?:y|ies)|news|topics|posts|content|coverage|links|reading))?|more (?:stories|news|headlines|articles|(?:from|in|on|about|like) .{3,40})|(?:read|watch) (?:next|more|also)|what to read next|up next|you (?:may|might) (?:also )?(?:like|be interested in)"
    r"|(?:recommended|suggested)(?: (?:for you|articles?|stories|reading|videos?))?|(?:most|also) (?:read|popular|viewed|shared|watched|commented)|trending(?: now)?|popular(?: now| articles| stories| posts)?|latest(?: news| stories| articles| headlines)?|top (?:stories|news)|editor[’']?s[’']? picks?"
    r"|don[’']t miss|in other news|see also|similar (?:articles|stories)|sponsored(?: content| stories)?|promoted(?: content| stories)?|around the web|from (?:the|our) (?:web|partners|sponsors)"
    r"|mehr zum thema|zum thema|auch interessant|das könnte (?:sie|dich) (?:auch )?interessieren|weitere (?:artikel|themen|nachrichten|meldungen)|meistgelesen\w*|lesen sie auch|verwandte (?:artikel|themen)|empfehlungen(?: der redaktion)?|aktuelle nachrichten"
    r"|(?:à )?lire aussi|sur le même (?:sujet|thème)|les plus lus|à la une|voir aussi|articles? (?:liés?|similaires|associés)|nos recommandations|le\w+ también|noticias relacionadas|te puede interesar|lo más (?:leído|visto)|relacionad[oa]s|más noticias|últimas noticias"
    r"|leggi anche|articoli correlati|(?:ti )?potrebbe(?:ro)? (?:anche )?interessar(?:e|ti)(?: anche)?|i più letti|leia (?:também|mais)|notícias relacionadas|mais lidas|últimas notícias|veja também|lees ook|meest gelezen|gerelateerd\w*(?: artikelen)?|meer over dit onderwerp"
    r"|läs (?:också|även|mer)|mest lästa|relaterat|les også|mest lest|relaterte saker|læs også|mest læste|lue myös|luetuimmat|czytaj (?:też|także|również)|zobacz (?:też|także)|najpopularniejsze|polecane|čtěte také|nejčtenější|související(?: články)?|mohlo by vás zajímat"
    r"|kapcsolódó(?: cikkek)?|legolvasottabb|ajánlott|citește și|cele mai citite|articole similare|читайте также|материалы по теме|самое (?:читаемое|популярное)|популярное|новости по теме|читайте також|за темою|вижте още|διαβάστε (?:επίσης|ακόμη)|σχετικά άρθρα|δημοφιλή"
    r"|ilgili haberler|en çok okunanlar|اقرأ أيضا?ً?|أخبار ذات صلة|الأكثر قراءة|関連記事|おすすめ(?:記事)?|ランキング|相关(?:阅读|新闻|推荐)|相關新聞|延伸閱讀|推荐阅读|관련\s?기사|많이 본 (?:뉴스|기사)|baca juga|berita terkait|terpopuler|tin liên quan|đọc nhiều(?: nhất)?|xem thêm):?",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"(?:about|meet) the (?:authors?|writers?|reporters?|contributors?)|about the (?:associated press|newsroom)|über (?:den autor|die autor(?:in|en)|uns)|zur person|der autor|die autorin|à propos (?:de l[’']auteure?|des auteurs?)|sobre (?:el|la) autora?|acerca del autor|sobre o autor|sull[’']autore|l[’']autore"
    r"|over de auteur|om (?:författaren|skribenten|forfatteren|journalisten)|o autor(?:ze|ovi|ce)|despre autor|об авторе|про автора|yazar hakkında|筆者紹介|作者简介|作者簡介|tentang penulis|về tác giả",
    re.IGNORECASE,
)
_OFFERS = re.compile(
    r"(?:.{3,40} )?newsletters?|sign up (?:for|to) .{3,60}|subscribe(?: (?:now|today|to .{3,60}))?|(?:get|stay) (?:in touch|connected|informed)|follow us|support (?:us|our (?:work|journalism))|we (?:value|care about) your privacy|(?:your )?privacy (?:choices|settings)|cookie (?:settings|policy|preferences)"
    r"|datenschutzeinstellungen|votre vie privée .{5,60}",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"\b(?:we(?: and our (?:\d+ )?(?:partners|vendors))?(?: may)? (?:use|store)|this (?:site|website) uses|(?:wir|und unsere partner)(?:,? [^.]{0,60})? (?:verwenden|nutzen|setzen)|(?:verwenden|nutzen|setzen) wir|nous(?: et nos partenaires)? utilisons|avec nos partenaires|utilizamos|utilizziamo|noi e (?:i nostri|terze)"
    r"|usamos|(?:wij|we) gebruiken|vi (?:och våra partners? )?(?:använder|bruger|bruker)|käytämme|używamy|używa|používáme|(?:mi|oldalunk) .{0,40}használ\w*|folosim|(?:мы )?используем|използва(?:ме)?|χρησιμοποιούμε|kullan(?:ıyoruz|ır))\b[^.]{0,80}\b(?:cookies?|evästeitä|sütiket|çerez\w*|файлы cookie|куки)",
    re.IGNORECASE,
)
_COOKIES = re.compile("ookie|OOKIE|evästei|sütik|çerez|куки")
"""A look that is cheaper than the pattern above."""
_ADDRESS = re.compile(r"e-?mail|correo|courriel", re.IGNORECASE)
_HEADINGS = frozenset("h2 h3 h4 h5 h6".split())
_WHOLES = frozenset({"body", "html", "main"})
_LINKED = 0.8
_LONGEST_HEAD = 60
_FEW = 5
"""Lines of a box that offers something, or says who the author is."""
_LONGEST_FORM = 400
"""Characters of a box in which one is asked for an address."""
_LONGEST_NOTICE = 2_000
_LEVELS = 6
_LONGEST_BOX = 1_000
"""Lines of a box that are looked at."""
_MOST = 20
"""Notices, and fields for an address, that are looked at; a page has a few."""
_NEARLY_ALL, _HALF, _SOME = 0.95, 0.5, 0.3
"""Shares of a page's running text: comments may have the most, a box without a heading the least."""
_ENOUGH = 300
_BRIEF = 100
"""Characters that are left at the least, of a text and of one with comments under it."""

Running = Callable[[Line], int]


def find(lines: Sequence[Line], running: Running) -> dict[int, str]:
    """Which lines (by their place) stand in such boxes, and what the boxes are."""
    whole = sum(running(line) for line in lines)
    notices = list(islice((place for place, line in enumerate(lines) if _is_notice(line)), _MOST))
    found: dict[int, str] = {}
    for first, line in enumerate(lines):
        box = None if first in found else _box(lines, first, line, notices)
        if box is None:
            continue
        inside, reason, most = box
        under = sum(running(lines[index]) for index in inside if index not in found)
        enough = _BRIEF if most == _NEARLY_ALL else _ENOUGH
        if under <= most * whole and (not under or whole - under > enough):
            found.update(dict.fromkeys(inside, reason))
    return found


Box = tuple[Sequence[int], str, float]
"""The places of a box's lines, what it is, and the share of the page's running text that such a box may have."""


def _box(lines: Sequence[Line], first: int, line: Line, notices: Sequence[int]) -> Box | None:
    """The box that a line begins, where it gives it away."""
    text = line.text
    if line.kind == "title":
        return None
    if len(text) <= _LONGEST_HEAD and line.linked and first and _is_on_author(lines, inside := _headed(lines, first)):
        return inside, "a box on the author", _SOME
    if line.kind:
        return None
    if len(text) <= _LONGEST_HEAD and (most := _announced(text)):
        return (
            _headed(lines, first),
            "under a heading of something else",
            most if line.element.tag in _HEADINGS else _SOME,
        )
    if first in notices:
        return _around(lines, first), "a notice of consent", _HALF
    if line.element.tag in _HEADINGS and _is_offer(lines, inside := _headed(lines, first)):
        return inside, "a heading over an appeal", _SOME
    return None


def _is_notice(line: Line) -> bool:
    return len(line.text) <= _LONGEST_NOTICE and bool(_COOKIES.search(line.text) and _CONSENT.search(line.text))


@lru_cache(maxsize=4096)
def _announced(text: str) -> float:
    """The share of a page that may stand under a heading that announces comments, or something else; none where neither."""
    if _COMMENTS.fullmatch(text):
        return _NEARLY_ALL
    return _HALF if any(head.fullmatch(text) for head in (_OTHERS, _AUTHOR, _OFFERS)) else 0.0


def _headed(lines: Sequence[Line], first: int) -> list[int]:
    """The lines of the largest box that begins with this one; without one, those up to the next heading."""
    head = lines[first].element
    before = _ancestors(lines[first - 1].element) if first else set()
    box = head
    for above in islice(head.iterancestors(), _LEVELS):
        if above in before or above.tag in _WHOLES:
            break
        box = above
    inside = _within(lines, first, box)
    if len(inside) > 1 or head.tag not in _HEADINGS:
        return inside
    parent = head.getparent()
    for index in range(first + 1, min(len(lines), first + _LONGEST_BOX)):
        element = lines[index].element
        if (element.tag in _HEADINGS and element.tag <= head.tag) or parent not in element.iterancestors():
            break
        inside.append(index)
    return inside


def _is_offer(lines: Sequence[Line], inside: Sequence[int]) -> bool:
    """Whether all that stands under a heading is an appeal, or links."""
    under = [lines[index] for index in inside[1:]]
    appeals = [line for line in under if furniture.label(line.text)]
    return (
        0 < len(under) < _FEW
        and any(len(line.text) > _LONGEST_HEAD for line in appeals)
        and all(line in appeals or line.linked > _LINKED * len(line.text) for line in under)
    )


def _is_on_author(lines: Sequence[Line], inside: Sequence[int]) -> bool:
    """Whether a box begins with a link to a person's page and goes on with a few words, below the text."""
    head = lines[inside[0]]
    if not 1 < len(inside) <= _FEW or sum(len(lines[index].text) for index in inside) > _LONGEST_FORM:
        return False
    links = (head.element, *head.element.iterancestors("a"), *head.element.iter("a"))
    if not any(marks.leads_to_person(link) for link in links):
        return False
    above = sum(len(line.text) for line in lines[: inside[0]])
    below = sum(len(line.text) for line in lines[inside[-1] + 1 :])
    return above > 3 * below and any(len(lines[index].text) > _LONGEST_HEAD for index in inside[1:])


def _around(lines: Sequence[Line], at: int) -> list[int]:
    """The lines of the largest box around one that is no longer than a notice, and is not most of the page."""
    box = lines[at].element
    whole = sum(len(line.text) for line in lines)
    for above in islice(box.iterancestors(), _LEVELS):
        length = len(above.text_content())
        if (
            above.tag in _WHOLES
            or length > min(_LONGEST_NOTICE, _HALF * whole)
            or next(above.iter("h1"), None) is not None
        ):
            break
        box = above
    first = at
    while first and at - first < _LONGEST_BOX and _is_in(lines[first - 1].element, box):
        first -= 1
    return _within(lines, first, box)


def _within(lines: Sequence[Line], first: int, box: HtmlElement) -> list[int]:
    """The places of the lines from this one on that stand in a box."""
    end = first
    while end < min(len(lines), first + _LONGEST_BOX) and _is_in(lines[end].element, box):
        end += 1
    return list(range(first, end))


def _is_in(element: HtmlElement, box: HtmlElement) -> bool:
    return element is box or any(above is box for above in element.iterancestors())


def _ancestors(element: HtmlElement) -> set[HtmlElement]:
    return {element, *element.iterancestors()}


def forms(root: HtmlElement) -> frozenset[HtmlElement]:
    """The boxes around fields for an e-mail address."""
    fields = islice((field for field in root.iter("input") if _is_for_address(field)), _MOST)
    return frozenset(box for field in fields if (box := _form(field)) is not None)


def _is_for_address(field: HtmlElement) -> bool:
    if field.get("type") in {"hidden", "checkbox", "radio", "submit", "search"}:
        return False
    return field.get("type") == "email" or any(
        _ADDRESS.search(field.get(name) or "") for name in ("name", "placeholder", "id")
    )


def _form(field: HtmlElement) -> HtmlElement | None:
    """The largest box around a field that is no longer than such boxes are."""
    box: HtmlElement | None = None
    for above in islice(field.iterancestors(), _LEVELS):
        if (
            above.tag in _WHOLES
            or len(above.text_content()) > _LONGEST_FORM
            or next(above.iter("h1"), None) is not None
        ):
            break
        box = above
    return box
