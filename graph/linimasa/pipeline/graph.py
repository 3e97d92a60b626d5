"""From statements to the files of a graph, with the user's decisions about who is who."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

from linimasa.errors import LexiconError, StoreError
from linimasa.lexicon import additions, gazetteer
from linimasa.lexicon.additions import Additions
from linimasa.lexicon.extending import extended
from linimasa.lexicon.gazetteer import Gazetteer
from linimasa.model.iri import BASE
from linimasa.model.shown import TextShown
from linimasa.model.statement import Statement
from linimasa.pipeline.folder import locked, move, write_text
from linimasa.pipeline.giving import giving, to_give
from linimasa.pipeline.records import read_records, statement_line
from linimasa.pipeline.report import REPORT, again, read_report
from linimasa.pipeline.soundness import Made, Sound, keep_sound
from linimasa.read import Problem
from linimasa.read.texts import TEXTS
from linimasa.state import settle

#: Told the stage, what is done and what there is to do.
Progress = Callable[[str, int, int], None]

#: The user's file in a folder of a build.
ACTORS = "actors.csv"
STATEMENTS = "statements.jsonl"
#: The statements before decisions, kept only where there are any, so that each can be taken back.
UNDECIDED = "undecided.jsonl"
#: The pages a build makes; of a large graph none are made again, and the old ones go.
PAGES = tuple(f"{name}.html" for name in ("actors", "events", "timeline", "map", "matrix", "story"))


@dataclass(frozen=True, slots=True)
class GraphPlan:
    """`actors` are the user's files of actors in their order, `base` the base of all IRIs; `shown` how much
    of the sources the pages give on; `store` where the graph lies (see `linimasa.store.choice`)."""

    actors: tuple[str, ...] = ()
    base: str = BASE
    pages: bool = True
    shown: TextShown = TextShown.QUOTES
    store: str = "auto"


def actor_files(folder: Path, actors: Iterable[str]) -> tuple[str, ...]:
    """Return the user's files with that of the folder, which goes last."""
    own = folder / ACTORS
    return (*actors, str(own)) if own.is_file() else tuple(actors)


def tables(actors: Iterable[str]) -> tuple[Gazetteer, Additions]:
    """Return the gazetteer with the users' rows, and the rows."""
    rows = additions.read(actors)
    return extended(gazetteer.load(), rows), rows


def write_statements(stage: Path, statements: Sequence[Statement], plan: GraphPlan, tell: Progress) -> Sound:
    """Write records, graph and pages of extracted statements; return them, and what was kept out.

    `stage` lies in the folder that is written: the tables imported there join the graph, in place of them
    those of the same name in `stage`. Of a graph with many imported events no pages are made.
    """
    from linimasa.pipeline.edits import edits_of
    from linimasa.pipeline.imported import tables_of
    from linimasa.pipeline.tables import records_of, write_joined
    from linimasa.resolve import resolve
    from linimasa.resolve.decisions import decided, decider
    from linimasa.store import Settings, build_quads, make_graph
    from linimasa.store.gazetteer import GazetteerReference

    known, rows = tables(plan.actors)
    reference = GazetteerReference(known)
    imports = tables_of(stage.parent, stage)
    edits = sorted(edits_of(stage.parent, stage))
    tell("resolve", 0, 1)

    def make(kept: list[Statement]) -> Made:
        own = decided(kept, rows.decisions, known, records_of(imports))
        resolved = sorted(resolve(own), key=record_order)
        tell("store", 0, 1)
        return resolved, list(build_quads(resolved, reference, Settings(base=plan.base)))

    sound = keep_sound(statements, make, plan.base)
    if sound.resolved or not imports or (stage.parent / STATEMENTS).is_file():
        if rows.decisions:
            _write_records(stage / UNDECIDED, sound.statements)
        _write_records(stage / STATEMENTS, sound.resolved)
    large = False
    if imports:
        change = None
        if rows.decisions:
            change = decider(chain(sound.statements, records_of(imports)), rows.decisions, known)
        settings = Settings(base=plan.base)
        graph, large = write_joined(stage, sound.resolved, reference, settings, plan.store, change, edits)
    else:
        graph = make_graph(stage, chain(sound.quads, edits), plan.store, plan.base)
    try:
        if plan.pages and not large:
            from linimasa.pipeline.pages import pages, told_sentences

            tell("render", 0, 1)
            given = to_give(graph, stage, plan.shown, plan.base)
            told = told_sentences(sound.resolved, plan.shown)
            for name, page in pages(given, plan.base, told).items():
                write_text(stage / name, page)
    finally:
        graph.close()  # before its files are moved
    return sound


def _write_records(path: Path, statements: Iterable[Statement]) -> None:
    write_text(path, "".join(map(statement_line, sorted(statements, key=record_order))))


def publish(stage: Path, folder: Path, optional: Iterable[str]) -> None:
    """Put the finished files in the place of the old ones; `optional` ones that weren't made again go."""
    from linimasa.store.choice import STORE_DIR, STORE_JSON
    from linimasa.store.folder import GRAPH_NQ, GRAPH_TRIG, GRAPH_TTL
    from linimasa.store.sending import SENDING, send

    send(stage, folder)
    move(stage, folder, (*optional, GRAPH_TTL, GRAPH_TRIG, GRAPH_NQ, STORE_DIR, STORE_JSON, SENDING))


def extracted(folder: Path) -> list[Statement]:
    """Return the statements of a folder's texts as they were before decisions.

    StoreError where there are none, and no imported tables either.
    """
    from linimasa.pipeline.imported import tables_of

    settle(folder)
    undecided = (folder / UNDECIDED).is_file()
    path = folder / (UNDECIDED if undecided else STATEMENTS)
    if not path.is_file():
        if tables_of(folder):
            return []
        raise StoreError("no statements here; make them with `linimasa build`", path=folder)
    found = []
    for record in read_records(path):
        if isinstance(record, Problem):
            raise StoreError(record.message, path=path, line=record.line)
        # Events are told apart anew: their IRIs name who took part.
        found.append(record if undecided else replace(record, event=None))
    return found


def redecide(folder: Path, decisions: str, plan: GraphPlan) -> None:
    """Write the folder's `actors.csv` and make its graph anew from its statements, without the sources.

    Nothing changes where the decisions can't be carried out. Without pages in the folder none are made.
    """
    from linimasa.store.choice import remembered

    statements = extracted(folder)
    with locked(folder) as stage:
        write_text(stage / ACTORS, decisions)
        files = (*plan.actors, str(stage / ACTORS))
        pages = (folder / "actors.html").is_file()
        shown = giving(folder)
        if shown is TextShown.FULL:
            shutil.copyfile(folder / TEXTS, stage / TEXTS)
        made = GraphPlan(files, plan.base, pages, shown, remembered(folder))
        try:
            sound = write_statements(stage, statements, made, lambda *_: None)
        except LexiconError as error:
            path = folder / ACTORS if error.path == files[-1] else error.path
            raise LexiconError(error.message, path=path, line=error.line) from None
        write_report(folder, stage, sound)
        publish(stage, folder, (UNDECIDED,))


def write_report(
    folder: Path, stage: Path, sound: Sound, keep: Callable[[dict[str, Any]], bool] = lambda _: True
) -> None:
    """Write the report of a graph made anew from its records; `keep` tells which of the old rows stay.

    A folder of tables alone has none, unless some of their rows were refused.
    """
    from linimasa.pipeline.tables import refused_rows

    old, rows = read_report(folder), refused_rows(folder, stage)
    if old is not None or rows:
        write_text(stage / REPORT, again(old, sound, rows, keep).json())


def record_order(statement: Statement) -> tuple[str, str, str, str, int, str]:
    """Return the order of the records in the file: by day, document, place in the text."""
    day = statement.doc.published or "9999"
    title = "0" if statement.field == "title" else "1"
    return day, statement.document, statement.doc.hash, title, statement.trigger.start, statement.id
