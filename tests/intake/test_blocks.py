"""What each stretch of a text is. Every example is invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.intake import blocks
from tellings.values import Block

LEAD = "The old harbour bell of Marrow Point was found on Sunday in a barn, the keeper of the lighthouse said."
MORE = "Divers had looked for it for three summers. It weighs more than a small car, and nobody knows who moved it."
LAST = "The council will vote on Friday whether the bell goes back to its tower, which needs a new roof first."


def marked(text: str, **options: str) -> list[tuple[str, str]]:
    """Kind and words of every block."""
    return [(block.kind, block.span.of(text).strip()) for block in blocks.mark(text, **options)]


def kind_of(line: str) -> str:
    """The kind of a line that stands among the paragraphs of an article."""
    text = "\n\n".join([LEAD, MORE, line, LAST, MORE.replace("three", "four"), LEAD.replace("Sunday", "Monday")])
    start = text.index(line)
    return next(block.kind for block in blocks.mark(text) if block.span.start == start)


def visible(text: str, found: tuple[Block, ...]) -> list[int]:
    return [place for block in found for place in range(block.span.start, block.span.end) if not text[place].isspace()]


PIECES = st.sampled_from(
    [
        LEAD, MORE, LAST, "\n", "\n\n", "\r\n", " ", "\ufeff", "By Ada Quill", "Advertisement", "Photo: A. Quill / Wire", "“", "(", "MORE",
        "Quill Ada QuillSomething new about the bell that rings MORE", "date 2019-05-14 ", "* * *", "Read more: The bell", "MARROW POINT — ",
        "A bell is found", "Bell speaks during a walk on May 3, 2019. ", "(RELATED: A bell (old))", "\x1c", "\u2028", "7",
    ]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=30))).map("".join))
def test_every_visible_character_lies_in_exactly_one_block(text: str) -> None:
    """Blocks stand in order, do not overlap, and leave out nothing but white space."""
    found = blocks.mark(text)
    assert visible(text, found) == [place for place, sign in enumerate(text) if not sign.isspace()]


@given(st.lists(PIECES).map("".join))
def test_the_same_text_has_the_same_blocks(text: str) -> None:
    """Nothing depends on anything but the text."""
    assert blocks.mark(text) == blocks.mark(text)


def test_the_head_of_an_article() -> None:
    """Headline, the line under it, author, date, picture, dateline, and then the text."""
    text = "\n\n".join(
        [
            "This site is not supported by your browser.",
            "Lost bell turns up in barn",
            "Keeper tells of three summers of diving",
            "By Ada Quill and Tom Farrow, Staff writers",
            "Published: 14 May 2019",
            "Lost bell turns up in barn",
            "A diver holds the bell's rope at Marrow Point on May 12, 2019.Ada Quill / Coast Wire",
            f"MARROW POINT, May 14 (Coast Wire) — {LEAD}",
            MORE,
        ]
    )
    found = blocks.mark(text)
    assert [(block.kind, block.repeat) for block in found] == [
        ("banner", False),
        ("title", False),
        ("deck", False),
        ("byline", False),
        ("metadata", False),
        ("title", True),
        ("caption", False),
        ("credit", False),
        ("dateline", False),
        ("body", False),
        ("body", False),
    ]
    assert found[7].span.of(text) == "Ada Quill / Coast Wire"
    assert found[9].span.of(text) == LEAD


def test_a_text_that_begins_with_its_first_paragraph_has_no_headline() -> None:
    """A headline that is not there is not made up."""
    assert [kind for kind, _ in marked(f"{LEAD}\n\n{MORE}\n\n{LAST}")] == ["body"] * 3


def test_a_short_line_in_the_middle_is_a_subheading_not_a_headline() -> None:
    """Only the top of a text holds its headline."""
    assert kind_of("A tower without a roof") == "body"


def test_a_name_on_top_is_the_author_but_a_short_headline_is_not() -> None:
    """The words of a headline come again in the text; its author's name does not."""
    assert marked(f"Tom Farrow\n\n{LEAD}\n\n{MORE}")[0][0] == "byline"
    assert marked(f"Bell Found\n\n{LEAD}\n\n{MORE}")[0][0] == "title"


def test_a_deck_may_say_what_the_first_paragraph_says() -> None:
    """A line under the headline that the text begins with again is not a second statement."""
    deck = LEAD.replace(", the keeper of the lighthouse said.", ".")
    assert marked(f"Bell found\n\n{deck}\n\n{LEAD}\n\n{MORE}")[1] == ("deck", deck)


def test_a_leaked_date_field_and_a_caption_on_one_line_are_two_blocks() -> None:
    """A field of the page before the first words is no part of them."""
    text = f" date 2019-05-14 Keeper Ada Quill speaks to divers about the bell on May 2, 2019 at Marrow Point\n\n{LEAD}"
    assert [kind for kind, _ in marked(text)] == ["metadata", "caption", "body"]


def test_a_headline_known_from_elsewhere_is_found_wherever_it_stands() -> None:
    """A title field and the text say the same headline once."""
    text = f"Coast and country today\n\nBell found\n\n{LEAD}\n\n{MORE}"
    assert ("title", "Bell found") in marked(text, title="Bell found")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Advertisement", "banner"),
        ("Story continues below", "banner"),
        ("Sign up for our morning newsletter and never miss a tide", "banner"),
        ("Get the best of the coast delivered to your inbox every day.", "banner"),
        ("This site uses cookies. By continuing, you agree to our terms.", "banner"),
        ("Our reporting is free to all. Please join and support our journalism.", "banner"),
        ("Advertisement Continue reading the main story", "banner"),
        ("( PHOTOS: Ten bells of the coast)", "banner"),
        ("[pullquote]", "banner"),
        ("Go deeper: How the bell was lost", "banner"),
        ("FLASHBACK: The night the bell was lost to the sea", "banner"),
        ("Interested in bells? Add bells as an interest to stay up to date on the latest. Add Interest", "banner"),
        ("Follow @marrowpost Follow @adaquill", "banner"),
        ("Embed The night the bell was lost 3:26 autoplay autoplay Copy this code to your website or blog", "banner"),
        ("Tune in at 1 p.m. ET every weekday for more from the coast", "banner"),
        ("COMMENTARY", "metadata"),
        ("This article is more than 3 years old", "note"),
        ("Contributing: Coast Wire", "note"),
        ("A revised version of this story is available.", "note"),
        ("Permission is given to duplicate this page for personal use only.", "banner"),
        ("Analysis by Ada Quill, Coast News, Low Quay", "byline"),
        ("Figure 2: Bells lost and found since 1950", "caption"),
        ("Ada Quill / Coast Images A diver holds the bell\u2019s rope at the quay.", "caption"),
        ("A diver at the quay. Ada Quill for The Marrow Post", "caption"),
        ("The bell comes home. (Source: Coast Wire)", "caption"),
        ("Two hands around an old bell. More", "caption"),
        ("“It rang on its own every night of that long winter” Ada Quill, keeper", "body"),
        ("Read more: How the bell was lost", "banner"),
        ("SEE ALSO: Ten bells of the coast", "banner"),
        ("Facebook Twitter WhatsApp Email", "banner"),
        ("Follow us on Twitter @marrowpost", "banner"),
        ("Copyright © 2019 The Marrow Post Ltd. All rights reserved.", "banner"),
        ("Play video 2:04 The bell is lifted – video", "banner"),
        ("Image 2 of 14", "banner"),
        ("Slideshow (12 images)", "banner"),
        ("* * *", "junk"),
        ("Ada Quill contributed to this report.", "note"),
        ("Correction, May 16, 2019: An earlier version of this article misnamed the barn.", "note"),
        ("Updated at 4:15 p.m.", "note"),
        ("(Reporting by Ada Quill; editing by Tom Farrow)", "note"),
        ("Send tips to desk@marrowpost.example", "note"),
        ("CREDIT: Coast Photo/Ada Quill", "credit"),
        ("© Coast Pictures", "credit"),
        ("Photograph: Ada Quill", "credit"),
        ("Divers near the barn where the bell lay. Photograph: Ada Quill/Coast Wire", "caption"),
        ("The bell, before it was lost. (Photo by Ada Quill)", "caption"),
        ("Image: Divers at work", "caption"),
        ("The bell tower in 2011. File photo", "caption"),
        ("-- Coast Wire", "credit"),
        ("Coast Pictures", "credit"),
        ("Also read: Ten bells of the coast", "banner"),
        ("What do you think? Let us know in the comments.", "banner"),
        ("View 23 comments", "banner"),
        ("(With inputs from agencies)", "note"),
        ("Published 3 hours ago", "metadata"),
        ("March 8, 2019 / 10:15 AM / Marrow News", "metadata"),
        ("In this May 3, 2019 file photo, divers look at the rope of the bell.", "caption"),
        ("Keeper Ada Quill, left, poses with the rope on Wednesday, May 8, 2019, at Marrow Point.", "caption"),
        ("Published 14 May 2019 09:30 GMT", "metadata"),
        ("The Marrow Post, Tuesday 14 May 2019", "metadata"),
        ("Tags: bells, barns, divers", "metadata"),
    ],
)
def test_a_line_that_is_no_paragraph_is_told_by_its_form(line: str, kind: str) -> None:
    """Furniture, pictures, credits, notes and fields of the page."""
    assert kind_of(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "Have you ever heard of a bell that rings under water, the keeper asks in the report that nobody has read.",
        "Its report on the harbour points to several years of neglect, to be debated on May 3, 2020, by a council of seven.",
        "Pictures of the barn have been passed from hand to hand since Sunday.",
        "The council wrote: “The failing @marrowpost has made it all up once more.”",
        "A Coast News/Marrow Post poll this week found that three in four of them want it back.",
        "He told people to sign up for the dive by email, and forty did within the week.",
        "“Join us and support our newsroom,” the sign on the barn said.",
        "The company, which uses cookies of brass to mark the spot, said it was sorry.",
        "She follows the tides on Twitter, where her account has few readers.",
        "The bell stands for all that was lost on May 3, 2019, she said.",
        "Update the roof first, the keeper advised, and hang the bell later.",
        "The photo shows three men, and none of them is from Marrow Point.",
        "The council (left with few choices) sold the tower in 2011.",
        "By Sunday the divers had gone home, and the barn stood empty again.",
        "Three men were accused in the case, which moves to trial on May 3, 2020.",
        "What happens now?",
        "Marrow Town: Quill; Farrow, Doe; Vane.",
        "- Ada Quill",
        "Attendance: 23,410",
        "The bell",
        "NO BELL",
    ],
)
def test_a_sentence_of_the_article_stays_body(line: str) -> None:
    """To keep junk is bad; to lose the article is worse."""
    assert kind_of(line) == "body"


@pytest.mark.parametrize(
    ("line", "cut", "kind"),
    [
        (
            "Shares of Quay Foundries QUAY, +9.36% fell on the day the bell was weighed.",
            "QUAY, +9.36%",
            "junk",
        ),
        (
            "Keeper Ada QuillAdeline (Ada) Maude QuillBell ringers meet in the north Ten towers to see this year MORE rang it twice.",
            "Adeline (Ada) Maude QuillBell ringers meet in the north Ten towers to see this year MORE",
            "junk",
        ),
        (
            "Keeper Ada Quill Ada Quill Barn owner: no comment Ten towers to see this year MORE, who rang it, left.",
            "Ada Quill Barn owner: no comment Ten towers to see this year MORE",
            "junk",
        ),
        ("It was found. (RELATED: Ten bells (and a gong) of the coast)", "(RELATED: Ten bells (and a gong) of the coast)", "junk"),
        ("Bellworks plc (LON: BELL) made it in 1902.", "(LON: BELL)", "junk"),
        ("Nobody knows who moved it. Sign up for our newsletter", "Sign up for our newsletter", "junk"),
        ("Nobody knows who moved it. Additional reporting by Tom Farrow.", "Additional reporting by Tom Farrow.", "note"),
    ],
)  # fmt: skip
def test_what_ran_into_a_sentence_is_cut_out_and_the_words_around_it_stay(line: str, cut: str, kind: str) -> None:
    """Only the junk is a block of another kind; both sides are body, with their spaces."""
    text = f"{LEAD}\n\n{MORE}\n\n{line}\n\n{LAST}"
    found = [
        block
        for block in blocks.mark(text)
        if block.span.start >= text.index(line) and block.span.end <= text.index(LAST)
    ]
    assert [(block.kind, block.span.of(text)) for block in found if block.kind != "body"] == [(kind, cut)]
    body = "".join(block.span.of(text) for block in found if block.kind == "body")
    assert body.strip() == line.replace(cut, "").strip()


def test_numbers_that_count_the_paragraphs_are_footnotes_but_one_number_is_not() -> None:
    """A figure glued to a full stop is junk only where others go on counting."""
    counted = "\n\n".join(f"{sentence}{number}" for number, sentence in enumerate((LEAD, MORE, LAST), 1))
    assert [words for kind, words in marked(counted) if kind == "junk"] == ["1", "2", "3"]
    assert {kind for kind, _ in marked(f"{LEAD}1\n\n{MORE}\n\n{LAST}")} == {"body"}


@pytest.mark.parametrize(
    "place",
    [
        "MARROW POINT — ",
        "MARROW POINT, May 14 (Coast Wire) - ",
        "Marrow Point (CW) — ",
        "(Coast Wire) - ",
        "MARROW POINT: ",
    ],
)
def test_a_dateline_is_cut_off_the_first_paragraph(place: str) -> None:
    """Where and by which agency, in the forms in use."""
    assert marked(f"{place}{LEAD}\n\n{MORE}")[:2] == [("dateline", place.strip()), ("body", LEAD)]


def test_who_speaks_in_a_transcript_is_no_place() -> None:
    """Names in capitals with a colon, again and again, are speakers."""
    assert [kind for kind, _ in marked(f"ADA QUILL: {LEAD}\n\nTOM FARROW: {MORE}")] == ["body", "body"]


def test_a_paragraph_that_stands_twice_says_nothing_new() -> None:
    """The second printing in the same text is marked as a repeat."""
    found = blocks.mark(f"{LEAD}\n\n{MORE}\n\n{LEAD}")
    assert [block.repeat for block in found] == [False, False, True]


def test_who_the_author_is_stands_at_the_end() -> None:
    """A biography is a note, but a person of the article is not its author."""
    bio = "Ada Quill is a writer at the Institute of Bells and the author of two books."
    assert marked(f"{LEAD}\n\n{MORE}\n\n{LAST}\n\n{LEAD}!\n\n{bio}")[-1][0] == "note"
    known = "Ada Quill said so on Sunday, when the barn was opened to all."
    assert marked(f"{LEAD}\n\n{known}\n\n{LAST}\n\n{LEAD}!\n\n{bio}")[-1][0] == "body"


def test_lines_that_were_wrapped_by_hand_are_one_paragraph() -> None:
    """In a wrapped text an empty line ends the paragraph, not the end of a line."""
    wrapped = (
        "The old harbour bell of Marrow Point was found on Sunday\nin a barn, the keeper of the lighthouse said, and nobody\n"
        "knew who had moved it there from the bottom of the sea.\n\nDivers had looked for it for three summers, with ropes and\n"
        "lamps and a great deal of patience, before they gave up\nand went home to their families."
    )
    assert [kind for kind, _ in marked(wrapped)] == ["body", "body"]


@pytest.mark.shared
@pytest.mark.parametrize("index", range(5))
def test_real_articles_are_marked_as_a_careful_reader_marked_them(shared, index: int) -> None:
    """Every segment of five real articles, exactly."""
    import json

    gold = json.loads((shared / "data/seed-story/clean-gold.json").read_text(encoding="utf-8"))["docs"][index]
    text = (shared / "data/seed-story" / gold["file"]).read_bytes().decode("utf-8")
    kinds = {"title_repeat": "title", "inline_junk": "junk"}
    segments = next(value for value in gold.values() if isinstance(value, list) and value and "label" in value[0])
    expected = [(row["start"], row["end"], kinds.get(row["label"], row["label"])) for row in segments]
    assert [(block.span.start, block.span.end, block.kind) for block in blocks.mark(text)] == expected


def test_a_pull_quote_is_told_by_the_name_after_it() -> None:
    """Its words stand in a paragraph, so that nothing is lost; a subheading of the same words stays."""
    pulled = "The bell weighs more than a small car Ada Quill, keeper"
    said = "“The bell weighs more than a small car, and nobody can have carried it alone,” the keeper said on Sunday."
    text = f"{LEAD}\n\n{said}\n\n{pulled}\n\n{MORE}\n\nThe bell weighs more than a small car\n\n{LAST}"
    assert [kind for kind, _ in marked(text)] == ["body", "body", "junk", "body", "body", "body"]


def test_a_line_that_is_no_sentence_among_sentences_is_a_stray() -> None:
    """The headline of another article; in a list, or where other lines do not end either, it stays."""
    stray = "Mayor of Low Quay at the opening of a library for forty children in the rain"
    long = [LEAD, MORE, LAST, LEAD.replace("Sunday", "Monday"), MORE.replace("three", "four")]
    paragraphs = [
        f"{text} {LAST.replace('Friday', day)}"
        for text, day in zip(long, ("Monday", "Tuesday", "Friday", "Sunday", "Thursday"), strict=True)
    ]
    assert ("banner", stray) in marked("\n\n".join([*paragraphs[:2], stray, *paragraphs[2:]]))
    listed = [*paragraphs[:2], stray, stray.replace("forty", "fifty"), *paragraphs[2:]]
    assert ("body", stray) in marked("\n\n".join(listed))
