"""Coreference: which mentions of one article are one entity, and so who "he" is."""

from tellings.reading.coreference.part import PART

__all__ = ["PART"]
