"""Who a pronoun source is: right, wrong or left open, against names that people gave.

The gold has a source a line: ``id``, ``source`` (spans), ``speaker`` (the full name) and ``accept``, name words of which
an answer must hold one. A word does not count where it only owns what follows ("Doe's campaign"), nor behind
somebody else's first name ("John Doe" for Jane Doe).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from attribution_measures import Tally
from tellings.reading.lexicon import fold, table, words
from tellings.values import Reading, Span

_WORD = re.compile(r"[\w'’-]+")
_OWNS = re.compile(r"(?:['’]s|['’])$")


def named(reading: Reading, source: Span) -> str | None:
    """The name of the chain that the pronoun in ``source`` belongs to."""
    pronouns = {i for i, m in enumerate(reading.mentions) if m.form == "pronoun" and m.span.overlaps(source)}
    return next((chain.name for chain in reading.chains if pronouns & set(chain.mentions)), None)


def is_right(gold: Mapping[str, Any], answer: str) -> bool:
    """Whether an answer names the person of the gold."""
    printed = _WORD.findall(re.sub(r"\s+(?=['’]s\b)", "", answer))
    bare = [_OWNS.sub("", word) for word in printed]
    own = {fold(part).strip(".") for part in gold["speaker"].split()}
    accepted = {fold(word) for word in gold["accept"]}
    for place, word in enumerate(bare):
        owner = printed[place] != word and place + 1 < len(bare)
        if fold(word) in accepted and not owner and not (place and _another(bare[place - 1], own)):
            return True
    return False


def _another(before: str, own: set[str]) -> bool:
    """Whether the word before a surname is the first name of somebody else; a title or an initial is not."""
    plain = fold(before)
    titles = {fold(title).rstrip(".") for title in (*table("titles"), *words("titles_plain"))}
    office = plain in titles or plain in words("people") or plain in {"the", "nominee"}
    return before[:1].isupper() and len(before) > 2 and len(own) > 1 and plain not in own and not office


def score(gold: Mapping[str, Any], answer: str | None) -> Tally:
    """One source: among all whether it is right, and whether it is wrong; among those named whether it is right."""
    tally = Tally()
    right = bool(answer) and is_right(gold, answer or "")
    tally.count("pronouns:right", "predicted", right)
    tally.count("pronouns:wrong", "predicted", bool(answer) and not right)
    if answer:
        tally.count("pronouns:right of named", "predicted", right)
    return tally
