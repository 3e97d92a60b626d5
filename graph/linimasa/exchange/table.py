"""A table on its way to sorted records: read, keyed, sorted on disk, written as statement records; and what
becomes of such records later, one at a time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from linimasa.exchange.keyed import Keyed, keyed
from linimasa.exchange.records import RecordSet
from linimasa.exchange.row import Row
from linimasa.exchange.sorting import Sorter
from linimasa.exchange.tally import Tally
from linimasa.model.faults import faults
from linimasa.model.statement import Statement, statement_from_dict, to_dict
from linimasa.read import Problem

_TAB = "\t"

#: Told a record that no event can be made of, and why.
Unfit = Callable[[Statement, tuple[str, ...]], None]


def sorted_records(
    found: Iterable[Row | Problem], made: RecordSet, tally: Tally, stage: Path
) -> Iterator[str]:
    """Yield the rows of a table as lines of statement records, sorted, each row once.

    Bad lines go to the tally. The order of the rows makes no difference to what comes out.
    """
    sorter = Sorter(stage)
    for row in found:
        if isinstance(row, Problem):
            tally.wrong(row)
            continue
        statement = made.statement(row)
        if why := faults(statement):
            tally.refused.append(refused_row(statement, why, made.name))
            continue
        tally.used += 1
        tally.types[row.what.type] += 1
        sorter.add(_line(keyed(statement)))
    yield from _records(sorter)
    tally.repeated += sorter.repeated
    tally.used -= sorter.repeated


def _line(one: Keyed) -> str:
    return _TAB.join((*one.order, json.dumps(to_dict(one.statement), ensure_ascii=True)))


def _records(sorter: Sorter) -> Iterator[str]:
    return (line.split(_TAB, 3)[3] + "\n" for line in sorter)


def refused_row(one: Statement, why: Iterable[str], table: str) -> dict[str, Any]:
    """Return what a report says of a row that is kept out."""
    told = {"document": str(one.document), "hash": str(one.doc.hash), "id": str(one.id)}
    return {**told, "quote": str(one.quote.text), "why": list(why), "table": table}


def read_statements(path: Path) -> Iterator[Statement]:
    """Yield the records of a file that `sorted_records` made; RecordError for a line that is none."""
    with path.open(encoding="utf-8") as stream:
        for number, line in enumerate(stream, 1):
            yield statement_from_dict(json.loads(line), path=str(path), line=number)


def read_table(path: Path, unfit: Unfit | None = None) -> Iterator[Keyed]:
    """Yield the records of a file with their events, in its order.

    Those that no event can be made of are passed over; `unfit` is told them.
    """
    for one in read_statements(path):
        why = faults(one)
        if not why:
            yield keyed(one)
        elif unfit is not None:
            unfit(one, why)


def write_changed(
    path: Path, target: Path, change: Callable[[Statement], Statement], unfit: Unfit | None = None
) -> None:
    """Write the records of a file as `change` leaves them, in the order of their events.

    The sorting needs a folder: that of `target`. `unfit` is told what is passed over.
    """
    runs = target.with_name(target.name + ".runs")
    runs.mkdir()
    sorter = Sorter(runs)
    for one in read_table(path, unfit):
        sorter.add(_line(keyed(change(one.statement))))
    with target.open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(_records(sorter))
    runs.rmdir()


def write_kept(path: Path, target: Path, keep: Callable[[Statement], bool]) -> int:
    """Write the lines of the records that are kept, and return how many these are."""
    number = 0
    beside = target.with_name(target.name + ".new")  # path and target may be one
    with path.open(encoding="utf-8") as stream, beside.open("w", encoding="utf-8", newline="\n") as out:
        for line in stream:
            if keep(statement_from_dict(json.loads(line), path=str(path))):
                out.write(line)
                number += 1
    beside.replace(target)
    return number
