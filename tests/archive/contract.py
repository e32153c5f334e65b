"""What every archive must do. An implementation's own test module imports all of this and gives the fixture ``opened``.

``opened`` is a function that opens the same archive, empty at first, as often as it is called.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from told import BELL, BRIDGE, BRIDGE_TOO, of, told

from by_hand import article
from tellings.archive import Archive, CopyOf, Grouped, Placed, Query, Settled, Why
from tellings.archive.search import asked
from tellings.errors import ArchiveError
from tellings.values import Known

Opened = Callable[[], Archive]

POST = told("The Wendle Post", BRIDGE)
ECHO = told("The Oldhaven Echo", BRIDGE_TOO, day="2031-05-07", title="Boats wait")
NEWS = told("Thornwick News", BELL, day="2031-06-01", title="Bell is found in barn")
URL = "https://wendle-post.example/bridge"


def filled(archive: Archive) -> list[int]:
    """The three articles, the first two in one story."""
    with archive.writing():
        numbers = [archive.add(reading).article for reading in (POST, ECHO, NEWS)]
        archive.place([Placed(numbers[0], "bridge"), Placed(numbers[1], "bridge"), Placed(numbers[2], "bell")])
    return numbers


def test_a_reading_comes_back_as_it_was(opened: Opened) -> None:
    """Every value of it, also after the archive was closed."""
    numbers = filled(opened())
    assert list(opened().readings(numbers)) == [POST, ECHO, NEWS]
    assert list(opened().readings(numbers[::-1])) == [NEWS, ECHO, POST]


def test_the_same_again_changes_nothing(opened: Opened) -> None:
    """Idempotent, whichever object it is given to."""
    archive = opened()
    first = archive.add(POST)
    counts = archive.counts()
    assert opened().add(POST) == first
    assert archive.find(POST.article) == first
    assert archive.counts() == counts
    assert archive.find(ECHO.article) is None


def test_a_file_that_was_moved_is_the_same_article(opened: Opened) -> None:
    """The name of a file is no part of what it says."""
    archive = opened()
    first = archive.add(POST)
    assert archive.add(replace(POST, article=replace(POST.article, file="elsewhere/copy.txt"))) == first


def test_what_was_told_of_a_file_need_not_be_told_again(opened: Opened) -> None:
    """A file that is added again without what was said of it the first time is the same article."""
    archive = opened()
    first = archive.add(replace(POST, article=replace(POST.article, url=URL)))
    bare = replace(POST, article=replace(POST.article, outlet=None, published=None))
    assert archive.find(bare.article) == first
    assert archive.add(bare) == first


def test_what_is_told_of_a_file_later_makes_no_second_article(opened: Opened) -> None:
    """A file that is added again with its address is a revision of itself."""
    archive = opened()
    first = archive.add(POST)
    again = archive.add(replace(POST, article=replace(POST.article, url=URL)))
    assert (again.article, again.number) == (first.article, 2)
    changed = told("The Wendle Post", BRIDGE + " More soon.", url=URL, file="elsewhere.txt")
    assert (archive.add(changed).article, archive.add(changed).number) == (first.article, 3)


def test_the_same_words_of_another_outlet_are_another_article(opened: Opened) -> None:
    """A wire copy stands in its own right."""
    archive = opened()
    kept = archive.add(POST)
    other = replace(POST.article, file="echo.txt", outlet=Known("The Oldhaven Echo", "given"))
    assert archive.add(of(other)).article != kept.article


@pytest.mark.parametrize(
    "again", [URL, "http://WENDLE-POST.example/bridge#top", f"{URL}?utm_source=mail&utm_medium=x"], ids=str
)
def test_a_changed_text_at_one_url_is_a_revision(opened: Opened, again: str) -> None:
    """Both are kept, the newer is shown; campaign parameters, fragment and case of the host make no other page."""
    archive = opened()
    older = told("The Wendle Post", BRIDGE, url=URL)
    newer = told("The Wendle Post", BRIDGE.replace("40 boats", "40 boats and a raft"), url=again, file="tuesday.txt")
    first, second = archive.add(older), archive.add(newer)
    assert (first.article, first.number) == (second.article, 1)
    assert second.number == 2
    assert archive.revisions(first.article) == (older, newer)
    assert list(archive.readings([first.article])) == [newer]
    assert archive.add(older) == replace(first, newest=False)
    assert archive.counts().articles == 1


def test_another_page_of_one_site_is_another_article(opened: Opened) -> None:
    """Parameters that name the page count."""
    archive = opened()
    pages = [
        told("The Wendle Post", BRIDGE + f" {number}", url=f"{URL}?id={number}", file="x.txt") for number in (1, 2)
    ]
    assert len({archive.add(page).article for page in pages}) == 2


def test_a_changed_file_without_a_url_is_a_revision(opened: Opened) -> None:
    """The file stands for the address."""
    archive = opened()
    kept = archive.add(POST)
    assert archive.add(told("The Wendle Post", BRIDGE + " More soon.")).article == kept.article


def test_a_line_in_a_file_of_many_has_no_address(opened: Opened) -> None:
    """Tomorrow another article stands in that line."""
    archive = opened()
    kept = archive.add(told("The Wendle Post", BRIDGE, record=1, file="dump.jsonl"))
    assert archive.add(told("The Wendle Post", BELL, record=1, file="dump.jsonl")).article != kept.article


def test_the_newest_revision_is_the_one_printed_last(opened: Opened) -> None:
    """Whatever the order in which they came; searches find that one alone."""
    archive = opened()
    tuesday = told("The Wendle Post", BRIDGE_TOO, day="2031-05-07", url=URL)
    monday = told("The Wendle Post", BRIDGE, day="2031-05-06", url=URL)
    assert archive.add(tuesday).article == archive.add(monday).article
    assert list(archive.readings([1])) == [tuesday]
    assert archive.revisions(1) == (monday, tuesday)
    assert [hit.text for hit in archive.search(Query("nobody mended"))] == []
    assert len(archive.search(Query("rather sail"))) == 1


def test_a_batch_is_whole_or_not_there(opened: Opened) -> None:
    """What fails in mid-batch leaves nothing behind."""
    archive = opened()

    def batch() -> None:
        with archive.writing():
            archive.add(POST)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        batch()
    assert archive.counts().articles == 0
    assert archive.search(Query("bridge")) == ()
    filled(archive)
    assert archive.counts().articles == 3


def test_readers_see_whole_batches_and_wait_for_nobody(opened: Opened) -> None:
    """In mid-write another reader finds what was there before."""
    writer, reader = opened(), opened()
    writer.add(NEWS)
    with writer.writing():
        writer.add(POST)
        assert reader.counts().articles == 1
        assert reader.search(Query("bridge")) == ()
    assert reader.counts().articles == 2


def test_a_second_writer_is_told_so(opened: Opened) -> None:
    """It waits for its turn; where that does not come, it says what is the matter."""
    first, second = opened(), opened()
    with first.writing():
        first.add(POST)
        with pytest.raises(ArchiveError, match="another process is writing"):
            second.add(ECHO)
    second.add(ECHO)
    assert first.counts().articles == 2


def test_what_came_behind_a_revision(opened: Opened) -> None:
    """In the order in which it came."""
    archive = opened()
    numbers = filled(archive)
    kept = list(archive.kept())
    assert [one.article for one in kept] == numbers
    assert list(archive.kept(after=kept[0].revision)) == kept[1:]
    assert [archive.article(one.key) for one in kept] == numbers


def test_stories_are_counted(opened: Opened) -> None:
    """Latest first; articles, outlets, origins, days and the headline of the first article."""
    archive = opened()
    filled(archive)
    told = [(one.title, one.articles, one.outlets, one.origins, one.first_day) for one in archive.stories()]
    assert told == [("Bell is found in barn", 1, 1, 1, "2031-06-01"), ("Bridge shut", 2, 2, 2, "2031-05-06")]
    assert [one.id for one in archive.stories(first="2031-05-07", last="2031-05")] == [archive.stories()[1].id]
    assert [one.title for one in archive.stories(least=2)] == ["Bridge shut"]
    assert [one.title for one in archive.stories(limit=1)] == ["Bell is found in barn"]


def test_copies_are_one_origin(opened: Opened) -> None:
    """Every count of outlets says how many independent origins there are."""
    archive = opened()
    numbers = filled(archive)
    archive.count_as_copies([CopyOf(numbers[1], numbers[0], "a cut")])
    story = archive.member(numbers[0]).story
    assert (archive.story(story).outlets, archive.story(story).origins) == (2, 1)
    assert archive.copies(numbers) == (CopyOf(numbers[1], numbers[0], "a cut"),)
    archive.count_as_copies([CopyOf(numbers[1], numbers[1])])
    assert (archive.story(story).origins, archive.copies(numbers)) == (2, ())


def test_an_article_moves_to_another_story(opened: Opened) -> None:
    """Both stories are counted anew; one that is empty is gone, and its number is not used again."""
    archive = opened()
    numbers = filled(archive)
    bell = archive.member(numbers[2]).story
    archive.place([Placed(numbers[2], "bridge", 0.5, Why(nearest="a1", likeness=0.5, names=("Nora Feld",)))])
    member = archive.member(numbers[2])
    assert (member.score, member.why.names) == (0.5, ("Nora Feld",))
    assert archive.story(bell) is None
    assert archive.members(bell) == ()
    assert [one.articles for one in archive.stories()] == [3]
    archive.place([Placed(numbers[0], "another")])
    assert archive.member(numbers[0]).story > bell


def test_a_story_keeps_its_number_under_another_name(opened: Opened) -> None:
    """What the grouping calls it may change."""
    archive = opened()
    numbers = filled(archive)
    story = archive.member(numbers[0]).story
    archive.rename_story("bridge", "gates")
    archive.place([Placed(numbers[2], "gates")])
    assert archive.member(numbers[2]).story == story
    assert (archive.story_number("gates"), archive.story_number("bridge")) == (story, None)


def test_the_grouping_goes_on_where_it_was(opened: Opened) -> None:
    """Its rows come back in order; a settling is remembered with what it changed."""
    archive = opened()
    filled(archive)
    rows = [
        Grouped(position, kept.key, story, b"sign", b"links")
        for position, (kept, story) in enumerate(zip(archive.kept(), ("bridge", "bridge", "bell"), strict=True))
    ]
    archive.keep_grouping(rows)
    assert list(opened().grouping()) == rows
    assert list(opened().grouping(after=1)) == rows[2:]
    assert archive.settlings() == (0, 0)
    change = Settled("merge", (1, 2), (3,), "their articles are alike")
    assert archive.settle([change], seen=3) == 1
    assert opened().settlings() == (1, 3)
    assert opened().settled() == opened().settled(2) == (change,)
    assert opened().settled(9) == ()


QUERIES = [
    ("bridge", ["Bridge shut", "Boats wait"]),
    ("BRIDGES", ["Bridge shut", "Boats wait"]),
    ("bridge skipper", ["Boats wait"]),
    ('"second boat"', ["Boats wait"]),
    ('"boat second"', []),
    ("bridge outlet:the wendle post", ["Bridge shut"]),
    ("outlet:Nobody", []),
    ("from:2031-05-07", ["Bell is found in barn", "Boats wait"]),
    ("to:2031-05", ["Boats wait", "Bridge shut"]),
    ("from:2031-05-06 to:2031-05-06", ["Bridge shut"]),
    ("bridge entity:Amsel", ["Boats wait"]),
    ("entity:Nora Feld from:2031-05-07", ["Boats wait"]),
    ("kind:headline bridge", ["Bridge shut"]),
    ("kind:figure boats", ["Boats wait", "Bridge shut"]),
    ("speaker:Feld about:mended gates", ["Bridge shut"]),
    ("speaker:Karl Amsel", ["Boats wait"]),
    ("about:rang", ["Bell is found in barn"]),
    ("speaker:Nora Feld about:rang", []),
    ("NEAR(bridge OR * harbour", []),
    ("mayor's", []),
]


@pytest.mark.parametrize(("text", "titles"), QUERIES, ids=[text for text, _ in QUERIES])
def test_searches(opened: Opened, text: str, titles: list[str]) -> None:
    """Words, phrases and fields find what they should; nothing that is typed breaks the search."""
    archive = opened()
    filled(archive)
    assert sorted(hit.title or "" for hit in archive.search(asked(text))) == sorted(titles)


def test_a_search_keeps_to_a_story(opened: Opened) -> None:
    """By its number."""
    archive = opened()
    numbers = filled(archive)
    story = archive.member(numbers[1]).story
    assert {hit.article for hit in archive.search(asked(f"story:s{story}"))} == set(numbers[:2])
    assert {hit.story for hit in archive.search(asked(f"bridge story:s{story}"))} == {story}


@pytest.mark.parametrize("text", [text for text, titles in QUERIES if titles])
def test_every_hit_is_at_its_place(opened: Opened, text: str) -> None:
    """The words of a hit stand at its span, and the matches inside it."""
    archive = opened()
    filled(archive)
    for hit in archive.search(asked(text)):
        printed = next(archive.readings([hit.article])).article.text
        assert hit.span.of(printed) == hit.text
        assert all(hit.span.covers(match) for match in hit.matches)
    words = archive.search(asked("speaker:Feld about:mended gates"))[0]
    assert [match.of(POST.article.text) for match in words.matches] == ["gates", "mended"]
    assert (words.speaker, words.cue, words.certainty, words.kind) == ("Nora Feld", "said", "stated", "quote")


def test_names_are_found_by_their_words(opened: Opened) -> None:
    """As they are printed, those of most articles first; whatever is typed."""
    archive = opened()
    filled(archive)
    assert archive.names("feld") == ("Nora Feld",)
    assert archive.names("Feld Ida") == archive.names("") == archive.names('"(') == ()


@pytest.mark.parametrize(
    "text", ["", "  ", "!?", "story:twelve", "bridge story:s99", "from:yesterday", "kind:poem", "speaker:"]
)
def test_what_cannot_be_asked_is_told(opened: Opened, text: str) -> None:
    """In one line, with what to write instead."""
    with pytest.raises(ArchiveError) as raised:
        opened().search(asked(text))
    assert "\n" not in str(raised.value)


def test_vectors_come_back(opened: Opened) -> None:
    """In the order of their revisions, from one on, of one method."""
    archive = opened()
    filled(archive)
    rows = [(revision, bytes([revision]) * 8) for revision in (1, 2, 3)]
    with archive.writing():
        archive.keep_vectors("by-hand.v1", rows)
    assert list(opened().vectors("by-hand.v1")) == rows
    assert list(opened().vectors("by-hand.v1", after=2)) == rows[2:]
    assert list(opened().vectors("another.v1")) == []


def test_an_unknown_article_or_story(opened: Opened) -> None:
    """Says so."""
    archive = opened()
    assert (archive.member(7), archive.story(7), archive.members(7)) == (None, None, ())
    with pytest.raises(ArchiveError, match="no article a7"):
        list(archive.readings([7]))
    with pytest.raises(ArchiveError, match="no article a7"):
        archive.revisions(7)


@pytest.mark.parametrize(
    "before", ["Half 😀 a\u00adword. ", "line\r\nline\ttab ", "e\u0301 é ", "zero\x00byte "], ids=repr
)
def test_any_text_keeps_its_offsets(opened: Opened, before: str) -> None:
    """Characters beyond the first plane, combining marks, line ends and zero characters are one code point each."""
    archive = opened()
    reading = of(article("The Wendle Post", f"{before}“The gates are old,” Nora Feld said."))
    number = archive.add(reading).article
    assert next(archive.readings([number])) == reading
    hit = archive.search(asked("speaker:Feld about:gates"))[0]
    assert hit.text == hit.span.of(reading.article.text) == "“The gates are old,”"
    assert [match.of(reading.article.text) for match in hit.matches] == ["gates"]
