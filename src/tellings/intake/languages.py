"""Which language a text is in: enough to say that it is not English.

English is told by its commonest little words, at no cost. Only a text that has few of them is given to py3langid
(97 languages; Lui and Baldwin 2012, "langid.py: An Off-the-shelf Language Identification Tool"), whose model takes a second to load.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from tellings.values import Article

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_LITTLE = frozenset("the of and to in that for on with was by said has he his it from have".split())
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 1_000  # words
_ENGLISH = 0.12  # little words among all: a fifth to a third in English news, hardly 0.05 in its neighbours
_LEAST = 40  # characters: less tells no language
_LONGEST = 5_000  # characters that are enough
_SURE = 0.6


def guess(text: str) -> str:
    """A code of ISO 639-1: another than ``en`` only where the text has few English little words and another is likely."""
    words = [word.lower() for _, word in zip(range(_SAMPLE), map(re.Match.group, _WORD.finditer(text)), strict=False)]
    if sum(word in _LITTLE for word in words) >= _ENGLISH * len(words) or len(text.strip()) < _LEAST:
        return "en"
    language, chance = _identifier().classify(text[:_LONGEST])
    return str(language) if chance >= _SURE else "en"


@functools.cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  # English needs none

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def note(article: Article) -> str | None:
    """A line for the user where an article is not English; none where it is."""
    if article.language == "en":
        return None
    place = article.file if article.record is None else f"{article.file}, line {article.record}"
    return f"{place}: the language seems to be {article.language!r}; only English is read well"
