"""One statement's explanation as lines for people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from linimasa.errors import StoreError
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.explain import Explanation, explain
from linimasa.extract.extractor import Extractor, ExtractorSettings
from linimasa.lexicon.frame import Frame
from linimasa.model.statement import Statement
from linimasa.pipeline.graph import STATEMENTS, actor_files
from linimasa.pipeline.records import read_records


def explained(folder: Path, name: str, actors: tuple[str, ...]) -> str:
    """Return the lines on the statement with this id; StoreError where the folder has none such."""
    found = explain(
        _statement(folder, name), Extractor(ExtractorSettings(actors=actor_files(folder, actors)))
    )
    return "".join(f"{key:<11}{value}\n" for key, value in _lines(found))


def _statement(folder: Path, name: str) -> Statement:
    path = folder / STATEMENTS
    if not path.is_file():
        raise StoreError("no statements here; make them with `linimasa build`", path=folder)
    for record in read_records(path):
        if isinstance(record, Statement) and record.id == name:
            return record
    raise StoreError(f"no statement {name!r}; ids are the field `id` of its lines", path=path)


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
