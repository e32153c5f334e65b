"""Coreference: which mentions of one article are one entity."""

from __future__ import annotations

from collections import Counter

import pytest

from by_hand import article
from tellings.reading.coreference.names import same_body, same_person
from tellings.values import EntityKind, Reading


def read(reader, text: str) -> Reading:
    return reader.read(article("The Wendle Post", text))


def chains(reading: Reading) -> dict[str, list[str]]:
    """The printed mentions of every chain, by the chain's name."""
    text = reading.article.text
    return {chain.name: [reading.mentions[m].span.of(text) for m in chain.mentions] for chain in reading.chains}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        (
            "Mayor Nora Feld opened the bridge. Feld was glad. The mayor went home.",
            "Nora Feld",
            ["Nora Feld", "Feld", "The mayor"],
        ),
        (
            "The mayor, Nora Feld, opened the bridge. Feld was glad.",
            "Nora Feld",
            ["The mayor", "Nora Feld", "Feld"],
        ),
        (
            "Nora Feld is the mayor of Wendle. The mayor went home.",
            "Nora Feld",
            ["Nora Feld", "The mayor"],
        ),
        (
            "Sen. Nora Feld spoke on Monday. The senator was glad. The lawmaker went home.",
            "Nora Feld",
            ["Nora Feld", "The senator", "The lawmaker"],
        ),
        (
            "Mayor Nora Feld met Deputy Mayor Lena Brandt on Monday. The deputy mayor was glad.",
            "Lena Brandt",
            ["Lena Brandt", "The deputy mayor"],
        ),
        pytest.param(
            "Mayor Nora Feld met Deputy Mayor Lena Brandt on Monday. The mayor was glad.",
            "Nora Feld",
            ["Nora Feld", "The mayor"],
        ),
        pytest.param(
            "Former mayor Peter Marek met the mayor, Nora Feld, on Monday.",
            "Nora Feld",
            ["the mayor", "Nora Feld"],
        ),
        ("Peter de Beer spoke. De Beer was glad.", "Peter de Beer", ["Peter de Beer", "De Beer"]),
        ("Robert Marek spoke on Monday. Bob Marek was glad.", "Robert Marek", ["Robert Marek", "Bob Marek"]),
        ("The suspect ran away. Police found the suspect on Monday.", "suspect", ["The suspect", "the suspect"]),
        pytest.param(
            "Mayor Nora Feld opened the bridge. The mayor cut a ribbon, and Ms Feld went home.",
            "Nora Feld",
            ["Nora Feld", "The mayor", "Feld"],
        ),
    ],
)  # fmt: skip
def test_one_person_under_several_names(reader, text: str, name: str, mentions: list[str]):
    """Full name, surname, title and role are one person; a deputy or former office is another office."""
    assert chains(read(reader, text)).get(name) == mentions


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        ("Peter Marek met Lena Brandt on Monday. He was glad.", "Peter Marek", ["Peter Marek", "He"]),
        ("Peter Marek met Lena Brandt on Monday. She was glad.", "Lena Brandt", ["Lena Brandt", "She"]),
        ("Mr Marek met Mrs Feld on Monday. He was glad.", "Marek", ["Marek", "He"]),
        ("Mr Marek met Mrs Feld on Monday. She was glad.", "Feld", ["Feld", "She"]),
        ("Lena Brandt met Nora Feld on Monday. She was glad.", "Lena Brandt", ["Lena Brandt", "She"]),
        ("Peter Marek hurt himself on Monday.", "Peter Marek", ["Peter Marek", "himself"]),
        ("Nora Feld, who runs the port, met Peter Marek.", "Nora Feld", ["Nora Feld", "who"]),
        ("“I like him,” said Peter Marek. Tom Arkwright ran. He fell.", "Tom Arkwright", ["Tom Arkwright", "He"]),
    ],
)
def test_he_she_and_who(reader, text: str, name: str, mentions: list[str]):
    """First names and titles say he or she; a subject outweighs an object; "who" is whom its clause describes."""
    assert chains(read(reader, text))[name] == mentions


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Peter Marek and Tom Arkwright met on Monday. He was glad.", "He"),
        ("“We go,” he said.", "he"),
        ("Peter Marek met him on Monday.", "him"),
        ("“I like him,” said Peter Marek.", "him"),
        ("Lena Brandt was glad. He was not.", "He"),
    ],
)
def test_a_pronoun_that_nobody_fits_stays_alone(reader, text: str, pronoun: str):
    """Two who fit as well, nobody before it, the same clause, the speaker, the other gender: no guess."""
    assert all(pronoun not in mentions for mentions in chains(read(reader, text)).values())


@pytest.mark.model
def test_a_couple_of_one_surname_stays_two(reader):
    """A surname with "Mr" or "Mrs" is that one, and a bare one before the first full name is the one named first."""
    text = "Mayor Feld was late. Mr Feld said no. His wife, Nora Feld, came. Mr Feld left. Mrs Feld stayed."
    found = chains(read(reader, text))
    assert found["Nora Feld"] == ["His wife", "Nora Feld", "Feld"]
    assert found["Feld"][:3] == ["Feld", "Feld", "His"]


@pytest.mark.model
def test_father_and_son_stay_two(reader):
    """A name printed with and without "Jr." is that of two people."""
    found = chains(read(reader, "Peter Feld built the yard. Peter Feld Jr. sold it. Peter Feld was angry."))
    assert found == {"Peter Feld": ["Peter Feld", "Peter Feld"], "Peter Feld Jr.": ["Peter Feld Jr."]}


@pytest.mark.model
def test_a_relative_named_late_is_not_who_needs_no_first_name(reader):
    """Somebody so well known that only the surname is printed, long before a daughter is named in full."""
    text = (
        "Feld will visit Wendle on Monday. “I will let the general decide,” Feld told reporters. The bridge is old.\n"
        "The decision was sent to Feld on Friday. Otto Brandt and his wife, first daughter Lena Feld, stayed away."
    )
    found = chains(read(reader, text))
    assert found["Lena Feld"] == ["his wife", "Lena Feld"]
    assert found["Feld"] == ["Feld"] * 3


@pytest.mark.model
def test_the_president_is_not_the_first_lady(reader):
    """Though her name stands in full before his does."""
    text = (
        "President Feld will visit Wendle on Monday.\nFirst lady Lena Feld will accompany President Feld on the trip. "
        "“It is a fine town,” Feld said last week. The president is expected to stay.\nOtto Feld was born in Oss."
    )
    found = chains(read(reader, text))
    assert found["Lena Feld"] == ["Lena Feld"]
    assert found["Otto Feld"][:3] == ["Feld", "Feld", "Feld"]


@pytest.mark.model
def test_a_daughter_of_somebody_may_be_who_was_called_by_the_surname(reader):
    """The headline and the lead leave the first name for later."""
    text = "Feld wins. Feld will be mayor of Wendle. Lena Feld, daughter of a miner, was glad."
    assert chains(read(reader, text))["Lena Feld"] == ["Feld", "Feld", "Lena Feld"]


@pytest.mark.model
def test_two_people_of_one_surname_stay_two(reader):
    """A bare surname is the one named last."""
    found = chains(
        read(reader, "Peter Feld met Nora Feld on Monday. Peter Feld was glad. Nora Feld was not. Feld went home.")
    )
    assert found == {"Peter Feld": ["Peter Feld", "Peter Feld"], "Nora Feld": ["Nora Feld", "Nora Feld", "Feld"]}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        ("Residents of Wendle met on Monday. “It leaks,” they said.", "Residents", ["Residents", "they"]),
        ("The union met on Monday. It said the yard was old.", "union", ["The union", "It"]),
        (
            "The Transport Ministry shut the bridge. “It is old,” it said.",
            "Transport Ministry",
            ["Transport Ministry", "it"],
        ),
        (
            "The Ministry of Transport shut the bridge. The Transport Ministry was slow.",
            "Ministry of Transport",
            ["Ministry of Transport", "Transport Ministry"],
        ),
        (
            "The Wendle Port Authority shut the bridge. The WPA was slow. The authority will mend it.",
            "Wendle Port Authority",
            ["Wendle Port Authority", "WPA", "The authority"],
        ),
        (
            "Acme Holdings opened a plant on Monday. The company employs forty bakers.",
            "Acme Holdings",
            ["Acme Holdings", "The company"],
        ),
        pytest.param(
            "Acme Holdings opened a plant on Monday. Acme said it was safe.",
            "Acme Holdings",
            ["Acme Holdings", "Acme"],
        ),
        (
            "The city of Oldhaven sued the yard. The city was slow.",
            "Oldhaven",
            ["The city", "Oldhaven", "The city"],
        ),
    ],
)  # fmt: skip
def test_bodies_groups_and_places(reader, text: str, name: str, mentions: list[str]):
    """Initials, both orders of a ministry's name, "the company", and who "they" and "it" are that speak."""
    assert chains(read(reader, text)).get(name) == mentions


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        (
            "Dr Nora Feld met Professor Peter Feld. Dr Feld said the bridge was old. Professor Feld said it was new.",
            "Nora Feld",
            ["Nora Feld", "Feld"],
        ),
        (
            "Dr Nora Feld met Professor Peter Feld. Dr Feld said the bridge was old. Professor Feld said it was new.",
            "Peter Feld",
            ["Peter Feld", "Feld"],
        ),
        (
            "Nora Feld is a nurse. Peter Feld is the mayor. The mayor said the bridge was old.",
            "Peter Feld",
            ["Peter Feld", "The mayor"],
        ),
        (
            "Mr Marek opened the bridge. “It is old,” Marek said. “We waited,” he added.",
            "Marek",
            ["Marek", "Marek", "he"],
        ),
        ("Kevin opened the bridge with Nora Feld. “It is old,” he said.", "Kevin", ["Kevin", "he"]),
    ],
)
def test_people_told_apart_by_title_or_office_or_known_by_one_name(reader, text: str, name: str, mentions: list[str]):
    """Of two people of one surname the title tells which; one who is only called by a surname or first name is a person."""
    assert chains(read(reader, text)).get(name) == mentions


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Nora Feld met Lena Brandt. Brandt said the bridge was old.\n“It leaks,” she said.", "Lena Brandt"),
        ("Nora Feld praised the bridge.\nLena Brandt thanked the yard on Monday. “It leaks,” she said.", "Lena Brandt"),
        ("Lena Brandt said that Nora Feld had left.\n“It leaks,” she said.", "Lena Brandt"),
        ("Early in her career, Nora Feld met Peter Marek. In his bakery, she said the bridge was old.", "Nora Feld"),
        ("When she came home, Nora Feld opened the bridge.", None),
        ("The residents said the bridge was old.\nBy contrast, they said, the yard is new.", "residents"),
        ("The port authority said the bridge was old. “It leaks,” they said.", "port authority"),
        ("A baker said the bridge was old. “It leaks,” they said.", "baker"),
        ("Lena Brandt said the bridge was old. “It leaks,” they said.", None),
        ("Wendle Radio quoted Lena Brandt as saying that the bridge was old.", "Lena Brandt"),
    ],
)
def test_who_speaks(reader, text: str, speaker: str | None):
    """Who has just spoken or whom the paragraph is about goes on; "they" is a group, a body, or one of whom no he or she is told."""
    reading = read(reader, text)
    last = reading.quotations[-1] if reading.quotations else None
    told = None if last is None or last.speaker is None else last.speaker
    assert next((chain.name for chain in reading.chains if told in chain.mentions), None) == speaker


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        ("When she came home, Nora Feld opened the bridge.", "Nora Feld", ["she", "Nora Feld"]),
        (
            "The Wendle Post opened an office. The newspaper said it was safe.",
            "Wendle Post",
            ["Wendle Post", "The newspaper"],
        ),
        (
            "Rivers Alliance sued the yard on Monday. The group said the water was foul.",
            "Rivers Alliance",
            ["Rivers Alliance", "The group"],
        ),
    ],
)
def test_a_pronoun_that_comes_first_and_bodies_by_what_they_are(reader, text: str, name: str, mentions: list[str]):
    """Who a pronoun means that comes before the name, and which body "the newspaper" and "the group" are."""
    assert chains(read(reader, text)).get(name) == mentions


STORY = """Mayor Nora Feld opened the bridge on Monday with her brother, Peter Feld, who runs the yard.
“We waited for years,” she said. Feld thanked the Wendle Port Authority. It said the bridge was safe.
Residents were glad. “They lied to us,” said one of them. The mayor did not answer him.
Tom Arkwright, a baker, called the bridge “his”. The authority said that they would mend it."""


@pytest.mark.model
def test_each_mention_is_in_one_chain_at_most(reader):
    """Chains share nothing, point at mentions there are, in the order of the text, each with its reason."""
    reading = read(reader, STORY)
    assert len(reading.chains) >= 4
    members = Counter(mention for chain in reading.chains for mention in chain.mentions)
    assert max(members.values()) == 1
    assert all(0 <= mention < len(reading.mentions) for mention in members)
    for chain in reading.chains:
        places = [reading.mentions[mention].span for mention in chain.mentions]
        assert places == sorted(places)
        assert len(chain.reasons) == len(chain.mentions)
        assert all(chain.reasons)
        assert chain.name in reading.article.text


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Nora Feld", "Feld", True),
        ("Nora Feld", "Nora", True),
        ("Nora Feld", "N. Feld", True),
        ("Nora Ann Feld", "Nora Feld", True),
        ("Nora Feld", "NORA FELD", True),
        ("Peter Feld Jr.", "Peter Feld", True),
        ("Robert Marek", "Bob Marek", True),
        ("Peter de Beer", "de Beer", True),
        ("Nora Feld", "Peter Feld", False),
        ("Nora Feld", "Nora Brandt", False),
        ("Nora Feld", "Felder", False),
        ("Nora Feld", "", False),
    ],
)
def test_two_names_of_one_person(one: str, other: str, same: bool):  # noqa: FBT001  # a column of the table
    """Surname, first name, initial, middle name, short form; another first name or surname is another person."""
    assert same_person(one, other) is same
    assert same_person(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "kind", "same"),
    [
        ("Wendle Port Authority", "WPA", "organisation", True),
        ("Ministry of Transport", "Transport Ministry", "organisation", True),
        ("Ministry of Transport", "MoT", "organisation", True),
        ("Acme Holdings", "Acme", "organisation", True),
        ("the Wendle Post", "The Wendle Post", "organisation", True),
        ("Wendle City Council", "Council", "organisation", False),
        ("Wendle Police", "Oldhaven Police", "organisation", False),
        ("North Wendle", "Wendle", "place", False),
        ("Wendle", "Wendle", "place", True),
    ],
)
def test_two_names_of_one_body(one: str, other: str, kind: EntityKind, same: bool):  # noqa: FBT001  # a column of the table
    """Initials, the two orders of a ministry, a name without its form; a common word alone names nobody."""
    assert same_body(one, other, kind=kind) is same
