"""What agencies and newsletters deliver: NITF, NewsML-G2, mail."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from tellings.intake import Failure
from tellings.values import Article
from tests.intake.formats.invented import PAGE, PARAGRAPHS, TEXT, TITLE

NITF = f"""<nitf xml:lang="en-GB"><head><title>slug</title><docdata><date.issue norm="20240514T080000Z"/></docdata>
<pubdata name="Marrow Wire" date.publication="20240514"/></head>
<body><body.head><hedline><hl1>{TITLE}</hl1><hl2>Nobody rang it</hl2></hedline><byline>By <person>Ada Quill</person></byline>
<dateline><location>MARROW</location></dateline></body.head>
<body.content><block>{PARAGRAPHS}</block><media media-type="image"><media-caption>The barn at the point.</media-caption></media></body.content>
<body.end><tagline>Ada Quill writes for the wire.</tagline></body.end></body></nitf>"""


def newsml(content: str, status: str = "usable") -> str:
    """A NewsML-G2 item around a content."""
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1" version="2" xml:lang="en">
<itemMeta><provider literal="MW"><name>Marrow Wire</name></provider><versionCreated>2024-05-15T08:00:00Z</versionCreated>
<firstCreated>2024-05-14T08:00:00Z</firstCreated><pubStatus qcode="stat:{status}"/></itemMeta>
<contentMeta><headline>{TITLE}</headline><by>Ada Quill</by><language tag="en-GB"/></contentMeta>
<contentSet>{content}</contentSet></newsItem>"""


XHTML = f'<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{PARAGRAPHS}</body></html></inlineXML>'
PLAIN = f'<inlineData contenttype="text/plain">{TEXT}</inlineData>'


def test_nitf_says_of_each_line_what_it_is(read) -> None:
    """Headline, deck, byline, dateline, paragraphs, caption and tagline are blocks; the facts are stated."""
    [article] = read("a.xml", NITF)
    assert isinstance(article, Article)
    assert article.outlet
    assert article.published
    assert article.byline
    assert [block.kind for block in article.blocks] == [
        "title",
        "deck",
        "byline",
        "dateline",
        "body",
        "body",
        "body",
        "caption",
        "note",
    ]
    assert (article.outlet.value, article.byline.value, article.published.day, article.language) == (
        "Marrow Wire",
        "Ada Quill",
        "2024-05-14",
        "en",
    )


@pytest.mark.parametrize("content", [XHTML, PLAIN, f'<inlineXML contenttype="application/nitf+xml">{NITF}</inlineXML>'])
def test_newsml_carries_its_text_in_three_ways(read, content: str) -> None:
    """XHTML, plain text and NITF within; the first creation is the day of print, the version that of change."""
    [article] = read("a.xml", newsml(content))
    assert isinstance(article, Article), str(article)
    assert article.outlet
    assert article.published
    assert article.modified
    assert (article.format, article.record, article.outlet.value) == ("newsml", None, "Marrow Wire")
    assert (article.published.day, article.modified.day) == ("2024-05-14", "2024-05-15")
    assert TEXT in article.text


def test_a_message_holds_many_items_and_the_withdrawn_is_named(read) -> None:
    """Each by its number; what its provider has withdrawn, and what has no text, is not read."""
    items = newsml(PLAIN) + newsml(PLAIN, "canceled") + newsml('<remoteContent href="a.jpg"/>') + newsml(XHTML)
    found = read(
        "a.xml", f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{items}</itemSet></newsMessage>'
    )
    assert [one.record for one in found if isinstance(one, Article)] == [1, 4]
    assert [str(one) for one in found if isinstance(one, Failure)] == [
        "a.xml, item 2: an item that its provider has withdrawn (canceled)",
        "a.xml, item 3: an item without a text; it may be a picture, or stand elsewhere",
    ]


def mail(plain: str | None, html: str | None = None, subject: str = "Lost bell – found") -> bytes:
    """A newsletter."""
    message = EmailMessage()
    message["From"] = "Marrow Gazette <news@gazette.example>"
    message["Subject"] = subject
    message["Date"] = "Tue, 14 May 2024 08:00:00 +0200"
    if plain is not None:
        message.set_content(plain)
    if html is not None and plain is not None:
        message.add_alternative(html, subtype="html")
    elif html is not None:
        message.set_content(html, subtype="html")
    message.add_attachment(b"\x00\x01", maintype="application", subtype="octet-stream", filename="x.bin")
    return message.as_bytes()


@pytest.mark.parametrize(
    ("data", "words"),
    [(mail(TEXT), TEXT), (mail(None, PAGE), "its keeper said."), (mail("See the page.", PAGE), "its keeper said.")],
)
def test_a_newsletter_is_its_words_with_sender_subject_and_date(read, data: bytes, words: str) -> None:
    """Plain where there is plain text, else its HTML; what is attached is no part of it."""
    [article] = read("a.eml", data)
    assert isinstance(article, Article), str(article)
    assert article.outlet
    assert article.title
    assert article.published
    assert words in article.text
    assert (article.outlet.value, article.title.value, article.published.day) == (
        "Marrow Gazette",
        "Lost bell – found",
        "2024-05-14",
    )
    assert {article.outlet.how, article.title.how, article.published.how} == {"stated"}


def test_a_folder_of_mails_in_one_file(read) -> None:
    """Each message by its number; one without a text is named; a line that begins with From is no new mail."""
    one = mail(TEXT + "\nFrom here on it is quiet.")
    data = b"".join(
        b"From news@gazette.example Tue May 14 08:00:00 2024\n" + data + b"\n\n" for data in (one, mail(""), one)
    )
    found = read("a.mbox", data)
    assert [type(one).__name__ for one in found] == ["Article", "Failure", "Article"]
    assert str(found[1]) == "a.mbox, message 2: a mail without a text"
    assert "From here on" in found[2].text
