"""`linimasa explain`."""

from __future__ import annotations

from pathlib import Path

import click

from linimasa.cli import options


@click.command("explain")
@options.folder
@click.argument("name", metavar="ID")
@options.actors
def command(folder: Path, name: str, actors: tuple[str, ...]) -> int:
    """Show why the statement ID of the graph in DIR was made, and what else was considered.

    Its sentence is read again by itself, without the text around it.
    """
    from linimasa.cli.explaining import explained

    click.echo(explained(folder, name, actors), nl=False)
    return 0
