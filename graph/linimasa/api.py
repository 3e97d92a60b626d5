"""What Python programs call; `linimasa` offers it by name."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from linimasa.model.document import Document
from linimasa.model.iri import BASE
from linimasa.model.terms import DateBasis
from linimasa.read.day import given_day

if TYPE_CHECKING:
    from linimasa.extract.extractor import Extraction
    from linimasa.extract.llm.settings import ModelSettings
    from linimasa.pipeline import BuildReport
    from linimasa.store import Store


def build(
    sources: str | Path | Iterable[str | Path],
    out: str | Path,
    *,
    published: str | None = None,
    lang: str | None = None,
    base: str = BASE,
    jobs: int | None = None,
    infer_dates: bool = True,
    actors: Iterable[str | Path] = (),
    min_confidence: float = 0.0,
    text: str = "quotes",
    store: str | None = None,
    parser: str | None = None,
    model: ModelSettings | None = None,
) -> BuildReport:
    """Build the graph of sources (files, folders) into the folder `out` and return the report.

    `published` (an ISO day) and `lang` hold for all documents; `actors` are files of your own
    actors; statements of less than `min_confidence` (0 to 1) are left out; `text` (full, quotes or
    none) is how much of the sources the pages give on, and `full` keeps the whole texts; `store` is
    where the graph lies: `memory`, `oxigraph`, `auto` or the URL of a SPARQL endpoint (None: what the
    folder remembers); `parser` is asked as a second witness; `model`, a
    `linimasa.extract.llm.settings.ModelSettings`, proposes the statements in place of the rules. Raises a
    LinimasaError where it can't be done.
    """
    from linimasa.pipeline import BuildSettings
    from linimasa.pipeline import build as run

    paths = [sources] if isinstance(sources, (str, Path)) else sources
    files = tuple(map(str, actors))
    settings = BuildSettings(
        published,
        lang,
        base,
        jobs,
        infer_dates,
        actors=files,
        min_confidence=min_confidence,
        text=text,
        store=store,
        parser=parser,
        model=model,
    )
    return run(paths, out, settings)


def open(folder: str | Path, base: str = BASE) -> Store:  # noqa: A001 - read as linimasa.open
    """Open the graph of a folder; `.graph` is an rdflib Dataset. StoreError where there is none."""
    from linimasa.store import open_graph

    return open_graph(folder, base)


def extract_document(
    document: str | Document, *, published: str | None = None, lang: str | None = None, title: str = ""
) -> Extraction:
    """Return the statements, mentions and time expressions of a text or Document.

    Each call loads the lexicons; for many documents keep one `linimasa.extract.extractor.Extractor`.
    """
    from linimasa.extract.extractor import Extractor, checked_language

    if isinstance(document, str):
        day = given_day(published)
        basis = DateBasis.EXPLICIT if day else None
        document = Document("text", document, checked_language(lang), title, day, basis)
    return Extractor().extract(document)
