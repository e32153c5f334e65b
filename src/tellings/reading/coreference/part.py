"""The part: chains of mentions, and with them the speaker of every quotation made certain or left open."""

from __future__ import annotations

from dataclasses import replace

from tellings.reading.coreference.author import with_author
from tellings.reading.coreference.chains import chains
from tellings.reading.coreference.places import places
from tellings.reading.document import Document
from tellings.reading.reader import Part
from tellings.values import Chain, Mention, Quotation, Reading


def read(
    document: Document, reading: Reading
) -> dict[str, tuple[Chain, ...] | tuple[Mention, ...] | tuple[Quotation, ...]]:
    """The chains of an article, its quotations with their speakers' certainty, and the mentions with the author's."""
    found = chains(places(document, reading), reading.quotations, document.article.text)
    mentions, found = with_author(document.article, reading.mentions, reading.quotations, found)
    home = {member: position for position, chain in enumerate(found) for member in chain.mentions}
    return {
        "chains": found,
        "mentions": mentions,
        "quotations": tuple(_settled(quotation, mentions, found, home) for quotation in reading.quotations),
    }


def _settled(
    quotation: Quotation, mentions: tuple[Mention, ...], found: tuple[Chain, ...], home: dict[int, int]
) -> Quotation:
    if quotation.speaker is None:
        return quotation
    mention = mentions[quotation.speaker]
    chain = found[home[quotation.speaker]] if quotation.speaker in home else None
    if chain is None:
        return replace(
            quotation,
            speaker=None,
            certainty="unknown",
            reason=f"{quotation.reason}; the text does not tell who that is",
        )
    if mention.form == "name":
        return quotation
    named = any(mentions[member].form == "name" for member in chain.mentions)
    why = chain.reasons[chain.mentions.index(quotation.speaker)]
    reason = f"{quotation.reason}; {why}"
    if quotation.certainty == "inferred":
        return replace(quotation, reason=reason)
    return replace(quotation, certainty="resolved" if named or mention.form == "pronoun" else "stated", reason=reason)


PART = Part(
    "coreference.rules.v2",
    read,
    gives=("chains", "mentions", "quotations"),
    requires=("sentences", "mentions", "quotations"),
)
