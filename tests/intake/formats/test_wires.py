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


FIRST = f"""<?xml version="1.0" encoding="utf-8"?><NewsML><Catalog Href="http://wire.example/c.xml"/><NewsItem><NewsManagement>
<FirstCreated>20240514T080000Z</FirstCreated><ThisRevisionCreated>20240515T080000Z</ThisRevisionCreated><Status FormalName="Usable"/></NewsManagement>
<NewsComponent><NewsLines><HeadLine>{TITLE}</HeadLine><ByLine>By Ada Quill</ByLine><DateLine>MARROW</DateLine></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="Marrow Wire"/></Provider></AdministrativeMetadata><DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata>
<NewsComponent><ContentItem><MediaType FormalName="Photo"/><DataContent>aGVsbG8=</DataContent></ContentItem></NewsComponent>
<NewsComponent><ContentItem><MediaType FormalName="Text"/><DataContent>{PARAGRAPHS}</DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>"""


def test_the_first_newsml_is_read_too(read) -> None:
    """Headline, byline and place stand on a part of the item, the text in its first content that is text."""
    [article] = read("a.xml", FIRST)
    assert isinstance(article, Article), str(article)
    assert TEXT in article.text
    assert [block.kind for block in article.blocks[:4]] == ["title", "byline", "dateline", "body"]
    assert article.outlet
    assert article.byline
    assert article.published
    assert article.modified
    assert (article.outlet.value, article.byline.value, article.language) == ("Marrow Wire", "Ada Quill", "en")
    assert (article.published.day, article.modified.day) == ("2024-05-14", "2024-05-15")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (FIRST.replace("Usable", "Canceled"), "withdrawn (canceled)"),
        (FIRST.replace('FormalName="Text"', 'FormalName="Photo"'), "an item without a text"),
        (
            "<?xml version='1.0'?><WireNote><body>The bell was found.</body></WireNote>",
            "its outermost element: WireNote",
        ),
    ],
)
def test_what_is_no_article_in_xml_is_refused_in_one_line(read, data: str, why: str) -> None:
    """Withdrawn, without a text, or in a form of an agency's own: never its markup as a text."""
    [failure] = read("a.xml", data)
    assert isinstance(failure, Failure)
    assert why in str(failure)


CUT = """(Adds the rope)
    MARROW, May 14 (Marrow Wire) - The bell of the old barn
at the point was found on Sunday, the keeper said,
with help from a dog.
    It had hung there for ninety years, and nobody
had rung it since.

 (Reporting by Ada Quill)"""
UNCUT = "The bell of the old barn at the point was found on Sunday, the keeper said, with help from a dog."


@pytest.mark.parametrize(
    "content",
    [
        XHTML.replace(PARAGRAPHS, f"<p>{CUT}</p>"),
        f'<inlineData contenttype="text/plain">{CUT}</inlineData>',
        f'<inlineData contenttype="text/plain"><![CDATA[<p>{CUT}</p>]]></inlineData>',
    ],
)
def test_lines_that_a_wire_cut_to_a_width_are_joined(read, content: str) -> None:
    """Each paragraph begins with an indent; also where all are one element, and where that is written out as text."""
    [article] = read("a.xml", newsml(content))
    assert isinstance(article, Article), str(article)
    assert UNCUT in article.text
    assert "It had hung there for ninety years, and nobody had rung it since." in article.text.split("\n\n")
    assert "<p>" not in article.text


def test_markup_written_one_element_below_the_other_is_no_cut_text(read) -> None:
    """All its lines are indented: the words of a paragraph stay one line."""
    words = "<p>\n        The bell of \n        <a href='x'>the old barn</a>\n        was found.\n      </p>"
    [article] = read("a.xml", NITF.replace(PARAGRAPHS, words))
    assert isinstance(article, Article)
    assert "The bell of the old barn was found." in article.text


def test_what_stands_above_a_text_in_newsml_is_none_of_it(read) -> None:
    """Labels, a place and a time in a header are metadata, and its heading the headline."""
    above = f"<header><ul><li>Bells</li></ul><time>14.05.2024</time><p>Extra</p><h1>{TITLE}</h1></header>"
    [article] = read("a.xml", newsml(XHTML.replace(PARAGRAPHS, above + PARAGRAPHS)))
    assert isinstance(article, Article)
    assert [block.kind for block in article.blocks[:5]] == ["metadata", "metadata", "metadata", "title", "body"]


@pytest.mark.parametrize(
    ("facts", "title", "byline"),
    [
        (
            f'<headline role="hld:subHeadline">Joy</headline><headline>{TITLE}</headline><by>Ada Quill</by>',
            TITLE,
            "Ada Quill",
        ),
        (f'<creator literal="VRG"><name>VRG</name></creator><headline>{TITLE}</headline>', TITLE, None),
        (f"<creator><name>quill.ada</name></creator><headline>{TITLE}</headline>", TITLE, None),
        (f'<creator literal="Marrow Wire"/><headline>{TITLE}</headline>', TITLE, None),
        (f"<creator><name>Ada Quill</name></creator><headline>{TITLE}</headline>", TITLE, "Ada Quill"),
    ],
)
def test_whose_the_text_is_and_what_it_is_called(read, facts: str, title: str, byline: str | None) -> None:
    """The main of several headlines; a creator that is a desk, an account or the outlet is no author."""
    plain = newsml(PLAIN).replace(f"<headline>{TITLE}</headline><by>Ada Quill</by>", facts)
    [article] = read("a.xml", plain)
    assert isinstance(article, Article)
    assert article.title
    assert article.title.value == title
    assert (article.byline.value if article.byline else None) == byline


@pytest.mark.parametrize(
    ("old", "new", "kinds", "outlet"),
    [
        ("<hl2>Nobody rang it</hl2>", f"<hl2>{TITLE}</hl2>", ["title", "byline", "dateline", "body"], "Marrow Wire"),
        ("By <person>Ada Quill</person>", "aq/tf", ["title", "deck", "metadata", "dateline", "body"], "Marrow Wire"),
        (
            "<location>MARROW</location>",
            '<story.date norm="20240514">20240514T080000Z</story.date>',
            ["title", "deck", "byline", "body"],
            "Marrow Wire",
        ),
        (
            '<pubdata name="Marrow Wire" date.publication="20240514"/>',
            "",
            ["title", "deck", "byline", "dateline", "body"],
            "The Wire",
        ),
    ],
)
def test_nitf_as_agencies_fill_it_in(read, old: str, new: str, kinds: list[str], outlet: str) -> None:
    """The headline twice, initials for a byline, a date for programs in the dateline, the agency as distributor."""
    data = NITF.replace("</byline>", "</byline><distributor>The Wire</distributor>")
    assert old in data
    [article] = read("a.xml", data.replace(old, new))
    assert isinstance(article, Article)
    assert [block.kind for block in article.blocks[: len(kinds)]] == kinds
    assert article.outlet
    assert article.outlet.value == outlet


def test_the_post_of_an_author_is_not_run_into_the_name(read) -> None:
    """The elements of a byline have no space between them."""
    [article] = read("a.xml", NITF.replace("By <person>Ada Quill</person>", "By ADA QUILL<byttl>Bell Writer</byttl>"))
    assert isinstance(article, Article)
    assert article.byline
    assert article.byline.value == "ADA QUILL"
    assert "By ADA QUILL, Bell Writer" in article.text


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
