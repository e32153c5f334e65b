"""The gold of sources: when a speaker counts as right, and that the gold itself is well formed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import sources
from tellings.values import Article, Chain, Mention, Quotation, Reading, Span

TEXT = "Ora Quill and Ned Quill met the board’s clerk. Quill said it rains. The clerk said no. Snow, they say, is near."
GOLD = Path(sources.__file__).with_name("gold") / "sources.jsonl"


def span(words: str, after: int = 0) -> Span:
    """Where the words stand."""
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


MENTIONS = (
    Mention(span("Ora Quill"), "person", "name"),
    Mention(span("Ned Quill"), "person", "name"),
    Mention(span("the board’s clerk"), "person", "description"),
    Mention(span("Quill said"), "person", "name"),
    Mention(span("The clerk"), "person", "description"),
)
ORA, NED = (0,), (1,)
CLERK = Chain("board’s clerk", "person", (2, 4))


def reading(chains: tuple[Chain, ...], speaker: int | None) -> Reading:
    """A reading in which one quotation has this speaker."""
    quotation = Quotation((span("it rains"),), (), (), "indirect", speaker, "stated", "")
    return Reading(Article("a", TEXT, "", ()), mentions=MENTIONS, chains=chains, quotations=(quotation,))


def outcome(chains: tuple[Chain, ...], speaker: int | None, *, content: str = "it rains", **told: list[str]) -> str:
    """What the scorer says of it."""
    places = {key: [[span(w).start, span(w).end] for w in words] for key, words in told.items()}
    source = {"form": "surname", "content": [[span(content).start, span(content).end]], "source": []}
    return sources.answer(reading(chains, speaker), {"names": [], "descriptions": [], **source, **places}).outcome


@pytest.mark.parametrize(
    ("chains", "speaker", "told", "expected"),
    [
        ((Chain("Ora Quill", "person", (0, 3)),), 3, {"names": ["Ora Quill"]}, "right"),
        ((Chain("Ned Quill", "person", (1, 3)),), 3, {"names": ["Ora Quill"]}, "wrong"),
        ((Chain("Ora Quill", "person", (0, 1, 3)),), 3, {"names": ["Ned Quill"]}, "wrong"),
        ((Chain("Quill", "person", (3,)),), 3, {"names": ["Ora Quill"]}, "short"),
        ((Chain("Quill", "person", (3,)),), None, {"names": ["Ora Quill"]}, "open"),
        ((CLERK,), 4, {"descriptions": ["the board’s clerk"]}, "right"),
        ((CLERK,), 4, {"names": ["Ora Quill"]}, "wrong"),
        ((CLERK,), 4, {"names": ["Ora Quill"], "descriptions": ["The clerk"]}, "right"),
        ((CLERK,), 4, {}, "wrong"),
        ((CLERK,), None, {}, "right"),
    ],
)
def test_when_a_speaker_is_right(chains, speaker, told, expected):
    """The chain holds the full name and is called by it, or holds the description; nobody is right where none is told."""
    assert outcome(chains, speaker, **told) == expected


def test_what_is_not_found_is_missed():
    """A content that no quotation shares half of is missed, whoever else is named."""
    assert outcome((CLERK,), 4, content="Snow", names=["Ora Quill"]) == "missed"


def test_the_gold_is_well_formed():
    """Each article once, with a digest; spans are ordered; a source without words has the form ``none``."""
    articles = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    assert len({article["article"] for article in articles}) == len(articles)
    found = [source for article in articles for source in article["sources"]]
    assert len(found) >= 300
    for source in found:
        spans = [*source["content"], *source["source"], *source["names"], *source["descriptions"]]
        assert source["content"]
        assert all(0 <= start < end for start, end in spans)
        assert source["form"] in sources.FORMS
        assert bool(source["source"]) == (source["form"] != "none")
    assert {article["part"] for article in articles} == {"dev", "check", "sealed"}
    assert all(article["digest"].startswith("sha256:") for article in articles)


@pytest.mark.shared
def test_the_gold_fits_its_archive():
    """The texts in the archive are those that were annotated."""
    archive = GOLD.parents[3] / "shared" / "data" / "stories" / "dev_pool.jsonl.gz"
    if not archive.exists():
        pytest.skip("the archive of real articles is not beside the checkout")
    wanted = {row["article"]: row for row in sources.rows(GOLD)}
    texts = {row["id"]: row for row in sources.rows(archive) if row["id"] in wanted}
    for row in wanted.values():
        sources._check(row, texts, archive)
