"""Which body "the company", "the newspaper" or "the group" is: the one that the text before it is about.

Only a bare description takes up a body so, and only one that can be called so: a paper is named like a paper, and a
ministry is no company.
"""

from __future__ import annotations

from tellings.reading.coreference import names as naming
from tellings.reading.coreference.growing import Growing
from tellings.reading.coreference.places import Place
from tellings.reading.lexicon import words
from tellings.reading.name_words import MASTHEADS

_LONG = 6  # letters; longer in capitals throughout is a headline's, and no body's initials
_NEWS = MASTHEADS - frozenset("inc ltd plc corp llc gmbh ag group".split())
_PAPERS = frozenset("paper newspaper daily weekly magazine tabloid".split())
_COMPANIES = _PAPERS | frozenset(
    "company firm manufacturer maker retailer airline carmaker insurer lender supplier publisher chain operator group business brand start-up startup".split()
)


def just_named(place: Place, growing: list[Growing], by_position: dict[int, Place]) -> Growing | None:
    """The one named body that the last two sentences are about, where a bare "the group" follows; of papers, one that is named like a paper."""
    head = place.root.lemma_.lower()
    if place.mention.kind != "organisation" or not bare_body(place):
        return None
    near = [c for c in _called(head, growing) if _just_told(place, c, by_position)]
    return near[0] if len(near) == 1 else None


def _called(head: str, growing: list[Growing]) -> list[Growing]:
    """The named bodies that may be called so: "the newspaper" is one that is named like a paper, "the firm" none of them."""
    named = [
        c for c in growing if c.kind == "organisation" and c.named and not (c.name.isupper() and len(c.name) > _LONG)
    ]
    if head in _PAPERS:
        return [chain for chain in named if naming.words_of(chain.name)[-1] in MASTHEADS]
    if head == "group":
        return named
    return [chain for chain in named if not _public(chain) and naming.words_of(chain.name)[-1] not in _NEWS]


def bare_body(place: Place) -> bool:
    """Whether a description is no more than "the company"."""
    one = place.first.lower_ == "the" and place.root.tag_ not in {"NNS", "NNPS"} and len(place.text.split()) == 2
    return one and place.root.lemma_.lower() in _COMPANIES


def main_body(place: Place, growing: list[Growing], by_position: dict[int, Place]) -> Growing | None:
    """The body that the text before a bare description is about: named twice as often as any other, or the only one."""
    called = [chain for chain in _called(place.root.lemma_.lower(), growing) if not _public(chain)]
    near = [chain for chain in called if _just_told(place, chain, by_position)]
    if len(near) == 1:
        return near[0]
    counts = []
    for chain in called:
        count = sum(
            by_position[m].mention.span < place.mention.span and not by_position[m].quoted for m in chain.members
        )
        if count:
            counts.append((count, -min(chain.members), chain))
    counts.sort(key=lambda item: item[:2], reverse=True)
    if not counts or (len(counts) > 1 and counts[0][0] < 2 * counts[1][0]):
        return None
    return counts[0][2]


def _just_told(place: Place, chain: Growing, by_position: dict[int, Place]) -> bool:
    """Whether one of the two sentences before is about a chain."""
    return any(
        other.mention.span < place.mention.span
        and not other.quoted
        and place.sentence - other.sentence <= 2
        and other.subject
        for other in (by_position[m] for m in chain.members)
    )


def _public(chain: Growing) -> bool:
    """Whether a body is plainly no company: a ministry, a court, a university."""
    return bool(set(naming.words_of(chain.name)) & (words("bodies") - _COMPANIES - {"bank", "brand"}))
