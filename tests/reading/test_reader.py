"""The reader: parts in order, one reading an article, and room for a part of one's own."""

from __future__ import annotations

import pytest

from by_hand import article
from tellings.errors import PartError, TellingsError
from tellings.reading.reader import Part, Reader, check, default_parts
from tellings.reading.sentences import PART as SENTENCES
from tellings.values import Mention


def shouted(document, reading):
    """A part of one's own: words in capitals are mentions."""
    return {
        "mentions": tuple(
            Mention(document.span(paragraph, token), "other", "name")
            for paragraph, doc in zip(document.paragraphs, document.docs, strict=True)
            for token in doc
            if token.is_upper and len(token) > 2
        )
    }


SHOUTED = Part("mentions.shouted.v1", shouted, gives=("mentions",))


def test_the_parts_that_ship_are_in_order():
    """What each needs is given before it, and every name carries its version."""
    check(default_parts())
    assert all(part.name.rpartition(".v")[2].isdigit() for part in default_parts())


def test_a_part_before_what_it_needs_is_refused():
    """The error names the part and what is missing; it is raised before anything is read."""
    parts = tuple(reversed(default_parts()))
    with pytest.raises(PartError, match=r"acts\..* needs .*events"):
        check(parts)
    with pytest.raises(PartError):
        Reader(parts=parts, model=None)


def test_an_error_of_parts_is_one_of_the_house():
    """Users catch one base class."""
    assert issubclass(PartError, TellingsError)
    assert issubclass(PartError, ValueError)


@pytest.mark.model
def test_a_part_that_gives_what_it_does_not_declare_is_refused(reader):
    """No field of a reading is filled behind the reader's back."""
    sly = Part("figures.sly.v1", lambda *_: {"moments": ()}, gives=("figures",))
    with pytest.raises(PartError, match=r"figures\.sly\.v1"):
        Reader(parts=(sly,), model=reader.model).read(article("The Wendle Post", "The ferry sank."))


@pytest.mark.model
def test_a_part_of_ones_own_plugs_in(reader):
    """What it gives stands in the reading, and its name among the parts."""
    own = Reader(parts=(SENTENCES, SHOUTED), model=reader.model)
    reading = own.read(article("The Wendle Post", "The FERRY sank. Nobody was HURT."))
    text = reading.article.text
    assert [mention.span.of(text) for mention in reading.mentions] == ["FERRY", "HURT"]
    assert reading.parts[1:] == ("sentences.parse.v1", "mentions.shouted.v1")
    assert reading.quotations == ()


@pytest.mark.model
def test_a_reading_names_all_that_made_it(reader):
    """The language model first, then the parts in their order."""
    reading = reader.read(article("The Wendle Post", "The ferry sank."))
    assert reading.parts == (reading.parts[0], *(part.name for part in default_parts()))
    assert reading.parts[0].startswith("en_core_web_sm")


@pytest.mark.model
def test_readings_come_in_the_order_of_the_articles(reader):
    """Batches cross articles; the readings do not: each is what it is when read alone."""
    articles = [
        article("A", "The ferry sank on Monday.\n“It was old,” Nora Feld said."),
        article("B", "Nobody was hurt."),
        article("C", "“We go,” Peter Marek said. “We go soon.”", title="Forty boats lost"),
    ]
    found = list(reader.read_all(articles))
    assert [reading.article for reading in found] == articles
    assert found == [reader.read(one) for one in articles]
    assert list(reader.read_all(reversed(articles))) == found[::-1]


@pytest.mark.model
def test_no_articles_no_readings(reader):
    """An empty run is no error."""
    assert list(reader.read_all([])) == []


@pytest.mark.model
def test_sentences_are_verbatim_and_never_cross_a_paragraph(reader):
    """Each sentence tells its kind of block and the number of its paragraph."""
    reading = reader.read(article("A", "The ferry sank. Nobody was hurt.\nIt was old.", title="Ferry sinks"))
    text = reading.article.text
    assert [(s.span.of(text), s.block, s.paragraph) for s in reading.sentences] == [
        ("Ferry sinks", "title", 0),
        ("The ferry sank.", "body", 1),
        ("Nobody was hurt.", "body", 1),
        ("It was old.", "body", 2),
    ]


@pytest.mark.model
def test_a_part_that_breaks_on_one_article_is_named_and_the_rest_goes_on(reader):
    """Nothing else of the article is lost, and no other article is."""

    def broken(document, reading):
        if "frogs" in document.article.text:
            raise RuntimeError("no frogs")
        return {"figures": ()}

    own = Reader(
        parts=(*default_parts()[:5], Part("figures.broken.v1", broken, gives=("figures",))), model=reader.model
    )
    frogs, boats = own.read_all(
        [article("A", "“Look, frogs,” said Nora Feld."), article("B", "“Look,” said Nora Feld.")]
    )
    assert frogs.faults == ("figures.broken.v1: RuntimeError: no frogs",)
    assert len(frogs.quotations) == len(boats.quotations) == 1
    assert boats.faults == ()
