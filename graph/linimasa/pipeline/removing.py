"""Takes documents out of a folder: statements, rows of tables, graph, store, pages, texts, decisions, users'
own triples, report and log.

What is left is what a build without them would have made, byte for byte, the log aside; every file that held
words of theirs is written anew and moved into place whole, the store on disk included, so that nothing of
them stays behind in it. Events that other documents tell of stay, and are told apart and linked anew.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from linimasa.errors import StoreError
from linimasa.model.iri import local_name
from linimasa.model.statement import Attribution, Participant, Statement
from linimasa.pipeline.edits import take_edits
from linimasa.pipeline.folder import locked, write_text
from linimasa.pipeline.giving import giving
from linimasa.pipeline.graph import (
    ACTORS,
    PAGES,
    UNDECIDED,
    GraphPlan,
    extracted,
    publish,
    write_report,
    write_statements,
)
from linimasa.pipeline.imported import tables_of
from linimasa.pipeline.leaving import SHORT, documents_of, named, take_out
from linimasa.pipeline.log import removal_log
from linimasa.pipeline.report import REPORT, read_report
from linimasa.pipeline.tables import records_of
from linimasa.read.texts import TEXTS, kept_texts, without_texts


@dataclass(frozen=True, slots=True)
class Removed:
    """What was taken out: ids of documents, and how many statements and events are left."""

    documents: tuple[str, ...]
    statements: int
    events: int


def remove(folder: Path, names: Sequence[str], plan: GraphPlan) -> Removed:
    """Take documents out of a folder; each is named by id, hash (12 digits or more) or IRI.

    `plan` gives the users' files of actors and the base. SettingError for a document that isn't there, with
    near names, or an id that several have; StoreError where none would be left or the folder can't be
    written. Then everything stays as it is.
    """
    statements, tables = extracted(folder), tables_of(folder)
    known = _known(folder, statements)
    gone = named(names, known, tables)
    if known.keys() <= gone.keys() and all(digest in gone for digest, _ in documents_of(tables)):
        raise StoreError("no document would be left; delete the folder instead", path=folder)
    with locked(folder) as stage:
        taken = take_out(stage, tables, gone)
        left = _write(folder, stage, statements, gone, taken.out, plan)
        events = len({one.event for one in left if one.event})
        number = len(left) + taken.left
        write_text(stage / "run.log", removal_log(len(gone), number, events))
        for name in taken.gone:
            (stage / name).unlink()
        publish(stage, folder, (UNDECIDED, TEXTS, REPORT, *PAGES, *taken.gone))
    return Removed(tuple(sorted(gone.values())), number, events)


def _write(
    folder: Path,
    stage: Path,
    statements: Sequence[Statement],
    gone: Collection[str],
    rows: Sequence[Statement],
    plan: GraphPlan,
) -> list[Statement]:
    """Write everything but the tables without the documents of these hashes and their `rows`; return the
    statements that are left, with their events."""
    from linimasa.store.choice import remembered

    shown, actors = giving(folder), plan.actors
    lost = [one for one in statements if one.doc.hash in gone]
    if (folder / TEXTS).is_file():
        write_text(stage / TEXTS, without_texts(folder, gone))
    take_edits(folder, stage, gone, (*lost, *rows))
    if (folder / ACTORS).is_file():
        every = chain(statements, records_of(tables_of(folder)))
        write_text(stage / ACTORS, _decisions(folder / ACTORS, every, gone))
        actors = (*actors, str(stage / ACTORS))
    pages = (folder / PAGES[0]).is_file()
    made = GraphPlan(actors, plan.base, pages, shown, remembered(folder))
    left = [one for one in statements if one.doc.hash not in gone]
    sound = write_statements(stage, left, made, lambda *_: None)
    write_report(folder, stage, sound, lambda row: row.get("hash") not in gone)
    return sound.resolved


def _known(folder: Path, statements: Iterable[Statement]) -> dict[str, str]:
    """Return the documents of a folder: ids by hash. Some gave no statement and stand in the report alone."""
    known = {one.doc.hash: one.document for one in statements}
    report = read_report(folder)
    for row in report.data["by_document"] if report is not None else ():
        known.setdefault(row["hash"], row["document"])
    for digest in kept_texts(folder):
        known.setdefault(digest, digest[:SHORT])
    return known


def _decisions(path: Path, statements: Iterable[Statement], gone: Collection[str]) -> str:
    """Return the user's table without decisions about actors that only the documents taken out knew."""
    here: set[str] = set()
    elsewhere: set[str] = set()
    for one in statements:
        (here if one.doc.hash in gone else elsewhere).update(_actors(one))
    alone = {name for name in here - elsewhere if "x-" in name or "src-" in name}
    text = path.read_text(encoding="utf-8-sig")
    lines = list(csv.reader(io.StringIO(text, newline="")))
    header = [cell.strip() for cell in lines[0]] if lines else []
    if "decision" not in header:
        return text
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    for line in lines[1:]:
        row = dict(zip(header, (cell.strip() for cell in line), strict=False))
        about = {row.get("id", ""), row.get("into", "")}
        owned = any(name.startswith(digest[:SHORT]) for name in about for digest in gone)
        if not row.get("decision") or not (owned or about & alone):
            writer.writerow(line)
    return out.getvalue()


def _actors(one: Statement) -> set[str]:
    """Return the local names of all who take part in a record or are its sources."""
    from linimasa.resolve.identity import actor_of

    who: list[Participant | Attribution] = list(one.attributed_to)
    for event in (one, one.content, one.condition):
        if event is not None:
            who += [*event.actors, *event.recipients]
    return {local_name(actor_of(each, one.doc.hash)) for each in who}
