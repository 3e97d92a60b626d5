"""Events of tables as quads, one event at a time: memory grows with the actors, never with the rows.

What comes out is what `store.build_dataset` makes of the same records, in another order.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from rdflib import URIRef
from rdflib.term import Node

from linimasa.exchange.keyed import Told
from linimasa.model.terms import EventStatus
from linimasa.resolve import Part
from linimasa.resolve.happening import happening_of
from linimasa.store.cast import Cast
from linimasa.store.claims import assertions, claims
from linimasa.store.direct import family
from linimasa.store.event import EventWriter
from linimasa.store.evidence import claim_triples, document_triples, run_triples
from linimasa.store.reference import Triple
from linimasa.store.scheme import load_scheme
from linimasa.store.status import consolidated
from linimasa.store.vocab import Names
from linimasa.store.world import concept_triples, world_triples

Quad = tuple[Node, Node, Node, URIRef]

#: Documents remembered as described; one that comes again after so many others is described again.
_REMEMBERED = 4096


class QuadStream:
    """Writes events as quads; `cast` must have read all their records."""

    def __init__(self, cast: Cast, base: str) -> None:
        self._names = Names(base)
        self._cast = cast
        self._writer = EventWriter(self._names, load_scheme(), cast)
        self._merged = self._names.graph("merged")
        self._described: dict[str, None] = {}
        self._used: set[str] = set()

    def event(self, told: Told) -> Iterator[Quad]:
        """Yield the quads of one event: its claims and description by document, and its status."""
        statements = [one.statement for one in told.records]
        members = [one.occurrence for one in told.records]
        context = {word for statement in statements for word in statement.context}
        event = happening_of(told.iri, members, context, {})
        info = self._writer.info(event)
        self._used.add(info.local)
        iris = {(s.doc.hash, s.id, Part.MAIN): told.iri for s in statements}
        found = claims(statements, iris)
        said = assertions(found, ())[told.iri]
        status = consolidated(assertion for _, assertion in said)
        shared = family(status, info)
        description = list(self._writer.triples(event))
        direct = list(self._writer.direct(event, shared))
        for document in dict.fromkeys(s.doc.hash for s in statements):
            graph = self._names.document(document)
            told_there = [s for s in statements if s.doc.hash == document]
            if document not in self._described:
                self._remember(document)
                yield from _in(document_triples(told_there[:1], self._names), graph)
                yield from _in(run_triples(told_there[0].run, self._names), graph)
            yield from _in(description, graph)
            if direct and family(self._own(document, said), info) == shared:
                yield from _in(direct, graph)
        for claim in found:
            yield from _in(claim_triples(claim, self._names), self._names.document(claim.document))
        lini, node = self._names.lini, self._names.moved(told.iri)
        yield node, lini("status"), lini(status.value), self._merged
        yield from _in(direct, self._merged)

    @staticmethod
    def _own(document: str, said: Iterable[tuple[str, object]]) -> EventStatus:
        return consolidated(one for where, one in said if where == document)  # type: ignore[misc]

    def _remember(self, document: str) -> None:
        if len(self._described) >= _REMEMBERED:
            del self._described[next(iter(self._described))]
        self._described[document] = None

    def world(self, known: Container[Node] = ()) -> Iterator[Quad]:
        """Yield actors, places and event types of all events so far, those of `known` left out."""
        reference, ontology = self._names.graph("reference"), self._names.graph("ontology")
        for quad in _in(world_triples(self._cast, self._names), reference):
            if quad[0] not in known:
                yield quad
        yield from _in(concept_triples(self._used, load_scheme(), self._names), ontology)


def _in(triples: Iterable[Triple], graph: URIRef) -> Iterator[Quad]:
    return ((s, p, o, graph) for s, p, o in triples)
