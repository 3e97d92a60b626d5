"""`linimasa validate`."""

from __future__ import annotations

from pathlib import Path

import click

from linimasa.cli import options


@click.command("validate")
@options.folder
@options.base
@options.listing()
def command(folder: Path, base: str | None, form: str) -> int:
    """Check the graph in DIR against the ontology's shapes.

    Exit code 1: it breaks one.
    """
    from dataclasses import asdict, fields

    from linimasa.cli.listing import show
    from linimasa.model.iri import BASE
    from linimasa.store import open_graph
    from linimasa.store.problem import Problem
    from linimasa.store.validate import validate

    store = open_graph(folder, base or BASE)
    problems = validate(store.graph, store.base)
    if problems or form != "table":
        show([field.name for field in fields(Problem)], [asdict(one) for one in problems], form)
    else:
        click.echo("the graph keeps all rules")
    return 1 if problems else 0
