"""Run SPARQL, or a shipped query by name, over a graph.

All prefixes of the project are bound. Only reading queries run, and none that would fetch something: SERVICE
and FROM are refused, since the program never uses the network. A store that answers SPARQL itself does so;
over rdflib's own store rdflib does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from rdflib import Dataset, Graph, Literal
from rdflib.namespace import XSD
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.term import Node

from linimasa.errors import QueryError, SettingError
from linimasa.model.iri import BASE
from linimasa.query.actors import with_actors
from linimasa.query.named import is_name, named_query
from linimasa.query.parameters import fill
from linimasa.query.result import GRAPH, ROWS, TRUTH, Result
from linimasa.store.answer import Answer, Answering
from linimasa.store.apart import answer_apart
from linimasa.store.lines import flat_lines
from linimasa.store.turtle import nquads
from linimasa.store.vocab import prefixes
from linimasa.store.words import words

_AGGREGATES = frozenset({"COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT", "GROUP"})
_SHAPES = {"SELECT": ROWS, "ASK": TRUTH, "CONSTRUCT": GRAPH}
_PLACE = re.compile(r"error at (\d+):\d+: ?(.*)", re.DOTALL)


class QueryTimeoutError(QueryError):
    """A query took longer than it may."""


@dataclass(frozen=True, slots=True)
class Limited:
    """The rows of a query, and whether there would have been more."""

    result: Result
    cut: bool


def run_query(
    dataset: Dataset | Graph, query: str, params: Mapping[str, str] | None = None, base: str = BASE
) -> Result:
    """Return the rows of a query given as SPARQL or as the name of a shipped query.

    Rows come in the order that the query asks for, and sorted where it asks for none. QueryError, with the
    line where it is known, for a query that can't be read, that would write or fetch, or that fails.
    """
    return run_limited(dataset, query, params, base).result


def run_limited(
    dataset: Dataset | Graph,
    query: str,
    params: Mapping[str, str] | None = None,
    base: str = BASE,
    *,
    timeout: float | None = None,
    max_rows: int | None = None,
) -> Limited:
    """Return at most `max_rows` rows of a query, as `run_query` does, and whether that cut any off.

    With a `timeout`, in seconds, the query runs in a process of its own that is killed then:
    QueryTimeoutError. A graph in memory is copied to that process, one on disk is opened there.
    """
    if (timeout is not None and timeout <= 0) or (max_rows is not None and max_rows < 0):
        raise SettingError("a time limit must be more than 0 seconds, a limit of rows not less than 0")
    name, text = None, query
    if is_name(query.strip()):
        named = named_query(query.strip())
        values = with_actors(dataset, named.parameters, params or {}, base)
        name, text = str(named.path), fill(named.text, named.parameters, values, base)
    elif params:
        text = fill(text, (), params, base)
    asked = words(text)
    _refuse(asked, name)
    try:
        answer = _answer(dataset, text, name, base, timeout)
        rows = list(islice(answer.rows, None if max_rows is None else max_rows + 1))
    except QueryError:
        raise
    except TimeoutError:
        message = f"the query took longer than {timeout:g} s; ask for less, or give it more time"
        raise QueryTimeoutError(message, path=name) from None
    except Exception as error:  # stores raise what they like on data that a function can't take
        why = " ".join(str(error).split())[:200]
        raise QueryError(f"the query failed ({type(error).__name__}: {why})", path=name) from error
    cut = max_rows is not None and len(rows) > max_rows
    del rows[max_rows if cut else len(rows) :]
    if answer.kind == "CONSTRUCT" or "ORDER" not in asked:
        rows.sort(key=lambda row: tuple(map(_key, row)))
    if asked & _AGGREGATES and all(cell is None for row in rows for cell in row):
        rows = []  # an aggregate over nothing is one empty row
    return Limited(Result(answer.columns, tuple(rows), base, _SHAPES[answer.kind]), cut)


def _refuse(asked: frozenset[str], name: str | None) -> None:
    if "SERVICE" in asked:
        raise QueryError("SERVICE would use the network, which is never done; leave it out", path=name)
    if "FROM" in asked:
        raise QueryError("FROM would fetch a graph; choose graphs by GRAPH instead", path=name)


def _answer(
    dataset: Dataset | Graph, text: str, name: str | None, base: str, timeout: float | None
) -> Answer:
    known, store = prefixes(base), dataset.store
    try:
        if isinstance(dataset, Dataset) and isinstance(store, Answering):
            return store.answer(text, known, timeout)
        if timeout is not None:
            return answer_apart(None, lambda: _copy(dataset), text, known, timeout)
    except SyntaxError as error:
        _prepare(text, name, base)  # says better what is wrong, where it finds it wrong too
        place = _PLACE.search(str(error))
        line, why = (int(place[1]), place[2]) if place else (None, str(error))
        why = " ".join(why.split())[:120]
        raise QueryError(f"not SPARQL ({why})", path=name or "query", line=line) from error
    return _by_rdflib(dataset, _prepare(text, name, base))


def _copy(dataset: Dataset | Graph) -> bytes:
    """Return the named graphs as N-Quads, with all triples in the default graph too."""
    flat = ("\n".join(lines) + "\n" for lines in flat_lines(dataset))
    return (nquads(dataset) + "".join(flat)).encode("utf-8")


def _by_rdflib(dataset: Dataset | Graph, prepared: Query) -> Answer:
    answer = dataset.query(prepared)
    if answer.type == "ASK":
        return Answer("ASK", ("answer",), ((Literal(bool(answer.askAnswer)),),))
    if answer.type in ("CONSTRUCT", "DESCRIBE"):
        return Answer("CONSTRUCT", ("subject", "predicate", "object"), answer.graph or ())
    columns = tuple(str(variable) for variable in answer.vars or ())
    rows: Iterable[Any] = answer
    return Answer("SELECT", columns, (tuple(row) for row in rows))


def _prepare(text: str, name: str | None, base: str) -> Query:
    try:
        return prepareQuery(text, initNs=prefixes(base))
    except Exception as error:  # pyparsing's errors know the line, rdflib's own (unknown prefix) don't
        line: int | None = getattr(error, "lineno", None)
        there = str(getattr(error, "line", "")).strip()[:60]
        why = f"at {there!r}; only SELECT, ASK, CONSTRUCT and DESCRIBE are run" if line else f"({error})"
        raise QueryError(f"not SPARQL {why}", path=name or "query", line=line) from error


def _key(cell: Node | None) -> tuple[int, float, str, str]:
    """Return what a cell sorts by: nothing first, then numbers by value, then the rest by its words."""
    if cell is None:
        return 0, 0.0, "", ""
    if isinstance(cell, Literal) and cell.datatype in (XSD.integer, XSD.decimal):
        return 1, float(str(cell)), "", ""
    return 2, 0.0, str(cell), str(getattr(cell, "language", "") or "")
