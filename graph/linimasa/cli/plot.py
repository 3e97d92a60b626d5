"""`linimasa plot`."""

from __future__ import annotations

from pathlib import Path

import click

from linimasa.cli import options


@click.command("plot")
@options.folder
@click.option(
    "--kind",
    required=True,
    type=click.Choice(["months", "tension", "network"]),
    help="Events a month, the tension of a pair over time, or who dealt with whom.",
)
@click.option("--a", metavar="ACTOR", help="One party of the pair: a code (USA), a local name or a name.")
@click.option("--b", metavar="ACTOR", help="The other party.")
@click.option("--from", "first", metavar="DAY", help="Leave out what was before.")
@click.option("--to", "last", metavar="DAY", help="Leave out what was after.")
@click.option("--labels", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Language.")
@click.option("--title", metavar="TEXT", help="A heading in place of the usual one.")
@click.option(
    "-o",
    "--out",
    required=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Where to write: .svg or .png.",
)
@options.confidence
@options.base
def command(
    folder: Path,
    kind: str,
    a: str | None,
    b: str | None,
    first: str | None,
    last: str | None,
    labels: str,
    title: str | None,
    out: Path,
    min_confidence: float,
    base: str | None,
) -> int:
    """Draw a picture of the graph in DIR for a paper (needs matplotlib: `pip install 'linimasa[plot]'`)."""
    from linimasa.pipeline.plotting import Wanted, plot

    wanted = Wanted(kind, a, b, first, last, labels, title)
    plot(folder, out, wanted, base, min_confidence)
    click.echo(out)
    return 0
