"""The graphs that no single document tells: the actors, places and offices in use, and the event types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rdflib import URIRef
from rdflib.namespace import SKOS

from linimasa.model.iri import BASE
from linimasa.store.cast import Cast
from linimasa.store.reference import Triple, actor_triples, place_triples, role_triples
from linimasa.store.scheme import Scheme
from linimasa.store.vocab import Names


def world_triples(cast: Cast, names: Names) -> Iterator[Triple]:
    """Yield actors, offices and places; what describing one brings in is described too."""
    for spot in cast.spots():
        yield from place_triples(spot, cast, names)
    done: set[str] = set()
    while todo := [actor for actor in cast.actors() if actor.iri not in done]:
        for actor in todo:
            done.add(actor.iri)
            if actor.own is not None:
                continue
            yield from actor_triples(actor, cast, names)
            yield from role_triples(actor, names)
            for role in actor.facts.roles if actor.facts is not None else ():
                cast.add(f"{BASE}actor/{role.body}")


def concept_triples(used: Iterable[str], scheme: Scheme, names: Names) -> Iterator[Triple]:
    """Yield the definitions of the event types in use (local names) and of their roots."""
    chosen = set(used)
    chosen |= {scheme.types[local].root for local in chosen}
    for local in sorted(chosen):
        concept = URIRef(f"{BASE}type/{local}")
        for predicate, value in scheme.graph.predicate_objects(concept):
            if predicate in (SKOS.inScheme, SKOS.topConceptOf):
                continue
            moved = names.moved(str(value)) if isinstance(value, URIRef) else value
            yield names.moved(str(concept)), names.moved(str(predicate)), moved  # type: ignore[misc]
