"""Run SPARQL, or a shipped query by name, over a graph.

All prefixes of the project are bound. Only reading queries run, and none that would fetch something: SERVICE
and FROM are refused, since the program never uses the network.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rdflib import Dataset, Graph, Literal
from rdflib.namespace import XSD
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.plugins.sparql.sparql import Query
from rdflib.term import Node

from linimasa.errors import QueryError
from linimasa.model.iri import BASE
from linimasa.query.actors import with_actors
from linimasa.query.named import is_name, named_query
from linimasa.query.parameters import fill
from linimasa.query.result import GRAPH, TRUTH, Result
from linimasa.store.vocab import prefixes


def run_query(
    dataset: Dataset | Graph, query: str, params: Mapping[str, str] | None = None, base: str = BASE
) -> Result:
    """Return the rows of a query given as SPARQL or as the name of a shipped query.

    Rows come in the order that the query asks for, and sorted where it asks for none. QueryError, with the
    line where it is known, for a query that can't be read, that would write or fetch, or that fails.
    """
    name, text = None, query
    if is_name(query.strip()):
        named = named_query(query.strip())
        values = with_actors(dataset, named.parameters, params or {}, base)
        name, text = str(named.path), fill(named.text, named.parameters, values, base)
    elif params:
        text = fill(text, (), params, base)
    prepared = _prepare(text, name, base)
    try:
        answer = dataset.query(prepared)
        if answer.type == "ASK":
            return Result(("answer",), ((Literal(bool(answer.askAnswer)),),), base, TRUTH)
        if answer.type in ("CONSTRUCT", "DESCRIBE"):
            triples = sorted(answer.graph or (), key=lambda row: tuple(map(_key, row)))
            return Result(("subject", "predicate", "object"), tuple(triples), base, GRAPH)
        columns = tuple(str(variable) for variable in answer.vars or ())
        rows: list[tuple[Node | None, ...]] = [tuple(row) for row in answer]  # type: ignore[arg-type]
    except QueryError:
        raise
    except Exception as error:  # rdflib raises what it likes on data that a function can't take
        raise QueryError(f"the query failed ({type(error).__name__}: {error})", path=name) from error
    if not _has(prepared.algebra, "OrderBy"):
        rows.sort(key=lambda row: tuple(map(_key, row)))
    if _has(prepared.algebra, "AggregateJoin") and all(cell is None for row in rows for cell in row):
        rows = []  # rdflib makes one empty group where there is none
    return Result(columns, tuple(rows), base)


def _prepare(text: str, name: str | None, base: str) -> Query:
    try:
        prepared = prepareQuery(text, initNs=prefixes(base))
    except Exception as error:  # pyparsing's errors know the line, rdflib's own (unknown prefix) don't
        line: int | None = getattr(error, "lineno", None)
        words = str(getattr(error, "line", "")).strip()[:60]
        why = f"at {words!r}; only SELECT, ASK, CONSTRUCT and DESCRIBE are run" if line else f"({error})"
        raise QueryError(f"not SPARQL {why}", path=name or "query", line=line) from error
    if _has(prepared.algebra, "ServiceGraphPattern"):
        raise QueryError("SERVICE would use the network, which is never done; leave it out", path=name)
    if prepared.algebra.get("datasetClause"):
        raise QueryError("FROM would fetch a graph; choose graphs by GRAPH instead", path=name)
    return prepared


def _has(part: Any, kind: str) -> bool:
    """Whether an algebra holds a part of this kind."""
    if isinstance(part, CompValue):
        return part.name == kind or any(_has(value, kind) for value in part.values())
    if isinstance(part, list | tuple):
        return any(_has(value, kind) for value in _items(part))
    return False


def _items(part: Iterable[Any]) -> Iterable[Any]:
    return part


def _key(cell: Node | None) -> tuple[int, float, str, str]:
    """Return what a cell sorts by: nothing first, then numbers by value, then the rest by its words."""
    if cell is None:
        return 0, 0.0, "", ""
    if isinstance(cell, Literal) and cell.datatype in (XSD.integer, XSD.decimal):
        return 1, float(str(cell)), "", ""
    return 2, 0.0, str(cell), str(getattr(cell, "language", "") or "")
