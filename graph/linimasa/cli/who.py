"""`linimasa who`."""

from __future__ import annotations

import click

from linimasa.cli import options


@click.command("who")
@click.argument("phrase")
@click.option("--on", metavar="DAY", help="The day that counts, YYYY-MM-DD.")
@options.actors
@options.listing()
def command(phrase: str, on: str | None, actors: tuple[str, ...], form: str) -> int:
    """Say whom PHRASE names on a day, and for which state.

    With - each line of standard input is {"text": "…", "on": "YYYY-MM-DD" or null}.
    """
    from linimasa.cli.identity import COLUMNS, answers
    from linimasa.cli.listing import show

    show(COLUMNS, answers(phrase, on, actors), form)
    return 0
