"""Tables of others into the folder of a graph: each a file of statement records beside those of texts.

`imported-NAME.jsonl` has the records of a table, `imported-NAME.json` what was counted while it was read.
The whole graph is made anew from them and from the statements of the texts.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linimasa.errors import SettingError, SourceError
from linimasa.model.iri import checked_base, slug
from linimasa.model.shown import TextShown
from linimasa.model.statement import Statement
from linimasa.pipeline.folder import locked, write_text
from linimasa.pipeline.giving import giving
from linimasa.pipeline.graph import (
    PAGES,
    STATEMENTS,
    UNDECIDED,
    GraphPlan,
    Progress,
    actor_files,
    extracted,
    publish,
    write_report,
    write_statements,
)
from linimasa.pipeline.imported import table_name
from linimasa.pipeline.tables import tally_of
from linimasa.read.texts import TEXTS

if TYPE_CHECKING:
    from linimasa.exchange.records import RecordSet
    from linimasa.exchange.tally import Tally


@dataclass(frozen=True, slots=True)
class ImportSettings:
    """`name` is that of the table, by default the first file's stem; `actors` are files of own actors."""

    name: str | None = None
    base: str | None = None
    actors: tuple[str, ...] = ()
    pages: bool = True


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did: the table's name, and what `imported-NAME.json` holds."""

    name: str
    data: dict[str, Any]

    @property
    def left_out(self) -> int:
        """How many lines couldn't be used."""
        number: int = self.data["left_out"]
        return number

    def summary(self, out: Path) -> str:
        """Return the counts and where the files are."""
        data = self.data
        passed = sum(data["passed_over"].values())
        refused = f", {len(data['refused'])} refused" if data["refused"] else ""
        return (
            f"{self.name}: {data['rows']} rows, {data['used']} used, {data['repeated']} repeated, "
            f"{passed} passed over, {data['left_out']} left out{refused}\n"
            f"written to {out}; {table_name(self.name)[:-1]} has the counts"
        )


def import_table(
    form: str,
    files: Iterable[str | Path],
    out: str | Path,
    settings: ImportSettings | None = None,
    progress: Progress | None = None,
) -> ImportReport:
    """Read a table of events into the folder `out`, in place of one of the same name, and remake its graph.

    Lines that can't be used are counted and listed with their place. SettingError for an unknown format,
    SourceError where no line can be used, StoreError where the folder can't be written: then `out` stays as
    it is. Memory doesn't grow with the number of rows.
    """
    from linimasa.exchange.formats import format_of
    from linimasa.exchange.records import RecordSet
    from linimasa.store.choice import remembered

    chosen, tell = settings or ImportSettings(), progress or (lambda *_: None)
    base, table = checked_base(chosen.base), format_of(form)
    paths = [Path(file) for file in files]
    if not paths:
        raise SettingError("no file to import; name at least one")
    name = slug(chosen.name or min(paths).name.split(".")[0])
    folder = Path(out)
    with locked(folder) as stage:
        own = actor_files(folder, chosen.actors)
        tell("read", 0, 1)
        tally = _read(form, paths, RecordSet(name, form, table.publisher), own, stage)
        if not tally.used:
            first = f" (line {tally.problems[0].line}: {tally.problems[0].message})" if tally.problems else ""
            raise SourceError(f"no row of {form} can be used{first}", path=paths[0])
        write_text((stage / table_name(name)).with_suffix(".json"), tally.json())
        plan = GraphPlan(own, base, chosen.pages, giving(folder), remembered(folder))
        _remake(folder, stage, plan, tell)
        data = tally_of(table_name(name), stage)
        publish(stage, folder, (UNDECIDED, *PAGES))
    return ImportReport(name, data)


def _remake(folder: Path, stage: Path, plan: GraphPlan, tell: Progress) -> None:
    """Make the graph of a folder's texts, where it has any, and of its tables and those in `stage`."""
    if plan.shown is TextShown.FULL:
        shutil.copyfile(folder / TEXTS, stage / TEXTS)
    write_report(folder, stage, write_statements(stage, _texts(folder), plan, tell))


def _texts(folder: Path) -> list[Statement]:
    """Return the statements of a folder's texts, none where it has none."""
    there = any((folder / name).is_file() for name in (STATEMENTS, UNDECIDED))
    return extracted(folder) if there else []


def _read(form: str, paths: Sequence[Path], made: RecordSet, actors: tuple[str, ...], stage: Path) -> Tally:
    from linimasa.exchange.desk import open_desk
    from linimasa.exchange.formats import format_of
    from linimasa.exchange.table import sorted_records
    from linimasa.exchange.tally import Tally
    from linimasa.pipeline.graph import tables as gazetteer_of

    tally = Tally()
    desk = open_desk(gazetteer_of(actors)[0], tally)
    runs = stage / "runs"
    runs.mkdir()
    with (stage / table_name(made.name)).open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(sorted_records(format_of(form).read(desk, paths, runs), made, tally, runs))
    for left in runs.iterdir():
        left.unlink()
    runs.rmdir()
    return tally
