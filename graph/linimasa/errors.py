"""Errors made for people: each says what is wrong, where, and what to do.

The command line prints `str(error)` on one line and leaves with exit code 2.
"""

from __future__ import annotations

from pathlib import Path


class LinimasaError(Exception):
    """Root of all errors that a user can cause and mend."""

    def __init__(self, message: str, *, path: str | Path | None = None, line: int | None = None) -> None:
        self.path = str(path) if path is not None else None
        self.line = line
        self.message = message
        place = ""
        if self.path is not None:
            place = self.path + (f", line {line}" if line is not None else "") + ": "
        super().__init__(place + message)


class SourceError(LinimasaError):
    """A source can't be read as a document."""


class SettingError(LinimasaError):
    """An option or argument has a value that can't be used."""


class EndpointError(LinimasaError):
    """A service that all documents need can't be used: going on to the next document is no use."""


class LexiconError(LinimasaError):
    """A lexicon or gazetteer file breaks its specification."""


class RecordError(LinimasaError):
    """A line isn't a statement record."""


class StoreError(LinimasaError):
    """A graph folder can't be opened or written."""


class QueryError(LinimasaError):
    """A query can't be run."""
