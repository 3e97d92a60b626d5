"""A user's own actors: rows of an `actors.csv` that add to the gazetteer or override it.

One table holds additions (persons, organisations, groups, aliases, offices) and decisions about identity
(merge, split). `read` checks each row by itself, `extended` against the gazetteer; errors name file and line.
Decisions are applied after extraction, so `digest` covers the additions only.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from linimasa.errors import LexiconError
from linimasa.lexicon.gazetteer import SECTORS, first_day, last_day

#: What a row can be about; empty where the gazetteer has the actor.
KINDS = ("person", "organisation", "group", "state")
MERGE, SPLIT = "merge", "split"
_ID = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*\Z")
_DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?\Z")


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `path` and `line` say where it stands. The columns are described in docs/actors.md."""

    path: str
    line: int
    id: str
    kind: str = ""
    name: str = ""
    name_id: str = ""
    aliases: str = ""
    code: str = ""
    country: str = ""
    sector: str = ""
    office: str = ""
    body: str = ""
    title_en: str = ""
    title_id: str = ""
    start: str = ""
    end: str = ""
    decision: str = ""
    into: str = ""

    def error(self, message: str) -> LexiconError:
        """Return an error about this row."""
        return LexiconError(message, path=self.path, line=self.line)


_FIELDS = tuple(f.name for f in fields(Row))[2:]
#: The columns of the file; all but `id` may be left out.
COLUMNS = tuple({"start": "from", "end": "to"}.get(name, name) for name in _FIELDS)


@dataclass(frozen=True, slots=True)
class Additions:
    """All rows of one or more files: `actors` that add or override, `decisions` that merge or split."""

    actors: tuple[Row, ...] = ()
    decisions: tuple[Row, ...] = ()

    @property
    def digest(self) -> str:
        """Return 12 hex digits over the added rows, "" where there are none."""
        if not self.actors:
            return ""
        cells = ["\x1f".join(getattr(row, name) for name in _FIELDS) for row in self.actors]
        return hashlib.sha256("\x1e".join(cells).encode()).hexdigest()[:12]


def read(paths: Iterable[str | Path]) -> Additions:
    """Read files of actors in their order; LexiconError for what can't be read or breaks the format."""
    rows = [row for path in paths for row in _rows(Path(path))]
    for row in rows:
        _check(row)
    return Additions(
        tuple(row for row in rows if not row.decision), tuple(row for row in rows if row.decision)
    )


def _rows(path: Path) -> list[Row]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.reader(stream, strict=True)
            lines = [(reader.line_num, [cell.strip() for cell in line]) for line in reader]
    except FileNotFoundError:
        raise LexiconError("there is no such file; check --actors", path=path) from None
    except (csv.Error, UnicodeDecodeError) as error:
        raise LexiconError(f"not a CSV table in UTF-8 ({error}); mend it", path=path) from error
    if not lines or "id" not in lines[0][1]:
        raise LexiconError(f"the first line must name the columns: {','.join(COLUMNS)}", path=path, line=1)
    header = lines[0][1]
    unknown = [name for name in header if name not in COLUMNS]
    if unknown or len(set(header)) < len(header):
        wrong = unknown[0] if unknown else next(name for name in header if header.count(name) > 1)
        raise LexiconError(
            f"column {wrong!r} is unknown or stands twice; there are: {','.join(COLUMNS)}", path=path, line=1
        )
    names = [_FIELDS[COLUMNS.index(name)] for name in header]
    rows = []
    for number, cells in lines[1:]:
        if not any(cells):
            continue
        if len(cells) != len(header):
            message = f"{len(cells)} fields where {len(header)} are expected; quote fields that hold a comma"
            raise LexiconError(message, path=path, line=number)
        rows.append(Row(str(path), number, **dict(zip(names, cells, strict=True))))
    return rows


def _check(row: Row) -> None:
    if not _ID.match(row.id):
        raise row.error(f"id {row.id!r} must be lower-case letters, digits and hyphens, such as jane-doe")
    if row.decision:
        _check_decision(row)
    elif row.into:
        raise row.error("into is for merging; set decision to merge or clear it")
    if row.kind not in ("", *KINDS):
        raise row.error(f"kind {row.kind!r} is none of {', '.join(KINDS)}")
    if row.sector and row.sector not in SECTORS:
        raise row.error(f"sector {row.sector!r} is none of {', '.join(sorted(SECTORS))}")
    for name, value in (("from", row.start), ("to", row.end)):
        if value and not _DAY.match(value):
            raise row.error(f"{name} {value!r} isn't a day, month or year; write it as YYYY-MM-DD")
        if value and not row.office:
            raise row.error(f"{name} is for an office; name the office")
    if row.end and row.start and last_day(row.end) < first_day(row.start):
        raise row.error(f"to {row.end!r} is before from {row.start!r}; change them")


def _check_decision(row: Row) -> None:
    if row.decision not in (MERGE, SPLIT):
        raise row.error(f"decision {row.decision!r} is neither merge nor split")
    if (row.decision == MERGE) != bool(row.into):
        raise row.error("a row that merges names the other actor in into; one that splits doesn't")
    given = [name for name in _FIELDS if getattr(row, name) and name not in ("id", "decision", "into")]
    if given:
        raise row.error(f"a decision has no {given[0]}; put it into a row of its own")


def merges(decisions: Sequence[Row]) -> dict[str, str]:
    """Return for each merged id the id that it ends at; LexiconError where merges go in a circle."""
    direct: dict[str, Row] = {row.id: row for row in decisions if row.decision == MERGE}
    found: dict[str, str] = {}
    for start, row in direct.items():
        at, seen = start, {start}
        while at in direct:
            at = direct[at].into
            if at in seen:
                raise row.error(f"{start!r} is merged into itself in the end; remove one of the rows")
            seen.add(at)
        found[start] = at
    return found


def splits(decisions: Sequence[Row]) -> frozenset[str]:
    """Return the ids that are to be kept apart by document."""
    return frozenset(row.id for row in decisions if row.decision == SPLIT)
