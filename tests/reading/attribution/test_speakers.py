"""Who is named: only the person whom the source words mean, and nobody where they do not tell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from by_hand import article
from tellings.values import Chain, Known, Reading

pytestmark = pytest.mark.model


def speaker(reader, text: str, words: str) -> Chain | None:
    """The chain of the speaker of the last quotation that holds these words."""
    reading: Reading = reader.read(article("The Wendle Post", text))
    printed = reading.article.text
    said = [q for q in reading.quotations if any(words in piece.of(printed) for piece in q.content)]
    assert said, f"nobody says {words!r}"
    return next((chain for chain in reading.chains if said[-1].speaker in chain.mentions), None)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Sen. Tom Arkwright, R-Ky., met Rep. Ora Quill, D-Ohio. The Kentucky Republican said he would stay.", "he would", "Tom Arkwright"),
        ("Sen. Tom Arkwright, R-Ky., met Rep. Ora Quill, D-Ohio. The Ohio Democrat said she would stay.", "she would", "Ora Quill"),
        ("President Jan Marek met Prime Minister Ora Quill of Norland. The Norland leader said talks were good.", "talks", "Ora Quill"),
        ("President Jan Marek spoke on Monday. The Norland president said the talks were good.", "talks", "Jan Marek"),
        ("Jan W. Marek opposed it. His father, Jan H.C. Marek, had begun it. Jan W. Marek said he was sorry.", "sorry", "Jan W. Marek"),
        ("“Would you sell the pier?” Ora Quill asked the mayor, Tom Arkwright.\n“Never in my life,” he said.", "Never", "Tom Arkwright"),
        ("Lena Brandt met Nora Feld. “What will you do?” Brandt asked.\n“I will fight,” she said.", "fight", "Nora Feld"),
        ("Nora Feld spoke. “I owe it all to Lena Brandt. Lena knew my mother,” she said.", "owe", "Nora Feld"),
        ("Lena Brandt is from Oss. She runs the port.\n“Go,” said Add Lena Brandt.", "Go", "Lena Brandt"),
        ("Prime Minister Moon Tae-il arrived. “We will try,” Moon said.", "try", "Moon Tae-il"),
        ("Tom Arkwright, a candidate, resisted calls to quit. Arkwright, a six-term congressman, said he would stay.", "he would", "Tom Arkwright"),
        ("“We would be gone,” Tom Arkwright wrote. Arkwright wrote that a man, Emil Arkwright, had fled. Arkwright said the man came in 1903.", "1903", "Tom Arkwright"),
        ("“We would be gone,” Tom Arkwright wrote. “My dad, Emil Arkwright, sold coats.” Arkwright wrote that nobody helped.", "nobody", "Tom Arkwright"),
        ("Tom Arkwright was criticised by Jan Marek. But he brushed it off. “Nonsense,” he said.", "Nonsense", "Tom Arkwright"),
        ("“No,” said Norland Conference of Bakers Executive Director Tom Arkwright. Lena Brandt left.", "No", "Tom Arkwright"),
        ("“It took me years,” said Ada Brandt, a Norland resident and Brandt volunteer. “We kept pushing it.”", "pushing", "Ada Brandt"),
        ("Your uncle can help. When he wrote his book, Mr. Marek said that debt was a last resort.\nHe said no.", "debt", "Marek"),
    ],
)  # fmt: skip
def test_the_one_who_is_meant(reader, text: str, words: str, name: str):
    """Party and state, a land, a middle initial, an answer to a question, whom the words themselves name."""
    chain = speaker(reader, text, words)
    assert chain is not None
    assert chain.name == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("U.S. President Jan Marek arrived. The Norland leader said the talks were good.", "talks"),
        ("President Jan Marek spoke on Monday. The 39th president said the talks were good.", "talks"),
        ("Harrow Steel closed a mill. The companies said delay would hurt.", "delay"),
        ("Harrow News Channel broke the story. The firm says the fund is for the family.", "fund"),
        ("A spokesman for State Party Leader Tom Arkwright said it was late.", "late"),
        ("Otto Brandt said his former boss was wrong. The boss knew it was illegal, but he directed Brandt to do it anyway.", "do it anyway"),
        ("Federal prosecutors met the brewers. They told prosecutors that they had worked in concert.", "in concert"),
        ("The mayor doubled down on Monday when asked why he continued to deride the guild.", "why he"),
        ("In a sign of how bad it is, few Greens joined Reds who voted for the plan warning that the town could be headed to ruin.", "ruin"),
        ("Quill, Arkwright and Lena Brandt told reporters that they would vote no.", "vote no"),
        ("Four senators — Ora Quill of Brask, Tom Arkwright of Wendle and Lena Brandt of Oss — said it was late.", "late"),
        ("House Democrats said it was late.", "late"),
        ("Former Quill campaign chair Jan Marek left. The chair of the Harbour Oversight Committee shot back: “I do not care.”", "care"),
        ("A Wendle Tribune op-ed said that the bill was “a slow boat”.", "slow boat"),
    ],
)  # fmt: skip
def test_nobody_is_named_where_the_words_do_not_tell(reader, text: str, words: str):
    """Another land or number than the name's, many, a paper's column: a description, and no name."""
    reading = reader.read(article("The Wendle Post", text))
    chain = speaker(reader, text, words)
    assert chain is None or not any(
        reading.mentions[m].form == "name" and reading.mentions[m].kind == "person" for m in chain.mentions
    )
    assert chain is None or chain.name not in {"Harrow Steel", "Harrow News Channel"}


@pytest.mark.parametrize(
    ("byline", "name"),
    [("By Ora Quill", "Ora Quill"), ("By Ora Quill and Tom Arkwright", None), ("", None)],
)
def test_the_narrators_i_is_the_author_whom_the_byline_names(reader, byline: str, name: str | None):
    """A column's "I" is resolved to the one author of the byline, and the reason says so; of two, to neither."""
    body = "I wrote last year that the harbour would close. “I never said so,” said Nora Feld, the mayor of Wendle."
    column = article("The Wendle Post", body, title=byline or "The harbour")
    first = replace(column.blocks[0], kind="byline" if byline else "title")
    told = Known(byline.removeprefix("By "), "stated", evidence=(first.span,)) if byline else None
    reading = reader.read(replace(column, blocks=(first, *column.blocks[1:]), byline=told))
    printed = reading.article.text
    said = [q for q in reading.quotations if any("would close" in piece.of(printed) for piece in q.content)]
    chain = next((chain for chain in reading.chains if said[0].speaker in chain.mentions), None)
    assert (chain.name if chain else None) == name
    if name is not None:
        assert said[0].certainty == "resolved"
        assert f"the byline names {name}" in said[0].reason


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Chairman Jan Marek spoke. “Mr. Chairman, it is late,” Lena Brandt said. Marek said he would stay.", "he would", "Jan Marek"),
        ("Acting Attorney General Jan Marek came. “Mr. Attorney General, no,” Lena Brandt said.\nMarek said it was late.", "late", "Jan Marek"),
        ("Ora Quill spoke. “No, Mr. President, no,” Quill said. “If you had a President Quill, you would be glad,” Jan Marek said.\nQuill said it was late.", "late", "Ora Quill"),
        ("Oss County Sheriff Jan Marek came. “It is late,” the sheriff said.", "late", "Jan Marek"),
        ("The Wendle harbour board left the old pier – Quill said it was late. Ora Quill runs the port.", "late", "Ora Quill"),
        ("The White House was shut. The House voted to open the pier.", "open", "House"),
        ("The state’s largest union, the Wendle Bakers Association (WBA), said the bread was late.", "late", "Wendle Bakers Association"),
        ("One of the speakers, Sen. Ora Quill, D-Ohio, told the panel that it was late.", "late", "Ora Quill"),
        ("Jan Marek leads in Brask. He used the storm to bolster his warnings that the pier was late.", "late", "Jan Marek"),
        ("Rep. Ora Quill spoke on Monday. But Congresswoman Quill said that it was late.", "late", "Ora Quill"),
        ("Norland leader Moon Tae-il arrived. Mr Moon said that it was late.", "late", "Moon Tae-il"),
        ("President Jan Marek spoke. WBA President Ora Quill objected. The president said the talks were good.", "talks", "Jan Marek"),
        ("Senate Majority Leader Jan Marek spoke. President Tom Arkwright left. The majority leader said it was late.", "late", "Jan Marek"),
        ("President Jan Marek spoke. The commander in chief said it was late.", "late", "Jan Marek"),
        ("The Speaker of the Commons John Quill said it was late.", "late", "John Quill"),
        ("Prince Leo stayed at home. The prince said it was late.", "late", "Prince Leo"),
    ],
)  # fmt: skip
def test_whole_names_and_whose_office(reader, text: str, words: str, name: str):
    """No office and no neighbour in a name; possessors, appositions, initials; of several holders the one so called."""
    chain = speaker(reader, text, words)
    assert chain is not None
    assert chain.name == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Some backing Jan Marek hoped that it was late.", "late", "Jan Marek"),
        ("Three Democrats — Ora Quill of Brask, Jan Marek of Wendle and Lena Brandt of Oss — said it was late.", "late", "Ora Quill"),
        ("The president said the talks were good. WBA President Ora Quill objected.", "talks", "Ora Quill"),
    ],
)  # fmt: skip
def test_a_name_that_only_stands_in_the_source(reader, text: str, words: str, name: str):
    """Those who back a person, many of whom one is named, a president whom the article names no further."""
    chain = speaker(reader, text, words)
    assert chain is None or chain.name != name


def test_a_line_that_is_printed_again_and_again_is_no_speech(reader):
    """A page's link with a colon stands between the paragraphs: nobody says what it is called."""
    link = "MORE ON THIS: Wendle Harbour and the Pier"
    text = f"\n{link}\n".join(("Ora Quill opened the pier.", "It is new.", "It was late.", "The bread was old."))
    reading = reader.read(article("The Wendle Post", text))
    assert not [q for q in reading.quotations if any("Harbour" in piece.of(text) for piece in q.content)]
