"""Actors as people write them: a code, a local name, a prefixed name, an IRI, or a name in any language."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Mapping

from rdflib import Dataset, Graph, URIRef
from rdflib.namespace import RDF, RDFS, SKOS

from linimasa.errors import QueryError
from linimasa.model.iri import BASE
from linimasa.query.parameters import Parameter
from linimasa.query.result import compact
from linimasa.store.vocab import prefixes

_NEAR = 3


def with_actors(
    dataset: Dataset | Graph, parameters: tuple[Parameter, ...], given: Mapping[str, str], base: str = BASE
) -> dict[str, str]:
    """Return the values with each actor that is given by a name replaced by its IRI.

    QueryError where a name means several actors of the graph, or none and is no local name either.
    """
    types = {parameter.name: parameter.type for parameter in parameters}
    return {
        name: _actor(dataset, name, value, base) if types.get(name) == "actor" else value
        for name, value in given.items()
    }


def _actor(dataset: Dataset | Graph, name: str, value: str, base: str) -> str:
    head, colon, _ = value.partition(":")
    if colon and (head in prefixes(base) or "://" in value):
        return value
    local = value.lower() if value.isupper() else value
    if " " not in local and (URIRef(f"{base}actor/{local}"), RDF.type, None) in dataset:
        return value
    names = _names(dataset, base)
    found = sorted(names.get(_fold(value), ()))
    if len(found) > 1:
        several = ", ".join(compact(URIRef(iri), base) for iri in found)
        raise QueryError(f"parameter {name!r}: {value!r} names {several}; give one of these")
    if found:
        return found[0]
    if value.isupper() or (value.isascii() and " " not in value and value.islower()):
        return value  # a code or local name that this graph knows nothing of: no rows
    near = difflib.get_close_matches(_fold(value), names, _NEAR)
    iris = sorted({compact(URIRef(iri), base) for one in near for iri in names[one]})
    hint = f"did you mean {', '.join(iris)}?" if iris else "`linimasa actors DIR` lists those there are"
    raise QueryError(f"parameter {name!r}: no actor of the graph is named {value!r}; {hint}")


def _names(dataset: Dataset | Graph, base: str) -> dict[str, set[str]]:
    names: defaultdict[str, set[str]] = defaultdict(set)
    start = base + "actor/"
    for predicate in (RDFS.label, SKOS.altLabel):
        for subject, _, label in dataset.triples((None, predicate, None)):
            if str(subject).startswith(start):
                names[_fold(str(label))].add(str(subject))
    return names


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())
