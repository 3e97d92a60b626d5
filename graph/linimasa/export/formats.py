"""The formats by name, and the one function that writes any of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from rdflib import Dataset

from linimasa.errors import SettingError
from linimasa.export.annotations import to_annotations
from linimasa.export.calendar import to_ics
from linimasa.export.coded import to_gdelt, to_polecat, to_quadruples
from linimasa.export.network import to_gexf, to_graphml, to_node_link
from linimasa.export.parquet import to_parquet
from linimasa.export.rdf import to_json_ld, to_nquads, to_trig, to_turtle
from linimasa.export.select import EVERYTHING, Selection
from linimasa.export.table import to_csv
from linimasa.export.timelines import to_timelinejs, to_vis
from linimasa.model.iri import BASE
from linimasa.model.shown import TextShown
from linimasa.read.texts import kept_texts
from linimasa.store import open_graph
from linimasa.store.shown import given_out

#: The writers of the whole graph: a dataset and the base of its IRIs to text.
WHOLE: dict[str, Callable[[Dataset, str], str]] = {
    "turtle": to_turtle,
    "trig": to_trig,
    "json-ld": to_json_ld,
    "nquads": to_nquads,
}
#: The writers of events, which can be asked for those of some days; Parquet isn't text.
EVENTS: dict[str, Callable[[Dataset, str, Selection], str | bytes]] = {
    "csv": to_csv,
    "graphml": to_graphml,
    "gexf": to_gexf,
    "node-link": to_node_link,
    "parquet": to_parquet,
    "ics": to_ics,
    "timelinejs": to_timelinejs,
    "vis": to_vis,
    "quadruples": to_quadruples,
    "gdelt": to_gdelt,
    "polecat": to_polecat,
    "annotations": to_annotations,
}
#: Every format.
FORMATS = (*WHOLE, *EVENTS)


def export_text(folder: Path | str, form: str, base: str = BASE, shown: TextShown = TextShown.QUOTES) -> str:
    """Return the graph of a folder in a format of text, with as much of the sources' text as is chosen.

    Whole texts stand in the formats of RDF alone. SettingError where there is no such format.
    """
    return export_bytes(folder, form, base, shown).decode("utf-8")


def export_bytes(
    folder: Path | str, form: str, base: str = BASE, shown: TextShown = TextShown.QUOTES
) -> bytes:
    """Return the graph of a folder in any format, texts in UTF-8; else as `export_text`."""
    checked(form)
    texts = kept_texts(folder) if shown is TextShown.FULL else {}
    return written(given_out(open_graph(folder, base).graph, shown, base, texts), form, base)


def written(dataset: Dataset, form: str, base: str = BASE, selection: Selection = EVERYTHING) -> bytes:
    """Return a graph in a format, texts in UTF-8; SettingError for a format without days asked for days."""
    if checked(form) in WHOLE:
        if selection.dated:
            raise SettingError(
                f"--from and --to choose events; {form} writes the whole graph, so leave them out"
            )
        return WHOLE[form](dataset, base).encode("utf-8")
    made = EVENTS[form](dataset, base, selection)
    return made if isinstance(made, bytes) else made.encode("utf-8")


def checked(form: str) -> str:
    """Return the name of a format; SettingError where there is none."""
    if form not in FORMATS:
        raise SettingError(f"no format {form!r}; choose one of {', '.join(FORMATS)}")
    return form
