"""The imported tables of a folder: their files, and their events beside those of texts.

`imported-NAME.jsonl` has the statement records of a table in the order of their events, `imported-NAME.json`
what was counted while it was read. The graph follows from these and from `statements.jsonl`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linimasa.model.statement import Statement

if TYPE_CHECKING:
    from linimasa.exchange.guard import Check
    from linimasa.exchange.table import Unfit
    from linimasa.store import Settings
    from linimasa.store.facts import Reference

#: More imported events than this are streamed into a store on disk, and no page is made of them unasked.
LARGE = 5_000

_PREFIX = "imported-"


def table_name(name: str) -> str:
    """Return the file of a table's records."""
    return f"{_PREFIX}{name}.jsonl"


def tally_name(table: str) -> str:
    """Return the file of what was counted of a table, by the file of its records."""
    return table.removesuffix("l")


def name_of(table: Path) -> str:
    """Return the name of a table by the file of its records."""
    return table.stem.removeprefix(_PREFIX)


def tables_of(folder: Path, stage: Path | None = None) -> tuple[Path, ...]:
    """Return the files of the records of all tables of a folder, by name; those in `stage` go first."""
    found = {
        path.name: path for place in (folder, stage) if place for path in place.glob(f"{_PREFIX}*.jsonl")
    }
    return tuple(found[name] for name in sorted(found))


def joined(
    statements: Sequence[Statement],
    tables: Sequence[Path],
    reference: Reference,
    settings: Settings,
    wanted: Callable[[Statement], bool] | None = None,
    check: Check | None = None,
    unfit: Unfit | None = None,
    more: Iterable[tuple[Any, Any, Any, Any]] = (),
) -> tuple[Iterator[tuple[Any, Any, Any, Any]], int]:
    """Return the quads of texts and tables together, and the number of imported events.

    Imported events that texts tell of, or may, are resolved with the texts; the others follow one by one.
    `wanted` chooses among the imported records; `check` is shown what comes of these, `unfit` is told the
    records that no event can be made of; `more` are quads that stand beside them.
    """
    from linimasa.store import build_quads

    if not tables:
        return chain(build_quads(statements, reference, settings), more), 0
    from linimasa.exchange.joining import Tables

    found = Tables(tables, statements, reference, wanted, unfit)
    whole = [*statements, *found.shared]

    def quads() -> Iterator[tuple[Any, Any, Any, Any]]:
        known: set[Any] = set()
        shown: list[Any] = []
        for quad in build_quads(whole, reference, settings) if whole else ():
            if str(quad[3]).endswith("/reference"):
                known.add(quad[0])
            if found.shared and check is not None:
                shown.append(quad[:3])
            yield quad
        if shown and check is not None:
            check(whole, shown)
        yield from found.quads(settings.base, known, check)
        yield from more

    return quads(), found.events
