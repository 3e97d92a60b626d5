"""Queries in a process of their own, which can be killed: Oxigraph itself can't be stopped.

The process is this very file, run as a script. It loads nothing but Oxigraph, so that it starts in 50 ms.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from linimasa.store.answer import Answer


def answer_apart(
    path: Path | None,
    copy: Callable[[], bytes],
    text: str,
    prefixes: Mapping[str, str],
    timeout: float,
    limit: int | None = None,
) -> Answer:
    """Return the answer to a query over the store in the folder `path`, else over the N-Quads of `copy`.

    No more than `limit` rows are taken. SyntaxError for what isn't a query, TimeoutError after `timeout`
    seconds, OSError where the store can't be read.
    """
    from linimasa.store.answer import Answer

    wanted = {"path": None if path is None else str(path), "text": text, "prefixes": dict(prefixes)}
    head = json.dumps({**wanted, "limit": limit}).encode("ascii") + b"\n"
    data = head if path is not None else head + copy()
    try:
        done = subprocess.run(
            [sys.executable, "-I", __file__], input=data, capture_output=True, timeout=timeout, check=False
        )
    except subprocess.TimeoutExpired:
        raise TimeoutError from None
    lines = done.stdout.decode("utf-8").split("\n")
    if done.returncode or not lines[0]:
        why = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise OSError(why[-1] if why else f"the process of the query ended with {done.returncode}")
    first = json.loads(lines[0])
    if "error" in first:
        raise SyntaxError(first["error"])
    return Answer(first["kind"], tuple(first["columns"]), _rows(lines[1:-1]))


def _rows(lines: list[str]) -> Iterator[tuple[Any, ...]]:
    from linimasa.store.terms import node_of

    known: dict[str | None, Any] = {None: None}
    for line in lines:
        row = []
        for text in json.loads(line):
            if text not in known:
                known[text] = node_of(text)
            row.append(known[text])
        yield tuple(row)


def _serve() -> None:
    """Read one query, and the graph if it lies in no folder, from standard input; write the answer."""
    import itertools

    import pyoxigraph as ox

    wanted = json.loads(sys.stdin.buffer.readline())
    if wanted["path"] is None:
        store = ox.Store()
        store.bulk_load(sys.stdin.buffer.read(), ox.RdfFormat.N_QUADS, lenient=True)
    else:
        store = ox.Store.read_only(wanted["path"])
    out = sys.stdout.buffer

    def write(value: Any) -> None:
        out.write(json.dumps(value).encode("ascii") + b"\n")

    try:
        found: Any = store.query(wanted["text"], prefixes=wanted["prefixes"])
    except SyntaxError as error:
        write({"error": str(error)})
        return
    if isinstance(found, ox.QueryBoolean):
        write({"kind": "ASK", "columns": ["answer"]})
        write([f'"{str(bool(found)).lower()}"^^<http://www.w3.org/2001/XMLSchema#boolean>'])
        return
    if isinstance(found, ox.QuerySolutions):
        write({"kind": "SELECT", "columns": [variable.value for variable in found.variables]})
        rows: Any = found
    else:
        write({"kind": "CONSTRUCT", "columns": ["subject", "predicate", "object"]})
        triples = {(triple.subject, triple.predicate, triple.object): None for triple in found}
        rows = iter(triples)
    for row in itertools.islice(rows, wanted["limit"]):
        write([None if term is None else str(term) for term in row])


if __name__ == "__main__":
    _serve()
