"""Measures the quote ledger and the quote check on real quotations that a seeded editor has altered.

    python bench/ledger.py ARTICLES.jsonl.gz [--seeds 1 2 3] [--part tune|report] [--misses N]

Quotations are read at run time from articles (JSON lines with ``id`` and ``text``); none is stored. Each story holds
originals, printings of them altered in known ways (``bench/editor.py``), unrelated quotations, boilerplate that many
share, and common words that two people say. ``--part`` takes one half of the articles: the ledger is tuned on
``tune`` and told of ``report``. Speakers and outlets are invented.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, islice
from pathlib import Path

import editor
from tellings.checking import Printed, QuoteIndex, check
from tellings.linking import utterances
from tellings.linking.utterances.edits import edits
from tellings.linking.utterances.warnings import warnings
from tellings.linking.utterances.words import Wording
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
    edited: editor.Edited
    second: int | None = None
    place: tuple[int, Span] | None = None


@dataclass
class Score:
    """What was counted over all stories."""

    pairs: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    predicted: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    named: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    expected: Counter[str] = field(default_factory=Counter)
    warned: Counter[str] = field(default_factory=Counter)
    quiet: int = 0
    alarms: int = 0
    outcomes: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    misses: list[str] = field(default_factory=list)


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
        self.edits = {**editor.KINDS, **editor.TURNS, "combined": editor.both}
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
            yield Placed(text, speaker, number, "boilerplate", editor.Edited(text, frozenset()))
            number += 1
    for text in COMMON:
        for speaker in chance.sample(range(len(SPEAKERS)), 2):
            yield Placed(text, speaker, number, "common words", editor.Edited(text, frozenset()))
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


def measure(placed: Sequence[Placed], story: Story, score: Score) -> None:
    """Add one story to the score."""
    where = {item.place: number for number, item in enumerate(placed)}
    linked = utterances.link(story)
    group: dict[int, int] = {}
    kinds: dict[int, set[str]] = defaultdict(set)
    for number, utterance in enumerate(linked):
        for printing in utterance.printings:
            position = where.get((printing.telling.article, printing.telling.span))
            if position is not None:
                group[position] = number
                kinds[position] |= {edit.kind for edit in printing.edits}
    original = {item.original: number for number, item in enumerate(placed) if item.kind == "original"}
    for number, item in enumerate(placed):
        if item.kind in {"original", "boilerplate", "common words"}:
            continue
        score.pairs[item.kind] += 1
        homes = [original[item.original], *([original[item.second]] if item.second is not None else [])]
        ok = group.get(number) is not None and group[number] in {group.get(home) for home in homes}
        score.found[item.kind] += ok
        if not ok:
            score.misses.append(f"not found ({item.kind}): {item.text!r} of {placed[homes[0]].text!r}")
        _named(item, placed[homes[0]].text, kinds[number], score)
    _precision(placed, group, score)
    _checked(placed, score)


def _precision(placed: Sequence[Placed], group: dict[int, int], score: Score) -> None:
    members: dict[int, list[int]] = defaultdict(list)
    for number, utterance in group.items():
        members[utterance].append(number)
    for numbers in members.values():
        for a, b in combinations(numbers, 2):
            one, other = placed[a], placed[b]
            ok = bool({one.original, one.second} & {other.original, other.second} - {None})
            for kind in {one.kind, other.kind}:
                score.predicted[kind] += 1
                score.right[kind] += ok
            score.predicted["all"] += 1
            score.right["all"] += ok
            if not ok:
                score.misses.append(f"wrongly together ({one.kind}, {other.kind}): {one.text!r} and {other.text!r}")


def _named(item: Placed, original: str, linked: set[str], score: Score) -> None:
    lead, here = _wording(original), _wording(item.text)
    told: set[str] = {edit.kind for edit in edits(lead, here)}
    if item.kind == "spliced from two utterances":
        told = set(linked & item.edited.kinds) or linked  # the cuts at the joint are named as well, rightly
    name = "turned: " + item.kind if item.kind in editor.TURNS else item.kind
    ok = told == item.edited.kinds
    if item.kind == "combined":
        score.named[name]["right" if ok else "other"] += 1
    else:
        score.named[name][" + ".join(sorted(told)) or "exact"] += 1
    score.named["all"]["right" if ok else "other"] += 1
    if not ok:
        score.misses.append(f"named {sorted(told)}, is {sorted(item.edited.kinds)}: {item.text!r} of {original!r}")
    found = {(warning.sense, warning.change) for warning in warnings(lead, here)}
    if item.kind == "spliced from two utterances":
        return
    for sense in item.edited.senses:
        score.expected[sense[0]] += 1
        score.warned[sense[0]] += sense in found
        if sense not in found:
            score.misses.append(f"no warning {sense}, but {sorted(found)}: {item.text!r} of {original!r}")
    if not item.edited.senses:
        score.quiet += 1
        score.alarms += bool(found)
        if found:
            score.misses.append(f"false alarm {sorted(found)} ({item.kind}): {item.text!r} of {original!r}")


def _checked(placed: Sequence[Placed], score: Score) -> None:
    """The check of every altered printing against the originals, and of boilerplate against boilerplate."""
    index = QuoteIndex()
    index.add(
        Printed(f"{n}.txt", None, "", None, None, (Span(0, len(p.text)),), p.text, SPEAKERS[p.speaker])
        for n, p in enumerate(placed)
        if p.kind == "original" or (p.kind in {"boilerplate", "common words"} and p.original % 2)
    )
    for item in placed:
        if item.kind == "original" or (item.kind in {"boilerplate", "common words"} and item.original % 2):
            continue
        checked = check(_wording(item.text), index, speaker=SPEAKERS[item.speaker])
        score.outcomes[item.kind][checked.outcome] += 1


def _wording(text: str) -> Wording:
    return Wording.of(text, (Span(0, len(text)),))


def show(score: Score, misses: int) -> Iterator[str]:
    """The tables."""
    yield f"{'kind':<30}{'pairs':>7}{'recall':>9}{'precision':>11}"
    for kind in [*editor.KINDS, *editor.TURNS, "combined", "spliced from two utterances"]:
        if score.pairs[kind]:
            precision = score.right[kind] / max(1, score.predicted[kind])
            yield f"{kind:<30}{score.pairs[kind]:>7}{score.found[kind] / score.pairs[kind]:>9.3f}{precision:>11.3f}"
    pairs, found = sum(score.pairs.values()), sum(score.found.values())
    yield f"{'all':<30}{pairs:>7}{found / pairs:>9.3f}{score.right['all'] / max(1, score.predicted['all']):>11.3f}"
    for kind in ("boilerplate", "common words"):
        yield f"{kind + ', wrong pairs':<30}{score.predicted[kind] - score.right[kind]:>7}"
    total = score.named["all"]
    yield f"\nkind named right: {total['right']}/{total.total()} = {total['right'] / total.total():.3f}"
    for kind, told in score.named.items():
        if kind != "all":
            yield f"  {kind:<30}" + ", ".join(f"{name} {count}" for name, count in told.most_common(6))
    expected, warned = score.expected.total(), score.warned.total()
    yield f"\nwarnings: {warned}/{expected} = {warned / max(1, expected):.3f}; false alarms {score.alarms}/{score.quiet} = {score.alarms / score.quiet:.3f}"
    yield "  " + ", ".join(f"{sense} {score.warned[sense]}/{count}" for sense, count in sorted(score.expected.items()))
    yield "\ncheck, outcomes by kind"
    for kind, outcomes in score.outcomes.items():
        yield f"  {kind:<30}" + ", ".join(f"{name} {count}" for name, count in outcomes.most_common())
    yield from score.misses[:misses]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--part", choices=("tune", "report"), default="tune")
    parser.add_argument("--pool", type=int, default=12000, help="quotations to draw from (12,000)")
    parser.add_argument("--misses", type=int, default=0, help="mistakes to print; they hold words of the articles")
    args = parser.parse_args()
    pool = quotations(args.articles, args.part, args.pool)
    draw = Draw(pool)
    score = Score()
    for seed in args.seeds:
        placed = draw.story(random.Random(seed))
        measure(placed, read(placed), score)
    print(f"{len(pool)} quotations to draw from, part {args.part}, seeds {' '.join(map(str, args.seeds))}")
    for line in show(score, args.misses):
        print(re.sub(r"\s+$", "", line))


if __name__ == "__main__":
    main()
