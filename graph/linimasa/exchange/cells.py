"""Rows of tables divided by tabs, their cells by column name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from linimasa.exchange.lines import numbered
from linimasa.read import Problem


@dataclass(frozen=True, slots=True)
class Cells:
    """A line of a table: where it stands, its text, its cells by column."""

    path: str
    line: int
    text: str
    by_name: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """Return a cell without the blanks around it, "" where the table has no such column."""
        return self.by_name.get(column, "").strip()

    def bad(self, why: object) -> Problem:
        """Return what is wrong with this line."""
        return Problem(self.path, self.line, str(why))


def headed(files: Sequence[Path], columns: Sequence[str]) -> Iterator[Cells | Problem]:
    """Yield the rows of tables whose first line names the columns.

    Some weekly files of POLECAT have more names in the header than cells in the rows, and rows broken by tabs
    inside a cell: a row is read where its cells can be named without doubt, and else is a Problem.
    """
    header: list[str] = []
    last = ""
    for found in numbered(files):
        if isinstance(found, Problem):
            yield found
            continue
        path, number, text = found
        cells = text.split("\t")
        if path != last:
            last, header = path, [cell.strip() for cell in cells]
            missing = [name for name in columns if name not in header]
            if missing:
                yield Problem(path, number, f"the header has no column {missing[0]!r}; is it another format?")
                header = []
        elif header:
            yield _row(path, number, text, cells, header, columns)


def _row(
    path: str, number: int, text: str, cells: list[str], header: list[str], columns: Sequence[str]
) -> Cells | Problem:
    if len(cells) == len(header):
        return Cells(path, number, text, dict(zip(header, cells, strict=True)))
    if len(cells) == len(columns):
        return Cells(path, number, text, dict(zip(columns, cells, strict=True)))
    return Problem(
        path, number, f"{len(cells)} cells where {len(header)} are expected; a cell may hold a tab"
    )
