"""What is given out as RDF for one IRI.

SPARQL leaves DESCRIBE to the store, and stores give outgoing triples alone; here it is fixed: what the graph
says of the thing; what belongs to it alone, whole (the claims of an event, the statements of a document, the
posts of an actor, the numbers of a claim); who else names it, by one triple each; where it is a property,
what it joins; and the names of all these.
"""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Dataset, URIRef
from rdflib.namespace import RDF, RDFS
from rdflib.term import Node

from linimasa.store.vocab import Names

Triple = tuple[Node, Node, Node]

#: Most things that belong to the one described, and most that name it: thousands may.
NAMED = 2000

#: Properties whose subjects belong to the thing, and those whose values do.
_OWN_SUBJECTS = ("event", "document")
_OWN_VALUES = ("quantity", "role")


def description(dataset: Dataset, node: URIRef, base: str) -> set[Triple]:
    """Return the triples for an IRI; none where the graph doesn't know it."""
    names = Names(base)
    found = set[Triple]()
    whole = {node, *sorted(set(_belonging(dataset, node, names)))[:NAMED]}
    for one in whole:
        found.update(dataset.triples((one, None, None)))
    naming = sorted(set(dataset.triples((None, None, node))), key=lambda triple: tuple(map(str, triple)))
    found.update(naming[:NAMED])
    using = sorted(set(dataset.triples((None, node, None))), key=lambda triple: tuple(map(str, triple)))
    found.update(using[:NAMED])
    for other in {n for triple in found for n in triple if isinstance(n, URIRef)} - whole:
        for predicate in (RDF.type, RDFS.label):
            found.update(dataset.triples((other, predicate, None)))
    return found


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
