"""`linimasa timeline`."""

from __future__ import annotations

from pathlib import Path

import click

from linimasa.cli import options


@click.command("timeline")
@options.folder
@click.option("--labels", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Language.")
@options.as_of
@options.confidence
@options.base
@options.listing("table", "html")
def command(
    folder: Path, labels: str, as_of: str | None, min_confidence: float, base: str | None, form: str
) -> int:
    """Print the dated events of the graph in DIR in order."""
    from linimasa.cli.asking import Chosen, ask

    chosen = Chosen(base, min_confidence, as_of)
    click.echo(ask(folder, None, "dated", [f"lang={labels}"], chosen).result.format(form), nl=False)
    return 0
