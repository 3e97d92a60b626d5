"""One statement's explanation as lines for people."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from linimasa.errors import StoreError
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.explain import Explanation, explain
from linimasa.extract.extractor import Extractor, ExtractorSettings
from linimasa.lexicon.frame import Frame
from linimasa.model.iri import local_name
from linimasa.model.statement import Statement, statement_from_dict
from linimasa.pipeline.graph import STATEMENTS, actor_files
from linimasa.pipeline.imported import tables_of


def explained(folder: Path, name: str, actors: tuple[str, ...]) -> str:
    """Return the lines on the statement with this id; StoreError where the folder has none such."""
    one = _statement(folder, name)
    if one.field == "record":
        lines = _imported(one)
    else:
        lines = _lines(explain(one, Extractor(ExtractorSettings(actors=actor_files(folder, actors)))))
    return "".join(f"{key:<11}{value}\n" for key, value in lines)


def _statement(folder: Path, name: str) -> Statement:
    paths = [path for path in (folder / STATEMENTS, *tables_of(folder)) if path.is_file()]
    if not paths:
        raise StoreError("no statements here; make them with `linimasa build`", path=folder)
    for path in paths:
        with path.open(encoding="utf-8", errors="replace") as stream:
            for number, line in enumerate(stream, 1):
                record = _record(line) if name in line else {}
                if record.get("id") == name:
                    return statement_from_dict(record, path=str(path), line=number)
    raise StoreError(f"no statement {name!r}; ids are the field `id` of its lines", path=paths[0])


def _record(line: str) -> dict[str, Any]:
    """Return a line as a record, an empty one where it is none."""
    try:
        value = json.loads(line)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _imported(one: Statement) -> Iterator[tuple[str, str]]:
    """Yield what is known of a row of an imported table: its words, and the code that gave the type."""
    yield "statement", f"{one.id}: {one.type} {one.status}, confidence {one.confidence}"
    yield "document", f"{one.document}, {one.doc.published or 'no day'}, a row of a table"
    yield "row", " ".join(one.quote.text.split())
    yield "rule", f"{one.rule}: {one.trigger.text}"
    yield "modality", f"{one.modality}, {one.polarity}, {one.certainty}"
    for side, parties in (("actor", one.actors), ("recipient", one.recipients)):
        for party in parties:
            yield side, f"{party.text}: {local_name(party.actor or '')}, {party.code or 'no code'}"
    yield "made by", one.run


def _lines(found: Explanation) -> Iterator[tuple[str, str]]:
    one, candidate = found.statement, found.candidate
    yield "statement", f"{one.id}: {one.type} {one.status}, confidence {one.confidence}"
    yield "document", f"{one.document}, {one.doc.published or 'no day'}, {one.field} {one.sentence.start}"
    yield "sentence", " ".join(found.marked.split())
    yield "trigger", one.trigger.text
    yield "rule", one.rule
    for number, frame in enumerate(found.frames):
        yield ("frame" if not number else "or frame"), _frame(frame)
    yield "modality", f"{one.modality}, {one.polarity}, {one.certainty}; words: {_joined(found.modality)}"
    if one.witness is not None:
        word = one.witness
        yield "witness", f"{word.parser}: actors {word.actors}, recipients {word.recipients}"
    if candidate is None:
        yield "again", "not found in the sentence by itself; it needs the sentences before, or other tables"
    else:
        yield "subject", candidate.subject_how or "by no subject rule"
        if candidate.dropped:
            yield "again", f"dropped in the sentence by itself: {candidate.dropped}"
    if any(party.start < one.sentence.start for party in (*one.actors, *one.recipients)):
        yield "context", "a party stands in an earlier sentence, which isn't read here"
    for other in found.others:
        yield "considered", _other(other, one)


def _frame(frame: Frame) -> str:
    mode = f" ({frame.mode})" if frame.mode else ""
    return f"{frame.id}: {frame.type}{mode}; {', '.join(frame.lemmas)}; as in: {frame.examples[0]}"


def _joined(words: tuple[str, ...]) -> str:
    return ", ".join(words) or "none"


def _other(other: Candidate, one: Statement) -> str:
    words = one.sentence.text[other.start : other.end]
    return f"{words}: {other.frame.type} by {other.rule}; " + (
        f"dropped: {other.dropped}" if other.dropped else "a statement of its own"
    )
