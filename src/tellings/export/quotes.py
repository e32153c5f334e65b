"""The rows of quotations, and of utterances with their printings, edits and warnings."""

from __future__ import annotations

from tellings.export.ids import Ids, article_id
from tellings.export.places import Row, place_row, span_row, span_rows, text_of
from tellings.intake.page import fragments
from tellings.values import Edit, MeaningWarning, Span, Story, Utterance


def quote_row(story: Story, ids: Ids, article: int, position: int) -> Row:
    """One quotation of an article: ``quotes`` of the export."""
    quotation = story.readings[article].quotations[position]
    printed = [span.of(text_of(story, article)) for span in quotation.content]
    return {
        "id": ids.quotes[article, position],
        "article": article_id(article),
        "content": span_rows(quotation.content),
        "cue": span_rows(quotation.cue),
        "source": span_rows(quotation.source),
        "text": printed,
        "link": fragments.link(story.readings[article].article.url, printed[0]),
        "speaker": ids.speaker(article, quotation),
        "manner": quotation.manner,
        "kind": quotation.kind,
        "certainty": quotation.certainty,
        "reason": quotation.reason,
        "block": quotation.block,
        "utterance": ids.utterances.get((article, position)),
    }


def utterance_row(story: Story, ids: Ids, index: int, utterance: Utterance) -> Row:
    """One utterance with its printings: ``utterances`` of the export."""
    lead = utterance.printings[utterance.lead].telling.article
    return {
        "id": f"u{index + 1}",
        "speaker": None if utterance.speaker is None else f"e{utterance.speaker + 1}",
        "lead": utterance.lead,
        "first": utterance.first,
        "tellings": [
            {
                **place_row(story, printing.telling),
                "quote": ids.quotes[printing.telling.article, printing.quotation],
                "edits": [_edit(story, lead, printing.telling.article, edit) for edit in printing.edits],
                "warnings": [_warning(story, lead, printing.telling.article, row) for row in printing.warnings],
                "parts": list(printing.parts),
            }
            for printing in utterance.printings
        ],
    }


def _edit(story: Story, lead: int, here: int, edit: Edit) -> Row:
    return {
        "kind": edit.kind,
        **_two_places(story, (lead, edit.lead), (here, edit.here)),
        "source": edit.source and place_row(story, edit.source),
    }


def _warning(story: Story, lead: int, here: int, warning: MeaningWarning) -> Row:
    places = _two_places(story, (lead, warning.lead), (here, warning.here))
    return {"sense": warning.sense, "change": warning.change, **places}


def _two_places(story: Story, there: tuple[int, Span | None], here: tuple[int, Span | None]) -> Row:
    """Where something stands in the fullest printing, and where in this one."""
    return {
        "lead": there[1] and span_row(there[1]),
        "here": here[1] and span_row(here[1]),
        "lead_text": there[1] and there[1].of(text_of(story, there[0])),
        "here_text": here[1] and here[1].of(text_of(story, here[0])),
    }
