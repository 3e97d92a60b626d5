"""`linimasa times`."""

from __future__ import annotations

import click

from linimasa.cli import options


@click.command("times")
@click.argument("source", metavar="FILE")
@options.documents
@click.option("--marked", is_flag=True, help="Print the text with its expressions marked instead.")
@options.listing()
def command(
    source: str, published: str | None, lang: str | None, no_inferred_dates: bool, marked: bool, form: str
) -> int:
    """Print the time expressions of FILE with their values."""
    from linimasa.cli.listing import show
    from linimasa.cli.timerows import COLUMNS, marked_text, time_rows, timed

    found = timed(source, published, lang, infer_dates=not no_inferred_dates)
    if marked:
        click.echo("".join(map(marked_text, found)), nl=False)
    else:
        show(COLUMNS, [row for one in found for row in time_rows(one)], form)
    return 0
