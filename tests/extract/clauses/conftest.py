"""One short line for each record, so that a table of sentences can be read.

`TYPE [status] actors [-> recipients] [@date] [/ sources]`: parties by code (by their words where they have
none), those of a mutual type together and sorted, status left out where actual.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from linimasa.extract.extractor import Extractor
from linimasa.model.document import Document
from linimasa.model.statement import Attribution, Participant, Statement
from linimasa.model.terms import MUTUAL, DateBasis, Status

#: A Friday.
PUBLISHED = "2025-06-20"

Read = Callable[..., list[str]]


def _names(rows: Iterable[Participant | Attribution]) -> list[str]:
    return sorted({row.code or row.text for row in rows})


def line(record: Statement) -> str:
    """Return a record as one line."""
    words = [str(record.type)]
    if record.status is not Status.ACTUAL:
        words.append(str(record.status))
    if record.type in MUTUAL:
        words.append("+".join(_names((*record.actors, *record.recipients))))
    else:
        words.append("+".join(_names(record.actors)) or "?")
        if record.recipients:
            words += ["->", "+".join(_names(record.recipients))]
    if record.time is not None:
        words.append("@" + record.time.value)
    if record.attributed_to:
        words += ["/", "+".join(_names(record.attributed_to))]
    return " ".join(words)


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """One extractor for all tables: it holds no state of a document."""
    return Extractor()


@pytest.fixture(scope="session")
def records(extractor: Extractor) -> Callable[..., tuple[Statement, ...]]:
    """Reads a text (with a title) to its records."""

    def read(
        text: str, lang: str, title: str = "", published: str | None = PUBLISHED
    ) -> tuple[Statement, ...]:
        basis = DateBasis.EXPLICIT if published else None
        document = Document("a", text, lang, title, published=published, published_basis=basis)
        return extractor.extract(document).statements

    return read


@pytest.fixture(scope="session")
def read(records: Callable[..., tuple[Statement, ...]]) -> Read:
    """Reads a text to one line a record, in the order of the triggers."""
    return lambda *args, **more: [line(r) for r in records(*args, **more)]
