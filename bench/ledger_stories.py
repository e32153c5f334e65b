"""Stories for measuring the ledger: real quotations, read at run time, and what the editor made of them, in invented articles."""

from __future__ import annotations

import gzip
import json
import random
import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import editor
from edited import Edited
from editor_turns import TURNS
from tellings.reading.attribution import marks
from tellings.values import (
    Article,
    Block,
    Entity,
    EntityMention,
    Known,
    Mention,
    Quotation,
    Reading,
    Sentence,
    Span,
    Story,
    Telling,
)

SPEAKERS = (
    "Ada Corrow", "Bram Eskell", "Cleo Farrant", "Dario Gorsky", "Edda Hexham", "Fenn Ingleby", "Greta Jarrow", "Hollis Birtle",
)  # fmt: skip
BOILERPLATE = (
    "We take these allegations seriously and {}",
    "Our thoughts and prayers are with the families, and {}",
    "We do not comment on pending litigation, but {}",
    "The safety of our customers is our top priority and {}",
    "At the end of the day, it is what it is, and {}",
    "I want to thank everybody who came out tonight, because {}",
)
RESTS = (
    "a full inquiry has begun at the northern depot.",
    "the bakery will stay closed until the roof is mended.",
    "every ferry has been looked over by two engineers.",
    "the choir will sing again when the hall is warm.",
    "nobody at the mill has been asked to leave.",
    "our lawyers have written to the harbour office.",
    "the goats were back in the field before supper.",
    "we will publish the figures with the minutes.",
    "a second boat was hired for the whole of June.",
    "my sister has kept bees since the old king died.",
    "these windows were painted by the apprentices themselves.",
    "seven crates of pears had to be thrown away.",
)
COMMON = (
    "I am very happy about this.", "We will see what happens.", "It was a very good day for us.", "That is all I can say.",
    "I have nothing more to say about it.", "We have to do better than that.",
)  # fmt: skip


@dataclass
class Placed:
    """One printing in a story: its text, whose it is, and the original it was made from."""

    text: str
    speaker: int
    original: int
    kind: str
    edited: Edited
    second: int | None = None
    place: tuple[int, Span] | None = None


def quotations(path: Path, part: str, most: int) -> list[str]:
    """Sentences in quotation marks of one half of the articles, each once, in the order of the file."""
    found: dict[str, None] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if zlib.crc32(row["id"].encode()) % 2 != (part == "report"):
                continue
            for paragraph in row["text"].split("\n"):
                for marked in marks.find(paragraph):
                    text = " ".join(paragraph[marked.inner_start : marked.inner_end].split())
                    size = len(text.split())
                    if (
                        marked.closed
                        and 10 <= size <= 45
                        and text[:1].isupper()
                        and text[-1:] in ".,!?"
                        and "“" not in text
                        and '"' not in text
                        and "[" not in text  # what is changed inside an editor's brackets has two right names
                    ):
                        found.setdefault(text)
            if len(found) >= most:
                break
    return list(found)


EACH = 11
"""Printings altered in each way in each story: ten seeds give a hundred of each, and a few that are lost to likeness."""

ENOUGH = 400
"""Quotations that are looked for for each way; few have a condition to lose."""

UNTOUCHED = 40
"""Originals that nothing is made of."""


class Draw:
    """The quotations to draw from, and for each way of altering those that it can be done to."""

    def __init__(self, pool: Sequence[str]) -> None:
        self.pool = pool
        self.edits = {**editor.KINDS, **TURNS, "combined": editor.both}
        trial = random.Random(0)
        mixed = trial.sample(pool, len(pool))
        self.fit = {
            kind: list(islice((text for text in mixed if edit(text, trial) is not None), ENOUGH))
            for kind, edit in self.edits.items()
        }

    def story(self, chance: random.Random) -> list[Placed]:
        """The printings of one story: originals with an altered printing or two each, and what must stay apart."""
        wanted = [kind for kind in self.edits for _ in range(EACH)]
        texts = {text: kind for kind in reversed(wanted) for text in [chance.choice(self.fit[kind])]}
        rest = chance.sample(self.pool, UNTOUCHED + 2 * EACH)
        originals = _unrelated([*texts, *(text for text in rest if text not in texts)])
        found: list[Placed] = []
        for number, text in enumerate(originals):
            speaker = chance.randrange(len(SPEAKERS))
            found.append(Placed(text, speaker, number, "original", editor.exact(text, chance)))
            if text in texts:
                second = [chance.choice(list(self.edits))] if chance.random() < 0.5 else []
                found += self._altered(text, (speaker, number), [texts[text], *second], chance)
        free = [placed for placed in found if placed.kind == "original" and placed.text not in texts]
        for one, other in zip(free[:EACH], free[EACH : 2 * EACH], strict=False):
            other.speaker = one.speaker
            edited = editor.splice(one.text, other.text, chance)
            if edited is not None:
                kind = "spliced from two utterances"
                found.append(Placed(edited.text, one.speaker, one.original, kind, edited, other.original))
        found += _apart(chance)
        chance.shuffle(found)
        return found

    def _altered(
        self, text: str, whose: tuple[int, int], kinds: Sequence[str], chance: random.Random
    ) -> Iterator[Placed]:
        for kind in dict.fromkeys(kinds):
            for edited in (self.edits[kind](text, chance) for _ in range(8)):  # some ways are open only by chance
                if edited is not None and (edited.text != text or kind == "exact"):
                    yield Placed(edited.text, *whose, kind, edited)
                    break


def _unrelated(texts: Sequence[str]) -> list[str]:
    """Texts of which no two share a run of five words: what shares more may well be one thing said."""
    seen: set[tuple[str, ...]] = set()
    kept = []
    for text in texts:
        words = re.findall(r"\w+", text.lower())
        runs = {tuple(words[i : i + 5]) for i in range(len(words) - 4)}
        if not runs & seen:
            kept.append(text)
            seen |= runs
    return kept


def _apart(chance: random.Random) -> Iterator[Placed]:
    """Boilerplate with different ends, and common words of two people: each an utterance of its own."""
    number = 1000
    rests = chance.sample(RESTS, len(RESTS))
    for template in BOILERPLATE:
        for rest, speaker in zip([rests.pop(), rests.pop()], chance.sample(range(len(SPEAKERS)), 2), strict=True):
            text = template.format(rest)
            yield Placed(text, speaker, number, "boilerplate", Edited(text, frozenset()))
            number += 1
    for text in COMMON:
        for speaker in chance.sample(range(len(SPEAKERS)), 2):
            yield Placed(text, speaker, number, "common words", Edited(text, frozenset()))
            number += 1


def read(placed: Sequence[Placed]) -> Story:
    """The story by hand: articles of four printings; two of one original never stand in one article."""
    articles: list[list[Placed]] = []
    for item in placed:
        home = next(
            (a for a in articles if len(a) < 4 and not {item.original, item.second} & {o.original for o in a} - {None}),
            None,
        )
        if home is None:
            articles.append(home := [])
        home.append(item)
    readings: list[Reading] = []
    mentions: dict[int, list[EntityMention]] = defaultdict(list)
    for number, items in enumerate(articles):
        readings.append(_reading(number, items, mentions))
    entities = tuple(Entity(name, "person", (), tuple(mentions[index])) for index, name in enumerate(SPEAKERS))
    return Story("", tuple(readings), entities)


def _reading(number: int, items: Sequence[Placed], mentions: dict[int, list[EntityMention]]) -> Reading:
    text, own, quotes, blocks = "", [], [], []
    for item in items:
        start = len(text)
        name = SPEAKERS[item.speaker]
        if item.edited.reported:
            text += f"{name} said that "
            own.append(Mention(Span(start, start + len(name)), "person", "name"))
            content = Span(len(text), len(text) + len(item.text))
            item.place = number, content
            text += f"{item.text}."
        else:
            content = Span(start, start + len(item.text) + 2)
            item.place = number, Span(start + 1, content.end - 1)
            text += f"“{item.text}” said {name}."
            own.append(Mention(Span(len(text) - 1 - len(name), len(text) - 1), "person", "name"))
        mentions[item.speaker].append(EntityMention(Telling(number, own[-1].span), len(own) - 1, "name"))
        manner = "indirect" if item.edited.reported else "direct"
        quotes.append(Quotation((content,), (), (own[-1].span,), manner, len(own) - 1, "stated", "by hand"))  # type: ignore[arg-type]
        blocks.append(Block("body", Span(start, len(text))))
        text += "\n\n"
    article = Article(f"{number:03}.txt", text, str(number), tuple(blocks), outlet=Known(f"Outlet {number}", "given"))
    sentences = tuple(Sentence(block.span, "body", i) for i, block in enumerate(blocks))
    return Reading(article, sentences, tuple(own), quotations=tuple(quotes))
