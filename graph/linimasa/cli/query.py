"""`linimasa query`."""

from __future__ import annotations

from pathlib import Path

import click

from linimasa.cli import options


@click.command("query")
@options.folder
@click.argument("sparql", required=False)
@click.option("--name", metavar="NAME", help="A shipped query; `--name list` names them.")
@click.option("--param", "params", multiple=True, metavar="KEY=VALUE", help="A parameter of the query.")
@options.confidence
@options.base
@options.listing()
def command(
    folder: Path,
    sparql: str | None,
    name: str | None,
    params: tuple[str, ...],
    min_confidence: float,
    base: str | None,
    form: str,
) -> int:
    """Ask the graph in DIR by SPARQL or by a shipped query.

    The prefixes of the ontology are bound.
    """
    from linimasa.cli.asking import ask, shipped

    if name == "list":
        shipped(form)
    else:
        click.echo(ask(folder, sparql, name, params, base, min_confidence).format(form), nl=False)
    return 0
