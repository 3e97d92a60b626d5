"""`linimasa query`."""

from __future__ import annotations

from pathlib import Path

import click

from linimasa.cli import options
from linimasa.cli.parametrised import QueryCommand


@click.command("query", cls=QueryCommand)
@options.folder
@click.argument("sparql", required=False)
@click.option("--name", metavar="NAME", help="A shipped query; `--name list` names them.")
@click.option("--param", "params", multiple=True, metavar="KEY=VALUE", help="A parameter of the query.")
@options.as_of
@options.confidence
@click.option("--timeout", type=float, metavar="SECONDS", help="Give up after so long.")
@click.option("--limit-rows", type=int, metavar="N", help="Give no more rows; says so where there are.")
@options.base
@options.listing("table", "html")
def command(
    folder: Path,
    sparql: str | None,
    name: str | None,
    params: tuple[str, ...],
    as_of: str | None,
    min_confidence: float,
    timeout: float | None,
    limit_rows: int | None,
    base: str | None,
    form: str,
) -> int:
    """Ask the graph in DIR by SPARQL or by a shipped query.

    The prefixes of the ontology are bound. Parameters of a shipped query are options too:
    `--name between --a USA --b RUS`.
    """
    from linimasa.cli.asking import Chosen, ask, shipped

    if name == "list":
        shipped(form)
    else:
        chosen = Chosen(base, min_confidence, as_of, timeout, limit_rows)
        found = ask(folder, sparql, name, params, chosen)
        click.echo(found.result.format(form), nl=False)
        if found.cut:
            click.echo(f"linimasa: only the first {limit_rows} rows; there are more", err=True)
    return 0
