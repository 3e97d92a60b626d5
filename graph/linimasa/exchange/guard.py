"""The events of tables with all that a rule may ask about them, some at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from rdflib.term import Node

from linimasa.exchange.keyed import Told
from linimasa.exchange.quads import Quad
from linimasa.model.statement import Statement
from linimasa.store.cast import Cast
from linimasa.store.evidence import document_triples, run_triples
from linimasa.store.reference import Triple
from linimasa.store.vocab import Names
from linimasa.store.world import world_triples

#: Told records with their events, and the triples of these and of all that they name.
Check = Callable[[list[Statement], list[Triple]], None]


class Guard:
    """Shows events to a check, with their documents and with actors and places; `cast` knows them all."""

    def __init__(self, cast: Cast, base: str, check: Check) -> None:
        self._names, self._check = Names(base), check
        self._world: defaultdict[Node, list[Triple]] = defaultdict(list)
        for triple in world_triples(cast, self._names):
            self._world[triple[0]].append(triple)

    def look(self, events: Sequence[Told], quads: Iterable[Quad]) -> None:
        """Show the check these events, of which `quads` are the descriptions."""
        statements = [
            replace(record.statement, event=event.iri) for event in events for record in event.records
        ]
        triples: list[Triple] = [(s, p, o) for s, p, o, _ in quads]  # type: ignore[misc]
        documents: defaultdict[str, list[Statement]] = defaultdict(list)
        for one in statements:
            documents[one.doc.hash].append(one)
        for group in documents.values():
            triples += document_triples(group[:1], self._names)
            triples += run_triples(group[0].run, self._names)
        self._check(statements, triples + self._named(triples))

    def _named(self, triples: Iterable[Triple]) -> list[Triple]:
        """Return what the world says of all that is named, and of what that names in turn."""
        found: list[Triple] = []
        done: set[Node] = set()
        todo: set[Node] = {o for _, _, o in triples}
        while todo := {node for node in todo - done if node in self._world}:
            done |= todo
            new = [triple for node in todo for triple in self._world[node]]
            found += new
            todo = {o for _, _, o in new}
        return found
