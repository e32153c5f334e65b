"""The author: whom the narrator's "I" means, where the byline names one person.

"I asked the minister" in a column is the columnist's. The byline stands outside what is read as sentences, so its
name becomes a mention of its own, and the "I" of a source joins it. Of two authors, or none named, the "I" stays
without a name; so does one that stands in somebody's words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tellings.reading.coreference.names import words_of
from tellings.values import Article, Chain, Mention, Quotation, Span

_NAME = re.compile(r"[^\W\d_][\w.’'-]*(?: [\w.’'-]+){1,3}")
_SEVERAL = re.compile(r",|&|\b(?:and|with)\b", re.IGNORECASE)


def byline(article: Article) -> Span | None:
    """Where the byline prints the name of the one author; none where there are several, or none."""
    known = article.byline
    if known is None or _SEVERAL.search(known.value) or not _NAME.fullmatch(known.value):
        return None
    for place in known.evidence:
        start = article.text.find(known.value, place.start, place.end)
        if start >= 0:
            return Span(start, start + len(known.value))
    return None


def with_author(
    article: Article, mentions: Sequence[Mention], quotations: Sequence[Quotation], found: Sequence[Chain]
) -> tuple[tuple[Mention, ...], tuple[Chain, ...]]:
    """The mentions and chains with every narrator's "I" that is a source held to be the author."""
    own = [
        p
        for p in _sources(quotations)
        if mentions[p].span.of(article.text) == "I" and not _said(p, mentions, quotations)
    ]
    place = byline(article) if own else None
    if place is None:
        return tuple(mentions), tuple(found)
    name = place.of(article.text)
    at = len(mentions)
    mentions = (*mentions, Mention(place, "person", "name"))
    same = next((c for c in found if c.kind == "person" and words_of(c.name) == words_of(name)), None)
    reasons = {at: "the byline's name", **dict.fromkeys(own, f"“I” is the author's, and the byline names {name}")}
    if same is not None:
        reasons.update(zip(same.mentions, same.reasons, strict=True))
    members = tuple(sorted(reasons, key=lambda member: (mentions[member].span, member)))
    roles = same.roles if same is not None else ()
    chain = Chain(name, "person", members, roles, tuple(reasons[member] for member in members))
    chains = [chain, *(other for other in found if other is not same)]
    return mentions, tuple(sorted(chains, key=lambda one: mentions[one.mentions[0]].span))


def _sources(quotations: Sequence[Quotation]) -> list[int]:
    """The speakers that are told by source words, each once."""
    return sorted({q.speaker for q in quotations if q.speaker is not None and q.source})


def _said(position: int, mentions: Sequence[Mention], quotations: Sequence[Quotation]) -> bool:
    """Whether a mention stands in words that somebody is quoted as saying."""
    return any(
        piece.covers(mentions[position].span) for q in quotations if q.manner != "indirect" for piece in q.content
    )
