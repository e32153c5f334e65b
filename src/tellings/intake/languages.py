"""Which language a text is in, by its commonest little words: enough to say that it is not English."""

from __future__ import annotations

import re
from collections import Counter

from tellings.values import Article

_WORDS = {
    "en": "the of and to in that for on with was by said has he his it from have",
    "de": "der die und das den nicht ist mit dem von ein eine auf sich für auch werden wurde",
    "fr": "le les des et est une dans pour que qui du par pas sur avec plus été sont",
    "es": "el los las una por con para que del se su más fue como sobre ha según",
    "it": "il di che è per una della con non gli sono nel alla dei più anche stato",
    "pt": "os uma não com para que dos das por mais foi pelo ao são segundo também",
    "nl": "het een van en dat niet op zijn voor met aan ook werd bij naar deze",
}
_TABLE = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 1_000


def guess(text: str) -> str:
    """A language code: another than ``en`` only where its little words are twice as many as English ones."""
    words = Counter(word.lower() for word in _WORD.findall(text)[:_SAMPLE])
    counts = {language: sum(words[word] for word in table) for language, table in _TABLE.items()}
    best = max(counts, key=lambda language: (counts[language], language == "en", language))
    return best if best != "en" and counts[best] >= 8 and counts[best] > 2 * counts["en"] else "en"


def note(article: Article) -> str | None:
    """A line for the user where an article is not English; none where it is."""
    if article.language == "en":
        return None
    place = article.file if article.record is None else f"{article.file}, line {article.record}"
    return f"{place}: the language seems to be {article.language!r}; only English is read well"
