"""Errors that a user can act on: what was wrong, what was found, what to do next."""

from __future__ import annotations


class TellingsError(Exception):
    """The base of all errors raised on purpose."""


class IntakeError(TellingsError, ValueError):
    """Input that cannot become an article. ``str()`` is one line: what is wrong and what to do."""


class ExportError(TellingsError, ValueError):
    """A file that is not an export of this program, or of a version it does not know."""


class PartError(TellingsError, ValueError):
    """Reading parts that cannot run in the order given."""


class CheckError(TellingsError, ValueError):
    """A quotation, draft or index that cannot be checked. ``str()`` is one line: what is wrong and what to do."""


class WebError(TellingsError):
    """An address that gives nothing. ``str()`` is one line: what is wrong and what to do."""


class LaterError(WebError):
    """An address that gives nothing now, and may give something later."""


class ArchiveError(TellingsError, ValueError):
    """An archive that cannot be opened, written or asked so. ``str()`` is one line: what is wrong and what to do."""


class RunError(TellingsError, RuntimeError):
    """Workers that cannot be had. ``str()`` is one line: what is wrong and what to do."""
