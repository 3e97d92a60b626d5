"""A table on its way to sorted records: read, keyed, sorted on disk, written as statement records."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from linimasa.exchange.keyed import Keyed, keyed
from linimasa.exchange.records import RecordSet
from linimasa.exchange.row import Row
from linimasa.exchange.sorting import Sorter
from linimasa.exchange.tally import Tally
from linimasa.model.statement import statement_from_dict, to_dict
from linimasa.read import Problem

_TAB = "\t"


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
        tally.used += 1
        tally.types[row.what.type] += 1
        one = keyed(made.statement(row))
        text = json.dumps(to_dict(one.statement), ensure_ascii=True)
        sorter.add(_TAB.join((*one.order, text)))
    for line in sorter:
        yield line.split(_TAB, 3)[3] + "\n"
    tally.repeated += sorter.repeated
    tally.used -= sorter.repeated


def read_table(path: Path) -> Iterator[Keyed]:
    """Yield the records of a file that `sorted_records` made, in its order."""
    with path.open(encoding="utf-8") as stream:
        for number, line in enumerate(stream, 1):
            yield keyed(statement_from_dict(json.loads(line), path=str(path), line=number))
