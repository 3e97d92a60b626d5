"""`linimasa import`."""

from __future__ import annotations

from pathlib import Path

import click

from linimasa.cli import options


@click.command("import")
@click.argument("form", metavar="FORMAT")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option(
    "-o", "--out", required=True, metavar="DIR", type=click.Path(path_type=Path), help="Where to write."
)
@click.option("--name", metavar="NAME", help="Name of the table (default: that of the first file).")
@options.actors
@options.base
def command(
    form: str, files: tuple[Path, ...], out: Path, name: str | None, actors: tuple[str, ...], base: str | None
) -> int:
    """Read a table of events into the graph in DIR.

    FORMAT is gdelt, icews, polecat, quadruples, visits or ics. A table of
    the same name that is there already is replaced.
    """
    from linimasa.cli.progress import bar
    from linimasa.pipeline.importing import ImportSettings, import_table

    with bar() as progress:
        report = import_table(form, files, out, ImportSettings(name, base, actors), progress)
    for row in report.data["problems"]:
        place = row["path"] + (f", line {row['line']}" if row["line"] is not None else "")
        click.echo(f"left out: {place}: {row['why']}", err=True)
    for kind, counts in report.data["unknown"].items():
        first = ", ".join(list(counts["values"])[:3])
        click.echo(
            f"unknown {kind}: {counts['different']} different in {counts['all']} rows ({first})", err=True
        )
    click.echo(report.summary(out), err=True)
    return 1 if report.left_out else 0
