"""Rows as HTML: a table, and a page of its own around it that asks nothing of anyone.

Everything that comes from the graph is escaped: labels and quotes are other people's text.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Sequence

from rdflib import Literal, URIRef
from rdflib.namespace import XSD
from rdflib.term import Node

from linimasa.model.iri import BASE

#: Gives the address at which an IRI can be looked up, None where there is none.
Link = Callable[[URIRef], str | None]
_Row = Sequence[Node | None]

_NUMBERS = frozenset({XSD.integer, XSD.decimal, XSD.double, XSD.float})
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
:root { color-scheme: light dark; --paper: #faf9f6; --ink: #1b1d21; --soft: #5a5f67; --line: #dcdad3; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #14161a; --ink: #eceae4; --soft: #a3a8b0; --line: #33373e; }
}
body { margin: 2rem; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
table { border-collapse: collapse; }
caption { text-align: left; color: var(--soft); padding-bottom: .6rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem 1.2rem .35rem 0;
  border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { border-bottom-color: var(--ink); white-space: nowrap; }
.n { text-align: right; font-variant-numeric: tabular-nums; }
"""


def html_table(
    columns: Sequence[str], rows: Iterable[_Row], base: str = BASE, link: Link | None = None
) -> str:
    """Return a table element; IRIs stand with their prefix, as links where `link` gives an address."""
    head = "".join(f'<th scope="col">{html.escape(name)}</th>' for name in columns)
    body = list(rows)
    lines = "".join("<tr>" + "".join(_cell(cell, base, link) for cell in row) + "</tr>\n" for row in body)
    count = f"{len(body)} row" + ("" if len(body) == 1 else "s")
    top = f"<caption>{count}</caption>\n<thead><tr>{head}</tr></thead>"
    return f"<table>\n{top}\n<tbody>\n{lines}</tbody>\n</table>"


def html_page(columns: Sequence[str], rows: Iterable[_Row], base: str = BASE) -> str:
    """Return the table as a whole page, with a newline at the end."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>linimasa</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n{html_table(columns, rows, base)}\n</body>\n</html>\n"
    )


def _cell(cell: Node | None, base: str, link: Link | None) -> str:
    from linimasa.query.result import compact

    text = html.escape(compact(cell, base))
    if isinstance(cell, URIRef):
        address = link(cell) if link is not None else None
        whole = html.escape(str(cell))
        if address is not None:
            return f'<td><a href="{html.escape(address)}" title="{whole}">{text}</a></td>'
        return f'<td title="{whole}">{text}</td>'
    if isinstance(cell, Literal):
        if cell.datatype in _NUMBERS:
            return f'<td class="n">{text}</td>'
        if cell.language:
            return f'<td lang="{html.escape(cell.language)}">{text}</td>'
    return f"<td>{text}</td>"
