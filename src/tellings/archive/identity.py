"""Which article is the same again, and which is a changed text at the same address.

An article is the same if its text and all that is known of it are. The address
is the URL, without what does not name the page (the fragment, campaign
parameters, case of the host); where there is none, the file. A line in a file of
many has no address of its own: another day, another article stands in that line.
"""

from __future__ import annotations

import hashlib
import json
import os
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from tellings.intake.inputs import STDIN
from tellings.values import Article

_CAMPAIGN = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid")
"""Beginnings of the names of parameters that say where a reader came from, not which page it is."""


def address(article: Article) -> str | None:
    """Where an article is found again after it was changed, if anywhere."""
    if article.url:
        return canonical(article.url)
    if article.record is not None or article.file == STDIN:
        return None
    return f"file:{os.path.abspath(article.file)}"  # noqa: PTH100  # links are not followed: the name is what the user gave


def canonical(url: str) -> str:
    """A URL without what does not name the page; one that cannot be taken apart stays as it is."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "") + (f":{parts.port}" if parts.port else "")
    except ValueError:
        return url.strip()
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not pair[0].startswith(_CAMPAIGN)]
    scheme = "https" if parts.scheme == "http" else parts.scheme
    return urlunsplit((scheme, host, parts.path, urlencode(query), ""))


def fingerprint(article: Article) -> str:
    """SHA-256 of the text and of what is known of it: outlet, headline, byline, days of print, URL.

    The source's bytes are left out: a web page changes with every visit where its article does not.
    """
    known = (article.outlet, article.title, article.byline)
    days = [(day.earliest, day.latest, day.time) if day else None for day in (article.published, article.modified)]
    url = canonical(article.url) if article.url else None
    facts = [article.text, url, *(fact.value if fact else None for fact in known), *days]
    return hashlib.sha256(json.dumps(facts, ensure_ascii=False).encode()).hexdigest()


def key(article: Article) -> str:
    """What an article is called in every archive: made of its URL, or of its text where there is none."""
    if article.url:
        return hashlib.sha256(canonical(article.url).encode()).hexdigest()[:16]
    return fingerprint(article)[:16]
