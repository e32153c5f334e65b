"""What a claim is called: the noun that is counted, in the number it is printed in, or what befell the people.

"Wheels", "debt", "people killed", "deaths": the word must fit every member, so
where one article prints "died" and another "killed" it is the deaths.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tellings.linking.classes import ANYBODY, NAMED
from tellings.linking.things import Thing, stem, words
from tellings.values import Figure, Reading

_TOLD: dict[str, str] = {
    "kill": "killed", "killed": "killed", "killing": "killed", "murder": "killed", "slay": "killed", "slaughter": "killed",
    "massacre": "killed", "homicide": "killed", "slaying": "killed",
    "injure": "injured", "injured": "injured", "injury": "injured", "wound": "wounded", "wounded": "wounded", "hurt": "hurt", "maim": "injured",
    "evacuate": "evacuated", "evacuee": "evacuated", "homeless": "homeless", "detain": "detained", "detained": "detained",
    "detention": "detained", "arrest": "arrested", "arrested": "arrested", "sack": "sacked", "sacked": "sacked", "layoff": "laid off",
    "lay_off": "laid off", "indict": "indicted", "indictment": "indicted", "charge": "charged",
}  # fmt: skip
"""What is told of people, as it stands after them."""

Member = tuple[Reading, Figure, Thing]


def label(members: Sequence[Member]) -> str:
    """In a few words, what all members count; empty where no word fits."""
    thing = next((thing for _, _, thing in members if thing.told), members[0][2])
    if thing.known:
        return _of_class(members, thing.kind or "")
    nouns = Counter(thing.noun for _, _, thing in members if thing.noun)
    noun, times = max(nouns.items(), key=lambda item: item[1], default=("", 0))
    if 2 * times < len(members):
        return ""  # "$500,000 in exchange", "receipt of $500,000": no word is the thing's
    reading, figure, _ = next(member for member in members if member[2].noun == noun)
    return _as_printed(reading, figure, noun)


def _of_class(members: Sequence[Member], kind: str) -> str:
    if kind in NAMED:
        return NAMED[kind]
    told = {_TOLD.get(word, kind) for _, figure, _ in members for word in (_word(figure),)}
    if kind == "killed" and any(_word(figure) not in _TOLD for _, figure, _ in members):
        return "deaths"
    noun = next((_as_printed(r, f, t.noun) for r, f, t in members if t.noun and t.noun not in ANYBODY), "people")
    whole = all(t.noun is not None and t.noun not in ANYBODY for _, _, t in members)
    return f"{noun if whole else 'people'} {told.pop() if len(told) == 1 else kind}"


def _word(figure: Figure) -> str:
    """The word that puts the figure into its class."""
    return figure.head if figure.head in _TOLD else figure.doing or figure.head or ""


def _as_printed(reading: Reading, figure: Figure, noun: str | None) -> str:
    """The noun in the number that the text prints it in."""
    phrase = words(figure.counted.of(reading.article.text)) if figure.counted else ()
    wanted = {stem(noun), stem(figure.head or noun), _PLURALS.get(noun, "")} if noun else set()
    return next((word for word in phrase if stem(word) in wanted or word in wanted), figure.head or noun or "")


_PLURALS = {"woman": "women", "man": "men", "child": "children", "person": "people", "wife": "wives", "life": "lives"}
