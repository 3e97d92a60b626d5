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

from rdflib import Dataset, Literal, URIRef
from rdflib.namespace import RDF, RDFS, SKOS

from linimasa.model.iri import BASE, local_name
from linimasa.model.statement import Statement
from linimasa.model.terms import EventStatus
from linimasa.resolve import Happening, Link, happenings, relations
from linimasa.resolve.happening import event_iris, one_each
from linimasa.resolve.identity import place_of
from linimasa.resolve.linking import link_happenings
from linimasa.store.cast import Cast
from linimasa.store.claims import assertions, claims
from linimasa.store.direct import family, pairs
from linimasa.store.evidence import (
    claim_triples,
    document_triples,
    mention_triples,
    relation_triples,
    run_triples,
)
from linimasa.store.facts import NoReference, Reference
from linimasa.store.labels import LANGUAGES, load_wording
from linimasa.store.reference import Triple, actor_triples, place_triples, role_triples
from linimasa.store.scheme import Scheme, TypeInfo, load_scheme
from linimasa.store.status import Assertion, consolidated
from linimasa.store.union import UnionDataset
from linimasa.store.vocab import EDTF_TYPE, Names, day, number


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
    dataset = UnionDataset(chosen.base)
    _Builder(one_each(statements), reference or NoReference(), chosen).fill(dataset)
    return dataset


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
        self.own_voice = {
            (claim.event, document)
            for claim in self.claims
            if claim.own_voice
            for document in (claim.document, None)
        }
        said = assertions(self.claims, self.related)
        self.status = _statuses(self.events, self.links, said)
        self.own_status = _own_statuses(said)

    def fill(self, dataset: Dataset) -> None:
        """Add every graph."""
        documents = self._documents()
        for document, triples in sorted(documents.items()):
            self._add(dataset, self.names.document(document), triples)
        self._add(dataset, self.names.graph("merged"), self._merged())
        self._add(dataset, self.names.graph("links"), self._links())
        self._add(dataset, self.names.graph("reference"), self._reference())
        self._add(dataset, self.names.graph("ontology"), self._ontology())

    @staticmethod
    def _add(dataset: Dataset, name: URIRef, triples: Iterable[Triple]) -> None:
        graph = dataset.graph(name)
        graph.addN((s, p, o, graph) for s, p, o in triples)

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
            triples = list(self._event(event))
            for document in {one.document for one in event.occurrences}:
                graphs[document].extend(triples)
                graphs[document].extend(self._direct_of(event, document))
        for actor in self.cast.actors():
            if actor.own is not None:
                graphs[actor.own].extend(actor_triples(actor, self.cast, self.names))
        return graphs

    def _info(self, event: Happening) -> TypeInfo:
        return self.scheme.of(event.type, event.mode)

    def _event(self, event: Happening) -> Iterator[Triple]:
        node, info, lini = self.names.moved(event.iri), self._info(event), self.names.lini
        yield node, RDF.type, lini("Event")
        yield node, lini("type"), self.names.of("typ", info.local)
        yield node, lini("rootType"), self.names.of("typ", info.root)
        for lang in LANGUAGES:
            yield node, RDFS.label, Literal(self._label(event, info, lang), lang=lang)
        for name, side in (("actor", event.actors), ("recipient", event.recipients)):
            for who in side:
                yield node, lini(name), self.names.moved(who.iri)
        for party in self._parties(event):
            yield node, lini("party"), self.names.moved(party)
        yield from self._when(node, event)
        if event.place is not None:
            yield node, lini("place"), self.names.moved(place_of(event.place))
        for word in event.context:
            yield node, lini("context"), Literal(word)
        for name, iris in (("content", event.contents), ("condition", event.conditions)):
            for iri in iris:
                yield node, lini(name), self.names.moved(iri)

    def _label(self, event: Happening, info: TypeInfo, lang: str) -> str:
        actors, recipients = (
            list(dict.fromkeys(self.cast.actor(who.iri).name(lang) for who in side))
            for side in (event.actors, event.recipients)
        )
        return load_wording()[lang].label(info, lang, actors, recipients, event.when)

    def _parties(self, event: Happening) -> set[str]:
        date = None if event.when is None else event.when.date
        found = {self.cast.stood_for(who.iri, who.code, date) for who in (*event.actors, *event.recipients)}
        return {party for party in found if party is not None}

    def _when(self, node: URIRef, event: Happening) -> Iterator[Triple]:
        when, lini = event.when, self.names.lini
        if when is None:
            return
        for name, value in (("date", when.date), ("begin", when.begin), ("end", when.end)):
            if value is not None:
                yield node, lini(name), day(value)
        if when.edtf is not None:
            yield node, lini("edtf"), Literal(when.edtf, datatype=EDTF_TYPE)
        yield node, lini("precision"), lini(when.precision.value)

    def _direct_of(self, event: Happening, document: str) -> Iterator[Triple]:
        """Yield the direct triples that a document supports and the consolidated view shares."""
        info = self._info(event)
        shared = family(self.status[event.iri], info)
        own = self.own_status.get((event.iri, document))
        if own is not None and family(own, info) == shared and self._voiced(event.iri, document):
            yield from self._direct(event, info, shared)

    def _direct(self, event: Happening, info: TypeInfo, kind: str | None) -> Iterator[Triple]:
        if kind is None or info.predicate is None:
            return
        predicate = self.names.of(kind, info.predicate)
        actors, recipients = ([who.iri for who in side] for side in (event.actors, event.recipients))
        for a, b in pairs(actors, recipients, info, self.cast.country):
            yield self.names.moved(a), predicate, self.names.moved(b)

    def _voiced(self, event: str, document: str | None = None) -> bool:
        """Whether the event may have direct triples under the setting `strict`."""
        return not self.settings.strict or (event, document) in self.own_voice

    def _merged(self) -> Iterator[Triple]:
        for event in self.events.values():
            status, info = self.status[event.iri], self._info(event)
            yield self.names.moved(event.iri), self.names.lini("status"), self.names.lini(status.value)
            if self._voiced(event.iri):
                yield from self._direct(event, info, family(status, info))

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

    def _reference(self) -> Iterator[Triple]:
        """Yield actors, offices and places; what describing one brings in is described too."""
        for spot in self.cast.spots():
            yield from place_triples(spot, self.cast, self.names)
        done: set[str] = set()
        while todo := [actor for actor in self.cast.actors() if actor.iri not in done]:
            for actor in todo:
                done.add(actor.iri)
                if actor.own is not None:
                    continue
                yield from actor_triples(actor, self.cast, self.names)
                yield from role_triples(actor, self.names)
                for role in actor.facts.roles if actor.facts is not None else ():
                    self.cast.add(f"{BASE}actor/{role.body}")

    def _ontology(self) -> Iterator[Triple]:
        """Yield the definitions of the event types in use."""
        used = {self._info(event).local for event in self.events.values()}
        used |= {self.scheme.types[local].root for local in used}
        for local in sorted(used):
            concept = URIRef(f"{BASE}type/{local}")
            for predicate, value in self.scheme.graph.predicate_objects(concept):
                if predicate in (SKOS.inScheme, SKOS.topConceptOf):
                    continue
                moved = self.names.moved(str(value)) if isinstance(value, URIRef) else value
                yield self.names.moved(str(concept)), self.names.moved(str(predicate)), moved  # type: ignore[misc]


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
