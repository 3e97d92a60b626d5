"""Which documents of a folder are meant, and what goes with them from the imported tables.

A table's documents are the articles that its rows name, or the table itself. There may be a million of them:
they are gone through, never held all at once.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from linimasa.errors import SettingError
from linimasa.exchange.table import read_statements, write_kept
from linimasa.model.iri import local_name
from linimasa.model.statement import Statement
from linimasa.pipeline.imported import name_of, tally_name
from linimasa.pipeline.tables import less, tally_of, write_tally

SHORT = 12
_DIGEST = re.compile(r"[0-9a-f]{12,64}\Z")


@dataclass(frozen=True, slots=True)
class Taken:
    """What is taken out of the tables: the statements, how many are left, and the files that go.

    Of a table that goes the next state has empty files while the graph is made.
    """

    out: tuple[Statement, ...]
    left: int
    gone: tuple[str, ...]


def documents_of(tables: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Yield hash and id of the documents of tables; one may come several times."""
    for path in tables:
        last = None
        for one in read_statements(path):
            if (found := (one.doc.hash, one.document)) != last:
                last = found
                yield found


def named(names: Sequence[str], known: Mapping[str, str], tables: Sequence[Path]) -> dict[str, str]:
    """Return the documents that names mean, ids by hash; each is an id, a hash (12 digits or more) or an IRI.

    `known` are those of the texts. SettingError for a document that isn't there, with near names, or an id
    that several have.
    """
    locals_ = {name: local_name(name).removeprefix("doc:") for name in names}
    by_id: dict[str, dict[str, str]] = {name: {} for name in names}
    by_hash: dict[str, dict[str, str]] = {name: {} for name in names}

    def look(digest: str, document: str) -> None:
        for name, local in locals_.items():
            if document == name:
                by_id[name][digest] = document
            elif _DIGEST.match(local) and digest.startswith(local):
                by_hash[name][digest] = document

    for digest, document in chain(known.items(), documents_of(tables)):
        look(digest, document)
    found: dict[str, str] = {}
    for name in names:
        if len(by_id[name]) > 1:
            hashes = ", ".join(sorted(digest[:SHORT] for digest in by_id[name]))
            many = len(by_id[name])
            raise SettingError(f"{many} documents have the id {name!r}; name one by its hash: {hashes}")
        one = by_id[name] or by_hash[name]
        if not one:
            raise _unknown(name, known, tables)
        found |= one
    return found


def _unknown(name: str, known: Mapping[str, str], tables: Iterable[Path]) -> SettingError:
    names = {*known.values(), *(digest[:SHORT] for digest in known), *map(name_of, tables)}
    near = difflib.get_close_matches(name, sorted(names), 3, 0.5)
    where = "`by_document` in report.json and the query by-document list them"
    hint = f"did you mean {', '.join(near)}?" if near else where
    return SettingError(f"no document {name!r} here; {hint}")


def take_out(stage: Path, tables: Iterable[Path], gone: Iterable[str]) -> Taken:
    """Write the tables of a folder without the documents of these hashes into its next state, `stage`.

    What was counted of a table loses what only the rows taken out had. A table that is left without rows
    goes, with its counts.
    """
    hashes, left = set(gone), 0
    every: list[Statement] = []
    files: list[str] = []
    for path in tables:
        target = stage / path.name
        out: list[Statement] = []

        def keep(one: Statement, out: list[Statement] = out) -> bool:
            goes = one.doc.hash in hashes
            if goes:
                out.append(one)
            return not goes

        kept = write_kept(path, target, keep)
        left += kept
        if out and kept:
            write_tally(stage, path.name, _uncounted(tally_of(path.name, stage), out, target, hashes))
        elif out:
            write_tally(stage, path.name, {})
            files += [path.name, tally_name(path.name)]
        else:
            target.unlink()
        every += out
    return Taken(tuple(every), left, tuple(files))


def _uncounted(
    data: dict[str, Any], out: Sequence[Statement], kept: Path, hashes: set[str]
) -> dict[str, Any]:
    """Return the counts of a table without the rows taken out, and without names that these alone had."""
    data["rows"] = data.get("rows", len(out)) - len(out)
    less(data, out)
    data["refused"] = [row for row in data.get("refused", ()) if row["hash"] not in hashes]
    words = "\n".join(word for one in out for word in words_of(one))
    unknown = data.get("unknown", {})
    lost = {value for counts in unknown.values() for value in counts["values"] if value in words}
    lost = _not_in(lost, kept)
    for counts in unknown.values():
        for value in lost & counts["values"].keys():
            counts["all"] -= counts["values"].pop(value)
            counts["different"] -= 1
    data["unknown"] = {kind: counts for kind, counts in unknown.items() if counts["different"]}
    data["problems"] = [row for row in data.get("problems", ()) if not any(v in row["why"] for v in lost)]
    return data


def _not_in(values: set[str], path: Path) -> set[str]:
    """Return the values that no record of a file has."""
    left = {json.dumps(value)[1:-1]: value for value in values}  # as the file writes them
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            if not left:
                break
            for text in [text for text in left if text in line]:
                del left[text]
    return set(left.values())


def words_of(one: Statement) -> Iterator[str]:
    """Yield the words of the source that a record has."""
    yield from (one.document, one.doc.title, one.doc.url, one.doc.source)
    yield from (one.quote.text, one.sentence.text, one.trigger.text)
    for event in (one, one.content, one.condition):
        if event is not None:
            yield from (who.text for who in (*event.actors, *event.recipients))
            if event.place is not None:
                yield event.place.text
