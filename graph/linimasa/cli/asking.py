"""Queries from the command line's words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from linimasa.cli.listing import show
from linimasa.errors import QueryError
from linimasa.model.iri import BASE
from linimasa.pipeline.opening import open_above
from linimasa.query import Limited, named_query, query_names, run_limited


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which graph of a folder is asked: its base, least confidence, the day on which it was known; and for
    how many seconds and rows at most."""

    base: str | None = None
    min_confidence: float = 0.0
    as_of: str | None = None
    timeout: float | None = None
    max_rows: int | None = None


def ask(folder: Path, sparql: str | None, name: str | None, params: Iterable[str], chosen: Chosen) -> Limited:
    """Return the rows; QueryError where not exactly one query is given or a parameter isn't `key=value`."""
    if (sparql is None) == (name is None):
        raise QueryError("give either SPARQL or --name; `--name list` names the shipped queries")
    pairs = [param.partition("=") for param in params]
    wrong = next(("".join(pair) for pair in pairs if not pair[1]), None)
    if wrong is not None:
        raise QueryError(f"--param {wrong!r} must be written KEY=VALUE")
    if name is not None:
        named_query(name)
    store = open_above(folder, chosen.base or BASE, chosen.min_confidence, chosen.as_of)
    values = {key: value for key, _, value in pairs}
    text = sparql or name or ""
    return run_limited(
        store.graph, text, values, store.base, timeout=chosen.timeout, max_rows=chosen.max_rows
    )


def shipped(form: str) -> None:
    """Print the shipped queries with their parameters."""
    rows = []
    for query in map(named_query, query_names()):
        parameters = " ".join(parameter.name for parameter in query.parameters)
        rows.append({"name": query.name, "parameters": parameters, "answers": query.description})
    show(("name", "parameters", "answers"), rows, form)
