"""`linimasa actors`."""

from __future__ import annotations

from pathlib import Path

import click

from linimasa.cli import options


@click.command("actors")
@options.folder
@click.argument(
    "decision", type=click.Choice(["merge", "split"]), required=False, metavar="[merge A B|split A]"
)
@click.argument("ids", nargs=-1, metavar="")
@options.actors
@options.base
@options.listing()
def command(
    folder: Path,
    decision: str | None,
    ids: tuple[str, ...],
    actors: tuple[str, ...],
    base: str | None,
    form: str,
) -> int:
    """List the actors of the graph in DIR, or say who is the same.

    `merge A B`: B is A. `split A`: what was merged with A isn't; a provisional actor that nothing was merged
    with becomes one actor a document. Both are kept in DIR/actors.csv and hold for later builds.
    """
    from linimasa.cli.cast import COLUMNS, actor_rows, decide
    from linimasa.cli.listing import show
    from linimasa.model.iri import BASE
    from linimasa.pipeline.graph import GraphPlan

    if decision is None:
        show(COLUMNS, actor_rows(folder, actors), form)
    else:
        click.echo(decide(folder, decision, ids, GraphPlan(actors, base or BASE)), err=True)
    return 0
