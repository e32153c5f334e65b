"""What a stranger printed is shown on the terminal and does not steer it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tellings.cli import main, say

STEERING = "\x1b[2J\x1b]0;renamed\x07"
TEXT = f"""Ferry strikes pier

SALTMERE, May 14 - Mayor Ingrid{STEERING} Halloran spoke on Tuesday.

"We have asked for a second{STEERING} boat for six years," Halloran said. Seventeen people{STEERING} were hurt.
"""


def test_each_control_character_has_a_sign():
    """Line breaks and tabs stay; nothing moves."""
    text = "".join(map(chr, range(0xA1)))
    shown = say.visible(text)
    assert len(shown) == len(text)
    assert [c for c in shown if not c.isprintable() and c != "\xa0"] == ["\t", "\n"]


@pytest.mark.model
@pytest.mark.parametrize(
    "command",
    [
        ["read", "ARTICLE", "--format", "summary"],
        ["check", "We have asked for a second", "ARTICLE"],
        ["timeline", "ARTICLE", "--about", "Halloran"],
    ],
    ids=lambda command: command[0],
)
def test_no_command_sends_it_on(command, tmp_path: Path, capsys):
    """The characters that would clear the screen come out as signs."""
    article = tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    main([str(article) if word == "ARTICLE" else word for word in command])
    told = capsys.readouterr()
    assert not {"\x1b", "\x07"} & set(told.out + told.err)
    assert told.out + told.err


@pytest.mark.model
def test_json_has_the_text_as_it_was_printed(tmp_path: Path, capsys):
    """Programs get every character, escaped as JSON does."""
    article = tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    main(["read", str(article), "--format", "json"])
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert json.loads(out)["articles"][0]["text"] == TEXT
