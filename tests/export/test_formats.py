"""Each format is read back by its own reader and says what the graph says."""

from __future__ import annotations

import csv
import datetime
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import icalendar
import networkx
import pytest
from rdflib import Dataset, Graph, URIRef
from rdflib.term import Node

from factories import document, state, statement
from linimasa.errors import SettingError, StoreError
from linimasa.export.formats import FORMATS, export_text, written
from linimasa.export.happenings import event_rows
from linimasa.model.iri import BASE
from linimasa.pipeline import build
from linimasa.store import build_dataset

#: rdflib's own parsers call names that rdflib deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """The folder of a build of five sample dispatches."""
    place = tmp_path_factory.mktemp("export")
    rows = (root / "data/sample/dispatches.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    (place / "a.jsonl").write_text("".join(rows[4:8]), encoding="utf-8")
    build([place / "a.jsonl"], place / "out")
    return place / "out"


@pytest.fixture(scope="module")
def dataset(folder: Path) -> Dataset:
    return Dataset(default_union=True).parse(folder / "graph.trig", format="trig")


def triples(dataset: Dataset) -> set[tuple[Node, Node, Node]]:
    return {(s, p, o) for s, p, o, _ in dataset.quads()}


def quads(dataset: Dataset) -> set[tuple[str, ...]]:
    return {tuple(part.n3() for part in (s, p, o, URIRef(g))) for s, p, o, g in dataset.quads() if g}


def test_the_formats_are_these() -> None:
    assert list(FORMATS) == (
        "turtle trig json-ld nquads csv graphml gexf node-link parquet ics timelinejs vis quadruples gdelt"
        " polecat annotations".split()
    )


@pytest.mark.parametrize("form", ["trig", "json-ld", "nquads"])
def test_named_graphs_come_back(folder: Path, dataset: Dataset, form: str) -> None:
    found = Dataset(default_union=True).parse(data=export_text(folder, form), format=form)
    assert quads(found) == quads(dataset)


def test_turtle_comes_back(folder: Path, dataset: Dataset) -> None:
    found = Graph().parse(data=export_text(folder, "turtle"), format="turtle")
    assert set(found) == triples(dataset)


def test_csv_has_a_dated_row_for_each_event(folder: Path, dataset: Dataset) -> None:
    rows = list(csv.DictReader(io.StringIO(export_text(folder, "csv"), newline="")))
    assert len(rows) == len(event_rows(dataset)) > 50
    days = [row["date"] or "9999" for row in rows]
    assert days == sorted(days)
    meeting = next(row for row in rows if row["event"].endswith(rows[0]["event"].rsplit("/", 1)[1]))
    assert meeting["label_en"]
    for row in rows:
        assert row["type"].isupper()
        assert row["status"]
        assert not row["quote"].startswith(("=", "+", "@"))


def test_graphml_comes_back(folder: Path, dataset: Dataset) -> None:
    graph = networkx.parse_graphml(export_text(folder, "graphml"))
    assert graph.is_directed()
    assert graph.nodes["rus"]["code"] == "RUS"
    assert graph.nodes["rus"]["name_id"] == "Rusia"
    kinds = {data["type"] for _, _, data in graph.edges(data=True)}
    assert "CONSULT" in kinds
    assert kinds <= {row.type for row in event_rows(dataset)}


def test_gexf_comes_back_with_days(folder: Path) -> None:
    text = export_text(folder, "gexf")
    graph = networkx.read_gexf(io.BytesIO(text.encode("utf-8")))
    dated = [data for _, _, data in graph.edges(data=True) if "start" in data]
    assert dated
    for data in dated:
        assert datetime.date.fromisoformat(data["start"])
    head = ElementTree.fromstring(text)
    assert "lastmodifieddate" not in head[0].attrib
    assert head[1].get("mode") == "dynamic"
    assert head[1].get("timeformat") == "date"


def test_ics_holds_the_planned_days(folder: Path, dataset: Dataset) -> None:
    text = export_text(folder, "ics")
    calendar = icalendar.Calendar.from_ical(text)
    planned = [
        row
        for row in event_rows(dataset)
        if row.status in ("planned", "postponed", "cancelled") and row.precision == "day" and row.date
    ]
    entries = {str(entry["UID"]): entry for entry in calendar.walk("VEVENT")}
    assert len(entries) == len(planned) > 0
    for row in planned:
        entry = entries[row.iri.rsplit("/", 1)[1] + "@linimasa"]
        assert entry["DTSTART"].dt == datetime.date.fromisoformat(row.date)
        assert entry["DTEND"].dt - entry["DTSTART"].dt == datetime.timedelta(days=1)
        assert str(entry["SUMMARY"]) == row.label_id
        assert row.sources[0].quote in str(entry["DESCRIPTION"])
    assert all(len(line.encode("utf-8")) <= 75 for line in text.split("\r\n"))
    assert text.count("\n") == text.count("\r\n")


def test_hostile_words_stay_words() -> None:
    hostile = "=2+5;\\, \n<b>&\"'\x07 \ufffe " + "é" * 90
    record = statement(
        actors=[state("USA")], recipients=[state("RUS")], doc=document("a", source=hostile, title=hostile)
    )
    dataset = build_dataset([record])
    for name in FORMATS:
        data = written(dataset, name, BASE)
        assert data or name in ("quadruples", "gdelt")  # the event has no day
        if name in ("graphml", "gexf"):
            ElementTree.fromstring(data)


def test_the_same_bytes_whatever_the_hash_seed(folder: Path) -> None:
    script = (
        "import sys\n"
        "from linimasa.export.formats import FORMATS, written\n"
        "from linimasa.store import open_graph\n"
        "graph = open_graph(sys.argv[1]).graph\n"
        "for form in FORMATS: sys.stdout.buffer.write(written(graph, form))\n"
    )
    command = [sys.executable, "-c", script, str(folder)]
    found = [
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}, capture_output=True)
        for seed, zone in (("1", "Asia/Jakarta"), ("2", "America/Lima"))
    ]
    assert found[0].stdout == found[1].stdout
    assert len(found[0].stdout) > 100_000


def test_what_cant_be_exported(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(SettingError, match="choose one of turtle"):
        export_text(folder, "xml")
    with pytest.raises(StoreError):
        export_text(tmp_path, "csv")


def test_an_empty_graph_exports(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("", encoding="utf-8")
    assert json.loads(export_text(tmp_path, "json-ld"))["@graph"] == []
    assert [export_text(tmp_path, form).strip() for form in ("turtle", "trig", "nquads")] == ["", "", ""]
    assert len(export_text(tmp_path, "csv").splitlines()) == 1
    assert not icalendar.Calendar.from_ical(export_text(tmp_path, "ics")).walk("VEVENT")
    assert len(networkx.parse_graphml(export_text(tmp_path, "graphml"))) == 0
