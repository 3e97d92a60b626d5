"""`linimasa build`."""

from __future__ import annotations

from pathlib import Path

import click

from linimasa.cli import options


@click.command("build")
@options.sources
@click.option(
    "-o", "--out", required=True, metavar="DIR", type=click.Path(path_type=Path), help="Where to write."
)
@options.documents
@click.option("--jobs", type=int, metavar="N", help="Number of processes (default: as many as pay).")
@options.actors
@options.confidence
@options.text
@options.model
@options.parser
@click.option(
    "--store",
    metavar="WHERE",
    help="Where the graph lies: memory, oxigraph (on disk), auto, or the URL of a SPARQL endpoint.",
)
@options.base
def command(
    sources: tuple[str, ...],
    out: Path,
    published: str | None,
    lang: str | None,
    no_inferred_dates: bool,
    jobs: int | None,
    actors: tuple[str, ...],
    min_confidence: float,
    text: str | None,
    extractor: str,
    model: str | None,
    endpoint: str | None,
    cache: str | None,
    parser: str | None,
    store: str | None,
    base: str | None,
) -> int:
    """Build the graph of SOURCES into DIR.

    Sources are text, Markdown, HTML, JSON lines, JSON or CSV files, folders
    of these, or - for standard input.
    """
    from linimasa.cli.progress import bar
    from linimasa.cli.summary import complain, summary
    from linimasa.extract.llm.settings import model_settings
    from linimasa.pipeline import BuildSettings, build

    settings = BuildSettings(
        published,
        lang,
        base,
        jobs,
        infer_dates=not no_inferred_dates,
        actors=actors,
        min_confidence=min_confidence,
        text=text or "quotes",
        parser=parser,
        store=store,
        model=model_settings(extractor, model, endpoint, cache),
    )
    with bar() as progress:
        report = build(sources, out, settings, progress)
    complain(report)
    click.echo(summary(report, out), err=True)
    return 1 if report.left_out or report.refused else 0
