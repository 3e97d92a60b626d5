"""Imported records with what makes their events themselves, in the order that graphs are made in."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from linimasa.model.iri import event_iri
from linimasa.model.statement import Statement
from linimasa.resolve.happening import event_key
from linimasa.resolve.key import DIGITS
from linimasa.resolve.occurrence import Occurrence, Part, occurrences


@dataclass(frozen=True, slots=True)
class Keyed:
    """A record with its event's short name, the digest of its event's key, and its own mention of it."""

    local: str
    digest: str
    statement: Statement
    occurrence: Occurrence

    @property
    def order(self) -> tuple[str, str, str]:
        """The order of records: events by name, then digest, their claims by id."""
        return self.local, self.digest, self.statement.id


@dataclass(frozen=True, slots=True)
class Told:
    """One event with all records that tell of it; `digest` is that of its key."""

    iri: str
    digest: str
    records: tuple[Keyed, ...]


def keyed(statement: Statement) -> Keyed:
    """Return an imported record with its key: it tells of one event, and nothing is nested in it."""
    main = next(one for one in occurrences(statement) if one.part is Part.MAIN)
    key = event_key([main])
    return Keyed(key.local(), key.digest, statement, main)


def told(tables: Iterable[Iterable[Keyed]], taken: dict[str, str] | None = None) -> Iterator[Told]:
    """Yield the events of several tables, each sorted by `Keyed.order`, by name.

    Of different events that share a short name the one with the smallest digest keeps it and the others get
    a longer one, as everywhere; `taken` has the names that other records' events have, with their digests.
    """
    names = taken or {}
    merged = heapq.merge(*tables, key=lambda one: one.order)
    for local, sharing in groupby(merged, key=lambda one: one.local):
        owner = names.get(event_iri(local))
        for digest, records in groupby(sharing, key=lambda one: one.digest):
            members = tuple(records)
            owner = owner or digest
            name = local if digest == owner else local[:-DIGITS] + digest[: 4 * DIGITS]
            yield Told(event_iri(name), digest, members)
