"""Modality: whether a telling tells a doing as done, as still ahead (announced, scheduled, wanted), or as not done.

What lies behind the day of print was not done yet when it was printed, whatever its words. Of a day before it the
words decide: "will rule on Monday", "a hearing set for Monday", "failed to agree". A plan and what came of it may be one
event; but who only announced it has not reported it, and what failed is not what was done.
"""

from __future__ import annotations

import re
from typing import Literal

from tellings.linking.lookup import sentence_at
from tellings.values import EventMention, Reading

Modality = Literal["done", "ahead", "not done"]

_BEHIND = 60  # characters before the trigger in which its helping words stand
_BETWEEN = r"(?:\s+(?:\w+ly|also|then|first|again|soon|now|still|have|be|been|being))*\s+$"
_PLANNED = (
    "set|due|scheduled|slated|expected|planned|planning|poised|likely|going|about|preparing|prepares?|plans?|intends?|"
    "intended|hopes?|hoping|wants?|aims?|vow(?:s|ed)|pledge[sd]?|promise[sd]?|agree[sd]?|supposed|invited|ready"
)
_AHEAD = re.compile(
    rf"(?i)(?:\b(?:will|would|shall|may|might|could|should|must)|['’]ll|\b(?:{_PLANNED})\s+to|\b(?:is|are|was|were)\s+to){_BETWEEN}"
)
_UNDONE = re.compile(
    rf"(?i)(?:\b(?:not|never)|n['’]t|\b(?:fail(?:s|ed|ing)?|refuse[sd]?|refusing|declin(?:es?|ed|ing)|unable)\s+to|\bwithout){_BETWEEN}"
)
_SET = re.compile(r"(?i)(?:scheduled|slated|expected|planned|due|set)$")
_FOR = re.compile(r"(?i)\s+(?:\w+ly\s+)?(?:for|on|in|at|to|later|this|next|tomorrow|by)\b")


def modality(reading: Reading, event: EventMention) -> Modality:
    """How the doing is told."""
    moment, published = reading.moments[event.moment], reading.article.published
    text = reading.article.text
    sentence = sentence_at(reading, event.trigger)
    start = max(min(sentence.start, event.span.start), event.trigger.start - _BEHIND)
    before = text[start : event.trigger.start]
    if _UNDONE.search(before):
        return "not done"
    if published is not None and moment.start and moment.start > published.latest[: len(moment.start)]:
        return "ahead"
    planned = _SET.match(event.trigger.of(text))  # "a hearing scheduled for Monday"
    helped = _AHEAD.search(before) and event.lemma != "blame"  # "both were to blame"
    if helped or (planned and _FOR.match(text, event.trigger.end)):
        return "ahead"
    return "done"
