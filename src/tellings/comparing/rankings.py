"""Comparisons that the articles themselves make, told of two times.

"More fires this year than Osmere and Velding combined" and "Last year … more
fires than Osmere and Velding" make one comparison of two years; "the worst
frost since 1956" and "since 1963" name two earlier ones. Where two texts do so,
both cannot have meant the same, and it is shown as a conflict.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from tellings.comparing.phrasing import printed, source, texts
from tellings.linking.lookup import as_date
from tellings.linking.things import stem, words
from tellings.values import Comparison, Moment, Reading, Sentence, Span, Story, Telling

_THAN = re.compile(
    r"\b(?P<more>more|fewer|less|higher|lower|larger|greater|bigger|smaller|worse|better)\s+(?P<what>(?:[^.;:]|\.(?=\d)){2,90}?)\s+than\b(?P<against>(?:[^.;:]|\.(?=\d))*)",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?P<more>worst|best|highest|lowest|largest|biggest|smallest|deadliest|\w{3,}est|most \w+)\s+(?P<what>[^.,;:]{2,60}?),?\s+since\b(?P<against>)",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[A-Z][\w’'-]+")
_TIMES = frozenset("year month week day quarter decade century time last this".split())
_FAR = 160
"""Characters between a comparison and the time it is told of."""


@dataclass(frozen=True, slots=True)
class _Ranking:
    """A comparison as told: which way, of what, against whom, by whom, and when."""

    telling: Telling
    more: str
    what: frozenset[str]
    against: frozenset[str]
    who: frozenset[str]
    start: str
    end: str
    since: bool


def compare(story: Story) -> list[Comparison]:
    """A conflict for every two texts that make one comparison of two times."""
    tellers = texts(story)
    alike: dict[tuple[bool, str, frozenset[str]], list[_Ranking]] = {}
    for article, reading in enumerate(story.readings):
        for ranking in _rankings(article, reading):
            alike.setdefault((ranking.since, ranking.more, ranking.what), []).append(ranking)
    found: dict[tuple[int, int], Comparison] = {}
    for told in alike.values():
        for one, other in combinations(told, 2):
            articles = (one.telling.article, other.telling.article)
            if tellers[articles[0]] != tellers[articles[1]] and _one_comparison(one, other) and _apart(one, other):
                found.setdefault(articles, _conflict(story, one, other))
    return list(found.values())


def _rankings(article: int, reading: Reading) -> Iterator[_Ranking]:
    """The comparisons of an article whose time is known."""
    for sentence in reading.sentences:
        text = sentence.span.of(reading.article.text)
        for since, pattern in ((False, _THAN), (True, _SINCE)):
            for match in pattern.finditer(text):
                found = _ranking(article, reading, sentence, match, since=since)
                if found is not None:
                    yield found


def _ranking(
    article: int, reading: Reading, sentence: Sentence, match: re.Match[str], *, since: bool
) -> _Ranking | None:
    text, first = reading.article.text, sentence.span.start
    begin, end = first + match.start(), first + match.end()
    moment = _moment(reading, sentence, begin, end, since=since)
    if moment is None or moment.start is None:
        return None
    told = {stem(word) for word in words(moment.span.of(text))}
    what = frozenset(stem(word) for word in words(match["what"]) if word not in _TIMES) - told
    against = frozenset(name.lower() for name in _NAME.findall(match["against"]))
    if not what or not (since or against):
        return None
    who = frozenset(re.sub(r"[’']s$", "", name.lower()) for name in _NAME.findall(text[first:begin]))
    inside = end - len(match["against"]) + _last_name(match["against"])
    place = Span(min(begin, moment.span.start), max(inside, moment.span.end))
    return _Ranking(
        Telling(article, place),
        match["more"].lower(),
        what,
        against,
        who,
        moment.start,
        moment.end or moment.start,
        since,
    )


def _last_name(against: str) -> int:
    """Where the last name of those compared with ends."""
    return max((match.end() for match in _NAME.finditer(against)), default=0)


def _moment(reading: Reading, sentence: Sentence, begin: int, end: int, *, since: bool) -> Moment | None:
    """The time that a comparison is told of: in its sentence, the closest; for "since" the one behind it."""
    near = [
        (max(begin - moment.span.end, moment.span.start - end, 0), moment.span.start, moment)
        for moment in reading.moments
        if moment.kind == "DATE" and sentence.span.covers(moment.span) and (not since or moment.span.start >= end)
    ]
    best = min(near, key=lambda found: found[:2], default=None)
    return best[2] if best is not None and best[0] <= (3 if since else _FAR) else None


def _one_comparison(one: _Ranking, other: _Ranking) -> bool:
    """Whether the two are of the same, against the same, and of nobody else."""
    if not (one.against <= other.against or other.against <= one.against):
        return False
    return one.since or bool(one.who & other.who) or not (one.who and other.who)


def _apart(one: _Ranking, other: _Ranking) -> bool:
    """Whether the two times surely share no day."""
    starts = [as_date(ranking.start) for ranking in (one, other)]
    ends = [as_date(ranking.end, last=True) for ranking in (one, other)]
    if None in starts or None in ends:
        return False
    return str(ends[0]) < str(starts[1]) or str(ends[1]) < str(starts[0])


def _conflict(story: Story, one: _Ranking, other: _Ranking) -> Comparison:
    clauses = "; ".join(
        f"{source(story, ranking.telling.article)} prints {printed(story, ranking.telling.article, ranking.telling.span)}"
        for ranking in (one, other)
    )
    times = " and ".join(_time(ranking) for ranking in (one, other))
    return Comparison(
        "conflict",
        f"{clauses}; one comparison, told of {times}.",
        tuple(sorted((one.telling, other.telling))),
        "another year",
    )


def _time(ranking: _Ranking) -> str:
    return ranking.start if ranking.start == ranking.end else f"{ranking.start} to {ranking.end}"
