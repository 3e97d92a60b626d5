"""`linimasa export`."""

from __future__ import annotations

from pathlib import Path

import click

from linimasa.cli import options


@click.command("export")
@options.folder
@click.option("--format", "form", required=True, metavar="FORMAT", help="One of those below.")
@click.option(
    "-o", "--out", metavar="FILE", type=click.Path(path_type=Path), help="Where to write (default: -)."
)
@options.base
def command(folder: Path, form: str, out: Path | None, base: str | None) -> int:
    """Write the graph in DIR in another format.

    FORMAT is turtle, trig, json-ld, nquads, csv, graphml, gexf or ics.
    """
    from linimasa.export.formats import export_text
    from linimasa.model.iri import BASE

    text = export_text(folder, form, base or BASE)
    if out is None or str(out) == "-":
        click.echo(text, nl=False)
    else:
        out.write_text(text, encoding="utf-8", newline="")
    return 0
