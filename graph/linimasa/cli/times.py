"""`linimasa times`."""

from __future__ import annotations

import click

from linimasa.cli import options


@click.command("times")
@click.argument("source", metavar="FILE")
@options.documents
@options.listing()
def command(source: str, published: str | None, lang: str | None, no_inferred_dates: bool, form: str) -> int:
    """Print the time expressions of FILE with their values."""
    from linimasa.cli.listing import show
    from linimasa.cli.timerows import COLUMNS, time_rows

    rows = time_rows(source, published, lang, infer_dates=not no_inferred_dates)
    show(COLUMNS, rows, form)
    return 0
