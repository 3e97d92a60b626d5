"""The formats by name, and the one function that writes any of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from rdflib import Dataset

from linimasa.errors import SettingError
from linimasa.export.calendar import to_ics
from linimasa.export.network import to_gexf, to_graphml
from linimasa.export.rdf import to_json_ld, to_nquads, to_trig, to_turtle
from linimasa.export.table import to_csv
from linimasa.model.iri import BASE
from linimasa.model.shown import TextShown
from linimasa.read.texts import kept_texts
from linimasa.store import open_graph
from linimasa.store.shown import given_out

#: Each format's writer: a dataset and the base of its IRIs to text.
FORMATS: dict[str, Callable[[Dataset, str], str]] = {
    "turtle": to_turtle,
    "trig": to_trig,
    "json-ld": to_json_ld,
    "nquads": to_nquads,
    "csv": to_csv,
    "graphml": to_graphml,
    "gexf": to_gexf,
    "ics": to_ics,
}


def export_text(folder: Path | str, form: str, base: str = BASE, shown: TextShown = TextShown.QUOTES) -> str:
    """Return the graph of a folder in a format, with as much of the sources' text as is chosen.

    Whole texts stand in the formats of RDF alone. SettingError where there is no such format.
    """
    if form not in FORMATS:
        raise SettingError(f"no format {form!r}; choose one of {', '.join(FORMATS)}")
    texts = kept_texts(folder) if shown is TextShown.FULL else {}
    return FORMATS[form](given_out(open_graph(folder, base).graph, shown, base, texts), base)
