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
from linimasa.store import open_graph

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


def export_text(folder: Path | str, form: str, base: str = BASE) -> str:
    """Return the graph of a folder in a format; SettingError where there is no such format."""
    if form not in FORMATS:
        raise SettingError(f"no format {form!r}; choose one of {', '.join(FORMATS)}")
    return FORMATS[form](open_graph(folder, base).graph, base)
