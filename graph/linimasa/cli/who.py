"""`linimasa who`."""

from __future__ import annotations

import click

from linimasa.cli import options


@click.command("who")
@click.argument("phrase")
@click.option("--on", metavar="DAY", help="The day that counts, YYYY-MM-DD.")
@options.listing()
def command(phrase: str, on: str | None, form: str) -> int:
    """Say whom PHRASE names and for which state it stands; `-` reads {"text": …, "on": …} a line."""
    from linimasa.cli.identity import COLUMNS, answers
    from linimasa.cli.listing import show

    show(COLUMNS, answers(phrase, on), form)
    return 0
