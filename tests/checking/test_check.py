"""The check: exact, altered, said by another, not found; from readings, exports and an index in a file."""

from __future__ import annotations

import json
import random
import re
import sqlite3
from pathlib import Path

import pytest

from by_hand import article, reading
from tellings.archive.sqlite import SqliteArchive
from tellings.checking import Printed, QuoteIndex, check, of_article, quoted
from tellings.cli import main
from tellings.errors import CheckError
from tellings.linking.utterances.words import Wording
from tellings.values import Chain, Mention, Quotation, Reading, Span

GATES = "The gates are old and nobody has mended them since the great flood, and that is a shame."
TIDE = "The spring tide comes in March, and I don’t think the pumps will hold if it rains."
SAYING = "We take these reports very seriously and the choir will sing again."


def line(text: str) -> Wording:
    return Wording.of(text, (Span(0, len(text)),))


def printed(text: str, speaker: str | None = "Nora Feld", file: str = "a.txt") -> Printed:
    return Printed(file, None, "d", "The Wendle Post", "2031-05-02", (Span(10, 10 + len(text)),), text, speaker)


@pytest.fixture
def index() -> QuoteIndex:
    found = QuoteIndex()
    found.add([printed(GATES), printed(TIDE, "Peter Marek", "b.txt"), printed(SAYING, None, "c.txt")])
    return found


@pytest.mark.parametrize(
    ("quote", "speaker", "outcome"),
    [
        (GATES, None, "exact"),
        (GATES, "Mayor Nora Feld", "exact"),
        (GATES, "Feld", "exact"),
        ("nobody has mended them since the great flood", "Feld", "exact"),
        ("Nobody has mended them since the great flood", None, "exact"),
        (GATES, "Peter Marek", "said by another"),
        ("The gates are new and nobody has mended them since the great flood", None, "altered"),
        ("The gates are old, and nobody has mended them since the great flood", None, "altered"),
        ("the pumps will hold if it rains", None, "altered"),
        ("The spring tide comes in March, and I don't think the pumps will hold if it rains.", None, "exact"),
        ("We take these reports very seriously and the pumps will be tested before long.", None, "not found"),
        ("The moon is made of cheese", None, "not found"),
        (SAYING, "Nora Feld", "exact"),
    ],
)
def test_outcomes(index: QuoteIndex, quote: str, speaker: str | None, outcome: str):
    """A part in one run is exact, unless a word that turns the meaning is left out."""
    assert check(line(quote), index, speaker=speaker).outcome == outcome


def test_an_altered_quotation_shows_what_is_printed_and_where(index: QuoteIndex):
    """The difference has its kind and its place on both sides."""
    quote = "The gates are new and nobody has mended them since the great flood"
    source = check(line(quote), index).sources[0]
    edit = source.edits[0]
    assert (edit.kind, source.printed.file) == ("word replaced", "a.txt")
    assert edit.here is not None
    assert edit.lead is not None
    assert edit.here.of(quote) == "new"
    assert GATES[edit.lead.start - 10 : edit.lead.end - 10] == "old"


def test_a_quotation_spliced_from_two_says_so(index: QuoteIndex):
    """Both sources are named."""
    quote = "The gates are old and nobody has mended them, and I don't think the pumps will hold if it rains."
    checked = check(line(quote), index)
    assert "spliced from two utterances" in checked.reason
    assert {checked.sources[0].printed.file, checked.sources[0].other.file} == {"a.txt", "b.txt"}  # type: ignore[union-attr]


def test_reported_words_are_not_exact():
    """What a source tells without marks nobody may quote from it."""
    found = QuoteIndex()
    found.add(
        [
            Printed(
                "a.txt",
                None,
                "d",
                None,
                None,
                (Span(0, 44),),
                "the gates were old and nobody had mended them",
                "Feld",
                reported=True,
            )
        ]
    )
    checked = check(line("the gates were old and nobody had mended them"), found)
    assert checked.outcome == "altered"
    assert "without quotation marks" in checked.reason


@pytest.mark.model
@pytest.mark.parametrize(
    ("quote", "speaker", "outcome"),
    [
        ("Nobody has repaired those ancient gates since the flood.", "Nora Feld", "paraphrase"),
        ("Nobody has repaired those ancient gates since the flood.", "Peter Marek", "not found"),
        ("Nobody has repaired those ancient gates since the flood.", None, "not found"),
        ("Somebody has repaired those ancient gates since the flood.", "Nora Feld", "not found"),
    ],
)
def test_a_paraphrase_is_called_so(quote: str, speaker: str | None, outcome: str):
    """Of the same speaker, with the same negation; a made-up quotation of what was only meant is never exact."""
    index = QuoteIndex()
    index.add([printed("The gates are old and nobody has mended them since the flood.")])
    checked = check(line(quote), index, speaker=speaker)
    assert checked.outcome == outcome
    assert [edit.kind for source in checked.sources for edit in source.edits] == (
        ["paraphrase"] if outcome == "paraphrase" else []
    )


def test_the_answer_does_not_depend_on_the_order_of_filling():
    """Same quotations, any order, any number at a time: same answer."""
    rows = [printed(GATES, file=f"{n}.txt") for n in range(9)] + [printed(TIDE, "Peter Marek", "t.txt")]
    answers = set()
    for seed in range(4):
        shuffled = random.Random(seed).sample(rows, len(rows))
        index = QuoteIndex()
        index.add(shuffled[:4])
        index.add(shuffled[4:])
        checked = check(line(GATES.replace("great", "big")), index)
        answers.add((checked.outcome, checked.reason, tuple(source.printed.file for source in checked.sources)))
    assert len(answers) == 1


def test_an_index_is_one_file(tmp_path: Path):
    """Written once, opened for reading; what breaks off leaves nothing."""
    path = tmp_path / "wire.quotes"
    with QuoteIndex.create(path) as index:
        index.add([printed(GATES)])
    assert [p.name for p in tmp_path.iterdir()] == ["wire.quotes"]
    loaded = QuoteIndex.load(path)
    assert len(loaded) == 1
    assert check(line(GATES), loaded).sources[0].printed == printed(GATES)
    with pytest.raises(RuntimeError), QuoteIndex.create(tmp_path / "other.quotes") as index:
        raise RuntimeError
    assert [p.name for p in tmp_path.iterdir()] == ["wire.quotes"]


def test_what_is_no_index_is_refused(tmp_path: Path):
    """One line says what to do."""
    (tmp_path / "x").write_text("no database")
    sqlite3.connect(tmp_path / "y").execute("CREATE TABLE t (a)").connection.close()
    for name in ("x", "y", "z"):
        with pytest.raises(CheckError, match="--save"):
            QuoteIndex.load(tmp_path / name)


def test_an_index_lives_beside_other_tables():
    """An archive can carry it in its own file."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE article (id INTEGER)")
    QuoteIndex(database).add([printed(GATES)])
    assert check(line(GATES), QuoteIndex(database)).outcome == "exact"


def _read(text: str) -> Reading:
    """A reading in which the whole of each paragraph is one quotation of Nora Feld."""
    one = article("Osmere Echo", f"Nora Feld\n“{text}”")
    mention = Mention(Span(0, 9), "person", "name")
    quotation = Quotation((Span(10, 12 + len(text)),), (), (mention.span,), "direct", 0, "stated", "")
    chain = Chain("Nora Feld", "person", (0,))
    return reading(one, mentions=(mention,), chains=(chain,), quotations=(quotation,))


def test_an_article_is_put_taken_back_and_put_again():
    """Twice is once, a revision takes the place of the text before, and what is removed leaves nothing."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    index = QuoteIndex(database)
    for of in (_read(GATES), _read(GATES), _read(TIDE)):
        index.put("k1", of)
    index.put("k2", _read(SAYING))
    assert (len(index), check(line(TIDE), index, speaker="Feld").outcome) == (2, "exact")
    assert check(line(GATES), index).outcome == "not found"
    index.remove("k1")
    index.remove("k2")
    assert [database.execute(f"SELECT count(*) FROM {t}").fetchone() for t in ("quotation", "quotation_key")] == [
        (0,),
        (0,),
    ]


def test_an_index_keeps_to_its_callers_transaction():
    """It neither commits nor rolls back: what the caller takes back is gone, tables and all."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.execute("BEGIN IMMEDIATE")
    QuoteIndex(database).put("k1", _read(GATES))
    assert database.in_transaction
    database.execute("ROLLBACK")
    assert database.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,)


def test_marks_alone_give_the_printed_words():
    """Without a reading every stretch in marks is found, at its place, and nobody is named."""
    one = article("Osmere Echo", f"It began in spring. “{GATES}” she said, and “well, well” again.")
    found = list(of_article(one))
    assert [p.line for p in found] == [GATES, "well, well"]
    assert all(p.pieces[0].of(one.text) == p.line and p.speaker is None for p in found)


def test_the_quotations_of_a_draft():
    """Marks of three words and more, and block quotations."""
    draft = article("Draft", f"She said: “{GATES}” It was “so so”.\n> The spring tide comes in March\nThe end.")
    assert [q.wording.line for q in quoted(draft)] == [GATES, "The spring tide comes in March"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    (tmp_path / "news/a.txt").write_text(f"The harbour\n\n“{GATES}” said Nora Feld, the mayor.\n", encoding="utf-8")
    (tmp_path / "good.md").write_text(f"As the mayor said, “{GATES}”\n", encoding="utf-8")
    (tmp_path / "bad.md").write_text(f"She said, “{GATES.replace('nobody', 'somebody')}”\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["nobody has mended them since the great flood", "news"], 0),
        (["somebody has mended them since the great flood", "news"], 1),
        (["“The gates are old”", "news"], 0),
        (["--draft", "good.md", "news"], 0),
        (["--draft", "bad.md", "news"], 1),
        (["--draft", "missing.md", "news"], 2),
        (["The gates are old", "missing.txt"], 2),
        (["The gates are old"], 2),
        (["…", "news"], 2),
    ],
)
def test_exit_status(folder: Path, capsys, arguments: list[str], status: int):
    """0 only if all are exact: a hook can stop what is not."""
    assert main(["check", *arguments, "--marks-only"]) == status


def test_what_is_cut_short_is_cut_outside_the_marks(folder: Path, capsys):
    """Between quotation marks stands nothing that is not printed, no ellipsis either."""
    long = f"{GATES} {TIDE} {SAYING}"
    (folder / "news/a.txt").write_text(f"The harbour\n\n“{long}” said Nora Feld, the mayor.\n", encoding="utf-8")
    assert main(["check", long, "news", "--marks-only"]) == 0
    shown = re.findall("“([^”]*)”( …)?", capsys.readouterr().out)
    assert [(words in long, cut) for words, cut in shown] == [(True, " …"), (True, " …")]


def test_a_draft_is_one_text(folder: Path, capsys):
    """Of a file of several nothing is passed over in silence."""
    rows = [
        json.dumps({"text": f"She said, “{words}”"}) + "\n" for words in (GATES, "We never mended anything at all.")
    ]
    (folder / "two.jsonl").write_text("".join(rows), encoding="utf-8")
    assert main(["check", "--draft", "two.jsonl", "news", "--marks-only"]) == 2
    assert (
        capsys.readouterr().err == "tellings: two.jsonl: a draft is one text, and this holds 2; give each by itself\n"
    )


def test_a_draft_names_its_lines(folder: Path, capsys):
    """Whoever mends a draft is told where."""
    (folder / "bad.md").write_text(f"A draft\n\nShe said, “{GATES.replace('old', 'new')}”\n", encoding="utf-8")
    assert main(["check", "--draft", "bad.md", "news", "--marks-only"]) == 1
    assert ", line 3\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "status", "told"),
    [
        ("“The gates are quite new,” says mayor\n\n“The gates are quite old,” said Nora Feld, the mayor, on Monday.\n", 1, "altered"),
        ("“The gates are quite old,” says mayor\n\n“The gates are quite old,” said Nora Feld, the mayor, on Monday.\n", 0, "exact"),
        ("The gates again\n\n“The gates are quite old,” said Nora Feld, the mayor, on Monday.\n", 0, ""),
    ],
)  # fmt: skip
def test_headlines_against_their_bodies(folder: Path, capsys, text: str, status: int, told: str):
    """A hook for headlines: 0 only if what they quote stands in the body so."""
    (folder / "one.txt").write_text(text, encoding="utf-8")
    assert main(["check", "--headlines", "one.txt", "--marks-only"]) == status
    assert capsys.readouterr().out.startswith(told)
    assert main(["check", "--headlines", "one.txt", "--marks-only", "--format", "json"]) == status
    rows = json.loads(capsys.readouterr().out)["checks"]
    assert [(row["block"], row["outcome"], row["file"]) for row in rows] == (
        [("title", told, "one.txt")] if told else []
    )
    for row in rows:
        assert [text[start:end] for start, end in row["spans"]] == [row["quote"]]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--headlines", "missing.txt"],
        ["--headlines", "news", "--save", "x"],
        ["--headlines", "story.json"],
        ["--headlines", "news", "--speaker", "Feld"],
        ["--headlines", "news", "--draft", "good.md"],
    ],
)
def test_headlines_of_what_cannot_be_asked(folder: Path, capsys, arguments: list[str]):
    """One line says what is wrong."""
    assert main(["check", *arguments, "--marks-only"]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) <= 2


def test_an_archive_is_checked_against(folder: Path, capsys):
    """By its folder or its file; only what its newest revisions print is there."""
    with SqliteArchive(folder / "kept", create=True) as archive:
        archive.add(_read(GATES))
    for source in ("kept", "kept/archive.db"):
        assert main(["check", GATES, source, "--speaker", "Feld"]) == 0
        assert main(["check", GATES, source, "--speaker", "Peter Marek"]) == 1
    assert main(["check", GATES, "kept", "news", "--marks-only"]) == 2
    with SqliteArchive(folder / "kept") as archive:
        archive.add(_read(TIDE))
    assert main(["check", TIDE, "kept"]) == 0
    assert main(["check", GATES, "kept"]) == 1


def test_json_and_a_saved_index(folder: Path, capsys):
    """The index of the first check answers the second, with places that hold the words."""
    assert main(["check", "--draft", "bad.md", "news", "--marks-only", "--save", "wire.quotes"]) == 1
    capsys.readouterr()
    assert main(["check", "--draft", "bad.md", "wire.quotes", "--marks-only", "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    (row,) = told["checks"]
    source = row["sources"][0]
    text = (folder / source["file"]).read_text(encoding="utf-8")
    assert [text[start:end] for start, end in source["spans"]] == [source["text"]]
    (edit,) = source["edits"]
    assert (edit["kind"], edit["lead_text"], edit["here_text"]) == ("word replaced", "nobody", "somebody")
    assert text[slice(*edit["lead"])] == "nobody"
    assert source["warnings"][0]["sense"] == "negation"


@pytest.mark.model
def test_a_speaker_is_known_from_the_reading(folder: Path, capsys):
    """Words given to the wrong person are said by another."""
    assert main(["check", GATES, "news", "--speaker", "Peter Marek", "--quiet"]) == 1
    assert capsys.readouterr().out.startswith("said by another")
    assert main(["check", GATES, "news", "--speaker", "Feld", "--quiet"]) == 0
