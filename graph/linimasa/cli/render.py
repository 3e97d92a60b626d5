"""`linimasa render`."""

from __future__ import annotations

from pathlib import Path

import click

from linimasa.cli import options


@click.command("render")
@options.folder
@options.confidence
@options.text
@options.base
def command(folder: Path, min_confidence: float, text: str | None, base: str | None) -> int:
    """Write the pages of the graph in DIR again."""
    from linimasa.model.iri import BASE
    from linimasa.pipeline.pages import render

    for path in render(folder, base or BASE, min_confidence, text):
        click.echo(path)
    return 0
