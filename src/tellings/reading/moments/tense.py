"""Where a sentence looks: the nearest verb that tells, back or ahead.

Read from the words alone, so that it needs no parse and can be asked again
when an article's day becomes known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tellings.reading.moments.rule import Direction

_FUTURE = (
    r"will|'ll|won't|would|shall|going to|set to|due|expected|expects?|scheduled|plans?(?= (?:to|for|on)\b)|planned|planning|slated|to be|aims?|hopes?|intends?|"
    r"upcoming|payable|effective|set for|begins?|starts|opens|ends|concludes|expires?|resumes?|convenes?|kicks? (?:off|in)|wraps up|heads (?:to|for|back)|arrives|pending|takes (?:effect|place)|agreed to|(?:is|are|was|were) to(?! blame)(?: \w+)?|(?:is|are) forecast|is on|are on|is at|are at|deadline|postponed|as early as|as soon as|no later than|poised|ahead of|next(?! to\b)|(?-i:may)|could|should|must|wants? to|"
    r"to (?:meet|begin|start|hold|vote|decide|appear|travel|visit|speak|take|play|face|open|go|discuss|return|hear|consider|attend)"
)
_PAST = (
    r"(?:would|could)(?: not|n't)|would (?:only )?say|"
    r"(?:declined|refused|failed|managed|began|started|continued|used|able|forced|helped|helping) to \w+|"
    r"(?:had been|was originally|were originally|previously) (?:due|scheduled|expected|planned|slated|set|supposed)(?: to (?:be )?\w+)?|had (?:\w+ly |not |never )?\w{2,}ed to \w+|was|were|had|did|said|told|came|went|made|took|met|gave|got|held|won|lost|sent|left|found|saw|began|became|fell|rose|led|kept|"
    r"shot|hit|sat|stood|ran|spoke|wrote|broke|brought|built|bought|sold|paid|put|cut|set|sued|grew|flew|died|drew|drove|threw|knew|chose|caught|taught|thought|felt|dealt|slept|swept|spent|meant|sank|swam|rang|wore|tore|swore|"
    r"shrank|drank|stole|withdrew|forgot|forbade|chose|rode|shook|struck|swore|overtook|undertook|withstood|arose|blew|spun|clung|crept|fled|bled|fed|bred|sped|wept|lent|bent|leapt|slid|wound|laid off|dug|hung|froze|woke|rode|hid|ate|beat|burst|quit|spread|split|shut|struck|stuck|swung|fought|sought|lay|laid|heard|voted|been|has|have|(?!(?:unspecified|unchanged|unprecedented|unlimited|united)\b)\w{2,}ed"
)
_MEANT = re.compile(
    r"(?i)\b(?:agreement|agreed|decided|decision|vowed|pledged|promised|proposal|intention|intent|offered) to \w+"
)
_CUE = re.compile(rf"(?i)\b(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))\b")
_BARE = re.compile(
    r"(?i)(?:\b(?:will|won't|would|shall|to|could|should|may|might|must|can|cannot|not)|'ll)(?: \w+ly| not| also| then| be)* $"
)
_PASSIVE = re.compile(r"(?i)\b(?:is|are|being)(?: \w+ly| not)* $")  # "when the case is heard in May"
_LIMIT = re.compile(r"(?i)\b(?:until|till|through|by|as (?:early|soon|late) as|no later than|before)\s+(?:the\s+)?$")
_SAYS = re.compile(r",\s+(?:[\w.'-]+\s+){0,6}?(?:said|told|reported|announced|added|wrote|according)\b")  # who told it
_IS = re.compile(r"(?i)\b(?:is|are|come)\s+$")  # "the deadline is Friday", "come November"
_DELIVERY = re.compile(r"\s+(?:delivery|contracts?|futures)\b")  # "oil for January delivery"
_SINCE = re.compile(r"(?i)\b(?:since|back in|back on)\s+(?:the\s+)?$")
_APART = re.compile(r"(?i)[,;:]|\b(?:and|but|while|which|who|when|as)\b")  # what follows tells of something else
_TOWARDS = re.compile(r"(?i)\b(?:ahead of|in advance of|until|till|by|in time for)\s+$")
_EDGE = re.compile(r"[.!?;]['\")]*\s+(?=[\"'(A-Z])|\n\s*\n")
_ON = re.compile(r"(?i)(?:on|at)\s+")  # "the match is on Saturday": the word may belong to the time
_OUTCOME = re.compile(
    r"(?i)'s\s+(?:\w+\s+)?(?:rulings?|decisions?|verdict|attacks?|shootings?|crash|explosions?|blasts?|raids?|killings?|announcements?|"
    r"statements?|comments|remarks|tweets?|arrests?|resignation|defeat|victory|results?|losses)\b"
)
_AFTER = re.compile(r"(?i)\b(?:over|after|following|since|despite|amid|in the wake of)\s+$")
_CLOSE = 40  # characters in which a verb has its object
_BEHIND, _AHEAD = 140, 90
_OTHER = 60  # characters by which a verb beyond "and" or a comma is farther


def direction(text: str, start: int, end: int) -> Direction:
    """Whether the sentence around ``text[start:end]`` looks back or ahead from its time."""
    led = _ON.match(text, start, end)
    left = _EDGE.split(text[max(0, start - _BEHIND) : led.end() if led else start])[-1] or ""
    right = _SAYS.split(_EDGE.split(text[end : end + _AHEAD])[0] or "")[0]
    if text.startswith("'s", end) and not _TOWARDS.search(left):
        return _of_its_noun(left, right)
    if _DELIVERY.match(text, end):
        return "future"
    if _SINCE.search(left):
        return "past"
    if _IS.search(left):
        return "future"
    if (limit := _LIMIT.search(left)) and not left[
        : limit.start()
    ].strip():  # "By June, it had ...": the main verb tells
        first = next(_told(right), None)
        return "past" if first and first["past"] else "future"
    if limit:
        return "past" if re.search(r"\b(?:had|was|were)\b", left[-40:] + right[:40]) else "future"
    found = [(len(left) - cue.end(), cue) for cue in _told(left)]
    found += [(len(left) - meant.end(), meant) for meant in _MEANT.finditer(left)]
    found += [(2 * cue.start() + (_OTHER if _APART.search(right[: cue.start()]) else 6), cue) for cue in _told(right)]
    if not found:
        return "open"
    cue = min(found, key=lambda pair: pair[0])[1]
    return "past" if cue.groupdict().get("past") else "future"


def _of_its_noun(left: str, right: str) -> Direction:
    """Of "Friday's ruling" and "Friday's meeting": what is told by its outcome is over, else the verb beside it tells."""
    if _OUTCOME.match(right) or _AFTER.search(left):
        return "past"
    cue = _CUE.search(right[: _AHEAD // 2])
    if cue and cue["future"]:
        return "future"
    last = max(_told(left), key=lambda told: told.end(), default=None)
    near = last is not None and len(left) - last.end() <= _CLOSE and not _APART.search(left[last.end() :])
    return "future" if last and last["future"] and near else "past"


def _told(text: str) -> Iterator[re.Match[str]]:
    """The cues of a stretch; what stands after "will" or "to" ("will put", "to be held") looks back in its form only."""
    for cue in _CUE.finditer(text):
        before = text[: cue.start()]
        if cue["future"] or not (_BARE.search(before) or _PASSIVE.search(before)):
            yield cue
