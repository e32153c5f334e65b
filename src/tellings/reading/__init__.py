"""Reading: one article alone, from its text to a ``Reading``."""

from tellings.reading.reader import Part, Reader, default_parts

__all__ = ["Part", "Reader", "default_parts"]
