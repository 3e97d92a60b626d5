"""A document's day: given by the user or its source, else concluded from its text, else unknown."""

from __future__ import annotations

from dataclasses import dataclass

from linimasa.model.document import Document
from linimasa.model.terms import DateBasis


@dataclass(frozen=True, slots=True)
class Dating:
    """A document's ISO day, or None; `why` are the words an inferred day rests on.

    `conflict` is a day that the text itself gives for the document and that isn't the one given.
    """

    published: str | None
    basis: DateBasis | None
    why: str = ""
    conflict: str | None = None


def dated(document: Document, lang: str, *, infer: bool) -> Dating:
    """Return how a document is dated; nothing is concluded where `infer` is off or a day is given."""
    given = document.published
    return Dating(given, (document.published_basis or DateBasis.EXPLICIT) if given else None)
