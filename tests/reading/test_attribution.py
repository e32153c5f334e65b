"""Attribution: who said what, in which words, how it is printed, and how surely that is known."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import pytest

from by_hand import article
from tellings.values import Reading

pytestmark = pytest.mark.model


@dataclass(frozen=True)
class Said:
    """One quotation by its words: ``content`` in its pieces, ``source`` "" where no source is printed."""

    content: tuple[str, ...]
    source: str
    speaker: str | None
    manner: str = "direct"
    certainty: str = "stated"


def said(content: str | tuple[str, ...], source: str, speaker: str | None, *how: str) -> Said:
    return Said((content,) if isinstance(content, str) else content, source, speaker, *how)


def quotations(reading: Reading) -> list[Said]:
    """The quotations of a reading by their words; the speaker by the name of the chain."""
    text = reading.article.text
    found = []
    for quotation in reading.quotations:
        speaker = next((chain.name for chain in reading.chains if quotation.speaker in chain.mentions), None)
        content = tuple(span.of(text) for span in quotation.content)
        source = " ".join(span.of(text) for span in quotation.source)
        found.append(Said(content, source, speaker, quotation.manner, quotation.certainty))
    return found


def read(reader, text: str, title: str = "") -> list[Said]:
    return quotations(reader.read(article("The Wendle Post", text, title=title)))


SHUT = "“The bridge will stay shut,”"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{SHUT} Nora Feld said.", said(SHUT, "Nora Feld", "Nora Feld")),
        (f"{SHUT} said Nora Feld, the harbour master.", said(SHUT, "Nora Feld, the harbour master", "Nora Feld")),
        (f"{SHUT} insists harbour master Nora Feld.", said(SHUT, "harbour master Nora Feld", "Nora Feld")),
        (f"{SHUT} Nora Feld told reporters on Monday.", said(SHUT, "Nora Feld", "Nora Feld")),
        (
            "Nora Feld said: “The bridge will stay shut.”",
            said("“The bridge will stay shut.”", "Nora Feld", "Nora Feld"),
        ),
        (
            "The minister told parliament: “The dam is old. It must go.”",
            said("“The dam is old. It must go.”", "The minister", "minister"),
        ),
        (
            "“The bridge,” Nora Feld said, “will stay shut until spring.”",
            said(("“The bridge,”", "“will stay shut until spring.”"), "Nora Feld", "Nora Feld"),
        ),
        ("“Who will pay?” asked Peter Marek.", said("“Who will pay?”", "Peter Marek", "Peter Marek")),
        ("“We have no boats!” shouted Peter Marek.", said("“We have no boats!”", "Peter Marek", "Peter Marek")),
        (
            "“Our data show no such thing,” write the authors.",
            said("“Our data show no such thing,”", "the authors", "authors"),
        ),
        ('"The bridge is safe", Nora Feld said.', said('"The bridge is safe"', "Nora Feld", "Nora Feld")),
        ("``The bridge is safe,'' said Nora Feld.", said("``The bridge is safe,''", "Nora Feld", "Nora Feld")),
        ("«The bridge is safe», said Nora Feld.", said("«The bridge is safe»", "Nora Feld", "Nora Feld")),
        ('Nora Feld tweeted: "The bridge is safe."', said('"The bridge is safe."', "Nora Feld", "Nora Feld")),
        (
            "In a letter to parents, head teacher Nora Feld wrote: “School will open on Monday.”",
            said("“School will open on Monday.”", "head teacher Nora Feld", "Nora Feld"),
        ),
        (
            "Wendle United manager Tom Arkwright stayed for the cameras, saying: ‘It was never a penalty.’",
            said("‘It was never a penalty.’", "Wendle United manager Tom Arkwright", "Tom Arkwright"),
        ),
    ],
)
def test_a_whole_quotation_beside_its_cue(reader, text: str, expected: Said):
    """Before, behind and in the middle of the words, and with the verb before its subject."""
    assert read(reader, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“We were not asked,” a spokesman for the port said.",
            said("“We were not asked,”", "a spokesman for the port", "spokesman"),
        ),
        ("“We will rebuild,” the mayor said.", said("“We will rebuild,”", "the mayor", "mayor")),
        (
            "“She was kind,” an aide to Mayor Lena Brandt said.",
            said("“She was kind,”", "an aide to Mayor Lena Brandt", "aide"),
        ),
        (
            "“We will wait,” said Sen. Nora Feld, R-Orrin.",
            said("“We will wait,”", "Sen. Nora Feld, R-Orrin", "Nora Feld"),
        ),
        ("“She was kind,” her brother said.", said("“She was kind,”", "her brother", "her brother")),
        ("“It’s over,” Marek’s lawyer said.", said("“It’s over,”", "Marek’s lawyer", "Marek’s lawyer")),
        (
            "‘The lads gave everything,’ said the Wendle manager, Tom Arkwright.",
            said("‘The lads gave everything,’", "the Wendle manager, Tom Arkwright", "Tom Arkwright"),
        ),
        (
            "The harbour master, Nora Feld, insisted: “Nobody was in danger.”",
            said("“Nobody was in danger.”", "The harbour master, Nora Feld,", "Nora Feld"),
        ),
        ("Officials said the gates were shut.", said("the gates were shut", "Officials", "Officials", "indirect")),
        ("Police say two men broke the lock.", said("two men broke the lock", "Police", "Police", "indirect")),
        (
            "Critics say the plan will cost too much.",
            said("the plan will cost too much", "Critics", "Critics", "indirect"),
        ),
    ],
)
def test_a_source_that_is_described(reader, text: str, expected: Said):
    """A role speaks for the name beside it; without a name, the description is the speaker's name."""
    assert read(reader, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nora Feld said that the bridge would stay shut.",
            said("that the bridge would stay shut", "Nora Feld", "Nora Feld", "indirect"),
        ),
        (
            "Mayor Nora Feld told reporters that the bridge would stay shut until spring.",
            said("that the bridge would stay shut until spring", "Mayor Nora Feld", "Nora Feld", "indirect"),
        ),
        (
            "The bridge would stay shut until spring, Nora Feld said.",
            said("The bridge would stay shut until spring", "Nora Feld", "Nora Feld", "indirect"),
        ),
        (
            "Rescue teams have reached all villages, the ministry said on Tuesday.",
            said("Rescue teams have reached all villages", "the ministry", "ministry", "indirect"),
        ),
        (
            "Nora Feld, 44, who runs the ferry, said the water rose within minutes.",
            said("the water rose within minutes", "Nora Feld, 44, who runs the ferry,", "Nora Feld", "indirect"),
        ),
        (
            "Nora Feld denied that the bridge was unsafe.",
            said("that the bridge was unsafe", "Nora Feld", "Nora Feld", "indirect"),
        ),
        (
            "Prosecutors allege that Peter Marek broke the lock.",
            said("that Peter Marek broke the lock", "Prosecutors", "Prosecutors", "indirect"),
        ),
        (
            "The study, published in a journal of rivers, found that eels return after ten years.",
            said("that eels return after ten years", "The study", "study", "indirect"),
        ),
        (
            "Nobody was hurt, said a spokesman for the port.",
            said("Nobody was hurt", "a spokesman for the port", "spokesman", "indirect"),
        ),
        (
            "The ministry has denied that forty villages were cut off.",
            said("that forty villages were cut off", "The ministry", "ministry", "indirect"),
        ),
        pytest.param(
            "It was, Nora Feld said, the worst flood in forty years.",
            said(("It was", "the worst flood in forty years"), "Nora Feld", "Nora Feld", "indirect"),
        ),
    ],
)
def test_words_without_marks(reader, text: str, expected: Said):
    """Indirect speech behind "said that" and "said", or before a comma and the attribution."""
    assert read(reader, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "According to the harbour board, the bridge will stay shut.",
            said("the bridge will stay shut", "the harbour board", "harbour board", "indirect"),
        ),
        (
            "The bridge will stay shut until spring, according to Nora Feld.",
            said("The bridge will stay shut until spring", "Nora Feld", "Nora Feld", "indirect"),
        ),
        (
            "The bridge, according to the harbour board, will stay shut until spring.",
            said(("The bridge", "will stay shut until spring"), "the harbour board", "harbour board", "indirect"),
        ),
        (
            "“Nobody was in danger”, according to the harbour master.",
            said("“Nobody was in danger”", "the harbour master", "harbour master"),
        ),
    ],
)
def test_according_to(reader, text: str, expected: Said):
    """At the front, at the back, in the middle, and behind words in marks."""
    assert read(reader, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nora Feld called the plan “a waste of good money”.",
            said("the plan “a waste of good money”", "Nora Feld", "Nora Feld", "mixed"),
        ),
        (
            "Nora Feld vowed to “keep every ferry running this winter”.",
            said("to “keep every ferry running this winter”", "Nora Feld", "Nora Feld", "mixed"),
        ),
        (
            "Nora Feld warned of “a long and very cold winter”.",
            said("“a long and very cold winter”", "Nora Feld", "Nora Feld", "mixed"),
        ),
        (
            "Nora Feld said she was “very sorry” about the delay.",
            said("she was “very sorry” about the delay", "Nora Feld", "Nora Feld", "mixed"),
        ),
        (
            "The ministry said in a statement that the bridge “posed no danger to the public”.",
            said("that the bridge “posed no danger to the public”", "The ministry", "ministry", "mixed"),
        ),
        (
            "The union accused the yard of “hiding the truth from its workers”.",
            said("the yard of “hiding the truth from its workers”", "The union", "union", "mixed"),
        ),
        (
            "The recall notice says the heaters “may catch fire when left on”.",
            said("the heaters “may catch fire when left on”", "The recall notice", "recall notice", "mixed"),
        ),
        (
            "Sgt. Tom Arkwright of the Wendle police said the driver “fled on foot.”",
            said("the driver “fled on foot.”", "Sgt. Tom Arkwright of the Wendle police", "Tom Arkwright", "mixed"),
        ),
        (
            "Nora Feld said the gates were “old”, “rusty” and “a danger to all”.",
            said("the gates were “old”, “rusty” and “a danger to all”", "Nora Feld", "Nora Feld", "mixed"),
        ),
    ],
)
def test_fragments_in_the_narrators_sentence(reader, text: str, expected: Said):
    """Words in marks that a verb carries are the subject's, and the manner is mixed."""
    assert read(reader, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nora Feld was blunt: “We have no money left.”", said("“We have no money left.”", "Nora Feld", "Nora Feld")),
        (
            "As one sailor put it: “The sea does not wait.”",
            said("“The sea does not wait.”", "one sailor", "one sailor"),
        ),
        ("“We have no money left.” — Nora Feld", said("“We have no money left.”", "Nora Feld", "Nora Feld")),
        (
            "“We have no money left.” – Nora Feld, harbour master",
            said("“We have no money left.”", "Nora Feld, harbour master", "Nora Feld"),
        ),
    ],
)
def test_signs_attribute_too(reader, text: str, expected: Said):
    """A colon introduces words, a dash signs them."""
    assert read(reader, text) == [expected]


def test_a_reason_quotes_only_printed_words(reader):
    """The cue between the marks of a reason stands in the article, character for character."""
    reading = reader.read(article("The Wendle Post", "“We have no money left.” – Nora Feld"))
    (quotation,) = reading.quotations
    quoted = quotation.reason.partition("“")[2].partition("”")[0]
    assert quoted == quotation.cue[0].of(reading.article.text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A statement from the transport ministry said the bridge was safe.", "transport ministry"),
        ("“Stop using the heater,” the Transport Ministry’s notice says.", "Transport Ministry"),
        pytest.param(
            "“Stop using the heater,” the firm’s recall notice says.",
            "firm",
            marks=pytest.mark.xfail(
                reason="“the notice is theirs”, says the reason, and yet the notice is the speaker"
            ),
        ),
        ("“School will open on Monday,” the letter read.", "letter"),
    ],
)
def test_a_document_speaks_for_whoever_issued_it(reader, text: str, speaker: str):
    """Where the issuer is printed; a document alone speaks for itself."""
    assert [item.speaker for item in read(reader, text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“We have no money left,” Nora Feld said. “We have no ferry either.”",
            [
                said("“We have no money left,”", "Nora Feld", "Nora Feld"),
                said("“We have no ferry either.”", "", "Nora Feld", "direct", "inferred"),
            ],
        ),
        (
            "“The gates are old,” said Nora Feld, adding: “They leak.”",
            [
                said("“The gates are old,”", "Nora Feld", "Nora Feld"),
                said("“They leak.”", "Nora Feld", "Nora Feld"),
            ],
        ),
        (
            "‘We couldn’t get the ball off them,’ Tom Arkwright said. ‘It’s the players’ day.’",
            [
                said("‘We couldn’t get the ball off them,’", "Tom Arkwright", "Tom Arkwright"),
                said("‘It’s the players’ day.’", "", "Tom Arkwright", "direct", "inferred"),
            ],
        ),
        (
            "“The gates are old,” Nora Feld said. “They leak.\n“And nobody has told us when that will end.”",
            [
                said("“The gates are old,”", "Nora Feld", "Nora Feld"),
                said("“They leak.", "", "Nora Feld", "direct", "inferred"),
                said("“And nobody has told us when that will end.”", "", "Nora Feld", "direct", "inferred"),
            ],
        ),
        (
            "Peter Marek said the gates were old.\n“We offered to mend them. We wrote to them in May.”",
            [
                said("the gates were old", "Peter Marek", "Peter Marek", "indirect"),
                said("“We offered to mend them. We wrote to them in May.”", "", "Peter Marek", "direct", "inferred"),
            ],
        ),
        (
            "Nora Feld spoke first. She said:\n“We have no money left. We have no ferry either.”",
            [
                said(
                    "“We have no money left. We have no ferry either.”", "She", "Nora Feld", "direct", "resolved"
                ),
            ],
        ),
        pytest.param(
            "“We did warn them in May.\n“Nobody listened to us,” Nora Feld said.",
            [
                said("“We did warn them in May.", "", "Nora Feld", "direct", "inferred"),
                said("“Nobody listened to us,”", "Nora Feld", "Nora Feld"),
            ],
        ),
    ],
)  # fmt: skip
def test_a_quotation_goes_on(reader, text: str, expected: list[Said]):
    """In the same paragraph, over unclosed marks, behind "She said:", and alone behind its speaker's paragraph."""
    assert read(reader, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nora Feld is the harbour master. “The gates are old,” she said.",
            said("“The gates are old,”", "she", "Nora Feld", "direct", "resolved"),
        ),
        (
            "Nora Feld is the mayor. The mayor said the gates were old.",
            said("the gates were old", "The mayor", "Nora Feld", "indirect", "resolved"),
        ),
        ("“I saw the water rise,” she said.", said("“I saw the water rise,”", "she", None, "direct", "unknown")),
        (
            "The two sides have not met since Monday.\n“We are ready to talk.”",
            said("“We are ready to talk.”", "", None, "direct", "unknown"),
        ),
        (
            "Peter Marek and Tom Arkwright met on Monday. “The gates are old,” he said.",
            said("“The gates are old,”", "he", None, "direct", "unknown"),
        ),
    ],
)
def test_a_speaker_is_resolved_or_stays_unknown(reader, text: str, expected: Said):
    """Nobody is named where the text does not tell who it is, or where two fit as well."""
    assert read(reader, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The council opened its “green mile” on Monday.",
        "The so-called “green mile” was opened on Monday.",
        "The film “The Long River Home” opens on Monday.",
        "Nobody is saying that the bridge is safe.",
        "The ’90s band’s fans’ club met at the Feathers’ bar.",
    ],
)
def test_what_is_no_quotation(reader, text: str):
    """Scare quotes, titles and what nobody says are attributed to nobody."""
    assert read(reader, text) == []


def test_a_cue_inside_a_word_attributes_nothing(reader):
    """A "court-ordered" pass is a kind of pass."""
    assert read(reader, "The board is weighing a longer form of court-ordered protection to the guild's pass.") == []


def test_a_label_in_marks_is_not_said_to_be_quoted(reader):
    """Whose word the label is cannot be told, so the speaker is not said to have used it."""
    (found,) = read(
        reader, "Nora Feld said that the council would build its “green mile” along the river by next spring."
    )
    assert (found.speaker, found.manner) == ("Nora Feld", "indirect")


def test_the_one_who_is_asked_only_answers(reader):
    """The question of an interviewer is never the words of the one who replies."""
    question, answer = read(reader, "Asked about the delay, Nora Feld replied: “Ask me in spring.”")
    assert (question.source, question.speaker) == ("", None)
    assert answer == said("“Ask me in spring.”", "Nora Feld", "Nora Feld")


def test_a_transcript(reader):
    """Paragraphs that begin with a name and a colon are that person's speech, though nothing is in marks."""
    lines = (
        "Nora Feld: Good morning to all of you.",
        "Peter Marek: Good morning. Is the bridge safe?",
        "Nora Feld: It is safe for people on foot.",
        "Peter Marek: And for cars?",
    )
    expected = [(line.partition(": ")[2], line.partition(":")[0]) for line in lines]
    assert [(item.content[0], item.speaker) for item in read(reader, "\n".join(lines))] == expected


def test_a_transcript_in_capitals(reader):
    """Who speaks is called in full, with the office, the first time, and by the surname later; a note in brackets is nobody's."""
    lines = (
        "ORA HALLORAN, MAYOR OF WENDLE: We have waited six years. Nobody came.",
        "JAN ROLLE, HOST: And what did the minister say?",
        "HALLORAN: He said that there was no money.",
        "(END VIDEO CLIP)",
        "ROLLE: Thank you, Mayor.",
    )
    assert [(item.content[0], item.speaker) for item in read(reader, "\n".join(lines))] == [
        ("We have waited six years. Nobody came.", "ORA HALLORAN"),
        ("And what did the minister say?", "JAN ROLLE"),
        ("He said that there was no money.", "ORA HALLORAN"),
        ("Thank you, Mayor.", "JAN ROLLE"),
    ]


def test_questions_and_answers(reader):
    """Q and A name nobody, but the words are said."""
    text = "Q: When did you see the cracks?\nA: In March.\nQUESTION: Alone?\nThe Post: And what did they say?\nNora Feld: Nothing at all."
    assert [item.speaker for item in read(reader, text)] == [None, None, None, "Post", "Nora Feld"]


def test_a_signed_post(reader):
    """All before the dash is what the account printed; of a thread in one paragraph each post is one."""
    text = (
        "The pier was shut on Monday.\n"
        "Such poor leadership by the guild, and others! pic.twitter.com/aBc1 — Otto J. Feld (@ottofeld) March 17, 2019\n"
        "One more. — Lena Brandt (@lenab) March 18, 2019 And the last. — Lena Brandt (@lenab) March 19, 2019\n"
        "The guild did not reply — it seldom does."
    )
    assert [(item.content[0], item.speaker, item.manner) for item in read(reader, text)] == [
        ("Such poor leadership by the guild, and others!", "Otto J. Feld", "direct"),
        ("One more.", "Lena Brandt", "direct"),
        ("And the last.", "Lena Brandt", "direct"),
    ]


def test_one_label_makes_no_transcript(reader):
    """A single "Correction:" is no speaker."""
    assert read(reader, "Correction: The bridge was shut in May.\nIt will open in June.") == []


@pytest.mark.parametrize(
    ("title", "content", "speaker"),
    [
        ("Bridge ‘will stay shut until spring’, says harbour master", "Bridge ‘will stay shut until spring’", "harbour master"),
        ("Harbour master: ‘We have no money left’", "‘We have no money left’", "Harbour master"),
        ("‘We have no money left’", "‘We have no money left’", None),
        ("Minister denies blame, says storm ‘unforeseeable’", "storm ‘unforeseeable’", "Minister"),
    ],
)  # fmt: skip
def test_headlines(reader, title: str, content: str, speaker: str | None):
    """A headline's words have a speaker where the headline names one."""
    reading = reader.read(article("The Wendle Post", "The bridge was shut on Monday.", title=title))
    (found,) = quotations(reading)
    assert (found.content, found.speaker) == ((content,), speaker)
    assert reading.quotations[0].block == "title"


STORY = """Nora Feld, the harbour master, said on Monday that the bridge “was never safe”.
“We told the council,” she said. “We told the yard, too.
“Nobody listened.”
Peter Marek, who runs the yard, denied that. “We offered to mend the gates,” Marek said.
According to the council, the bridge will stay shut. A spokesman called the delay “a matter of weeks, not months”.
“Shame on them all.”"""


def test_every_place_is_sound(reader):
    """Content, cue and source are apart from one another, and a speaker is one of the mentions."""
    reading = reader.read(article("The Wendle Post", STORY))
    assert len(reading.quotations) >= 8
    for quotation in reading.quotations:
        places = sorted((*quotation.content, *quotation.cue, *quotation.source))
        assert all(one.end <= other.start for one, other in itertools.pairwise(places))
        assert quotation.content
        assert quotation.reason
        assert (quotation.speaker is None) == (quotation.certainty == "unknown")
        assert quotation.speaker is None or 0 <= quotation.speaker < len(reading.mentions)
    order = [quotation.content[0] for quotation in reading.quotations]
    assert order == sorted(order)
