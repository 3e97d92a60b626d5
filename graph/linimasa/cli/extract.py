"""`linimasa extract`."""

from __future__ import annotations

import click

from linimasa.cli import options


@click.command("extract")
@options.sources
@options.documents
@options.actors
@options.confidence
@options.model
@options.parser
@click.option("--times", is_flag=True, help="Print each time expression too.")
@click.option("--mentions", is_flag=True, help="Print each actor and place found too.")
@click.option("--titles", is_flag=True, help="Print statements from titles too.")
@options.listing("jsonl")
def command(
    sources: tuple[str, ...],
    published: str | None,
    lang: str | None,
    no_inferred_dates: bool,
    actors: tuple[str, ...],
    min_confidence: float,
    extractor: str,
    model: str | None,
    endpoint: str | None,
    cache: str | None,
    parser: str | None,
    times: bool,
    mentions: bool,
    titles: bool,
    form: str,
) -> int:
    """Print the statement records of SOURCES, one JSON object a line."""
    from linimasa.cli.records import Wanted, print_records
    from linimasa.extract.extractor import ExtractorSettings
    from linimasa.extract.llm.settings import model_settings

    asked = model_settings(extractor, model, endpoint, cache)
    wanted = Wanted(times, mentions, titles, form)
    settings = ExtractorSettings(not no_inferred_dates, actors, min_confidence, parser, asked)
    return print_records(sources, published, lang, wanted, settings)
