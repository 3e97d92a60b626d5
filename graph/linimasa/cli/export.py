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
@click.option("--from", "first", metavar="DAY", help="Only events that can have been on this day or later.")
@click.option("--to", "last", metavar="DAY", help="Only events that can have been on this day or earlier.")
@click.option("--statements", is_flag=True, help="Plain statements too, in quadruples and gdelt.")
@options.confidence
@options.text
@options.base
def command(
    folder: Path,
    form: str,
    out: Path | None,
    first: str | None,
    last: str | None,
    statements: bool,
    min_confidence: float,
    text: str | None,
    base: str | None,
) -> int:
    """Write the graph in DIR in another format.

    FORMAT is turtle, trig, json-ld or nquads for the whole graph; csv,
    parquet, graphml, gexf, node-link, ics, timelinejs, vis, quadruples,
    gdelt, polecat or annotations for its events.
    """
    from linimasa.export.formats import checked, written
    from linimasa.export.select import selection
    from linimasa.model.iri import BASE
    from linimasa.pipeline.giving import giving, to_give
    from linimasa.pipeline.opening import open_above

    checked(form)
    chosen, base = selection(first, last, statements), base or BASE
    store = open_above(folder, base, min_confidence)
    data = written(to_give(store.graph, folder, giving(folder, text), base), form, base, chosen)
    if out is None or str(out) == "-":
        click.echo(data, nl=False)
    else:
        out.write_bytes(data)
    return 0
