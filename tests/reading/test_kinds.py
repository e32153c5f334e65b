"""Kinds: speech, beliefs, plans and findings are told apart by the cue and by what the source is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from by_hand import article
from tellings.reading.attribution.kinds import kind
from tellings.reading.lexicon import words


@pytest.mark.parametrize(
    ("cue", "options", "expected"),
    [
        (["say"], {}, "speech"),
        (["accord", "to"], {"source": "person"}, "speech"),
        (["accord", "to"], {"source": "document", "head": "survey"}, "finding"),
        (["accord", "to"], {"source": "document", "head": "letter"}, "speech"),
        (["think"], {}, "belief"),
        (["be", "confident"], {}, "belief"),
        (["have", "say"], {}, "speech"),
        (["hope"], {}, "belief"),
        (["hope"], {"infinitive": True}, "plan"),
        (["want"], {"infinitive": True}, "plan"),
        (["plan"], {}, "plan"),
        (["promise"], {"infinitive": True}, "speech"),
        (["suggest"], {"source": "person"}, "speech"),
        (["suggest"], {"source": "document", "head": "report"}, "finding"),
        (["say"], {"source": "document", "head": "report"}, "speech"),
        (["find"], {"source": "group"}, "finding"),
        (["rule"], {"source": "organisation"}, "finding"),
        (["believe"], {"manner": "mixed"}, "speech"),
        (["find"], {"manner": "mixed"}, "finding"),
        (["find"], {"manner": "direct"}, "speech"),
        ([], {}, "speech"),
        (["SAY"], {}, "speech"),
        (["Think"], {}, "belief"),
    ],
)
def test_the_cue_and_the_source_tell_the_kind(cue, options, expected):
    """One row a rule: the cue's lemmas, what else is known, the kind."""
    assert kind(cue, **options) == expected


@given(st.lists(st.sampled_from(sorted(words("kind_belief") | words("kind_plan") | words("cues_speech")))))
def test_what_is_all_in_quotation_marks_was_said(cue):
    """A direct quotation is speech whatever its cue."""
    assert kind(cue, manner="direct") == "speech"


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ora Quill said the ferry would sail at dawn.", ["speech"]),
        ("“The ferry sails at dawn,” Ora Quill said.", ["speech"]),
        ("A survey by the harbour board found that the quay had sunk by a foot.", ["finding"]),
        ("The report suggested that the quay had sunk by a foot.", ["finding"]),
        ("The judge ruled that the quay must be closed.", ["finding"]),
        ("The mayor suggested that the quay had sunk by a foot.", ["speech"]),
    ],
)
def test_the_reading_gives_each_quotation_its_kind(reader, sentence, expected):
    """The part looks the cue's and the source's words up in the parse."""
    reading = reader.read(article("The Wendle Post", sentence))
    assert [quotation.kind for quotation in reading.quotations] == expected
