"""Read, extract, resolve, store, render: the only place that orders the stages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from linimasa.errors import SettingError, SourceError
from linimasa.extract.extractor import ExtractorSettings, checked_language
from linimasa.extract.llm.settings import ModelSettings
from linimasa.model.faults import below
from linimasa.model.iri import checked_base
from linimasa.model.shown import TextShown, text_shown
from linimasa.model.statement import Statement
from linimasa.pipeline.extraction import extract_all
from linimasa.pipeline.folder import locked, write_text
from linimasa.pipeline.gather import Gathered, gather
from linimasa.pipeline.graph import UNDECIDED, GraphPlan, Progress, actor_files, publish, write_statements
from linimasa.pipeline.log import run_log
from linimasa.pipeline.report import REPORT, BuildReport, Tally, report
from linimasa.pipeline.tables import refused_rows
from linimasa.read import Problem
from linimasa.read.texts import TEXTS, texts_file


@dataclass(frozen=True, slots=True)
class BuildSettings:
    """`published` (ISO day) and `lang` hold for all documents; `base` is the base of all IRIs; `jobs` the
    number of processes (None: as many as the text is worth); `actors` are files of the user's own actors, to
    which an `actors.csv` in the folder that is built is added; statements of less than `min_confidence` are
    left out before events are made of them; `text` is how much of the sources the pages give on (full, quotes
    or none), and `full` keeps the whole texts in the folder; `parser` is asked as a second witness; `store`
    is where the graph lies (`memory`, `oxigraph`, `auto` or the URL of an endpoint; None: what the folder
    remembers); `model` proposes the statements in place of the rules."""

    published: str | None = None
    lang: str | None = None
    base: str | None = None
    jobs: int | None = None
    infer_dates: bool = True
    pages: bool = True
    actors: tuple[str, ...] = ()
    min_confidence: float = 0.0
    text: str = TextShown.QUOTES
    parser: str | None = None
    store: str | None = None
    model: ModelSettings | None = None


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
    from linimasa.store.choice import checked_store, remembered  # rdflib is slow to load

    chosen, tell = settings or BuildSettings(), progress or _silent
    if not 0 <= chosen.min_confidence <= 1:
        raise SettingError(f"--min-confidence {chosen.min_confidence}: must be from 0 to 1")
    base, shown = checked_base(chosen.base), text_shown(chosen.text)
    store = None if chosen.store is None else checked_store(chosen.store)
    started = monotonic()
    paths = list(sources)
    gathered = gather(paths, chosen.published, checked_language(chosen.lang))
    folder = Path(out)
    with locked(folder) as stage:
        own = actor_files(folder, chosen.actors)
        tally, statements, problems = _extract(gathered, chosen, own, tell)
        if shown is TextShown.FULL:
            used = {row["hash"] for row in tally.rows}
            write_text(stage / TEXTS, texts_file(d for d in gathered.documents if d.hash in used))
        plan = GraphPlan(own, base, chosen.pages, shown, store or remembered(folder))
        sound = write_statements(stage, statements, plan, tell)
        rows = refused_rows(folder, stage)
        result = report(tally, sound, problems, gathered.repeated, chosen.min_confidence, shown, rows)
        write_text(stage / REPORT, result.json())
        tell("done", 1, 1)
        write_text(stage / "run.log", run_log(paths, chosen, result, monotonic() - started))
        publish(stage, folder, (UNDECIDED, TEXTS))
    return result


def _silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


def _extract(
    gathered: Gathered, settings: BuildSettings, actors: tuple[str, ...], tell: Progress
) -> tuple[Tally, list[Statement], list[Problem]]:
    least, problems = settings.min_confidence, list(gathered.problems)
    statements = [one for one in gathered.statements if not below(one, least)]
    tally = Tally(below=len(gathered.statements) - len(statements))
    total = len(gathered.documents)
    wanted = ExtractorSettings(settings.infer_dates, actors, least, settings.parser, settings.model)
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
