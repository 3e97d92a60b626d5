"""Sources to what a build starts from: documents in a fixed order, and statements already extracted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from linimasa.model.document import Document, text_hash
from linimasa.model.statement import Statement
from linimasa.pipeline.records import holds_records, read_records
from linimasa.read import Problem, read_sources


@dataclass(frozen=True, slots=True)
class Repeated:
    """A document whose text, line breaks at the end aside, another one has too; `kept` is the id of the one
    that is used and `hash` its hash."""

    document: str
    kept: str
    hash: str
    path: str
    line: int | None


@dataclass(frozen=True, slots=True)
class Gathered:
    """Documents sorted by day, id and hash, each text once; statements of record files; what is wrong."""

    documents: tuple[Document, ...]
    statements: tuple[Statement, ...]
    repeated: tuple[Repeated, ...]
    problems: tuple[Problem, ...]


def gather(paths: Iterable[str | Path], published: str | None, lang: str | None) -> Gathered:
    """Read all sources; their order makes no difference."""
    names = sorted({str(path) for path in paths})
    records = [name for name in names if holds_records(name)]
    documents: list[Document] = []
    problems: list[Problem] = []
    for found in read_sources([name for name in names if name not in records], published, lang):
        if isinstance(found, Problem):
            problems.append(found)
        else:
            documents.append(found)
    statements: list[Statement] = []
    for name in records:
        for record in read_records(name):
            if isinstance(record, Problem):
                problems.append(record)
            else:
                statements.append(record)
    kept, repeated = _once(sorted(documents, key=_order))
    return Gathered(kept, tuple(statements), repeated, tuple(sorted(problems, key=problem_order)))


def _order(document: Document) -> tuple[str, str, str, str, int]:
    # Where one text comes twice the copy with a day is kept, so documents without one go last.
    day = document.published or "9999"
    return day, document.id, document.hash, document.path, document.line or 0


def problem_order(problem: Problem) -> tuple[str, int, str]:
    """Return the key by which problems are listed: file, line, message."""
    return problem.path, problem.line or 0, problem.message


def _once(documents: Iterable[Document]) -> tuple[tuple[Document, ...], tuple[Repeated, ...]]:
    kept: dict[str, Document] = {}
    repeated: list[Repeated] = []
    for document in documents:
        # Line breaks at the end come and go with the programs that a text went through.
        text = (document.text or document.title).rstrip("\r\n")
        first = kept.setdefault(text_hash(text), document)
        if first is not document:
            repeated.append(Repeated(document.id, first.id, first.hash, document.path, document.line))
    return tuple(kept.values()), tuple(repeated)
