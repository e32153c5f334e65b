"""PDF: lines joined to paragraphs, a page of pictures named."""

from __future__ import annotations

import pytest

from tellings.intake.formats.pdf import paragraphs
from tellings.values import Article

pytest.importorskip("pypdfium2", reason="tellings[pdf] is not installed")

LINES = [
    "The bell of Marrow Point was found on Sunday in a barn, its",
    "keeper said. It weighs 640 kilograms and has a crack that is as",
    "long as a hand.",
    "We had stopped looking, said Ada Quill, who has kept the point",
    "for nine years.",
]


def pdf(lines: list[str]) -> bytes:
    """A PDF of one page with these lines."""
    shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
    stream = f"BT /F1 12 Tf 72 720 Td {shown}ET" if lines else ""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Title (Lost bell) /Author (Ada Quill) /CreationDate (D:20240514080000+02'00') >>",
    ]
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return out.encode("latin-1")


def test_lines_are_joined_to_paragraphs_and_facts_say_how_they_are_known(read) -> None:
    """Title and author are stated by the file; the day on which it was made is only inferred to be that of print."""
    [article] = read("a.bin", pdf(LINES))
    assert isinstance(article, Article), str(article)
    assert article.title
    assert article.byline
    assert article.published
    assert article.text == " ".join(LINES[:3]) + "\n\n" + " ".join(LINES[3:])
    assert (article.title.value, article.byline.value, article.published.day) == (
        "Lost bell",
        "Ada Quill",
        "2024-05-14",
    )
    assert (article.title.how, article.published.how) == ("stated", "inferred")


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("A harb\ufffe\r\nour town.", "A harbour town."),
        ("One short line.\r\n\r\nAnother one.", "One short line.\n\nAnother one."),
        (
            "A word that is well-\r\nknown, and a line that goes on",
            "A word that is well-known, and a line that goes on",
        ),
    ],
)
def test_how_lines_are_joined(page: str, text: str) -> None:
    """A hyphen that the layout set goes; one of the word's own stays."""
    assert paragraphs(page) == text


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (pdf([]), "pictures without a text layer"),
        (b"%PDF-1.7\nnothing more", "no PDF that can be read"),
        (pdf(LINES)[:300], "no PDF"),
    ],
)
def test_a_pdf_without_words_is_one_line(read, data: bytes, problem: str) -> None:
    """And what to do about it."""
    [failure] = read("a.pdf", data)
    assert problem in str(failure)
