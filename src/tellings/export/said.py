"""What was said, made ready to print: one line for each quotation, under who said it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tellings.export.view import Place, Row, View, clip
from tellings.export.why import Why, why

CERTAINTY = {
    "stated": "",
    "resolved": "speaker known by a pronoun or description",
    "inferred": "speaker inferred: no source words",
    "unknown": "speaker not told",
}
"""What is said of a quotation whose speaker is not named on the spot."""

KIND = {"speech": "", "belief": "a belief, not said", "plan": "a plan, not said", "finding": "a finding"}
"""What is said of a quotation that is no speech."""


@dataclass(frozen=True, slots=True)
class SaidView:
    """One quotation in a list: its words cut short, how it was printed and how the speaker is known.

    ``cue`` are the words that attribute it, where not all of it stands in marks: "denied" that there were cracks.
    """

    id: str
    words: str
    cut: bool
    place: Place
    manner: str
    certainty: str
    reason: str
    block: str
    others: tuple[Place, ...] = ()
    utterance: str | None = None
    same: tuple[str, ...] = ()
    kind: str = ""
    why: Why | None = None
    cue: str = ""


@dataclass(slots=True)
class SpeakerView:
    """One who is quoted, and what they are quoted with."""

    id: str | None
    name: str
    roles: str
    kind: str
    said: list[SaidView] = field(default_factory=list)


def speakers(view: View) -> list[SpeakerView]:
    """Who is quoted, with the largest share of the quoted words first; last, what nobody is named for."""
    order = [voice["entity"] for voice in view.export["voices"]]
    order += [entity for entity in view.entities if entity not in order]
    groups = {
        entity: SpeakerView(entity, view.name(entity), view.roles(entity), view.entities[entity]["kind"])
        for entity in order
    }
    untold = SpeakerView(None, "Speaker not told", "", "")
    shown: set[tuple[str | None, str]] = set()
    for quote in view.export["quotes"]:
        item = said(view, quote)
        if item.utterance is None or (quote["speaker"], item.utterance) not in shown:
            (untold if quote["speaker"] is None else groups[quote["speaker"]]).said.append(item)
        if item.utterance is not None:
            shown.add((quote["speaker"], item.utterance))
    for group in groups.values():
        group.said = _merged(group.said)
    return [group for group in (*groups.values(), untold) if group.said]


def _merged(items: list[SaidView]) -> list[SaidView]:
    """The same words of one speaker, told in the same manner, as one line with all who printed them."""
    found: dict[tuple[str, str], SaidView] = {}
    for item in items:
        key = (item.manner, item.words.casefold().strip(" ,.“”\"'‘’"))
        first = found.get(key)
        if first is None:
            found[key] = item
        else:
            others = (*first.others, item.place, *item.others)
            found[key] = replace(
                first, others=others, utterance=first.utterance or item.utterance, same=(*first.same, item.id)
            )
    return list(found.values())


def _paraphrase(telling: Row) -> bool:
    """Whether a printing has other words: nobody who prints those prints these."""
    return any(edit["kind"] == "paraphrase" for edit in telling["edits"])


def said(view: View, quote: Row) -> SaidView:
    """One quotation for a list; with the other printings, where the same thing is printed elsewhere."""
    place = view.quote_place(quote)
    words, cut = clip(place.text)
    utterance = view.utterances.get(quote["utterance"])
    told = [row for row in utterance["tellings"] if not _paraphrase(row)] if utterance else []
    several = len(told) > 1 and any(row["quote"] == quote["id"] for row in told)
    others = [row for row in told if row["quote"] != quote["id"]] if several else []
    return SaidView(
        quote["id"],
        words,
        cut,
        place,
        quote["manner"],
        CERTAINTY[quote["certainty"]],
        quote["reason"],
        quote["block"],
        tuple(view.places(others)),
        quote["utterance"] if several else None,
        kind=KIND[quote["kind"]],
        why=why(view.export, quote["id"]),
        cue="" if quote["manner"] == "direct" else " … ".join(view.words(quote["article"], quote["cue"])),
    )
