"""`linimasa remove`."""

from __future__ import annotations

from pathlib import Path

import click

from linimasa.cli import options


@click.command("remove")
@options.folder
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
@options.actors
@options.base
def command(folder: Path, documents: tuple[str, ...], actors: tuple[str, ...], base: str | None) -> int:
    """Take documents out of DIR: nothing of their text stays.

    DOCUMENT is an id, a hash (12 digits or more) or an IRI.
    """
    from linimasa.model.iri import checked_base
    from linimasa.pipeline.graph import GraphPlan
    from linimasa.pipeline.removing import remove

    done = remove(folder, documents, GraphPlan(actors, checked_base(base)))
    left = f"{done.statements} statements, {done.events} events are left"
    click.echo(f"removed: {', '.join(done.documents)}; {left}", err=True)
    return 0
