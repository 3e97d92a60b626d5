"""What is given out as RDF for one IRI.

SPARQL leaves DESCRIBE to the store, and stores give outgoing triples alone; here it is fixed: what the graph
says of the thing; what belongs to it alone, whole (the claims of an event, the statements of a document, the
posts of an actor, the numbers of a claim); who else names it, by one triple each; and the names of all these.
"""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Dataset, Graph, URIRef
from rdflib.namespace import RDF, RDFS

from linimasa.store.vocab import Names, bind

#: Most things that name the one described; a state may be named by thousands.
NAMED = 2000

#: Properties whose subjects belong to the thing, and those whose values do.
_OWN_SUBJECTS = ("event", "document")
_OWN_VALUES = ("quantity", "role")


def description(dataset: Dataset, node: URIRef, base: str) -> Graph:
    """Return the triples for an IRI, with the prefixes bound; without any where the graph doesn't know it."""
    names = Names(base)
    graph = Graph(bind_namespaces="none")
    whole = {node, *_belonging(dataset, node, names)}
    for one in whole:
        for triple in dataset.triples((one, None, None)):
            graph.add(triple)
    naming = sorted(
        {(s, p, o) for s, p, o in dataset.triples((None, None, node))}, key=lambda t: list(map(str, t))
    )
    for triple in naming[:NAMED]:
        graph.add(triple)
    for other in {n for triple in graph for n in triple if isinstance(n, URIRef)} - whole:
        for predicate in (RDF.type, RDFS.label):
            for triple in dataset.triples((other, predicate, None)):
                graph.add(triple)
    bind(graph, base)
    return graph


def _belonging(dataset: Dataset, node: URIRef, names: Names) -> Iterator[URIRef]:
    for name in _OWN_SUBJECTS:
        for subject, _, _ in dataset.triples((None, names.lini(name), node)):
            if isinstance(subject, URIRef):
                yield subject
                yield from _values(dataset, subject, names)
    yield from _values(dataset, node, names)


def _values(dataset: Dataset, node: URIRef, names: Names) -> Iterator[URIRef]:
    for name in _OWN_VALUES:
        for _, _, value in dataset.triples((node, names.lini(name), None)):
            if isinstance(value, URIRef):
                yield value
