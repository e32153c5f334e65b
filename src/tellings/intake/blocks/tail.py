"""The end of an article: who its author is, and the links that the page goes on with."""

from __future__ import annotations

import re

from tellings.intake.blocks.lines import Line, key

_NAME = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3}"
_WORK = (
    r"(?:reporter|writer|correspondent|editor|columnist|contributor|author|professor|lecturer|fellow|analyst|director|president|journalist"
    r"|producer|founder|co-founder|scholar|researcher|attorney|lawyer|prosecutor|strategist|consultant|host|critic|historian|economist|teacher|student|scientist)"
)
_AUTHOR = re.compile(
    rf"(?:[—–-]+ ?)?{_NAME}(?:, [\w.,’' ]{{2,30}},)? (?:(?:is|was) (?:an?|the|[\w.]+[’']s|our|currently|also|executive|senior|staff|chief|former|professor|director|editor|managing|associate|assistant)\b|covers|teaches)[^“”\"?]{{0,160}}?(?:\b{_WORK}s?\b|\b(?:for|at|on) (?:the )?[A-Z]).*",
    re.DOTALL,
)
_TWITTER = re.compile(
    r"(?!.*[“”])(?:|.*[.!?] )(?:you can )?(?:follow|e-?mail|reach|contact|he|she|they|feedback|tweets?)\b.{0,60}@\w+",
    re.IGNORECASE,
)
_LAST = 4


def mark(lines: list[Line]) -> list[Line]:
    """The lines with those of the end told."""
    return _links(_authors(lines))


def _authors(lines: list[Line]) -> list[Line]:
    """Among the last lines, one that says who its author is: nobody whom the article spoke of before."""
    body = [index for index, line in enumerate(lines) if not line.kind]
    told = list(lines)
    for index in body[-_LAST:] if len(body) > 3 else []:
        line = lines[index]
        if _TWITTER.match(line.text) and len(line.text) < 500:
            told[index] = line.told("note", "how to reach the author")
        elif _AUTHOR.fullmatch(line.text) and len(line.text) < 450 and _is_new(line, lines[:index]):
            told[index] = line.told("note", "it says who the author is")
    return told


def _is_new(line: Line, before: list[Line]) -> bool:
    surname = key(re.match(rf"(?:[—–-]+ ?)?({_NAME})", line.text)[1]).split()[-1]  # type: ignore[index]  # _AUTHOR matched
    return not any(surname in other.key.split() for other in before if not other.kind)


def _links(lines: list[Line]) -> list[Line]:
    """Headlines at the very end, under a label of related reading."""
    start = next((index for index in range(len(lines) - 1, -1, -1) if lines[index].reason == "a related link"), None)
    if start is None:
        return lines
    after = lines[start + 1 :]
    if len(after) > 12 or not all(line.kind or (not line.ends and len(line.text) < 130) for line in after):
        return lines
    return [*lines[: start + 1], *(line if line.kind else line.told("banner", "a related link") for line in after)]
