"""The language model: only the one that was measured is used."""

from __future__ import annotations

import shutil

import pytest

from tellings.errors import TellingsError
from tellings.reading import language

pytestmark = pytest.mark.model


@pytest.fixture
def folder(tmp_path, reader):
    """A copy of the files that are checked."""
    source = reader.model.path
    for name in language.DIGESTS:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / name, tmp_path / name)
    return tmp_path


def test_the_files_measured_pass(folder):
    """An untouched copy is the model."""
    language.verify(folder)


@pytest.mark.parametrize("name", ["ner/model", "config.cfg"])
def test_a_changed_file_is_refused(folder, name):
    """One byte more, and the error names the file and what to do."""
    with (folder / name).open("ab") as file:
        file.write(b" ")
    with pytest.raises(TellingsError, match="reinstall") as error:
        language.verify(folder)
    assert str(folder / name) in str(error.value)


def test_the_model_is_loaded_once(reader):
    """Every reader of a process shares it."""
    assert language.load() is language.load()
    assert reader.model is language.load()


def test_a_title_ends_no_sentence(reader):
    """An abbreviated title before a name is one token with its point."""
    doc = reader.model("The gates leaked, Supt. Ora Quill said.")
    assert len(list(doc.sents)) == 1
