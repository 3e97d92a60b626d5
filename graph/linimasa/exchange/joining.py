"""Tables of events beside texts: which imported events the texts tell of too, and the graph of the others.

What a text's event is or may be one with goes through the same resolving, linking and consolidating as the
texts themselves, so that one event has one status; all else is written event by event.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from rdflib.term import Node

from linimasa.exchange.guard import Check, Guard
from linimasa.exchange.keyed import Told, told
from linimasa.exchange.quads import Quad, QuadStream
from linimasa.exchange.table import Unfit, read_table
from linimasa.model.statement import Statement
from linimasa.resolve.happening import event_key, happening_of, happenings
from linimasa.resolve.linking import filed
from linimasa.store.cast import Cast
from linimasa.store.facts import Reference

#: Events checked at once.
_BATCH = 200


class Tables:
    """The imported tables of a folder, read twice: to know the actors and what is shared, then to write."""

    def __init__(
        self,
        paths: Sequence[Path],
        texts: Sequence[Statement],
        reference: Reference,
        wanted: Callable[[Statement], bool] | None = None,
        unfit: Unfit | None = None,
    ) -> None:
        events = happenings(texts) if texts else ()
        self._paths = tuple(paths)
        self._wanted = wanted or (lambda _: True)
        self._taken = {event.iri: event_key(event.occurrences).digest for event in events}
        self._filed = {block for event in events for block in filed(event)}
        self._cast = Cast(reference)
        self._shared: set[str] = set()
        #: Imported statements that the texts' graph must be made with, and how many events there are.
        self.shared: list[Statement] = []
        self.events = 0
        for one in self._told(unfit):
            self.events += 1
            statements = [record.statement for record in one.records]
            self._cast.read(statements)
            if self._meets(one):
                self._shared.add(one.iri)
                self.shared += [replace(statement, event=one.iri) for statement in statements]

    def quads(self, base: str, known: Container[Node] = (), check: Check | None = None) -> Iterator[Quad]:
        """Yield the graph of all events that aren't shared, then actors, places and types.

        `known` holds the subjects that the texts' graph already describes. `check` sees all before it goes.
        """
        stream = QuadStream(self._cast, base)
        guard = Guard(self._cast, base, check) if check is not None else None
        alone = (one for one in self._told() if one.iri not in self._shared)
        while batch := list(islice(alone, _BATCH)):
            quads = [quad for one in batch for quad in stream.event(one)]
            if guard is not None:
                guard.look(batch, quads)
            yield from quads
        yield from stream.world(known)

    def _told(self, unfit: Unfit | None = None) -> Iterator[Told]:
        tables = [
            (one for one in read_table(path, unfit) if self._wanted(one.statement)) for path in self._paths
        ]
        return told(tables, self._taken)

    def _meets(self, one: Told) -> bool:
        if one.iri in self._taken:
            return True
        if not self._filed:
            return False
        members = [record.occurrence for record in one.records]
        return not self._filed.isdisjoint(filed(happening_of(one.iri, members, set(), {})))
