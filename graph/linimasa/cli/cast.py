"""The actors of a folder as rows, and decisions about them."""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from linimasa.errors import SettingError, StoreError
from linimasa.lexicon.additions import COLUMNS as FILE_COLUMNS
from linimasa.lexicon.additions import MERGE, SPLIT, Row
from linimasa.lexicon.gazetteer import Gazetteer
from linimasa.model.iri import local_name
from linimasa.model.statement import Attribution, Participant, Statement
from linimasa.pipeline.graph import ACTORS, STATEMENTS, GraphPlan, actor_files, redecide, tables
from linimasa.pipeline.imported import tables_of
from linimasa.pipeline.records import read_records
from linimasa.pipeline.tables import records_of
from linimasa.read import Problem
from linimasa.resolve.decisions import decider
from linimasa.resolve.identity import actor_of, owner
from linimasa.store.cast import Cast
from linimasa.store.gazetteer import GazetteerReference

COLUMNS = (
    "id",
    "name",
    "name_id",
    "kind",
    "code",
    "country",
    "provisional",
    "acts",
    "receives",
    "says",
    "documents",
)
_Row = dict[str, str]


def actor_rows(folder: Path, actors: Iterable[str]) -> list[dict[str, Any]]:
    """Return a row for each participant and source of the statements in a folder, the busiest first; those
    of imported tables are among them.

    `acts`, `receives` and `says` count statements. StoreError where the folder holds no statements.
    """
    known, decisions = tables(actor_files(folder, actors))
    cast = Cast(GazetteerReference(known))
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    documents: defaultdict[str, set[str]] = defaultdict(set)
    for statement in _decided(folder, decisions.decisions, known):
        cast.read([statement])
        roles: list[tuple[str, Sequence[Participant | Attribution]]] = [
            ("acts", statement.actors),
            ("receives", statement.recipients),
            ("says", statement.attributed_to),
        ]
        for role, parties in roles:
            for iri in {actor_of(one, statement.doc.hash) for one in parties}:
                counts[iri][role] += 1
                documents[iri].add(statement.doc.hash)
    rows = []
    for iri, count in sorted(counts.items(), key=lambda item: (-item[1].total(), item[0])):
        actor, local = cast.actor(iri), local_name(iri)
        row: dict[str, Any] = {
            "id": local,
            "name": actor.name_en,
            "name_id": actor.name_id,
            "kind": actor.kind.value,
        }
        row |= {"code": actor.code, "country": actor.country}
        row["provisional"] = local.startswith("x-") or owner(iri) is not None
        rows.append(
            {**row, **{role: count[role] for role in COLUMNS[7:10]}, "documents": len(documents[iri])}
        )
    return rows


def _decided(folder: Path, decisions: Sequence[Row], known: Gazetteer) -> Iterator[Statement]:
    """Yield the statements of texts, which are as decided in their file, and of tables, which aren't."""
    texts, imports = _statements(folder), tables_of(folder)
    yield from texts
    if not decisions:
        yield from records_of(imports)
    elif imports:
        yield from map(decider(chain(texts, records_of(imports)), decisions, known), records_of(imports))


def _statements(folder: Path) -> list[Statement]:
    path = folder / STATEMENTS
    if not path.is_file():
        if tables_of(folder):
            return []
        raise StoreError("no statements here; make them with `linimasa build`", path=folder)
    found = []
    for record in read_records(path):
        if isinstance(record, Problem):
            raise StoreError(record.message, path=path, line=record.line)
        found.append(record)
    return found


def decide(folder: Path, decision: str, ids: Sequence[str], plan: GraphPlan) -> str:
    """Carry out and keep a decision; return what was done. SettingError where it can't be meant."""
    names = tuple(map(local_name, ids))
    wanted = 2 if decision == MERGE else 1
    if len(names) != wanted:
        raise SettingError(
            f"{decision} needs {wanted} id{'s' * (wanted > 1)}; `linimasa actors DIR` lists them"
        )
    header, rows = _table(folder / ACTORS)
    present = {row["id"] for row in actor_rows(folder, plan.actors)}
    chosen = (
        _merged(rows, names[0], names[1], present) if decision == MERGE else _split(rows, names[0], present)
    )
    redecide(folder, _text(header, chosen), plan)
    return f"written to {folder}: {ACTORS}, {STATEMENTS} and the graph"


def _table(path: Path) -> tuple[list[str], list[_Row]]:
    """Return header and rows of the user's file as they stand, with the columns of decisions."""
    if not path.is_file():
        return ["id", "decision", "into"], []
    with path.open(encoding="utf-8-sig", newline="") as stream:
        lines = [line for line in csv.reader(stream) if any(line)]
    header = [name.strip() for name in lines[0]] if lines else ["id"]
    rows = [dict(zip(header, (cell.strip() for cell in line), strict=False)) for line in lines[1:]]
    return [*header, *(name for name in ("decision", "into") if name not in header)], rows


def _text(header: Sequence[str], rows: Iterable[_Row]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, [name for name in header if name in FILE_COLUMNS], lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: row.get(name, "") for name in writer.fieldnames} for row in rows)
    return out.getvalue()


def _decides(row: _Row, decision: str, name: str) -> bool:
    return row.get("decision") == decision and row["id"] == name


def _merged(rows: list[_Row], kept: str, other: str, present: set[str]) -> list[_Row]:
    left = [row for row in rows if not (_decides(row, MERGE, other) or _decides(row, SPLIT, other))]
    if kept == other:
        if len(left) == len(rows):
            raise SettingError(f"{kept!r} was neither split nor merged; name two actors")
        return left
    if other not in present and len(left) == len(rows):
        raise SettingError(f"nobody in the statements has the id {other!r}; `linimasa actors DIR` lists them")
    return [*left, {"id": other, "decision": MERGE, "into": kept}]


def _split(rows: list[_Row], name: str, present: set[str]) -> list[_Row]:
    left = [row for row in rows if row.get("decision") != MERGE or name not in (row["id"], row["into"])]
    if len(left) < len(rows):
        return left
    if name not in present:
        raise SettingError(f"nobody in the statements has the id {name!r}; `linimasa actors DIR` lists them")
    if not name.startswith("x-"):
        message = "nothing was merged with it, and only provisional actors (x-…) are split by document"
        raise SettingError(f"{name!r} can't be split: {message}")
    return [*left, {"id": name, "decision": SPLIT}]
