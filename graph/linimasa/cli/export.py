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
@options.text
@options.base
def command(folder: Path, form: str, out: Path | None, text: str | None, base: str | None) -> int:
    """Write the graph in DIR in another format.

    FORMAT is turtle, trig, json-ld, nquads, csv, graphml, gexf or ics.
    """
    from linimasa.export.formats import export_text
    from linimasa.model.iri import BASE
    from linimasa.pipeline.giving import giving

    written = export_text(folder, form, base or BASE, giving(folder, text))
    if out is None or str(out) == "-":
        click.echo(written, nl=False)
    else:
        out.write_text(written, encoding="utf-8", newline="")
    return 0
