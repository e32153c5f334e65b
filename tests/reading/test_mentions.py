"""Mentions: the words that name or refer to people, bodies and places."""

from __future__ import annotations

import itertools

import pytest

from by_hand import article
from tellings.reading.mentions import PART
from tellings.reading.reader import Reader

pytestmark = pytest.mark.model


def mentions(reader, text: str, title: str = "") -> dict[str, tuple[str, str]]:
    """Kind and form of every mention, by its words."""
    reading = reader.read(article("The Wendle Post", text, title=title))
    return {m.span.of(reading.article.text): (m.kind, m.form) for m in reading.mentions}


@pytest.mark.parametrize(
    ("text", "words", "what"),
    [
        ("Nora Feld opened the bridge.", "Nora Feld", ("person", "name")),
        ("Mayor Nora Feld opened the bridge.", "Nora Feld", ("person", "name")),
        ("Nora Feld’s brother opened the bridge.", "Nora Feld", ("person", "name")),
        ("The gates fell, Supt. Ora Quill told the court.", "Ora Quill", ("person", "name")),
        ("The Wendle Port Authority shut the bridge.", "Wendle Port Authority", ("organisation", "name")),
        ("The mayor opened the bridge.", "The mayor", ("person", "description")),
        ("A spokesman for the port was glad.", "A spokesman", ("person", "description")),
        ("Several residents were glad.", "Several residents", ("group", "description")),
        ("The ministry shut the bridge.", "The ministry", ("organisation", "description")),
        ("A report on the bridge came out.", "A report", ("document", "description")),
        ("The bridge fell when she crossed it.", "she", ("person", "pronoun")),
        ("The bridge fell when they crossed it.", "they", ("group", "pronoun")),
    ],
)
def test_kind_and_form(reader, text: str, words: str, what: tuple[str, str]):
    """Names without title, article and possessive; descriptions as noun phrases; pronouns from a closed list."""
    assert mentions(reader, text).get(words) == what


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The bridge was old and the gates leaked.", "The bridge"),
        ("Nora Feld is a teacher.", "a teacher"),
        ("Nora Feld, a teacher, opened the bridge.", "a teacher"),
        ("The bridge opened at Easter.", "Easter"),
    ],
)
def test_what_is_no_mention(reader, text: str, words: str):
    """Things, what somebody is, and days are no mentions of their own."""
    assert words not in mentions(reader, text)


def test_a_surname_is_the_same_person_throughout(reader):
    """What the full name tells of a surname holds wherever the surname stands."""
    found = mentions(reader, "Nora Feld opened the bridge.\nThe gates leaked, Feld said.\nFeld: no more gates.")
    assert found["Feld"] == ("person", "name")


def test_places_are_sound(reader):
    """The part gives mentions in the order of the text, no two on the same characters."""
    text = "Mayor Nora Feld’s aide told the Wendle Port Authority that its gates leaked. They thanked her.\nShe left."
    own = Reader(parts=(PART,), model=reader.model)
    places = [mention.span for mention in own.read(article("The Wendle Post", text)).mentions]
    assert len(places) >= 5
    assert all(one < other for one, other in itertools.pairwise(places))
    assert all(span.of(text) == span.of(text).strip() for span in places)


@pytest.mark.model
def test_a_name_behind_an_office_is_a_person_though_the_model_marks_none(reader):
    """The office is no part of the name, and what follows it is."""
    reading = reader.read(
        article("The Wendle Post", "Wendle Mayor Quorra Feld speaks at a meeting. Mayor Quorra Feld left.")
    )
    names = [m.span.of(reading.article.text) for m in reading.mentions if m.kind == "person" and m.form == "name"]
    assert names == ["Quorra Feld", "Quorra Feld"]


@pytest.mark.parametrize(
    ("text", "words", "what"),
    [
        ("The brother-in-law of Nora Feld said that it was late.", "The brother-in-law", ("person", "description")),
        ("Even the old mayor said that it was late.", "the old mayor", ("person", "description")),
        (
            "Bread and Butter Office staff are glad. The BBO is shut.",
            "Bread and Butter Office",
            ("organisation", "name"),
        ),
        ("The National Bakers Guild met. NBG members were glad.", "NBG", ("organisation", "name")),
        ("Dutch prosecutor Peter Van Beer spoke. Van Beer was glad.", "Peter Van Beer", ("person", "name")),
        ("Wendle Council Rejects The Pier\nThe Wendle Council met.", "Wendle Council", ("organisation", "name")),
    ],
)
def test_where_mentions_begin_and_end(reader, text: str, words: str, what: tuple[str, str]):
    """Nouns that go on behind a hyphen, a body's name by its initials, particles; no verb in a name."""
    assert mentions(reader, text).get(words) == what


def test_plurals_of_people_are_no_names(reader):
    """Republicans and Senators are many, and no person called so."""
    found = mentions(reader, "House Republicans | Senators met. Ora Quill told Republicans it was late.")
    assert not [words for words, what in found.items() if what == ("person", "name") and words != "Ora Quill"]
