"""`linimasa serve`."""

from __future__ import annotations

from pathlib import Path

import click

from linimasa.cli import options


@click.command("serve")
@options.folder
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Where to listen.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="Port; 0 for any free one."
)
@click.option(
    "--allow-host", "hosts", multiple=True, metavar="NAME", help="Another name that the server is called by."
)
@click.option("--writable", is_flag=True, help="Take SPARQL Update too; without it the graph is only read.")
@click.option(
    "--timeout", type=click.FloatRange(0.1), default=30.0, show_default=True, help="Seconds a query may take."
)
@click.option(
    "--limit-rows", type=click.IntRange(1), default=100_000, show_default=True, help="Most rows of a query."
)
@click.option(
    "--workers", type=click.IntRange(1, 64), default=2, show_default=True, help="Queries answered at a time."
)
@options.text
@options.base
def command(
    folder: Path,
    host: str,
    port: int,
    hosts: tuple[str, ...],
    writable: bool,
    timeout: float,
    limit_rows: int,
    workers: int,
    text: str | None,
    base: str | None,
) -> int:
    """Serve the graph in DIR: a SPARQL endpoint, a query page, and a page for every IRI.

    It is read only and reached from this machine alone, unless asked otherwise. Ctrl-C stops it.
    """
    from linimasa.model.iri import checked_base
    from linimasa.server.run import is_loopback, serve
    from linimasa.server.settings import ServeSettings

    settings = ServeSettings(
        folder, checked_base(base), text, host, port, hosts, writable, timeout, limit_rows, workers
    )

    def tell(address: str) -> None:
        means = "SPARQL Update is taken" if writable else "read only"
        click.echo(f"{address} ({means}, Ctrl-C stops)", err=True)
        if not is_loopback(host):
            click.echo("others can reach it: there is no login, put one before it where it matters", err=True)

    serve(settings, tell)
    return 0
