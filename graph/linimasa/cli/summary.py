"""What a build says at its end."""

from __future__ import annotations

from pathlib import Path

import click

from linimasa.pipeline import BuildReport


def complain(report: BuildReport) -> None:
    """Print a line for each document left out and each record refused."""
    for row in report.left_out:
        place = row["path"] + (f", line {row['line']}" if row["line"] is not None else "")
        click.echo(f"left out: {place}: {row['why']}", err=True)
    for row in report.refused:
        why = "; ".join(row["why"])
        click.echo(f"refused: {row['document']}, {row['id']}: {why}; “{row['quote']}”", err=True)


def summary(report: BuildReport, out: Path) -> str:
    """Return the counts and where the files are."""
    data = report.data
    documents, sentences, statements = data["documents"], data["sentences"], data["statements"]
    read = (
        f"{documents['used']} of {documents['read']} documents, {sentences['all']} sentences "
        f"({sentences['gave_statements']} gave statements, {sentences['abstained']} abstained), "
    )
    if not documents["read"]:  # the statements came as records
        read = ""
    counts = f"{read}{statements['all']} statements, {data['events']} events"
    names = sorted(path.name for path in out.iterdir() if path.is_file())
    return f"{counts}\nwritten to {out}: {', '.join(names)}"
