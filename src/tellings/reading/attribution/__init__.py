"""Attribution: who said what, in which words."""

from tellings.reading.attribution.quotations import PART

__all__ = ["PART"]
