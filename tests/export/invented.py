"""An invented story, linked by hand: every value that a page can show, without a model.

Four outlets on a swing bridge that stays shut; one of them is not named, two
print one agency text. All names, places and words are made up for the tests.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from tellings.values import (
    Article,
    Block,
    Comparison,
    Edit,
    Entity,
    EntityMention,
    Event,
    EventMention,
    Figure,
    FigureClaim,
    Known,
    Mention,
    Moment,
    Origin,
    Printing,
    Published,
    Quotation,
    Reading,
    Span,
    Story,
    Telling,
    Utterance,
)

TEXTS = {
    "ledger.txt": (
        "Bridge to stay shut for weeks, mayor says\n"
        "By Petra Lindqvale\n"
        "\n"
        "PORT ANSEL, March 4 - The swing bridge over the Teal will stay shut for at least six weeks after divers found "
        "14 cracks in its main bearing, Mayor Odile Varr said on Monday.\n"
        "\n"
        "“So we will not open that bridge until every single bolt has been looked at,” she told a packed hall. "
        "“Nobody in this town crosses on a maybe.”\n"
        "\n"
        "Tobin Marsh, who speaks for the ferry crews, called the plan “a gift to nobody” and asked for more than 30 extra sailings a day.\n"
        "\n"
        "Sign up for our newsletter & never miss a tide!\n"
    ),
    "northgate.txt": (
        "Teal bridge: 'a gift to nobody', say crews\r\n"
        "\r\n"
        "Divers counted 14 cracks in the bearing of the swing bridge on Sunday.\r\n"
        "\r\n"
        '"We will not open that bridge until every bolt has been looked at," said the mayor, Odile Varr. '
        "SEE ALSO: Ten tide tables It was closed on March 3.\r\n"
    ),
    "unnamed.txt": (
        "The swing bridge now shows 19 cracks, the harbour office said in a report.\n"
        "\n"
        '"[We] will not open that bridge until every bolt has been checked," Ms Varr said. '
        '"It is nobody\'s fault," one resident said. "She told me \'go home\' and I went," said another.\n'
    ),
    "tide.txt": (
        "Divers counted 14 cracks in the bearing of the swing bridge on Sunday.\n"
        "\n"
        "“Teal traffic — all of it — goes by water now 🚢,” Marsh said.\n"
    ),
}


def at(file: str, words: str, nth: int = 0) -> Span:
    """The place of words in one of the texts."""
    start = [match.start() for match in re.finditer(re.escape(words), TEXTS[file])][nth]
    return Span(start, start + len(words))


def article(file: str, **known: object) -> Article:
    """One of the texts as an article: every line a block, what is not body told apart."""
    text = TEXTS[file]
    blocks: list[Block] = []
    for number, match in enumerate(re.finditer(r"[^\r\n]+", text)):
        kind = "title" if number == 0 and file in ("ledger.txt", "northgate.txt") else "body"
        kind = "byline" if match[0].startswith("By ") else "junk" if match[0].startswith("Sign") else kind
        inside = match[0].find("SEE ALSO")
        if inside < 0:
            blocks.append(Block(kind, Span(*match.span())))
        else:
            start, end = match.start() + inside, match.start() + match[0].index(" It was")
            blocks.append(Block(kind, Span(match.start(), start - 1)))
            blocks.append(Block("junk", Span(start, end), "a run of links"))
            blocks.append(Block(kind, Span(end + 1, match.end())))
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(file, text, digest, tuple(blocks), **known)  # type: ignore[arg-type]


def quotation(
    file: str, *words: str, manner: str = "direct", speaker: int | None = None, certainty: str = "stated"
) -> Quotation:
    """A quotation of one of the texts, without cue and source."""
    spans = tuple(at(file, piece) for piece in words)
    return Quotation(spans, (), (), manner, speaker, certainty, "by hand")  # type: ignore[arg-type]


def story() -> Story:
    """The whole invented story."""
    ledger, northgate, tide, unnamed = "ledger.txt", "northgate.txt", "tide.txt", "unnamed.txt"
    lead = "So we will not open that bridge until every single bolt has been looked at,"
    plain = "We will not open that bridge until every bolt has been looked at,"
    checked = "[We] will not open that bridge until every bolt has been checked,"
    readings = (
        Reading(
            article(
                ledger,
                outlet=Known("The Harbour Ledger", "given"),
                title=Known(
                    "Bridge to stay shut for weeks, mayor says",
                    "stated",
                    "the first line",
                    (at(ledger, "Bridge to stay shut for weeks, mayor says"),),
                ),
                byline=Known("Petra Lindqvale", "stated", "", (at(ledger, "Petra Lindqvale"),)),
                url="https://ledger.example/bridge",
                published=Published("2024-03-04", "2024-03-04", "inferred", "the dateline", (at(ledger, "March 4"),)),
            ),
            mentions=(
                Mention(at(ledger, "Mayor Odile Varr"), "person", "name"),
                Mention(at(ledger, "she"), "person", "pronoun"),
                Mention(at(ledger, "Tobin Marsh"), "person", "name"),
            ),
            quotations=(
                Quotation(
                    (
                        at(
                            ledger,
                            "The swing bridge over the Teal will stay shut for at least six weeks after divers found 14 cracks in its main bearing,",
                        ),
                    ),
                    (at(ledger, "said"),),
                    (at(ledger, "Mayor Odile Varr"),),
                    "indirect",
                    0,
                    "stated",
                    "the name stands before the cue",
                ),
                quotation(
                    ledger, f"“{lead}”", "“Nobody in this town crosses on a maybe.”", speaker=1, certainty="resolved"
                ),
                quotation(ledger, "the plan “a gift to nobody”", manner="mixed", speaker=2),
            ),
            moments=(
                Moment(
                    at(ledger, "March 4"), "DATE", "2024-03-04", "2024-03-04", "2024-03-04", "2024-03-04", "month-day"
                ),
                Moment(at(ledger, "at least six weeks"), "DURATION", "P6W", None, None, None, "duration"),
                Moment(
                    at(ledger, "on Monday"), "DATE", "2024-03-04", "2024-03-04", "2024-03-04", "2024-03-04", "weekday"
                ),
            ),
            figures=(
                Figure(
                    at(ledger, "14 cracks"),
                    at(ledger, "14"),
                    14.0,
                    counted=at(ledger, "cracks"),
                    head="crack",
                    quotation=0,
                ),
                Figure(
                    at(ledger, "more than 30 extra sailings a day"),
                    at(ledger, "30"),
                    30.0,
                    bound="more than",
                    counted=at(ledger, "extra sailings"),
                    head="sailing",
                ),
            ),
            parts=("invented.v1",),
        ),
        Reading(
            article(
                northgate,
                outlet=Known("Northgate Post", "stated", "named in the text"),
                title=Known("Teal bridge: 'a gift to nobody', say crews", "stated"),
                published=Published("2024-03-04", "2024-03-05", "inferred", "after the closing"),
            ),
            mentions=(Mention(at(northgate, "Odile Varr"), "person", "name"),),
            quotations=(quotation(northgate, f'"{plain}"', speaker=0),),
            moments=(
                Moment(
                    at(northgate, "on Sunday"),
                    "DATE",
                    "2024-03-03",
                    "2024-03-03",
                    "2024-03-03",
                    "2024-03-04",
                    "weekday",
                ),
                Moment(
                    at(northgate, "March 3"),
                    "DATE",
                    "2024-03-03",
                    "2024-03-03",
                    "2024-03-03",
                    "2024-03-04",
                    "month-day",
                ),
            ),
            figures=(
                Figure(
                    at(northgate, "14 cracks"), at(northgate, "14"), 14.0, counted=at(northgate, "cracks"), head="crack"
                ),
            ),
            events=(EventMention(at(northgate, "It was closed on March 3"), at(northgate, "closed"), "close", (), 1),),
            parts=("invented.v1",),
        ),
        Reading(
            article(
                tide, outlet=Known("Evening Tide", "given"), published=Published("2024-03-05", "2024-03-05", "given")
            ),
            mentions=(Mention(at(tide, "Marsh"), "person", "name"),),
            quotations=(quotation(tide, "“Teal traffic — all of it — goes by water now 🚢,”", speaker=0),),
            figures=(Figure(at(tide, "14 cracks"), at(tide, "14"), 14.0, head="crack"),),
            parts=("invented.v1",),
        ),
        Reading(
            article(unnamed),
            mentions=(
                Mention(at(unnamed, "Ms Varr"), "person", "name"),
                Mention(at(unnamed, "the harbour office"), "organisation", "description"),
            ),
            quotations=(
                quotation(unnamed, "The swing bridge now shows 19 cracks,", manner="indirect", speaker=1),
                quotation(unnamed, f'"{checked}"', speaker=0),
                quotation(unnamed, '"It is nobody\'s fault,"', certainty="unknown"),
                quotation(unnamed, "\"She told me 'go home' and I went,\"", certainty="unknown"),
                quotation(unnamed, "'go home'", speaker=0, certainty="resolved"),
            ),
            figures=(Figure(at(unnamed, "19 cracks"), at(unnamed, "19"), 19.0, head="crack", quotation=0),),
            parts=("invented.v1",),
        ),
    )

    def mention(number: int, index: int) -> EntityMention:
        found = readings[number].mentions[index]
        return EntityMention(Telling(number, found.span, "same name"), index, found.form)

    return Story(
        title="Bridge to stay shut for weeks, mayor says",
        readings=readings,
        entities=(
            Entity("Odile Varr", "person", ("Mayor",), (mention(0, 0), mention(0, 1), mention(1, 0), mention(3, 0))),
            Entity("Tobin Marsh", "person", ("who speaks for the ferry crews",), (mention(0, 2), mention(2, 0))),
            Entity("the harbour office", "organisation", (), (mention(3, 1),)),
        ),
        utterances=(
            Utterance(
                0,
                (
                    Printing(Telling(0, at(ledger, lead)), 1),
                    Printing(
                        Telling(1, at(northgate, plain)),
                        0,
                        (
                            Edit("cut at the front", at(ledger, "So"), None),
                            Edit(
                                "spelling or punctuation",
                                at(ledger, "we will").__class__(
                                    at(ledger, "we will").start, at(ledger, "we will").start + 2
                                ),
                                at(northgate, "We"),
                            ),
                            Edit("cut in the middle", at(ledger, "single "), None),
                        ),
                    ),
                    Printing(
                        Telling(3, at(unnamed, checked)),
                        1,
                        (
                            Edit("cut at the front", at(ledger, "So"), None),
                            Edit(
                                "bracketed word",
                                Span(at(ledger, "we will").start, at(ledger, "we will").start + 2),
                                at(unnamed, "[We]"),
                            ),
                            Edit("word replaced", at(ledger, "looked at"), at(unnamed, "checked")),
                        ),
                    ),
                ),
                lead=0,
                first=0,
            ),
        ),
        figure_claims=(
            FigureClaim(
                "crack",
                tuple(Telling(number, readings[number].figures[0].span, "the same noun") for number in range(4)),
                tuple((number, 0) for number in range(4)),
            ),
        ),
        events=(
            Event(
                "Divers counted 14 cracks in the bearing of the swing bridge on Sunday",
                "2024-03-03",
                "2024-03-03",
                (),
                (
                    Telling(1, at(northgate, "Divers counted 14 cracks in the bearing of the swing bridge on Sunday")),
                    Telling(2, at(tide, "Divers counted 14 cracks in the bearing of the swing bridge on Sunday")),
                ),
                first=0,
            ),
            Event(
                "It was closed on March 3",
                "2024-03-03",
                "2024-03-03",
                (),
                (Telling(1, at(northgate, "It was closed on March 3")),),
            ),
            Event("a packed hall", None, None, (0,), (Telling(0, at(ledger, "she told a packed hall")),)),
        ),
        origins=(
            Origin(
                (1, 2),
                "one sentence in common",
                (Telling(1, at(northgate, "Divers counted 14 cracks in the bearing of the swing bridge")),),
            ),
        ),
    )


def comparisons() -> tuple[Comparison, ...]:
    """One comparison of every kind."""
    ledger, northgate, tide, unnamed = "ledger.txt", "northgate.txt", "tide.txt", "unnamed.txt"
    old, new = Telling(0, at(ledger, "14 cracks")), Telling(3, at(unnamed, "19 cracks"))
    return (
        Comparison("conflict", "Two articles give different numbers of cracks.", (old, new)),
        Comparison("update", "The number of cracks is given as 14, later as 19.", (old, new)),
        Comparison("agree", "Three articles give 14 cracks.", (old, Telling(1, at(northgate, "14 cracks")))),
        Comparison(
            "altered",
            "Two articles print the utterance with other words.",
            (Telling(0, at(ledger, "every single bolt")), Telling(1, at(northgate, "every bolt"))),
        ),
        Comparison(
            "only one reports",
            "Only this article gives a number of sailings.",
            (Telling(0, at(ledger, "more than 30 extra sailings a day")),),
        ),
        Comparison(
            "headline",
            "The headline gives words that the body does not print.",
            (Telling(1, at(northgate, "'a gift to nobody'")),),
        ),
        Comparison(
            "first",
            "Printed first, as far as the days can tell.",
            (Telling(1, at(northgate, "Divers counted")), Telling(2, at(tide, "Divers counted"))),
        ),
    )


def write(folder: Path) -> None:
    """The sources of the story as files."""
    for name, text in TEXTS.items():
        (folder / name).write_bytes(text.encode())
