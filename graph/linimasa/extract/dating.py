"""A document's day: given by the user or its source, else concluded from its text, else unknown."""

from __future__ import annotations

from dataclasses import dataclass

from linimasa.extract.time import TimeTagger
from linimasa.extract.time.document import DocumentDate, document_date
from linimasa.lexicon.gazetteer import Gazetteer
from linimasa.model.document import Document
from linimasa.model.terms import DateBasis


@dataclass(frozen=True, slots=True)
class Dating:
    """A document's ISO day, or None; `why` are the words that a day found in the text rests on.

    `begin` and `end` bound an unknown day where the text does.
    """

    published: str | None
    basis: DateBasis | None
    why: str = ""
    begin: str | None = None
    end: str | None = None


def dated(document: Document, lang: str, *, infer: bool, tagger: TimeTagger, gazetteer: Gazetteer) -> Dating:
    """Return how a document is dated; nothing is concluded where a day is given or `infer` is off."""
    given = document.published
    if given:
        return Dating(given, document.published_basis or DateBasis.EXPLICIT)
    found = None
    if infer and document.text:
        found = document_date(document.text, document.title, lang, tagger=tagger, gazetteer=gazetteer)
    return Dating(None, None) if found is None else _found(found)


def _found(found: DocumentDate) -> Dating:
    why = "; ".join(found.why)
    if found.day is not None:
        # A concluded day is never "explicit": that word is kept for days that the user or the source gives.
        return Dating(found.day.isoformat(), DateBasis.INFERRED, why)
    begin, end = (None if day is None else day.isoformat() for day in (found.begin, found.end))
    return Dating(None, None, why, begin, end)
