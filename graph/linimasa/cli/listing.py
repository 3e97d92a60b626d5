"""Rows for people and programs: a table, JSON, JSON lines or CSV."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import click

from linimasa.model.iri import BASE

#: Longest cell of a table, in characters.
_WIDE = 60


def show(columns: Sequence[str], rows: Sequence[Mapping[str, Any]], form: str) -> None:
    """Print rows in a form of `options.LISTINGS`."""
    if form == "json":
        text = json.dumps(list(rows), ensure_ascii=False, indent=2) + "\n"
    elif form == "jsonl":
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    else:
        text = _csv(columns, rows) if form == "csv" else table(columns, rows)
    click.echo(text, nl=False)


def _csv(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_text(row.get(name)) for name in columns] for row in rows)
    return out.getvalue()


def table(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> str:
    """Return rows as a table: drawn to the width of a terminal, plain where the output goes elsewhere."""
    cells = [[_cell(row.get(name)) for name in columns] for row in rows]
    if sys.stdout.isatty():
        return _drawn(columns, cells)
    cells = [[cell if len(cell) <= _WIDE else cell[: _WIDE - 1] + "…" for cell in row] for row in cells]
    widths = [max(map(len, column)) for column in zip(columns, *cells, strict=True)]
    lines = [list(columns), ["-" * width for width in widths], *cells]
    drawn = ("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines)
    return "\n".join(drawn) + "\n"


def _drawn(columns: Sequence[str], cells: Sequence[Sequence[str]]) -> str:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=None, header_style="bold", pad_edge=False)
    for name in columns:
        drawn.add_column(name, overflow="fold")
    for row in cells:
        drawn.add_row(*map(Text, row))
    console = Console()
    with console.capture() as capture:
        console.print(drawn)
    return capture.get()


def _cell(value: Any) -> str:
    """Return a value on one line, an actor's IRI with its prefix: tables are for people."""
    return " ".join(_text(value).split()).replace(BASE + "actor/", "act:").replace(BASE + "place/", "plc:")


def _text(value: Any) -> str:
    return "" if value is None else str(value)
