"""The names in a byline as pages write it: without "By", offices, addresses and the outlet."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator

_BY = re.compile(
    r"^\W*(?:(?:written|reported|posted|story|text|words|analysis|opinion|published|review)\s+)?(?:by|von|par|por|di|af|av|door|author|autor(?:in)?)[:\s]+",
    re.IGNORECASE,
)
_PARTED = re.compile(r"\s*(?:,|;|/|\||•|·|\band\b|&|\bund\b|\bet\b|\band by\b|\n)\s*", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"\s+(?:y|e|i|og|och|en|ja|ve|и|та)\s+")
"""Words for "and" that also stand in a person's name; they part two names of two words at least."""
_AFTER = re.compile(
    r"\s+(?:[-–—|•(@]|(?:in|for|at)\s+(?-i:[A-Z])|(?:updated|published|posted|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b).*$|\s*\S+@\S+.*$",
    re.DOTALL | re.IGNORECASE,
)
_JOB = (
    r"(?:reporters?|writers?|correspondents?|editors?|columnists?|contributors?|bureau|producers?|journalists?|redakteur(?:in)?|reporterin|analysts?|critics?|blogger"
    r"|fellow|professor|officer|director)"
)
_OFFICE = re.compile(
    rf"(?:^|\s+)(?:(?:(?:senior|staff|chief|deputy|executive|contributing|associate|assistant|managing|special|digital|national|political|politics|news|sports?|business|science|health|tech\w*|opinion|guest)\s+)*{_JOB}|follow)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_NOT_A_NAME = re.compile(
    rf"\b(?:by|more|view|comments?|follow|subscribe|share|photos?|images?|read|all|posts?|profile|bio|email|updated|published|ago|close|watch|about|from|name|{_JOB})\b|^(?:the|our|a)\s",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:(?:web ?|user ?|site ?)?(?:admin(?:istrator)?|master|desk)|staff|editors?|editorial(?: staff| team| board)?|news ?(?:desk|room)|redaktion|redactie|redacción|redacao|redação"
    r"|redazione|(?:la )?rédaction|redakcja|редакция|guest|user|unknown|anonymous|none|null|n/a|about|contact|home)",
    re.IGNORECASE,
)
"""What stands in an author's place and names none."""
_OF_PICTURES = re.compile(r"\b(?:images?|photos?|pictures?|getty|shutterstock)\b", re.IGNORECASE)
_DOMAIN = re.compile(r"\.(?:com?|org|net|[a-z]{2})(?:\.[a-z]{2})?$")
_SUFFIX = re.compile(r"(?:Jr|Sr|M\.?D|Ph\.?D|III?|IV)\.?", re.IGNORECASE)
_CHINESE = re.compile(r"[\u4e00-\u9fff\uac00-\ud7af]")
_LONGEST_CHINESE = 4
_MOST = 12
_LONG_ENOUGH = 6
_LONGEST = 60


def names(
    written: Iterable[str], *, outlets: frozenset[str] = frozenset(), sure: bool = True, lone: bool = False
) -> tuple[str, ...]:
    """The names in the order in which they stand, each once.

    ``outlets`` are the names of the site (``squeezed``), which is no author. ``sure``: nothing but authors
    stands there; where that is not so a name must look like a person's, of two words unless ``lone``.
    """
    found: dict[str, str] = {}
    for text in written:
        persons = _names(html.unescape(text))
        others = [name for name in persons if not _is_outlet(name, outlets)]
        if len(others) < len(persons):
            others = [name for name in others if " " in name]  # the outlet's town and country follow its name
        for name in others:
            if sure or _looks_personal(name, fewest=1 if lone else 2):
                found.setdefault(name.casefold(), name)
    return tuple(found.values())[:_MOST]


def squeezed(name: str) -> str:
    """A name by its letters alone: how outlets are compared, which write theirs in many ways."""
    name = _DOMAIN.sub("", name.strip().casefold().removeprefix("www.").removeprefix("the "))
    return "".join(sign for sign in unicodedata.normalize("NFKD", name) if sign.isalnum())


def _is_outlet(name: str, outlets: frozenset[str]) -> bool:
    """Whether it is the outlet, or one of its desks: "Marrow Post Sports"."""
    squeezed_name = squeezed(name)
    return squeezed_name in outlets or any(
        len(outlet) >= _LONG_ENOUGH and outlet in squeezed_name for outlet in outlets
    )


def turned(name: str) -> str:
    """A name in the order of speech, where a catalogue has it turned: "Quill, Ada"."""
    last, _, first = name.partition(", ")
    return f"{first} {last}" if first and " " not in last and not _PARTED.search(first) else name


def is_signed(text: str) -> bool:
    """Whether it begins as a byline does."""
    return bool(_BY.match(text))


def _names(text: str) -> list[str]:
    found: list[str] = []
    for part in _parts(_BY.sub("", " ".join(text.replace("_", " ").split()))):
        name = _once(_OFFICE.sub("", _AFTER.sub("", _BY.sub("", part))).strip(" .,:;|-–—\"'"))
        if _SUFFIX.fullmatch(part.strip()) and found:
            found[-1] = f"{found[-1]}, {part.strip()}"
        elif _is_name(name):
            found.append(name)
    return found


def _parts(text: str) -> Iterator[str]:
    for part in _PARTED.split(text):
        two = _BETWEEN_NAMES.split(part)
        yield from two if all(" " in name for name in two) else [part]


def _once(name: str) -> str:
    """A name that stands twice, as beside its own picture, is one."""
    words = name.split()
    half = len(words) // 2
    return " ".join(words[:half]) if half and words[:half] * 2 == words else name


def _is_name(name: str) -> bool:
    if not 1 < len(name) <= _LONGEST or any(sign.isdigit() for sign in name) or name.startswith(("http", "www.", "{")):
        return False
    if ":" in name or "：" in name or _NOBODY.fullmatch(name) or _OF_PICTURES.search(name):
        return False
    glued = " " not in name and re.search(r"[a-z][A-Z].*[a-z][A-Z]", name)
    return len(name.split()) <= 6 and not glued and any(sign.isupper() or not sign.isascii() for sign in name)


def _looks_personal(name: str, *, fewest: int) -> bool:
    """Whether it has the form of a person's name: two to five words (``fewest``), none of a page's own."""
    words = name.split()
    if _CHINESE.search(name):
        return fewest == 1 and len(name) <= _LONGEST_CHINESE and len(words) == 1
    return fewest <= len(words) <= 5 and not _NOT_A_NAME.search(name) and _is_large(words[0]) and _is_large(words[-1])


def _is_large(word: str) -> bool:
    """Whether it begins as names do, in scripts that have capitals."""
    return word[0].isupper() or (word[0].lower() == word[0].upper() and word[0].isalpha())
