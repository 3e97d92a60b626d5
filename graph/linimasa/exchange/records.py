"""Rows of a table as statement records: the same contract that texts give."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from linimasa.exchange.row import Row
from linimasa.model.statement import DocumentRef, Quote, Statement
from linimasa.model.terms import DateBasis, EventType, Status, status_of
from linimasa.version import __version__


@dataclass(frozen=True, slots=True)
class RecordSet:
    """A table of events: the `form` it is written in, its `name`, and the `publisher` that made it."""

    name: str
    form: str
    publisher: str

    @property
    def run(self) -> str:
        """What made the records, for the Run of the graph."""
        return f"linimasa {__version__} import {self.form}"

    def document(self, row: Row) -> DocumentRef:
        """Return the document that a row comes from: the article that it names, else the table.

        The identity of an article is its address within this table and on its day, so that the graph of one
        table can be replaced without touching another's.
        """
        named = bool(row.url or row.title)
        identity = "\n".join(
            (self.form, self.name, row.url or row.title, row.published or "")
            if named
            else (self.form, self.name)
        )
        published = row.published if named else None
        return DocumentRef(
            hash=hashlib.sha256(identity.encode("utf-8", "replace")).hexdigest(),
            length=0,
            lang="",
            title=(row.title or row.url) if named else self.name,
            published=published,
            published_basis=DateBasis.EXPLICIT if published else None,
            source=row.source or self.publisher,
            url=row.url,
        )

    def statement(self, row: Row) -> Statement:
        """Return a row as a record without an event; offsets are 0, for there is no text."""
        doc = self.document(row)
        digest = hashlib.sha256(row.key.encode("utf-8", "replace")).hexdigest()
        words = Quote(0, 0, row.words)
        type_ = EventType(row.what.type)
        status: Status = status_of(row.what.modality, row.polarity)
        return Statement(
            document=self.name if not (row.url or row.title) else (row.title or row.url),
            id=f"{doc.hash[:12]}-0000-{int(digest[:12], 16)}",
            event=None,
            sentence=words,
            quote=words,
            type=type_,
            mode=row.what.mode,
            trigger=Quote(0, 0, row.name),
            actors=row.actors,
            recipients=row.recipients,
            time=row.time,
            place=row.place,
            status=status,
            modality=row.what.modality,
            polarity=row.polarity,
            certainty=row.certainty,
            content=None,
            condition=None,
            condition_text=None,
            said_on=None,
            repeated=False,
            context=row.context,
            attributed_to=row.attributed_to,
            quantities=(),
            rule=row.rule,
            confidence=row.confidence,
            field="record",
            doc=doc,
            run=self.run,
            flags=row.flags,
        )
