"""Lines that are known by their form alone: what a site puts among its paragraphs.

The forms themselves stand in ``forms``; here they are tried, with two that take
more than one pattern: an appeal to the reader, and a headline in capitals.
"""

from __future__ import annotations

import re

from tellings.intake.blocks.forms import RULES, services
from tellings.values import BlockKind

_TWICE = re.compile(r"(?:[\w’' ]{3,60} )?(\S[^“”]{40,400}[.!?]) \1")
_TAIL = 30
"""Characters at the end of what stands twice: a look that is cheaper than the pattern's."""
_CAPITALS = re.compile(r"(?=(?:\S+ ){5})(?=.*[A-Z]{4})[^a-z“”\"]*[^a-z.“”\"]")


_CALL = re.compile(
    r"(?:^|[.!?:]\s|\b(?:please|to|and|can|now)\s)(?:sign up|subscribe|join|support|donate|chip in|download|click|register|follow|get|tell|help|share|visit"
    r"|become|enter|discover|explore|check out|stay|unlock|start|try|learn|be the first|take|send|keep|log in|make sure|check|follow|let us know|never miss|don.t miss)\b",
    re.IGNORECASE,
)
_GOODS = re.compile(
    r"\b(?:newsletters?|in-?box|journalism|newsroom|privacy policy|subscriptions?|subscribers?|membership|members|our (?:readers|reporting|stories|app|site|website|team|work|community|events?|podcasts?|coverage|latest issue|[\w ]{1,20}(?:channel|page|group|feed))"
    r"|your (?:e-?mail|feed|device|support|subscription|account|preferences|donation|home page)|terms of (?:use|service)|spam|push notifications|breaking news alerts|(?:in|leave) (?:a|the|your) comments?|promotional|promo code|special offer|free trial)\b",
    re.IGNORECASE,
)
_READER = re.compile(r"\b(?:you|your|us|our|we)\b", re.IGNORECASE)
_LONGEST_APPEAL = 700
_NARRATED = re.compile(r"[“”\"]|\b(?:said|says|told|he|she|his|her|him|they|their)\b", re.IGNORECASE)


def is_appeal(text: str) -> bool:
    """Whether a line speaks to the reader about what the site offers: it calls, names the goods, and says "you" or "us"."""
    if len(text) >= _LONGEST_APPEAL or not _READER.search(text) or _NARRATED.search(text):
        return False
    # The first sentence must be part of it: an appeal may also have run on after a sentence of the article.
    first = re.split(r"(?<=[.!?])\s", text, maxsplit=1)[0]
    return (
        bool(_GOODS.search(text))
        and bool(_CALL.search(text))
        and any(sign.search(first) for sign in (_CALL, _READER, _GOODS))
    )


def capitals(text: str) -> bool:
    """Whether a line is a headline in capitals: below the head of an article, that of another one."""
    return len(text) <= 200 and not text[0].isdigit() and bool(_CAPITALS.fullmatch(text))


def label(text: str) -> tuple[BlockKind, str] | None:
    """What a line is, if its form tells."""
    if is_appeal(text):
        return "banner", "an appeal to readers"
    if text.count(text[-_TAIL:]) > 1 and _TWICE.fullmatch(text):
        return "banner", "a sentence twice in one line: the label of a form or link"
    if alone := services.label(text):
        return alone
    low = text.lower()
    for rule in RULES:
        if len(text) > rule.longest or (rule.words and not any(word in low for word in rule.words)):
            continue
        if rule.pattern.fullmatch(text):
            return rule.kind, rule.reason
    return None
