"""The names in a byline as pages write it: without "By", offices, addresses and the outlet."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from tellings.intake.page import bywords

_AFTER = re.compile(
    r"\s+(?:[-–—|•(@]|(?:in|for|at)\s+(?-i:[A-Z])|(?:updated|published|posted|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b).*$|\s*\S+@\S+.*$",
    re.DOTALL | re.IGNORECASE,
)
_DATED = re.compile(r"^\W*\d[^|•]*?\d{4}[\s,|•–-]+(?=\D{4})")
"""A date in front of the name."""
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff]")
_DOMAIN = re.compile(r"\.(?:com?|org|net|[a-z]{2})(?:\.[a-z]{2})?$")
_HOST = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:Jr|Sr|M\.?D|Ph\.?D|III?|IV)\.?", re.IGNORECASE)
_CHINESE = re.compile(r"[\u4e00-\u9fff\uac00-\ud7af]")
_LONGEST_CHINESE = 4
_MOST = 12
_LONG_ENOUGH = 6
_LONGEST = 60
_LONGEST_BYLINE = 2_000
_PARTICLES = frozenset("de del della di da dos du la le van von der den ter zu zum al el bin ibn e y".split())
_PERSON_SLUG = re.compile(
    r"/(?:authors?|autor(?:es|en|in)?|auteurs?|autore|by|contributors?|people|persons?|profiles?|journalist(?:s|es)?|reporters?|writers?|columnists?|staff|team)/(?P<slug>[^/?#]+?)(?:\.html?)?/?$",
    re.IGNORECASE,
)
_SLUG = re.compile(r"[^\W\d_]{2,}(?:[-_][^\W\d_]+){1,3}")


def names(
    written: Iterable[str], *, outlets: frozenset[str] = frozenset(), sure: bool = True, lone: bool = False
) -> tuple[str, ...]:
    """The names in the order in which they stand, each once.

    ``outlets`` are the names of the site (``squeezed``), which is no author. ``sure``: nothing but authors
    stands there; where that is not so a name must look like a person's, of two words unless ``lone``.
    """
    found: dict[str, str] = {}
    for text in written:
        persons = _names(html.unescape(html.unescape(text[:_LONGEST_BYLINE])))
        others = [other for name in persons if (other := _without_outlet(name, outlets))]
        if len(others) < len(persons):
            others = [name for name in others if " " in name]  # the outlet's town and country follow its name
        for name in others:
            if sure or _looks_personal(name, fewest=1 if lone or _is_announced(text) else 2):
                found.setdefault(name.casefold(), name)
    return tuple(found.values())[:_MOST]


def _is_announced(text: str) -> bool:
    """Whether a name in Chinese script or Korean stands with the word for who writes, so that it may be one word."""
    return bool(_CHINESE.search(text)) and (is_signed(text) or bywords.without_titles(text) != text.strip())


def of_address(address: str) -> str | None:
    """The name in the address of a person's page: ``…/authors/ada-quill``."""
    found = _PERSON_SLUG.search(unquote(urlsplit(address).path))
    if found is None or not _SLUG.fullmatch(found["slug"]):
        return None
    words = re.split(r"[-_]", found["slug"].casefold())
    return " ".join(word if word in _PARTICLES else word.capitalize() for word in words)


def squeezed(name: str) -> str:
    """A name by its letters alone: how outlets are compared, which write theirs in many ways."""
    name = _DOMAIN.sub("", name.strip().casefold().removeprefix("www.").removeprefix("the "))
    return "".join(sign for sign in unicodedata.normalize("NFKD", name) if sign.isalnum())


def _without_outlet(name: str, outlets: frozenset[str]) -> str:
    """A name without the outlet's after it; nothing where it is the outlet, or one of its desks: "Marrow Post Sports"."""
    if not _is_outlet(name, outlets):
        return name
    words = name.split()
    for kept in range(len(words) - 1, 1, -1):
        own = " ".join(words[:kept])
        if squeezed(" ".join(words[kept:])) in outlets and not _is_outlet(own, outlets):
            return own
    return ""


def _is_outlet(name: str, outlets: frozenset[str]) -> bool:
    squeezed_name = squeezed(name)
    return squeezed_name in outlets or any(
        len(outlet) >= _LONG_ENOUGH and outlet in squeezed_name for outlet in outlets
    )


def turned(name: str) -> str:
    """A name in the order of speech, where a catalogue has it turned: "Quill, Ada"."""
    last, _, first = name.partition(", ")
    return f"{first} {last}" if first and " " not in last and not bywords.PARTED.search(first) else name


def is_signed(text: str) -> bool:
    """Whether it begins as a byline does."""
    return bool(bywords.BY.match(text))


def signed(text: str) -> str:
    """What follows the words that a byline begins with; nothing where it does not begin so."""
    found = bywords.BY.match(text)
    return text[found.end() :] if found else ""


def _names(text: str) -> list[str]:
    found: list[str] = []
    for part in _parts(_prepared(text)):
        name = _name(part)
        if _SUFFIX.fullmatch(part.strip()) and found:
            found[-1] = f"{found[-1]}, {part.strip()}"
        elif _is_name(name):
            found.append(name)
    return found


def _prepared(text: str) -> str:
    """A byline with its lines kept, and one kind of space."""
    text = bywords.BRACKETS.sub(r" \1 ", _INVISIBLE.sub("", text))
    text = "\n".join(" ".join(line.split()) for line in text.splitlines())
    if " " not in text:
        text = text.replace("_", " ")
    return bywords.BY.sub("", _DATED.sub("", text))


def _name(part: str) -> str:
    """A part of a byline without what stands before and after the name in it."""
    part = bywords.without_titles(bywords.BY.sub("", part))
    return _once(bywords.OFFICE.sub("", _AFTER.sub("", part)).strip(" .,:;|-–—\"'"))


def _parts(text: str) -> Iterator[str]:
    for part in bywords.PARTED.split(text):
        two = bywords.BETWEEN_NAMES.split(part)
        yield from two if all(" " in name or bywords.AGENCY.fullmatch(name) for name in two) else [part]


def _once(name: str) -> str:
    """A name that stands twice, as beside its own picture, is one."""
    words = name.split()
    half = len(words) // 2
    return " ".join(words[:half]) if half and words[:half] * 2 == words else name


def _is_name(name: str) -> bool:
    if bywords.AGENCY.fullmatch(name):
        return True
    if not 1 < len(name) <= _LONGEST or any(sign.isdigit() for sign in name) or name.startswith(("http", "www.", "{")):
        return False
    if ":" in name or "：" in name or bywords.NOBODY.fullmatch(name) or bywords.OF_PICTURES.search(name):
        return False
    glued = " " not in name and (re.search(r"[a-z][A-Z].*[a-z][A-Z]", name) or _HOST.fullmatch(name))
    words = name.split()
    return len(words) <= 6 and not glued and (len(words) > 1 or not name.isascii() or not name.islower())


def _looks_personal(name: str, *, fewest: int) -> bool:
    """Whether it has the form of a person's name: two to five words (``fewest``), none of a page's own."""
    words = name.split()
    if _CHINESE.search(name):
        return fewest == 1 and len(name) <= _LONGEST_CHINESE and len(words) == 1
    return (
        fewest <= len(words) <= 5
        and not bywords.NOT_A_NAME.search(name)
        and _is_large(words[0])
        and _is_large(words[-1])
    )


def _is_large(word: str) -> bool:
    """Whether it begins as names do, in scripts that have capitals."""
    return word[0].isupper() or (word[0].lower() == word[0].upper() and word[0].isalpha())
