"""Checking: is a quotation printed as it is quoted, and what do several outlets print of one thing said? By an index of what is printed."""

from tellings.checking.check import Checked, Outcome, Source, check
from tellings.checking.draft import Quoted, quoted
from tellings.checking.index import QuoteIndex
from tellings.checking.inward import WHERE, Heading, headings
from tellings.checking.ledger import Entry, Line, ledger
from tellings.checking.printed import Printed, of_article, of_export, of_reading

__all__ = [
    "WHERE",
    "Checked",
    "Entry",
    "Heading",
    "Line",
    "Outcome",
    "Printed",
    "QuoteIndex",
    "Quoted",
    "Source",
    "check",
    "headings",
    "ledger",
    "of_article",
    "of_export",
    "of_reading",
    "quoted",
]
