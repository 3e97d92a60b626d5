"""The graph of a folder: whole, of its surer statements alone, or of what was known on a day."""

from __future__ import annotations

from functools import partial
from itertools import chain
from pathlib import Path

from linimasa.errors import StoreError
from linimasa.model.iri import BASE
from linimasa.model.statement import Statement
from linimasa.pipeline.graph import STATEMENTS, actor_files, tables
from linimasa.pipeline.imported import joined, tables_of
from linimasa.pipeline.records import read_records
from linimasa.pipeline.tables import as_decided, records_of
from linimasa.read import Problem
from linimasa.read.day import given_day
from linimasa.resolve.decisions import decider
from linimasa.store import Settings, Store, dataset_of, open_graph, settle
from linimasa.store.gazetteer import GazetteerReference


def open_above(
    folder: Path, base: str = BASE, min_confidence: float = 0.0, as_of: str | None = None
) -> Store:
    """Return a folder's graph; with a `min_confidence` or an `as_of` made anew from the statements of that
    much confidence at least, and from those that were known by that ISO day (`known_on`).

    Events keep the IRIs that they have in the folder. Users' actors are those of the folder's `actors.csv`.
    StoreError where there is no graph, or no statements to make one from; SettingError where `as_of` is no
    day.
    """
    day = given_day(as_of, "--as-of")
    if not min_confidence and day is None:
        return open_graph(folder, base)
    settle(folder)
    path = folder / STATEMENTS
    imported = tables_of(folder)
    if not path.is_file() and not imported:
        raise StoreError("no statements here; make them with `linimasa build`", path=folder)
    chosen = []
    for record in read_records(path) if path.is_file() else ():
        if isinstance(record, Problem):
            raise StoreError(record.message, path=path, line=record.line)
        if _chosen(record, min_confidence, day):
            chosen.append(record)
    known, rows = tables(actor_files(folder, ()))
    wanted = partial(_chosen, least=min_confidence, day=day)
    change = decider(chain(chosen, records_of(imported)), rows.decisions, known) if rows.decisions else None
    with as_decided(imported, change) as decided:
        quads, _ = joined(chosen, decided, GazetteerReference(known), Settings(base=base), wanted)
        return Store(folder, dataset_of(quads, base), base)


def _chosen(record: Statement, least: float, day: str | None) -> bool:
    """Whether a statement is sure enough and was known by a day."""
    return record.confidence >= least and (day is None or (known_on(record) or "9999") <= day)


def known_on(statement: Statement) -> str | None:
    """Return the ISO day from which the world could know a statement; None where no clock tells.

    The day on which its words were made public, else that on which they were said, else that of the
    document's publication (the three clocks of the ontology, `docs/ontology.md`).
    """
    sources = statement.attributed_to
    public = [source.made_public_on for source in sources if source.made_public_on]
    said = [statement.said_on] if statement.said_on else [one.said_on for one in sources if one.said_on]
    return min(public or said, default=statement.doc.published)
