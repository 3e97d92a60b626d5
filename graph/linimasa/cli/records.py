"""Prints what documents give, document by document."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import click

from linimasa.cli.listing import show
from linimasa.errors import SettingError
from linimasa.export.flat import COLUMNS, flat_row
from linimasa.extract.extractor import Extraction, ExtractorSettings, checked_language
from linimasa.extract.methods import method_for
from linimasa.model.iri import actor_iri, place_iri
from linimasa.model.mention import Mention
from linimasa.model.statement import Statement, to_dict
from linimasa.model.terms import ActorKind
from linimasa.pipeline.extraction import extract_one
from linimasa.pipeline.records import json_line
from linimasa.read import Problem, read_sources


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to print beside the statements of the text, and in which form."""

    times: bool = False
    mentions: bool = False
    titles: bool = False
    form: str = "jsonl"


def print_records(
    sources: Iterable[str],
    published: str | None,
    lang: str | None,
    wanted: Wanted,
    settings: ExtractorSettings | None = None,
) -> int:
    """Print the records of the sources; return the exit code."""
    if wanted.form in ("table", "csv") and (wanted.times or wanted.mentions):
        raise SettingError("--times and --mentions are printed as JSON; use --format jsonl or json")
    method = method_for(settings or ExtractorSettings())
    used = left_out = 0
    rows: list[Any] = []
    for document in read_sources(sources, published, checked_language(lang)):
        found = document if isinstance(document, Problem) else extract_one(method, document)
        if isinstance(found, Problem):
            left_out += 1
            click.echo(f"left out: {found}", err=True)
            continue
        used += 1
        if wanted.form == "jsonl":
            for row in _rows(found, wanted):
                click.echo(json_line(row), nl=False)
        else:
            rows += (
                _rows(found, wanted) if wanted.form == "json" else map(flat_row, _statements(found, wanted))
            )
    if wanted.form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    elif wanted.form != "jsonl":
        show(COLUMNS if wanted.form == "csv" else _SHORT, rows, wanted.form)
    return 2 if not used else 1 if left_out else 0


_SHORT = ("date", "status", "type", "actors", "recipients", "place", "quote")


def _statements(found: Extraction, wanted: Wanted) -> Iterator[Statement]:
    titles = wanted.titles or not found.document.text.strip()
    return (s for s in found.statements if s.field != "title" or titles)


def _rows(found: Extraction, wanted: Wanted) -> Iterator[dict[str, Any]]:
    document = found.document.id
    yield from map(to_dict, _statements(found, wanted))
    if wanted.mentions:
        yield from ({"document": document, "mention": mention_row(m)} for m in found.mentions)
    if wanted.times:
        for t in found.timexes:
            row = {"start": t.start, "end": t.end, "text": t.text, "type": t.type.value, "value": t.timex3}
            yield {"document": document, "timex": row}


def mention_row(mention: Mention) -> dict[str, Any]:
    """Return a mention as the design's record has it."""
    place = mention.kind is ActorKind.PLACE
    iri = None if mention.actor is None else (place_iri if place else actor_iri)(mention.actor)
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "actor": iri,
        "name": mention.name,
        "kind": mention.kind.value,
        "code": mention.code,
    }
