"""Which records stand behind the broken rules of a graph."""

from __future__ import annotations

from collections.abc import Sequence

from linimasa.errors import StoreError
from linimasa.model.iri import local_name
from linimasa.model.statement import Statement
from linimasa.resolve.happening import event_iris, one_each
from linimasa.store.cast import Cast
from linimasa.store.claims import claims
from linimasa.store.evidence import claim_triples, mention_triples
from linimasa.store.facts import NoReference
from linimasa.store.problem import Problem
from linimasa.store.vocab import Names

#: What tells records apart: hash of the document, id.
Key = tuple[str, str]


def key_of(one: Statement) -> Key:
    """Return what tells a record from others."""
    return one.doc.hash, one.id


def behind(problems: Sequence[Problem], resolved: Sequence[Statement]) -> dict[Key, tuple[str, ...]]:
    """Return the broken rules of each record that stands behind one; StoreError where none does.

    `resolved` are the records of the graph, with their events.
    """
    told = _told_of(resolved)
    found: dict[Key, dict[str, None]] = {}
    for problem in problems:
        keys = told.get(problem.focus)
        if not keys:
            raise StoreError(f"{problem}; mend the tables of actors that it comes from")
        name = local_name(problem.path).rpartition("#")[2]
        why = f"{name} {problem.value}: {problem.message}" if name else problem.message
        for key in keys:
            found.setdefault(key, {})[why] = None
    return {key: tuple(why) for key, why in found.items()}


def _told_of(resolved: Sequence[Statement]) -> dict[str, set[Key]]:
    """Return, by IRI, the records that claims, events, numbers, mentions, actors, places and documents come
    from."""
    names, told = Names(), dict[str, set[Key]]()
    used = one_each(resolved)
    for claim in claims(used, event_iris(used)):
        for s, _, o in claim_triples(claim, names):
            for node in (s, o):
                told.setdefault(str(node), set()).add(key_of(claim.statement))
    for one in used:
        cast = Cast(NoReference())
        cast.read([one])
        told.setdefault(str(names.document(one.doc.hash)), set()).add(key_of(one))
        for iri in (*(actor.iri for actor in cast.actors()), *(spot.iri for spot in cast.spots())):
            told.setdefault(iri, set()).add(key_of(one))
        for s, _, _ in mention_triples([one], cast, names):
            told.setdefault(str(s), set()).add(key_of(one))
    return told
