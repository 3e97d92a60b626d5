"""The graph of a folder, whole or of its surer statements alone."""

from __future__ import annotations

from pathlib import Path

from linimasa.errors import StoreError
from linimasa.model.iri import BASE
from linimasa.pipeline.graph import STATEMENTS, actor_files, tables
from linimasa.pipeline.records import read_records
from linimasa.read import Problem
from linimasa.store import Settings, Store, build_dataset, open_graph
from linimasa.store.gazetteer import GazetteerReference


def open_above(folder: Path, base: str = BASE, min_confidence: float = 0.0) -> Store:
    """Return a folder's graph; with a `min_confidence` made anew from its statements of that much at least.

    Events keep the IRIs that they have in the folder. Users' actors are those of the folder's `actors.csv`.
    StoreError where there is no graph, or no statements to make one from.
    """
    if not min_confidence:
        return open_graph(folder, base)
    path = folder / STATEMENTS
    if not path.is_file():
        raise StoreError("no statements here; make them with `linimasa build`", path=folder)
    sure = []
    for record in read_records(path):
        if isinstance(record, Problem):
            raise StoreError(record.message, path=path, line=record.line)
        if record.confidence >= min_confidence:
            sure.append(record)
    known, _ = tables(actor_files(folder, ()))
    return Store(folder, build_dataset(sure, GazetteerReference(known), Settings(base=base)), base)
