"""Entities across articles: one person under all names; two of one surname stay two."""

from __future__ import annotations

import random
import re

import pytest

from by_hand import article, reading
from tellings.linking import entities
from tellings.values import Chain, Entity, EntityKind, Mention, Quotation, Reading, Span

PRONOUNS = {"he", "she", "they"}


def told(outlet: str, text: str, *named: tuple[str, EntityKind, tuple[str, ...]], speaks: str | None = None) -> Reading:
    """A reading by hand. A chain is (its forms parted by "|", kind, roles); every place of a form is a mention.

    A form that begins in lower case is a description, or one of the pronouns.
    """
    mentions: list[Mention] = []
    chains: list[Chain] = []
    for forms, kind, roles in named:
        members = []
        for form in forms.split("|"):
            for match in re.finditer(rf"\b{re.escape(form)}\b", text):
                span = Span(match.start(), match.end())
                if any(mention.span.overlaps(span) for mention in mentions):
                    continue
                how = "pronoun" if form in PRONOUNS else "description" if form[0].islower() else "name"
                members.append(len(mentions))
                mentions.append(Mention(span, kind, how))
        name = forms.split("|")[0].removeprefix("the ")
        chains.append(Chain(name, kind, tuple(members), roles, tuple("the text says so" for _ in members)))
    quotations = ()
    if speaks is not None:
        speaker = next(i for i, mention in enumerate(mentions) if mention.span.of(text) == speaks)
        quotations = (
            Quotation((Span(0, 5),), (), (mentions[speaker].span,), "indirect", speaker, "stated", "by hand"),
        )
    return reading(article(outlet, text), mentions=tuple(mentions), chains=tuple(chains), quotations=quotations)


def by_name(found: tuple[Entity, ...], readings: list[Reading]) -> dict[str, list[tuple[int, str]]]:
    """The mentions of every entity as (article, words)."""
    return {
        entity.name: [(m.telling.article, m.telling.span.of(readings[m.telling.article].article.text)) for m in entity.mentions]
        for entity in found
    }  # fmt: skip


def linked(*readings: Reading) -> dict[str, list[tuple[int, str]]]:
    return by_name(entities.link(readings), list(readings))


def test_a_cut_form_of_a_name_parts_nobody():
    """A signature that lost its first word ("J. Feld") is no other first name."""
    found = linked(
        told("A", "Nora J. Feld spoke. J. Feld left.", ("Nora J. Feld|J. Feld", "person", ())),
        told("B", "Nora Feld denied it.", ("Nora Feld", "person", ())),
    )
    assert len(found) == 1


def test_an_office_holder_is_not_the_relative_of_another_article():
    """Who is called by title and surname alone needs no first name; the one full name is that of somebody's wife."""
    found = linked(
        told("A", "President Feld spoke. Feld left.", ("Feld", "person", ("President",))),
        told("B", "First lady Lena Feld came.", ("Lena Feld", "person", ("First lady",))),
    )
    assert set(found) == {"Feld", "Lena Feld"}


def test_a_middle_initial_parts_two():
    """However else each is called in its article."""
    found = linked(
        told("A", "Nora J. Feld spoke. Nora Feld left.", ("Nora J. Feld|Nora Feld", "person", ())),
        told("B", "Nora H. Feld denied it.", ("Nora H. Feld", "person", ())),
    )
    assert len(found) == 2


def test_a_surname_finds_its_person():
    """Where only one person bears it."""
    found = linked(
        told("A", "Nora Feld spoke. Feld left.", ("Nora Feld|Feld", "person", ())),
        told("B", "Feld spoke.", ("Feld", "person", ())),
    )
    assert found == {"Nora Feld": [(0, "Nora Feld"), (0, "Feld"), (1, "Feld")]}


def test_two_people_of_one_surname_stay_two():
    """A bare surname that may mean either stays apart."""
    found = linked(
        told("A", "Nora Feld spoke.", ("Nora Feld", "person", ())),
        told("B", "Peter Feld spoke.", ("Peter Feld", "person", ())),
        told("C", "Feld spoke.", ("Feld", "person", ())),
    )
    assert found == {"Nora Feld": [(0, "Nora Feld")], "Peter Feld": [(1, "Peter Feld")], "Feld": [(2, "Feld")]}


def test_a_role_tells_which_of_two():
    """The mayor called Feld is the Feld who is mayor."""
    found = linked(
        told("A", "Mayor Nora Feld spoke.", ("Nora Feld", "person", ("Mayor",))),
        told("B", "Peter Feld spoke.", ("Peter Feld", "person", ("the baker",))),
        told("C", "Mayor Feld spoke.", ("Feld", "person", ("Mayor",))),
    )
    assert found["Nora Feld"] == [(0, "Nora Feld"), (2, "Feld")]
    assert found["Peter Feld"] == [(1, "Peter Feld")]


def test_of_two_the_one_that_the_articles_are_about():
    """A bare surname means the person named far more often than the other of that name."""
    found = linked(
        told("A", "Nora Feld and Nora Feld and Nora Feld.", ("Nora Feld", "person", ())),
        told("B", "Peter Feld spoke.", ("Peter Feld", "person", ())),
        told("C", "Feld spoke.", ("Feld", "person", ())),
    )
    assert (2, "Feld") in found["Nora Feld"]


def test_the_name_printed_most_is_the_name():
    """Of the forms with a first name the most printed; all roles are kept, the most printed first."""
    readings = [
        told("A", "Nora Ann Feld spoke.", ("Nora Ann Feld", "person", ("the baker",))),
        told("B", "Nora Feld spoke.", ("Nora Feld", "person", ("Mayor",))),
        told("C", "Nora Feld left.", ("Nora Feld", "person", ("mayor",))),
    ]
    (entity,) = entities.link(readings)
    assert entity.name == "Nora Feld"
    assert entity.roles == ("Mayor", "the baker")


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Wendle Port Authority", "WPA", "organisation"),
        ("Ministry of Transport", "Transport Ministry", "organisation"),
        ("Acme Holdings", "Acme", "organisation"),
        ("Wendle", "Wendle", "place"),
    ],
)
def test_one_body_under_two_names(one: str, other: str, kind: EntityKind):
    """Initials, a ministry's two orders and a name without its form are one body."""
    found = linked(told("A", f"{one} spoke.", (one, kind, ())), told("B", f"{other} spoke.", (other, kind, ())))
    assert sorted(found.values()) == [[(0, one), (1, other)]]


def test_a_person_and_a_place_of_one_name_stay_two():
    """Kinds do not mix where the names are not the same."""
    found = linked(
        told("A", "Nora Wendle spoke.", ("Nora Wendle", "person", ())),
        told("B", "The town of Wendle slept.", ("Wendle", "place", ())),
    )
    assert len(found) == 2


def test_a_kind_that_one_article_misread_is_mended_by_the_others():
    """Most mentions decide what a name is."""
    found = linked(
        told("A", "Ora Quill spoke. Ora Quill left.", ("Ora Quill", "person", ())),
        told("B", "Ora Quill spoke.", ("Ora Quill", "organisation", ())),
    )
    assert list(found) == ["Ora Quill"]


def test_a_speaker_without_a_name_is_an_entity_of_its_own_article():
    """The spokesman of one article is not the spokesman of another; one who is silent is none."""
    found = entities.link(
        [
            told("A", "It rains, the spokesman said.", ("the spokesman", "person", ()), speaks="the spokesman"),
            told("B", "It snows, the spokesman said.", ("the spokesman", "person", ()), speaks="the spokesman"),
            told("C", "They saw the spokesman.", ("the spokesman", "person", ())),
        ]
    )
    assert [[mention.telling.article for mention in entity.mentions] for entity in found] == [[0], [1]]


def test_a_role_in_one_article_is_the_name_in_another():
    """A bare "the relief minister" is whoever alone is called so elsewhere."""
    found = linked(
        told("A", "Nora Feld, the relief minister, spoke.", ("Nora Feld", "person", ("the relief minister",))),
        told("B", "It rains, the relief minister said.", ("the relief minister", "person", ()), speaks="the relief minister"),
    )  # fmt: skip
    assert found == {"Nora Feld": [(0, "Nora Feld"), (1, "the relief minister")]}


MANY = [
    told("A", "Mayor Nora Feld spoke. Feld left.", ("Nora Feld|Feld", "person", ("Mayor",))),
    told("B", "Peter Feld spoke. WPA was slow.", ("Peter Feld", "person", ()), ("WPA", "organisation", ())),
    told("C", "Feld spoke to the Wendle Port Authority.", ("Feld", "person", ()), ("Wendle Port Authority", "organisation", ())),
    told("D", "It rains, the mayor said.", ("the mayor", "person", ()), speaks="the mayor"),
]  # fmt: skip


def test_every_mention_of_a_chain_is_in_one_entity_with_its_reason():
    """Nothing twice, the most mentioned first, mentions in the order of the articles."""
    found = entities.link(MANY)
    places = [(m.telling.article, m.mention) for entity in found for m in entity.mentions]
    assert len(places) == len(set(places))
    assert len(places) == sum(len(chain.mentions) for item in MANY for chain in item.chains)
    assert all(mention.telling.reason for entity in found for mention in entity.mentions)
    sizes = [len(entity.mentions) for entity in found]
    assert sizes == sorted(sizes, reverse=True)


def test_the_same_people_whatever_the_order():
    """The order of the articles moves positions, and nothing else."""
    expected = _unordered(MANY)
    for seed in range(10):
        shuffled = random.Random(seed).sample(MANY, len(MANY))
        assert _unordered(shuffled) == expected


def _unordered(readings: list[Reading]) -> set[tuple[str, frozenset[tuple[str, str]]]]:
    return {
        (name, frozenset((readings[article].article.file, words) for article, words in places))
        for name, places in by_name(entities.link(readings), readings).items()
    }
