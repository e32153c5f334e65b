"""An export with only some kinds of quotations: speech alone, say.

What refers to a quotation that is left out loses the reference and nothing else: a figure keeps who claims it. An
utterance whose leading printing is left out goes as a whole, because its other printings are told by what they changed.
A quotation of nobody named that holds a figure stays: without it the figure would seem to be the outlet's own.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from tellings.values import QuotationKind

Row = Mapping[str, Any]


def only(exported: Row, kinds: Collection[QuotationKind]) -> dict[str, Any]:
    """The same export with the quotations of these kinds. Ids stay what they were."""
    kept = {quote["id"] for quote in exported["quotes"] if quote["kind"] in kinds}
    kept |= {row["quote"] for row in exported["figures"] if row["quote"] is not None and row["claimed_by"] is None}
    utterances = [_kept(row, kept) for row in exported["utterances"] if row["tellings"][row["lead"]]["quote"] in kept]
    there = {row["id"] for row in utterances}
    return {
        **exported,
        "quotes": [
            {**quote, "utterance": quote["utterance"] if quote["utterance"] in there else None}
            for quote in exported["quotes"]
            if quote["id"] in kept
        ],
        "utterances": utterances,
        "figures": [
            {**figure, "quote": figure["quote"] if figure["quote"] in kept else None} for figure in exported["figures"]
        ],
    }


def _kept(utterance: Row, kept: Collection[str]) -> dict[str, Any]:
    """An utterance with the printings that are kept; every position among them is counted anew."""
    places = [place for place, telling in enumerate(utterance["tellings"]) if telling["quote"] in kept]
    anew = {place: number for number, place in enumerate(places)}
    tellings = [utterance["tellings"][place] for place in places]
    return {
        **utterance,
        "lead": anew[utterance["lead"]],
        "first": anew.get(utterance["first"]),
        "tellings": [{**row, "parts": [anew[part] for part in row["parts"] if part in anew]} for row in tellings],
    }
