"""The imported tables of a folder on their way into its graph: decided on, checked, and rid of what is unfit.

A row that breaks a rule goes out of its table's records and is listed under `refused` in `imported-NAME.json`
and in `report.json`; the graph is then what it would be had the row never been there.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linimasa.errors import StoreError
from linimasa.exchange.table import read_statements, refused_row, write_changed, write_kept
from linimasa.model.statement import Statement
from linimasa.pipeline.folder import write_text
from linimasa.pipeline.imported import joined, name_of, tables_of, tally_name
from linimasa.pipeline.soundness import ROUNDS

if TYPE_CHECKING:
    from linimasa.exchange.table import Unfit
    from linimasa.store import Settings, UnionDataset
    from linimasa.store.behind import Key
    from linimasa.store.facts import Reference
    from linimasa.store.reference import Triple

Change = Callable[[Statement], Statement]
Quads = Iterable[tuple[Any, Any, Any, Any]]


class _Broken:
    """The rows that break a rule, with what they break; `again`: the graph that was made holds some."""

    def __init__(self, base: str) -> None:
        self.why: dict[Key, tuple[str, ...]] = {}
        self.again, self._base = False, base

    def unfit(self, one: Statement, why: tuple[str, ...]) -> None:
        """Note a record that no event is made of."""
        self.why[one.doc.hash, one.id] = why

    def check(self, statements: list[Statement], triples: list[Triple]) -> None:
        """Note the records behind the broken rules of a graph."""
        from linimasa.store.behind import behind
        from linimasa.store.check import check

        if problems := check(triples, self._base):
            self.why.update(behind(problems, statements))
            self.again = True


def records_of(tables: Iterable[Path]) -> Iterator[Statement]:
    """Yield the records of tables as they are in their files."""
    for path in tables:
        yield from read_statements(path)


@contextmanager
def as_decided(
    tables: Sequence[Path], change: Change | None, unfit: Unfit | None = None
) -> Iterator[tuple[Path, ...]]:
    """Give tables as decisions about actors leave them, in files that last as long as the context."""
    if change is None:
        yield tuple(tables)
        return
    with tempfile.TemporaryDirectory() as place:
        made = [Path(place, path.name) for path in tables]
        for path, target in zip(tables, made, strict=True):
            write_changed(path, target, change, unfit)
        yield tuple(made)


def write_joined(
    stage: Path,
    texts: Sequence[Statement],
    reference: Reference,
    settings: Settings,
    choice: str,
    change: Change | None = None,
    more: Quads = (),
) -> tuple[UnionDataset, bool]:
    """Write the graph of texts and of the tables of a folder, of which `stage` is the next state.

    `more` are quads that stand beside them. Returns the graph, which the caller closes, and whether it is
    too large for pages. StoreError where a broken rule has no row behind it.
    """
    from linimasa.pipeline.imported import LARGE
    from linimasa.store import make_graph
    from linimasa.store.streaming import stream_graph

    for _ in range(ROUNDS):
        found = _Broken(settings.base)
        with as_decided(tables_of(stage.parent, stage), change, found.unfit) as tables:
            quads, imported = joined(
                texts, tables, reference, settings, check=found.check, unfit=found.unfit, more=more
            )
            write = stream_graph if imported > LARGE else make_graph
            graph = write(stage, quads, choice, settings.base)
        if not found.why:
            return graph, imported > LARGE
        if not _take_out(stage, found.why):
            graph.close()
            break
        if not found.again:
            return graph, imported > LARGE
        graph.close()
        _discard(stage)
    raise StoreError("the graph breaks a rule whatever row is left out; please report it")


def _discard(stage: Path) -> None:
    from linimasa.store.choice import STORE_DIR, STORE_JSON
    from linimasa.store.folder import GRAPH_NQ, GRAPH_TRIG, GRAPH_TTL

    shutil.rmtree(stage / STORE_DIR, ignore_errors=True)
    for name in (STORE_JSON, GRAPH_NQ, GRAPH_TRIG, GRAPH_TTL):
        (stage / name).unlink(missing_ok=True)


def _take_out(stage: Path, why: dict[Key, tuple[str, ...]]) -> int:
    """Take rows out of the tables and list them; return how many there were."""
    number = 0
    for path in tables_of(stage.parent, stage):
        out: list[Statement] = []

        def keep(one: Statement, out: list[Statement] = out) -> bool:
            unfit = (one.doc.hash, one.id) in why
            if unfit:
                out.append(one)
            return not unfit

        target = stage / path.name
        there = target.is_file()
        write_kept(path, target, keep)
        if out:
            rows = [refused_row(one, why[one.doc.hash, one.id], name_of(path)) for one in out]
            data = tally_of(path.name, stage)
            data["refused"] = sorted(
                [*data.get("refused", ()), *rows], key=lambda row: (row["document"], row["id"])
            )
            less(data, out)
            write_tally(stage, path.name, data)
            number += len(out)
        elif not there:
            target.unlink()
    return number


def tally_of(table: str, stage: Path) -> dict[str, Any]:
    """Return what was counted of a table, by the file of its records; {} where that isn't known."""
    name = tally_name(table)
    path = next((one for one in (stage / name, stage.parent / name) if one.is_file()), None)
    if path is None:
        return {}
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise StoreError(f"isn't JSON ({error}); import the table again", path=path) from error
    return data if isinstance(data, dict) else {}


def write_tally(stage: Path, table: str, data: dict[str, Any]) -> None:
    """Write what was counted of a table."""
    write_text(stage / tally_name(table), json.dumps(data, ensure_ascii=True, indent=1) + "\n")


def less(data: dict[str, Any], out: Iterable[Statement]) -> None:
    """Count rows that are no longer used."""
    types = data.get("by_type", {})
    for one in out:
        data["used"] = data.get("used", 1) - 1
        types[one.type.value] = types.get(one.type.value, 1) - 1
    data["by_type"] = {name: number for name, number in sorted(types.items()) if number > 0}


def refused_rows(folder: Path, stage: Path) -> list[dict[str, Any]]:
    """Return the rows refused of all tables of a folder, of which `stage` is the next state."""
    tables = tables_of(folder, stage)
    return [row for path in tables for row in tally_of(path.name, stage).get("refused", ())]
