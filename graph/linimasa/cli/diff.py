"""`linimasa diff`."""

from __future__ import annotations

from pathlib import Path

import click

from linimasa.cli import options


@click.command("diff")
@click.argument("old", metavar="A", type=click.Path(path_type=Path))
@click.argument("new", metavar="B", type=click.Path(path_type=Path))
@click.option("--labels", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Language.")
@options.base
@options.listing()
def command(old: Path, new: Path, labels: str, base: str | None, form: str) -> int:
    """Say what B tells otherwise than A: what a new article changed.

    A and B are folders of builds, mostly the second of A's sources and one more.
    """
    from linimasa.cli.differing import COLUMNS, difference
    from linimasa.cli.listing import show

    rows = difference(old, new, labels, base)
    if rows or form != "table":
        show(COLUMNS, rows, form)
    else:
        click.echo("nothing has changed")
    return 0
