"""SPARQL Update on the graph of a folder, only where the server was started with `--writable`.

What an update adds is kept beside the graph and carried over by builds (`pipeline.edits`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rdflib import Dataset
from rdflib.plugins.sparql.algebra import translateUpdate
from rdflib.plugins.sparql.parser import parseUpdate
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.plugins.sparql.sparql import Update

from linimasa.errors import QueryError
from linimasa.model.iri import BASE
from linimasa.store import UnionDataset
from linimasa.store.vocab import prefixes

#: What would use the network or read files.
_REFUSED = {
    "Load": "LOAD would fetch, which is never done; send the triples by INSERT DATA",
    "ServiceGraphPattern": "SERVICE would use the network, which is never done; leave it out",
    "UsingClause": "USING would fetch a graph; choose graphs by WITH or GRAPH instead",
}


def read_update(text: str, base: str = BASE) -> Update:
    """Return an update that may be run; QueryError where it can't be read or would fetch something."""
    try:
        update = translateUpdate(parseUpdate(text), initNs=prefixes(base))
    except Exception as error:  # pyparsing's errors know the line, rdflib's own (unknown prefix) don't
        line: int | None = getattr(error, "lineno", None)
        words = str(getattr(error, "line", "")).strip()[:60]
        why = f"at {words!r}" if line else f"({error})"
        raise QueryError(f"not SPARQL Update {why}", path="update", line=line) from error
    for name in _names(update.algebra):
        if name in _REFUSED:
            raise QueryError(_REFUSED[name], path="update")
    return update


class Working(UnionDataset):
    """A copy of a graph that updates run on: what isn't told a graph is looked for and deleted in all graphs,
    and added to the default graph.

    rdflib 7.6 takes quads alone where its own updates give a Dataset triples; here both are taken.
    """

    def __init__(self, graph: Dataset, base: str = BASE) -> None:
        super().__init__(base)
        self.addN((s, p, o, self.graph(g)) for s, p, o, g in graph.quads((None, None, None, None)))

    def __iadd__(self, other: Iterable[Any]) -> Working:  # type: ignore[misc]
        """Add triples to the default graph."""
        self.addN((*triple[:3], self.default_context) for triple in other)
        return self

    def __isub__(self, other: Iterable[Any]) -> Working:  # type: ignore[misc]
        """Remove triples from all graphs."""
        for triple in other:
            self.remove((*triple[:3], None))
        return self


def updated(graph: Dataset, text: str, base: str = BASE) -> Working:
    """Return a graph as an update leaves it, the graph itself unchanged.

    QueryError where the update can't be read, may not be run, or fails.
    """
    update = read_update(text, base)
    working = Working(graph, base)
    try:
        working.update(update)
    except Exception as error:  # rdflib raises what it likes on data that a function can't take
        message = f"the update failed ({type(error).__name__}: {error})"
        raise QueryError(message, path="update") from error
    return working


def _names(part: Any) -> set[str]:
    """Return the names of all parts of an algebra."""
    if isinstance(part, CompValue):
        return {part.name}.union(*map(_names, part.values()))
    if isinstance(part, list | tuple):
        return set().union(*map(_names, part))
    if hasattr(part, "asList"):
        return set().union(*map(_names, part.asList()))
    return set()
