"""Takes documents out of a folder: statements, graph, store, pages, texts, decisions, report and log.

What is left is what a build without them would have made, byte for byte, the log aside; every file that held
words of theirs is written anew and moved into place whole, the store on disk included, so that nothing of
them stays behind in it. Events that other documents tell of stay, and are told apart and linked anew.
"""

from __future__ import annotations

import csv
import difflib
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from linimasa.errors import SettingError, StoreError
from linimasa.model.iri import local_name
from linimasa.model.statement import Attribution, Participant, Statement
from linimasa.pipeline.folder import locked, write_text
from linimasa.pipeline.giving import giving
from linimasa.pipeline.graph import ACTORS, UNDECIDED, GraphPlan, extracted, publish, write_statements
from linimasa.pipeline.log import removal_log
from linimasa.pipeline.report import REPORT, again, read_report
from linimasa.read.texts import TEXTS, kept_texts, without_texts

#: The pages a build makes; of a large graph none are made again, and the old ones go.
_PAGES = tuple(f"{name}.html" for name in ("actors", "events", "timeline", "map", "matrix", "story"))
_SHORT = 12
_DIGEST = re.compile(r"[0-9a-f]{12,64}\Z")


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
    from linimasa.store.choice import remembered

    statements = extracted(folder)
    known = _known(folder, statements)
    gone = {digest for name in names for digest in _named(name, known)}
    if gone == set(known):
        raise StoreError("no document would be left; delete the folder instead", path=folder)
    left = [one for one in statements if one.doc.hash not in gone]
    with locked(folder) as stage:
        shown = giving(folder)
        if (folder / TEXTS).is_file():
            write_text(stage / TEXTS, without_texts(folder, gone))
        actors = plan.actors
        if (folder / ACTORS).is_file():
            write_text(stage / ACTORS, _decisions(folder / ACTORS, statements, gone))
            actors = (*actors, str(stage / ACTORS))
        pages = (folder / _PAGES[0]).is_file()
        made = GraphPlan(actors, plan.base, pages, shown, remembered(folder))
        sound = write_statements(stage, left, made, lambda *_: None)
        report = read_report(folder)
        if report is not None:
            kept = again(report, sound, lambda row: row.get("hash") not in gone)
            write_text(stage / REPORT, kept.json())
        events = len({one.event for one in sound.resolved if one.event})
        write_text(stage / "run.log", removal_log(len(gone), len(sound.resolved), events))
        publish(stage, folder, (UNDECIDED, TEXTS, REPORT, *_PAGES))
    return Removed(tuple(sorted(known[digest] for digest in gone)), len(sound.resolved), events)


def _known(folder: Path, statements: Iterable[Statement]) -> dict[str, str]:
    """Return the documents of a folder: ids by hash. Some gave no statement and stand in the report alone."""
    known = {one.doc.hash: one.document for one in statements}
    report = read_report(folder)
    for row in report.data["by_document"] if report is not None else ():
        known.setdefault(row["hash"], row["document"])
    for digest in kept_texts(folder):
        known.setdefault(digest, digest[:_SHORT])
    return known


def _named(name: str, known: dict[str, str]) -> set[str]:
    """Return the hash of the document that a name means."""
    by_id = {digest for digest, document in known.items() if document == name}
    if len(by_id) > 1:
        hashes = ", ".join(sorted(digest[:_SHORT] for digest in by_id))
        raise SettingError(f"{len(by_id)} documents have the id {name!r}; name one by its hash: {hashes}")
    local = local_name(name).removeprefix("doc:")
    by_hash = {digest for digest in known if _DIGEST.match(local) and digest.startswith(local)}
    found = by_id or by_hash
    if not found:
        near = difflib.get_close_matches(
            name, sorted({*known.values(), *(d[:_SHORT] for d in known)}), 3, 0.5
        )
        hint = f"did you mean {', '.join(near)}?" if near else "`by_document` in report.json lists them"
        raise SettingError(f"no document {name!r} here; {hint}")
    return found


def _decisions(path: Path, statements: Iterable[Statement], gone: set[str]) -> str:
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
        owned = any(name.startswith(digest[:_SHORT]) for name in about for digest in gone)
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
