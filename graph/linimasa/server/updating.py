"""SPARQL Update on the graph of a folder, only where the server was started with `--writable`.

An update changes the graph and its files, not the statements that it was made from: the next build makes the
graph anew without it.
"""

from __future__ import annotations

from typing import Any

from rdflib.plugins.sparql.algebra import translateUpdate
from rdflib.plugins.sparql.parser import parseUpdate
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.plugins.sparql.sparql import Update

from linimasa.errors import QueryError
from linimasa.model.iri import BASE
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


def _names(part: Any) -> set[str]:
    """Return the names of all parts of an algebra."""
    if isinstance(part, CompValue):
        return {part.name}.union(*map(_names, part.values()))
    if isinstance(part, list | tuple):
        return set().union(*map(_names, part))
    if hasattr(part, "asList"):
        return set().union(*map(_names, part.asList()))
    return set()
