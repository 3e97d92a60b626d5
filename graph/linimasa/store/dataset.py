"""From statement records to the graph: one named graph a document, and four that stand above them.

- `doc:<hash>` for each document: the document, its claims and mentions, the events it speaks of, the actors
  that only it knows, and the direct triples that it supports;
- `gra:reference`: actors, places and offices; `gra:ontology`: the event types in use;
- `gra:links`: events of different documents held to be one, with score and reason;
- `gra:merged`: the consolidated status of every event and the direct triples that follow from it.

The description of an event is made once from all its claims and repeated in every document that speaks of
it, so that a query over all graphs sees one description. A document's direct triple is left out where the
consolidated view doesn't share it: no graph says that something disputed happened.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF
from rdflib.term import Node

from linimasa.model.iri import BASE, local_name
from linimasa.model.statement import Statement
from linimasa.model.terms import EventStatus
from linimasa.resolve import Happening, Link, happenings, relations
from linimasa.resolve.happening import event_iris, one_each
from linimasa.resolve.linking import link_happenings
from linimasa.store.cast import Cast
from linimasa.store.claims import assertions, claims
from linimasa.store.direct import family
from linimasa.store.event import EventWriter
from linimasa.store.evidence import (
    claim_triples,
    document_triples,
    mention_triples,
    relation_triples,
    run_triples,
)
from linimasa.store.facts import NoReference, Reference
from linimasa.store.reference import Triple, actor_triples
from linimasa.store.scheme import Scheme, load_scheme
from linimasa.store.status import Assertion, consolidated
from linimasa.store.union import UnionDataset
from linimasa.store.vocab import Names, number
from linimasa.store.world import concept_triples, world_triples


@dataclass(frozen=True, slots=True)
class Settings:
    """How a graph is made: the base of its IRIs; `strict` gives direct triples only to what a document says
    in its own voice."""

    base: str = BASE
    strict: bool = False


def build_dataset(
    statements: Sequence[Statement], reference: Reference | None = None, settings: Settings | None = None
) -> UnionDataset:
    """Return the graph of these records. The order of the records makes no difference.

    StoreError where a record holds what can't stand in a graph.
    """
    chosen = settings or Settings()
    return dataset_of(build_quads(statements, reference, chosen), chosen.base)


def dataset_of(quads: Iterable[tuple[Node, Node, Node, URIRef]], base: str = BASE) -> UnionDataset:
    """Return quads, the name of the graph last, as a dataset in memory."""
    dataset = UnionDataset(base)
    graphs: dict[URIRef, Graph] = {}
    for s, p, o, name in quads:
        if name not in graphs:
            graphs[name] = dataset.graph(name)
        graphs[name].add((s, p, o))
    return dataset


def build_quads(
    statements: Sequence[Statement], reference: Reference | None = None, settings: Settings | None = None
) -> Iterator[tuple[Node, Node, Node, URIRef]]:
    """Yield the triples of the graph of these records, each with the name of its graph; some come twice.

    StoreError where a record holds what can't stand in a graph.
    """
    chosen = settings or Settings()
    yield from _Builder(one_each(statements), reference or NoReference(), chosen).quads()


class _Builder:
    """Holds what the parts of one graph share while it is made."""

    def __init__(self, statements: list[Statement], reference: Reference, settings: Settings) -> None:
        self.settings = settings
        self.names = Names(settings.base)
        self.scheme: Scheme = load_scheme()
        self.statements = statements
        self.events = {event.iri: event for event in happenings(statements)}
        self.links = link_happenings(self.events.values())
        self.related = relations(statements, self.links)
        self.claims = claims(statements, event_iris(statements))
        self.cast = Cast(reference)
        self.cast.read(statements)
        self.writer = EventWriter(self.names, self.scheme, self.cast)
        self.own_voice = {
            (claim.event, document)
            for claim in self.claims
            if claim.own_voice
            for document in (claim.document, None)
        }
        said = assertions(self.claims, self.related)
        self.status = _statuses(self.events, self.links, said)
        self.own_status = _own_statuses(said)

    def quads(self) -> Iterator[tuple[Node, Node, Node, URIRef]]:
        """Yield the triples of every graph, the documents' first: they tell who must be described."""
        for document, triples in sorted(self._documents().items()):
            yield from self._in(self.names.document(document), triples)
        yield from self._in(self.names.graph("merged"), self._merged())
        yield from self._in(self.names.graph("links"), self._links())
        yield from self._in(self.names.graph("reference"), world_triples(self.cast, self.names))
        used = {self.writer.info(event).local for event in self.events.values()}
        yield from self._in(self.names.graph("ontology"), concept_triples(used, self.scheme, self.names))

    @staticmethod
    def _in(name: URIRef, triples: Iterable[Triple]) -> Iterator[tuple[Node, Node, Node, URIRef]]:
        return ((s, p, o, name) for s, p, o in triples)

    def _documents(self) -> dict[str, list[Triple]]:
        graphs: defaultdict[str, list[Triple]] = defaultdict(list)
        by_document: defaultdict[str, list[Statement]] = defaultdict(list)
        for statement in self.statements:
            by_document[statement.doc.hash].append(statement)
        for document, group in by_document.items():
            graphs[document].extend(document_triples(group, self.names))
            graphs[document].extend(mention_triples(group, self.cast, self.names))
            for run in sorted({statement.run for statement in group}):
                graphs[document].extend(run_triples(run, self.names))
        for claim in self.claims:
            graphs[claim.document].extend(claim_triples(claim, self.names))
        primary = {(c.document, c.statement.id, c.part): c.local for c in self.claims if c.primary}
        for document, triple in relation_triples(self.related, primary, self.names):
            graphs[document].append(triple)
        for event in self.events.values():
            triples = list(self.writer.triples(event))
            for document in {one.document for one in event.occurrences}:
                graphs[document].extend(triples)
                graphs[document].extend(self._direct_of(event, document))
        for actor in self.cast.actors():
            if actor.own is not None:
                graphs[actor.own].extend(actor_triples(actor, self.cast, self.names))
        return graphs

    def _direct_of(self, event: Happening, document: str) -> Iterator[Triple]:
        """Yield the direct triples that a document supports and the consolidated view shares."""
        info = self.writer.info(event)
        shared = family(self.status[event.iri], info)
        own = self.own_status.get((event.iri, document))
        if own is not None and family(own, info) == shared and self._voiced(event.iri, document):
            yield from self.writer.direct(event, shared)

    def _voiced(self, event: str, document: str | None = None) -> bool:
        """Whether the event may have direct triples under the setting `strict`."""
        return not self.settings.strict or (event, document) in self.own_voice

    def _merged(self) -> Iterator[Triple]:
        for event in self.events.values():
            status, info = self.status[event.iri], self.writer.info(event)
            yield self.names.moved(event.iri), self.names.lini("status"), self.names.lini(status.value)
            if self._voiced(event.iri):
                yield from self.writer.direct(event, family(status, info))

    def _links(self) -> Iterator[Triple]:
        lini = self.names.lini
        for link in self.links:
            first, second = self.names.moved(link.a), self.names.moved(link.b)
            node = self.names.of("link", f"{local_name(link.a)}--{local_name(link.b)}")
            yield first, lini("sameEventAs"), second
            yield node, RDF.type, lini("Link")
            yield node, lini("links"), first
            yield node, lini("links"), second
            yield node, lini("score"), number(link.score)
            yield node, lini("reason"), Literal(link.reason, lang="en")


def _statuses(
    events: dict[str, Happening],
    links: Iterable[Link],
    said: dict[str, list[tuple[str, Assertion]]],
) -> dict[str, EventStatus]:
    """Return the consolidated status of each event, over its own claims and those of linked events."""
    sets: dict[str, set[str]] = {}
    for link in links:
        merged = sets.get(link.a, {link.a}) | sets.get(link.b, {link.b})
        for iri in merged:
            sets[iri] = merged
    return {
        iri: consolidated(one for same in sets.get(iri, {iri}) for _, one in said.get(same, ()))
        for iri in events
    }


def _own_statuses(
    said: dict[str, list[tuple[str, Assertion]]],
) -> dict[tuple[str, str], EventStatus]:
    """Return what each document alone makes of each event that it speaks of."""
    groups: defaultdict[tuple[str, str], list[Assertion]] = defaultdict(list)
    for event, group in said.items():
        for document, assertion in group:
            groups[event, document].append(assertion)
    return {key: consolidated(group) for key, group in groups.items()}
