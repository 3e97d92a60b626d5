"""The rows of a query, and the forms in which they are given out."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from rdflib import Literal, URIRef
from rdflib.namespace import XSD
from rdflib.term import Node

from linimasa.errors import QueryError
from linimasa.model.iri import BASE
from linimasa.store.vocab import prefixes

FORMATS = ("table", "json", "jsonl", "csv", "html")

#: What a query gives: rows (SELECT), whether it holds (ASK), or triples (CONSTRUCT, DESCRIBE).
ROWS, TRUTH, GRAPH = "rows", "truth", "graph"

#: Longest cell of a table, in characters.
_WIDE = 72


@dataclass(frozen=True, slots=True)
class Result:
    """Columns and rows; a cell is an RDF term, or None where the query left it open.

    `kind` is ROWS, TRUTH (one cell, true or false) or GRAPH (a row a triple).
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Node | None, ...], ...]
    base: str = BASE
    kind: str = ROWS

    def plain(self) -> list[tuple[str, ...]]:
        """Return the rows as people read them: IRIs with their prefix, literals bare, "" for nothing."""
        short = _short(self.base)
        return [tuple(map(short, row)) for row in self.rows]

    def records(self) -> list[dict[str, Any]]:
        """Return the rows as JSON objects: IRIs whole, numbers and truth values as such, None for nothing."""
        return [dict(zip(self.columns, map(_value, row), strict=True)) for row in self.rows]

    def format(self, name: str) -> str:
        """Return the rows in one of FORMATS, with a newline at the end; QueryError for another name."""
        writers = {
            "table": self._table,
            "json": self._json,
            "jsonl": self._jsonl,
            "csv": self._csv,
            "html": self._html,
        }
        if name not in writers:
            raise QueryError(f"no format {name!r}; choose one of {', '.join(FORMATS)}")
        return writers[name]()

    def _table(self) -> str:
        rows = [tuple(map(_cell, row)) for row in self.plain()]
        widths = [max(map(len, column)) for column in zip(self.columns, *rows, strict=True)]
        lines = [_line(self.columns, widths), _line(["-" * width for width in widths], widths)]
        lines += [_line(row, widths) for row in rows]
        return "\n".join(lines) + f"\n{len(rows)} rows\n"

    def _json(self) -> str:
        return json.dumps(self.records(), ensure_ascii=False, indent=2) + "\n"

    def _jsonl(self) -> str:
        return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in self.records())

    def _csv(self) -> str:
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(self.columns)
        writer.writerows([_whole(cell) for cell in row] for row in self.rows)
        return out.getvalue()

    def _html(self) -> str:
        from linimasa.query.html import html_page

        return html_page(self.columns, self.rows, self.base)


def compact(cell: Node | None, base: str = BASE) -> str:
    """Return a term as people read it: `act:usa`, a literal's words, "" for nothing."""
    return _short(base)(cell)


def _short(base: str) -> Callable[[Node | None], str]:
    """Return what makes terms readable."""
    names: dict[str, str] = {}
    for prefix, namespace in prefixes(base).items():
        names.setdefault(namespace, prefix)

    def short(cell: Node | None) -> str:
        if cell is None:
            return ""
        text = str(cell)
        if not isinstance(cell, URIRef):
            return text
        end = max(text.rfind("/"), text.rfind("#")) + 1
        prefix = names.get(text[:end]) if end < len(text) else None
        return text if prefix is None else f"{prefix}:{text[end:]}"

    return short


def _whole(cell: Node | None) -> str:
    return "" if cell is None else str(cell)


def _value(cell: Node | None) -> Any:
    if isinstance(cell, Literal):
        if cell.datatype == XSD.integer:
            return int(str(cell))
        if cell.datatype in (XSD.decimal, XSD.double, XSD.float):
            return float(str(cell))
        if cell.datatype == XSD.boolean:
            return str(cell) in ("true", "1")
    return None if cell is None else str(cell)


def _cell(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _WIDE else one_line[: _WIDE - 1] + "…"


def _line(cells: Iterable[str], widths: Iterable[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()
