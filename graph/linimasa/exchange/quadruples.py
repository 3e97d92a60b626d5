"""Quadruples `subject relation object day`, as research on temporal knowledge graphs exchanges them.

Columns as in the ICEWS14 set of García-Durán, Dumančić and Niepert, *Learning Sequence Encoders for Temporal
Knowledge Graph Completion* (2018): four cells divided by tabs, names of actors, the name of a CAMEO event,
an ISO day. A relation may also be a CAMEO code, or one of our own types, with its mode (`CONSULT`,
`CONSULT-visit`), as our own export writes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from linimasa.exchange.desk import Desk
from linimasa.exchange.lines import numbered
from linimasa.exchange.row import Found, Row, iso_day, on_day
from linimasa.read import Problem


def read_quadruples(desk: Desk, files: Sequence[Path], stage: Path) -> Found:  # noqa: ARG001 - as all readers
    """Yield the rows of files of quadruples."""
    for line in numbered(files):
        if isinstance(line, Problem):
            yield line
            continue
        path, number, text = line
        try:
            yield _row(desk, [cell.strip() for cell in text.split("\t")])
        except ValueError as error:
            yield Problem(path, number, str(error))


def _row(desk: Desk, cells: list[str]) -> Row:
    if len(cells) != 4 or not all(cells):
        raise ValueError(f"{len(cells)} cells where subject, relation, object and day are expected")
    subject, relation, object_, written = cells
    day = iso_day(written)
    what, rule = desk.relation(relation)
    return Row(
        key="\t".join((subject, relation, object_, day)),
        what=what,
        name=relation,
        words=" · ".join((subject, relation, object_, written)),
        actors=(desk.parties.named(subject, day),),
        recipients=(desk.parties.named(object_, day),),
        time=on_day(day),
        rule=rule,
    )
