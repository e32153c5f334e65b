"""Articles into an archive: read once, placed, kept; what fails is told; what a user set right is replayed."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
from told import of

from by_hand import article
from tellings.archive import SqliteArchive
from tellings.archive.repairs import NAME
from tellings.archive.search import asked
from tellings.errors import ArchiveError
from tellings.intake import Failure
from tellings.run import adding, repairing, showing
from tellings.run.local import unread
from tellings.run.placing import Placing
from tellings.values import Article, Reading

TOWNS = ("Wendle", "Oldhaven", "Thornwick")


def story(town: str, number: int) -> Article:
    """One of several articles about the gates of one town."""
    said = "nobody mended them" if number % 2 else "the tide took them"
    text = (
        f"The lock gates of {town} broke on Monday and {town} lies under water, {40 + number} boats adrift. "
        f"“The gates are old,” said Nora Feld, the lock keeper of {town}. Skippers in {town} say {said}."
    )
    return article(
        f"{town} Post {number}", text, day=f"2031-0{TOWNS.index(town) + 1}-1{number}", title=f"{town} lock gates break"
    )


ARTICLES = tuple(story(town, number) for town in TOWNS for number in range(4))


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stands in for the reading; an article that says so cannot be read, or breaks a part."""

    def read(stream: Iterator[Article], _: object) -> Iterator[list[Reading]]:
        return iter(lambda: [_read(found) for found in islice(stream, 4)], [])

    def _read(found: Article) -> Reading:
        if "kills every worker" in found.text:
            return unread(found)
        return replace(of(found), faults=("figures.v1: ValueError",) if "breaks a part" in found.text else ())

    monkeypatch.setattr(adding, "read_stream", read)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[SqliteArchive]:
    with SqliteArchive(tmp_path / "news", create=True) as opened:
        yield opened


def groups(archive: SqliteArchive) -> set[frozenset[str]]:
    return {
        frozenset(next(archive.readings([m.article])).article.file for m in archive.members(one.id))
        for one in archive.stories()
    }


def test_articles_are_kept_and_sorted_into_stories(archive: SqliteArchive):
    """One story a town, each counted, each member with its reason."""
    added = adding.add(ARTICLES, archive)
    assert (added.new, added.revised, added.known, added.failed, added.stories) == (12, 0, 0, 0, 3)
    assert {len(group) for group in groups(archive)} == {4}
    line = archive.stories()[0]
    assert (line.articles, line.outlets, line.title) == (4, 4, "Thornwick lock gates break")
    member = archive.members(line.id)[-1]
    assert member.why.nearest in {f"a{one.article}" for one in archive.members(line.id)}
    assert member.why.likeness > 0


def test_the_same_again_and_again(archive: SqliteArchive):
    """Changes nothing, and nothing is read."""
    adding.add(ARTICLES, archive)
    before = (archive.counts(), archive.settlings())
    again = adding.add(ARTICLES, archive)
    assert (again.new, again.known) == (0, 12)
    assert (archive.counts(), archive.settlings()) == before
    assert adding.add([ARTICLES[0], ARTICLES[0]], archive).known == 2


def test_an_article_twice_in_one_run(archive: SqliteArchive):
    """Is kept once."""
    added = adding.add([ARTICLES[0], ARTICLES[1], ARTICLES[0]], archive)
    assert (added.new, added.known) == (2, 1)


@pytest.mark.parametrize("seed", range(3))
def test_any_order_of_arrival(tmp_path: Path, archive: SqliteArchive, seed: int):
    """In one run or in many, the settled stories and what they tell are the same."""
    adding.add(ARTICLES, archive)
    shuffled = random.Random(seed).sample(ARTICLES, len(ARTICLES))
    with SqliteArchive(tmp_path / "other", create=True) as other:
        for start in range(0, len(shuffled), 5):
            adding.add(shuffled[start : start + 5], other)
        assert groups(other) == groups(archive)
        told = [
            sorted(json.dumps(showing.show(one, line.id).export(), sort_keys=True) for line in one.stories())
            for one in (archive, other)
        ]
    assert told[0] == told[1]


def test_what_fails_is_told_and_the_rest_goes_on(archive: SqliteArchive):
    """A source that is no article; one whose part broke is kept; one that killed its workers is tried again next time."""
    lines: list[str] = []
    bad = article("Saltby Post", "This one kills every worker.")
    broken = article("Merrow Post", "This one breaks a part. Nora Feld said so.")
    found = [ARTICLES[0], Failure("x.pdf", None, "no text", "give text"), bad, broken]
    added = adding.add(found, archive, report=lines.append)
    assert (added.new, added.failed, added.faults, added.seen) == (2, 2, 1, 4)
    assert lines[0] == "x.pdf: no text; give text"
    assert any(line.startswith("saltby-post.txt: every process that read it was killed") for line in lines)
    assert any("merrow-post.txt: a part of the reading broke" in line for line in lines)
    assert archive.find(bad) is None
    assert archive.find(broken) is not None


def test_progress_tells_of_what_is_kept(archive: SqliteArchive, monkeypatch: pytest.MonkeyPatch):
    """After each batch, never backwards."""
    monkeypatch.setattr(adding, "KEPT_AT_ONCE", 1)
    seen: list[int] = []
    adding.add(ARTICLES, archive, progress=lambda added: seen.append(added.seen))
    assert seen == [4, 8, 12]


def test_a_revision_stays_in_its_story(archive: SqliteArchive):
    """And is shown in place of the older text."""
    adding.add(ARTICLES, archive)
    changed = replace(of(ARTICLES[0]).article, text=ARTICLES[0].text.replace("40 boats", "44 boats"))
    added = adding.add([changed], archive)
    assert (added.new, added.revised, added.stories) == (0, 1, 3)
    assert archive.search(asked("44 boats"))[0].story == archive.member(1).story


def revised(number: int, town: str) -> Article:
    """An article at the same address the day after, about another town."""
    other = story(town, number)
    return replace(other, file=ARTICLES[number].file, outlet=ARTICLES[number].outlet)


def test_a_revision_about_something_else_goes_to_its_story(archive: SqliteArchive):
    """It is placed anew by its newest text; both stories are counted anew."""
    adding.add(ARTICLES, archive)
    added = adding.add([revised(0, "Thornwick")], archive)
    assert (added.revised, added.stories) == (1, 3)
    home = archive.member(archive.find(ARTICLES[-1]).article).story
    assert archive.member(1).story == home
    assert sorted(one.articles for one in archive.stories()) == [3, 4, 5]
    assert archive.member(1).why.nearest is not None


def test_a_revision_that_tells_what_nobody_else_tells(archive: SqliteArchive):
    """It leaves the story that was called after it; nobody is said to have been put anywhere by hand."""
    adding.add(ARTICLES[:2], archive)
    bell = article(
        "x", "A bell was found in a barn. It rang when a farmer kicked it.", day="2031-01-11", title="Bell is found"
    )
    adding.add([replace(bell, file=ARTICLES[0].file, outlet=ARTICLES[0].outlet)], archive)
    assert sorted(one.articles for one in archive.stories()) == [1, 1]
    assert [archive.member(number).why.by_hand for number in (1, 2)] == [False, False]


@pytest.mark.parametrize("at", [1, 5, 12])
def test_revisions_in_any_order(tmp_path: Path, archive: SqliteArchive, at: int):
    """Articles that come with their revision, before it or after it, by several writers, settled between or not."""
    newest = [revised(0, "Thornwick"), *ARTICLES[1:]]
    adding.add(newest, archive)
    with SqliteArchive(tmp_path / "other", create=True) as other, SqliteArchive(tmp_path / "other") as second:
        one, late = Placing(other), Placing(second)
        adding.keep([of(found) for found in ARTICLES[:at]], other, one)
        adding.keep([of(ARTICLES[0])], second, late)
        if at == 5:
            adding.add([], other, placing=one)
        adding.keep([of(newest[0])], second, late)
        adding.keep([of(found) for found in ARTICLES[at:]], other, one)
        adding.add([], other)
        assert groups(other) == groups(archive)
        assert [line.articles for line in other.stories()] == [line.articles for line in archive.stories()]


def test_an_older_text_that_comes_late(archive: SqliteArchive):
    """Is kept, and moves nothing: the text printed last is shown and placed."""
    adding.add([revised(0, "Thornwick"), *ARTICLES[1:]], archive)
    before = groups(archive)
    assert adding.add([ARTICLES[0]], archive).revised == 1
    assert groups(archive) == before


def test_what_another_release_kept_of_the_grouping(archive: SqliteArchive):
    """In a form that is not known any more: the articles are grouped again from their readings."""
    adding.add(ARTICLES[:8], archive)
    before = groups(archive)
    kept = [replace(row, signature=b"\xff" + row.signature[1:]) for row in archive.grouping()]
    archive.keep_grouping(kept)
    adding.add([], archive)
    assert groups(archive) == before
    adding.add(ARTICLES, archive)
    assert {len(group) for group in groups(archive)} == {4}


def test_two_writers_take_turns(archive: SqliteArchive, tmp_path: Path):
    """Each takes up what the other has kept, also across a settling."""
    with SqliteArchive(tmp_path / "news") as second:
        one, other = Placing(archive), Placing(second)
        for number, found in enumerate(ARTICLES):
            writer, placing = ((archive, one), (second, other))[number % 2]
            adding.keep([of(found)], writer, placing)
            if number == 7:
                with second.writing():
                    other.settle()
        with archive.writing():
            one.catch_up()
            one.settle()
    assert {len(group) for group in groups(archive)} == {4}
    assert archive.counts().articles == 12


def test_stories_are_merged_and_split_by_hand(archive: SqliteArchive):
    """At once, for ever, and in another archive with the same file of repairs."""
    adding.add(ARTICLES, archive)
    first, second = archive.stories()[0].id, archive.stories()[1].id
    merged = repairing.merge(archive, [first, second])
    assert archive.story(merged).articles == 8
    out = archive.members(merged)[0].article
    alone = repairing.split(archive, merged, [out])
    assert [member.article for member in archive.members(alone)] == [out]
    assert archive.story(merged).articles == 7
    adding.add([article("Merrow Post", "A bell was found in a barn in Merrow.")], archive)
    assert archive.story(merged).articles == 7
    assert archive.settled(merged)


def test_repairs_are_replayed_elsewhere(archive: SqliteArchive, tmp_path: Path):
    """The file is carried along; articles are named by keys that are the same in every archive."""
    adding.add(ARTICLES, archive)
    repairing.merge(archive, [line.id for line in archive.stories()])
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / NAME).write_bytes((archive.folder / NAME).read_bytes())
    with SqliteArchive(elsewhere, create=True) as other:
        adding.add(ARTICLES[::-1], other)
        assert [line.articles for line in other.stories()] == [12]
        (elsewhere / NAME).unlink()
        adding.add([], other)
        assert [line.articles for line in other.stories()] == [4, 4, 4]


def test_a_name_is_set_right(archive: SqliteArchive):
    """In searches, in the views and in what is shown; a name that nobody prints is refused."""
    adding.add([*ARTICLES[:4], article("Echo", "“The gates are old,” said Nora Feld. Karl Amsel, she was.")], archive)
    repairing.rename(archive, "Karl Amsel", "Nora Feld")
    assert archive.database.execute("SELECT count(*) FROM name WHERE same_as IS NOT NULL").fetchone() == (1,)
    assert {hit.speaker for hit in archive.search(asked("speaker:Nora Feld"))} == {"Nora Feld"}
    assert len(archive.search(asked("entity:Nora Feld kind:article"))) == 5
    with pytest.raises(ArchiveError, match="nobody goes by 'Ida Lund'; names are taken as"):
        repairing.rename(archive, "Nora Feld", "Ida Lund")
    with pytest.raises(ArchiveError, match="nobody goes by 'Feld'; there are Nora Feld"):
        repairing.rename(archive, "Feld", "Nora Feld")


def test_a_speaker_is_set_right(archive: SqliteArchive):
    """Only with a name that the article prints, or as nobody."""
    text = "“The gates are old,” said Nora Feld. Karl Amsel, a skipper, laughed."
    adding.add([article("Echo", text, title="Gates")], archive)
    assert repairing.speaker(archive, 1, "the GATES are", "Karl Amsel") == "“The gates are old,”"
    assert [hit.speaker for hit in archive.search(asked("about:gates"))] == ["Karl Amsel"]
    shown = showing.show(archive, 1).story
    quotation = shown.readings[0].quotations[0]
    assert quotation.reason == "set by hand"
    assert (
        shown.readings[0].mentions[quotation.speaker].span.of(text if not shown.title else f"Gates\n{text}")
        == "Karl Amsel"
    )
    with pytest.raises(ArchiveError, match="a1 names nobody 'Ida Lund'; it names Karl Amsel, Nora Feld"):
        repairing.speaker(archive, 1, "gates", "Ida Lund")
    with pytest.raises(ArchiveError, match="no quotation with the words 'bells'"):
        repairing.speaker(archive, 1, "bells", None)
    repairing.speaker(archive, 1, "gates", None)
    assert [hit.speaker for hit in archive.search(asked("about:gates"))] == [None]
    assert showing.show(archive, 1).story.readings[0].quotations[0].certainty == "unknown"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("no json", "line 2"),
        ('{"repair": "burn"}', "one of merge, split, rename, speaker"),
        ('{"repair": "rename", "name": "x"}', "missing required field"),
    ],
)
def test_a_file_of_repairs_that_is_broken(archive: SqliteArchive, line: str, told: str):
    """Is told by its line, and nothing is grouped past it."""
    (archive.folder / NAME).write_text('{"repair":"rename","name":"a","to":"b"}\n' + line + "\n")
    with pytest.raises(ArchiveError, match=told):
        adding.add(ARTICLES, archive)
