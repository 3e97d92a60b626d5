"""Read, extract, resolve, store, render: the only place that orders the stages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from linimasa.errors import SourceError
from linimasa.extract.extractor import ExtractorSettings, checked_language
from linimasa.model.iri import BASE
from linimasa.model.statement import Statement
from linimasa.pipeline.extraction import extract_all
from linimasa.pipeline.folder import locked, move, write_text
from linimasa.pipeline.gather import Gathered, gather
from linimasa.pipeline.log import run_log
from linimasa.pipeline.records import statement_line
from linimasa.pipeline.report import BuildReport, Tally, report
from linimasa.read import Problem

#: Told the stage, what is done and what there is to do.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class BuildSettings:
    """`published` (ISO day) and `lang` hold for all documents; `base` is the base of all IRIs; `jobs` the
    number of processes (None: as many as the text is worth)."""

    published: str | None = None
    lang: str | None = None
    base: str | None = None
    jobs: int | None = None
    infer_dates: bool = True
    pages: bool = True


def build(
    sources: Iterable[str | Path],
    out: str | Path,
    settings: BuildSettings | None = None,
    progress: Progress | None = None,
) -> BuildReport:
    """Build the graph of the sources into the folder `out` and return the report.

    Documents that can't be used are left out and listed in the report. SourceError where none can be used,
    SettingError for a wrong setting, StoreError where the folder can't be written: then `out` stays as it is.
    """
    chosen, tell = settings or BuildSettings(), progress or _silent
    started = monotonic()
    paths = list(sources)
    gathered = gather(paths, chosen.published, checked_language(chosen.lang))
    folder = Path(out)
    with locked(folder) as stage:
        tally, statements, problems = _extract(gathered, chosen, tell)
        result = _write(stage, gathered, tally, statements, problems, chosen, tell)
        write_text(stage / "run.log", run_log(paths, chosen, result, monotonic() - started))
        move(stage, folder)
    return result


def _silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


def _extract(
    gathered: Gathered, settings: BuildSettings, tell: Progress
) -> tuple[Tally, list[Statement], list[Problem]]:
    tally, statements, problems = Tally(), list(gathered.statements), list(gathered.problems)
    total = len(gathered.documents)
    wanted = ExtractorSettings(infer_dates=settings.infer_dates)
    for done, found in enumerate(extract_all(gathered.documents, wanted, settings.jobs), 1):
        if isinstance(found, Problem):
            problems.append(found)
        else:
            tally.add(found)
            statements += found.statements
        tell("extract", done, total)
    if not tally.rows and not gathered.statements:
        if len(problems) == 1:
            only = problems[0]
            raise SourceError(only.message, path=only.path, line=only.line)
        why = f"the first: {problems[0]}" if problems else "no source was named"
        raise SourceError(f"none of {len(problems)} documents can be used; {why}")
    return tally, statements, problems


def _write(
    stage: Path,
    gathered: Gathered,
    tally: Tally,
    statements: list[Statement],
    problems: list[Problem],
    settings: BuildSettings,
    tell: Progress,
) -> BuildReport:
    from linimasa.resolve import resolve
    from linimasa.store import Settings, build_dataset, write_graph
    from linimasa.store.gazetteer import GazetteerReference

    base = settings.base or BASE
    tell("resolve", 0, 1)
    resolved = sorted(resolve(statements), key=record_order)
    write_text(stage / "statements.jsonl", "".join(map(statement_line, resolved)))
    tell("store", 0, 1)
    dataset = build_dataset(resolved, GazetteerReference(), Settings(base=base))
    write_graph(stage, dataset, base)
    if settings.pages:
        from linimasa.pipeline.pages import pages

        tell("render", 0, 1)
        for name, page in pages(dataset).items():
            write_text(stage / name, page)
    events = len({s.event for s in resolved if s.event})
    result = report(tally, resolved, problems, gathered.repeated, events)
    write_text(stage / "report.json", result.json())
    tell("done", 1, 1)
    return result


def record_order(statement: Statement) -> tuple[str, str, str, str, int, str]:
    """Return the order of the records in the file: by day, document, place in the text."""
    day = statement.doc.published or "9999"
    title = "0" if statement.field == "title" else "1"
    return day, statement.document, statement.doc.hash, title, statement.trigger.start, statement.id
