"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

LISTINGS = ("table", "json", "jsonl", "csv")

sources = click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
folder = click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
base = click.option(
    "--base", metavar="IRI", help="Base of all IRIs; a graph is opened with the one it was made with."
)

actors = click.option(
    "--actors",
    multiple=True,
    metavar="FILE",
    help="A CSV file of your own actors; may be given several times.",
)

confidence = click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="X",
    help="Leave out statements of less confidence, 0 to 1.",
)

as_of = click.option(
    "--as-of", metavar="DAY", help="Ask what was known on this day, YYYY-MM-DD, by saying and publication."
)

parser = click.option(
    "--parser",
    metavar="NAME",
    help="Ask this dependency parser (its name, or a spaCy pipeline's folder) as a second witness.",
)


text = click.option(
    "--text",
    type=click.Choice(["full", "quotes", "none"]),
    help="How much of the sources to give on: all, the sentences of statements, or offsets alone.",
)


def model(function: F) -> F:
    """Add the options that put a language model in the place of the rules."""
    for option in (
        click.option(
            "--cache", metavar="DIR", help="Where a model's answers are kept (default: user cache)."
        ),
        click.option("--endpoint", metavar="URL", help="Base URL of an OpenAI-compatible service."),
        click.option("--model", metavar="NAME", help="The language model to ask."),
        click.option(
            "--extractor",
            type=click.Choice(("rules", "llm")),
            default="rules",
            show_default=True,
            help="What proposes the statements: the program's rules, or a language model.",
        ),
    ):
        function = option(function)
    return function


def listing(default: str = "table", *more: str) -> Callable[[F], F]:
    """Return the option `--format` for a listing; `more` are forms that only some commands have."""
    forms = click.Choice((*LISTINGS, *more))
    return click.option("--format", "form", type=forms, default=default, show_default=True, help="Form.")


def documents(function: F) -> F:
    """Add the options that say something of all documents."""
    for option in (
        click.option("--no-inferred-dates", is_flag=True, help="Conclude no day of publication from a text."),
        click.option("--lang", metavar="CODE", help="Language of the documents: id, en; `times` knows more."),
        click.option("--published", metavar="DAY", help="Day of publication, YYYY-MM-DD."),
    ):
        function = option(function)
    return function
