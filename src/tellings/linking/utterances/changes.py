"""What a printing did to the leading words of its utterance: its edits, and the warnings where they turn the meaning."""

from __future__ import annotations

from collections.abc import Sequence

from tellings.linking.utterances.alignment import align
from tellings.linking.utterances.edits import edits
from tellings.linking.utterances.groups import Index
from tellings.linking.utterances.printings import Marked
from tellings.linking.utterances.restated import Restated, as_paraphrase
from tellings.linking.utterances.splices import Splice, as_spliced, named
from tellings.linking.utterances.warnings import warnings
from tellings.values import Edit, MeaningWarning


def changed(
    marked: Marked, lead: Marked, index: Index, *, splice: Splice | None = None, same: Restated | None = None
) -> tuple[Sequence[Edit], Sequence[MeaningWarning]]:
    """The edits and warnings of one printing: a ``splice`` of two, the ``same`` in other words, or one that shares words.

    ``index`` is asked whose words are put in.
    """
    if marked is lead:
        return (), ()
    if same is not None:
        return as_paraphrase(lead.wording, same)
    columns = align(lead.wording, marked.wording)
    found = edits(lead.wording, marked.wording, columns)
    cautions = warnings(lead.wording, marked.wording, columns)
    if splice is not None:
        return as_spliced(found, columns, marked, lead, splice), cautions
    return [named(edit, marked, index) for edit in found], cautions
