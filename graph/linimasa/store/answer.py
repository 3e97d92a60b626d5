"""What a store answers to a query, before it is made into a `Result`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

#: rdflib's terms, None for what is open.
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The kind of query (SELECT, ASK or CONSTRUCT), columns and rows; an ASK has one row of one truth value.

    `rows` are made as they are taken; `rows` of a CONSTRUCT are triples, each once.
    """

    kind: str
    columns: tuple[str, ...]
    rows: Iterable[Row]


@runtime_checkable
class Answering(Protocol):
    """A store that answers SPARQL over all its graphs by itself."""

    def answer(self, text: str, prefixes: Mapping[str, str], timeout: float | None = None) -> Answer:
        """Return the answer; SyntaxError for what isn't a query, TimeoutError, OSError or ValueError where
        it can't be answered."""
        ...


def once(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield each row the first time that it comes."""
    seen: set[Any] = set()
    for row in rows:
        if row not in seen:
            seen.add(row)
            yield row
