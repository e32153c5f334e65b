"""Invented readings for the tests of the archive, made by hand: no model is loaded."""

from __future__ import annotations

from dataclasses import replace

from by_hand import article, at, figure
from tellings.values import Article, Chain, Figure, Mention, Quotation, Reading, Sentence

BRIDGE = (
    "Mayor Nora Feld shut the old bridge over the Wendle on Monday. “The gates are old and nobody mended them,” Nora Feld said. "
    "More than 40 boats wait in the harbour."
)
BRIDGE_TOO = (
    "The bridge over the Wendle is shut, and 43 boats wait. “The gates are old,” said Nora Feld, the mayor. "
    "Karl Amsel, a skipper, said he would rather sail the second boat to Oldhaven."
)
BELL = "A bell from the lost abbey was found in a barn in Thornwick. “It rang when I kicked it,” farmer Ida Lund said."


def told(
    name: str, text: str, *, day: str | None = "2031-05-06", title: str = "Bridge shut", **known: object
) -> Reading:
    """A reading with the quotations, names and figures of the three texts, where they stand in this one."""
    printed = replace(article(name, text, day=day, title=title), **known)  # type: ignore[arg-type]
    return of(printed)


def of(printed: Article) -> Reading:
    """The reading of an article that holds some of the words of this module."""
    text = printed.text
    names = [name for name in ("Nora Feld", "Karl Amsel", "Ida Lund") if name in text]
    mentions = [Mention(at(text, name), "person", "name") for name in names]
    quoted = [
        ("“The gates are old and nobody mended them,”", "Nora Feld"),
        ("“The gates are old,”", "Nora Feld"),
        ("“It rang when I kicked it,”", "Ida Lund"),
        ("he would rather sail the second boat to Oldhaven", "Karl Amsel"),
    ]
    quotations = [
        Quotation(
            content=(at(text, words),),
            cue=(at(text, "said"),),
            source=(at(text, name),),
            manner="direct" if words.startswith("“") else "indirect",
            speaker=names.index(name),
            certainty="stated",
            reason="the name stands beside the cue",
        )
        for words, name in quoted
        if words in text
    ]
    figures: list[Figure] = []
    if "More than 40 boats" in text:
        figures.append(figure(text, "More than 40 boats", 40.0, bound="more than", head="boat", counted="boats"))
    if "43 boats" in text:
        figures.append(figure(text, "43 boats", 43.0, head="boat", counted="boats"))
    return Reading(
        printed,
        sentences=tuple(Sentence(block.span, block.kind, number) for number, block in enumerate(printed.blocks)),
        mentions=tuple(mentions),
        chains=tuple(Chain(name, "person", (number,), reasons=("the name",)) for number, name in enumerate(names)),
        quotations=tuple(quotations),
        figures=tuple(figures),
        parts=("by-hand.v1",),
    )
