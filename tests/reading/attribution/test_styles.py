"""Attributions away from the corpus: courts, sport, science, business, other marks, signs and labels."""

from __future__ import annotations

import pytest

from by_hand import article

pytestmark = pytest.mark.model


def said(reader, text: str, words: str) -> tuple[str, str, str | None]:
    """The whole words of the quotation that holds ``words``, its manner, and who is named."""
    reading = reader.read(article("The Wendle Post", text))
    printed = reading.article.text
    found = next(q for q in reading.quotations if any(words in piece.of(printed) for piece in q.content))
    chain = next((chain for chain in reading.chains if found.speaker in chain.mentions), None)
    return " … ".join(piece.of(printed) for piece in found.content), found.manner, chain.name if chain else None


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "'We were second best,' said manager Tom Arkwright. 'My keeper told me: \"Boss, I never saw it.\" I believe him.'",
            "keeper",
            ("'My keeper told me: \"Boss, I never saw it.\" I believe him.'", "direct", "Tom Arkwright"),
        ),
        ("„Es ist spät“, said Nora Feld. She called it „a farce“.", "farce", ("it „a farce“", "mixed", "Nora Feld")),
        ("« It is too early, » the minister, Ora Quill, added.", "early", ("« It is too early, »", "direct", "Ora Quill")),
        ("“It's the best feeling in the world” — Lena Brandt on the Oss marathon.", "best", ("“It's the best feeling in the world”", "mixed", "Lena Brandt")),
        ("The decision was, in the words of captain Paul Marek, “a joke”.", "joke", ("“a joke”", "mixed", "Paul Marek")),
        ("In the words of captain Paul Marek, the decision was “a joke”.", "joke", ("the decision was “a joke”", "mixed", "Paul Marek")),
        ("“You showed no remorse,” Judge Lena Brandt told Arkwright, who wept.", "remorse", ("“You showed no remorse,”", "direct", "Lena Brandt")),
        ("Prosecutors allege Marek hid the money. His lawyer, Nora Feld, denied it: “He owns no barn.”", "barn", ("“He owns no barn.”", "direct", "Nora Feld")),
        ("Harrow Steel said it would cut 400 jobs. The company blamed weak demand.", "weak", ("weak demand", "indirect", "Harrow Steel")),
        ("The moon may hold more water than thought, according to a new study.", "water", ("The moon may hold more water than thought", "indirect", "new study")),
        ("“Every penny counts,” reads a sign at the till.", "penny", ("“Every penny counts,”", "direct", "sign")),
        ("According to the club, Marek's knee needs “six to eight weeks”.", "knee", ("Marek's knee needs “six to eight weeks”", "mixed", "club")),
    ],
)  # fmt: skip
def test_other_subjects_and_marks(reader, text: str, words: str, expected: tuple[str, str, str | None]):
    """Nothing but the words, their marks and the grammar is gone by."""
    assert said(reader, text, words) == expected


def test_q_and_a_name_nobody(reader):
    """Labels of one letter part the speeches of an interview and leave open who speaks."""
    text = "Q: Why did you leave the club?\nA: I was tired.\nQ: Would you go back?\nA: Not this year."
    assert said(reader, text, "tired") == ("I was tired.", "direct", None)


def test_a_slip_of_the_network_in_another_sentence_is_no_content(reader):
    """A few of the narrator's words in the sentence behind are not half of what was found."""
    text = "Researchers at Brask University found that bees prefer blue. The study, led by Ora Quill, appears in a journal."
    assert said(reader, text, "bees")[0] == "that bees prefer blue"
