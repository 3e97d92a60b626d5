"""Each newer format read back by its own reader, or held against its published form."""

from __future__ import annotations

import datetime
import io
import json
from pathlib import Path
from typing import Any

import icalendar
import jsonschema
import networkx
import pyarrow.parquet
import pytest

from factories import day, document, span, state, statement
from linimasa.errors import SettingError
from linimasa.exchange.desk import open_desk
from linimasa.exchange.formats import format_of
from linimasa.exchange.row import Row
from linimasa.exchange.tally import Tally
from linimasa.export.formats import EVENTS, WHOLE, written
from linimasa.export.happenings import event_rows
from linimasa.export.select import Selection, selection
from linimasa.lexicon import gazetteer
from linimasa.model.iri import BASE, local_name
from linimasa.model.terms import Precision
from linimasa.store import UnionDataset, build_dataset
from linimasa.store.gazetteer import GazetteerReference

DATE = {
    "type": "object",
    "required": ["year"],
    "additionalProperties": False,
    "properties": {name: {"type": "integer"} for name in ("year", "month", "day")},
}
#: After https://timeline.knightlab.com/docs/json-format.html.
TIMELINEJS = {
    "type": "object",
    "required": ["events"],
    "additionalProperties": False,
    "properties": {
        "title": {"type": "object"},
        "events": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["start_date", "text"],
                "additionalProperties": False,
                "properties": {
                    "start_date": DATE,
                    "end_date": DATE,
                    "display_date": {"type": "string"},
                    "unique_id": {"type": "string", "pattern": "^[A-Za-z0-9-]+$"},
                    "group": {"type": "string"},
                    "text": {
                        "type": "object",
                        "additionalProperties": False,
                        "properties": {"headline": {"type": "string"}, "text": {"type": "string"}},
                    },
                },
            },
        },
    },
}
#: After https://visjs.github.io/vis-timeline/docs/timeline/#Data_Format.
VIS = {
    "type": "object",
    "required": ["items", "groups"],
    "properties": {
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "content", "start", "type", "group", "className", "title"],
                "additionalProperties": False,
                "properties": {
                    "type": {"enum": ["point", "range"]},
                    "start": {"type": "string", "format": "date"},
                    **{
                        n: {"type": "string"} for n in ("id", "content", "end", "group", "className", "title")
                    },
                },
                "if": {"properties": {"type": {"const": "range"}}},
                "then": {"required": ["end"]},
            },
        }
    },
}


@pytest.fixture(scope="module")
def dataset() -> UnionDataset:
    usa, rus, ukr = (state(code) for code in ("USA", "RUS", "UKR"))
    long = span("2021-12-05/2021-12-08", "2021-12-05", "2021-12-08", Precision.DAYS)
    year = span("2014", "2014-01-01", "2014-12-31", Precision.YEAR)
    hostile = document("h", title="<script>alert(1)</script>")
    records = [
        statement("CONSULT", [usa], [rus], start=10, time=day("2021-12-30"), modality="planned"),
        statement("CONSULT", [rus], [ukr], start=100, time=day("2022-01-10"), modality="postponed"),
        statement("CONSULT", [usa], [ukr], start=200, time=day("2022-01-12"), modality="cancelled"),
        statement("COERCE", [rus], [ukr], start=300, time=year, mode="seize"),
        statement(
            "AID",
            [usa],
            [ukr],
            start=400,
            time=long,
            doc=hostile,
            sentence="<b>bantu</b> pemicu",
            trigger="bantu",
        ),
        statement("ASSAULT", [rus], [ukr], start=500, time=day("2022-02-01"), modality="feared"),
        statement("ACCUSE", [usa], [rus], start=600, doc=document("n", published=None)),
    ]
    return build_dataset(records, GazetteerReference(gazetteer.load()))


def data(dataset: UnionDataset, form: str) -> Any:
    return json.loads(written(dataset, form))


def test_timelinejs(dataset: UnionDataset) -> None:
    found = data(dataset, "timelinejs")
    jsonschema.validate(found, TIMELINEJS)
    slides = {slide["unique_id"]: slide for slide in found["events"]}
    rows = {local_name(row.iri): row for row in event_rows(dataset)}
    assert set(slides) == {iri for iri, row in rows.items() if row.date}
    for iri, slide in slides.items():
        assert ("(" in slide["text"]["headline"]) is not rows[iri].fact
    seize = next(slides[iri] for iri in slides if "coerce" in iri)
    assert seize["start_date"] == {"year": 2014}
    aid = next(slides[iri] for iri in slides if "-aid-" in iri)
    assert aid["end_date"] == {"year": 2021, "month": 12, "day": 8}
    assert "<script" not in json.dumps(found)
    assert "&lt;b&gt;" in aid["text"]["text"]


def test_vis_timeline(dataset: UnionDataset) -> None:
    found = data(dataset, "vis")
    jsonschema.validate(found, VIS, format_checker=jsonschema.FormatChecker())
    assert {item["group"] for item in found["items"]} == {group["id"] for group in found["groups"]}
    assert {item["type"] for item in found["items"]} == {"point", "range"}
    feared = next(item for item in found["items"] if "assault" in item["id"])
    assert feared["content"].endswith("(only spoken of)")
    assert "status-unrealized" in feared["className"]
    assert "<b>" not in json.dumps(found)


def test_node_link_json_is_the_network(dataset: UnionDataset) -> None:
    graph = networkx.node_link_graph(data(dataset, "node-link"), edges="links")
    same = networkx.parse_graphml(written(dataset, "graphml").decode())
    assert graph.is_multigraph()
    assert set(graph.nodes) == set(same.nodes) == {"usa", "rus", "ukr"}
    assert graph.number_of_edges() == same.number_of_edges() == len(event_rows(dataset))


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_an_edge_says_where_it_is_no_fact(dataset: UnionDataset, form: str) -> None:
    text = written(dataset, form)
    graph = (
        networkx.parse_graphml(text.decode()) if form == "graphml" else networkx.read_gexf(io.BytesIO(text))
    )
    edges = [edge for _, _, edge in graph.edges(data=True)]
    assert {edge["fact"] for edge in edges} == {"true", "false"}
    for edge in edges:
        happened = edge["status"] in ("occurred", "ongoing")
        assert (edge["fact"] == "true") is happened
        assert edge["label"].endswith("]") is not happened


def test_parquet(dataset: UnionDataset) -> None:
    raw = written(dataset, "parquet")
    table = pyarrow.parquet.read_table(io.BytesIO(raw))
    rows = table.to_pylist()
    events = event_rows(dataset)
    assert [row["event"] for row in rows] == [event.iri for event in events]
    assert [row["date"] for row in rows] == [
        datetime.date.fromisoformat(event.date) if event.date else None for event in events
    ]
    assert {row["fact"] for row in rows if row["status"] == "unrealized"} == {False}
    assert rows[0]["actor_codes"] == ["RUS"]
    assert written(dataset, "parquet") == raw


def test_parquet_without_pyarrow_says_what_to_install(
    dataset: UnionDataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(SettingError, match=r"pip install 'linimasa\[parquet\]'"):
        written(dataset, "parquet")


def test_a_calendar_comes_back_as_the_plans_that_it_was_made_of(
    dataset: UnionDataset, tmp_path: Path
) -> None:
    text = written(dataset, "ics")
    entries = {str(e["STATUS"]): e for e in icalendar.Calendar.from_ical(text).walk("VEVENT")}
    assert set(entries) == {"CONFIRMED", "TENTATIVE", "CANCELLED"}
    path = tmp_path / "c.ics"
    path.write_bytes(text)
    desk = open_desk(gazetteer.load(), Tally())
    rows = [row for row in format_of("ics").read(desk, [path], tmp_path) if isinstance(row, Row)]
    planned = [row for row in event_rows(dataset) if row.status in ("planned", "postponed", "cancelled")]
    assert sorted(
        (row.what.type, row.what.modality.value, row.time.value if row.time else "", len(row.actors))
        for row in rows
    ) == sorted((row.type, row.status, row.date, len(row.actors)) for row in planned)
    for row in rows:
        assert {one.actor for one in row.actors} <= {BASE + "actor/" + c for c in ("usa", "rus", "ukr")}


def test_annotations_point_into_the_text(dataset: UnionDataset) -> None:
    found = data(dataset, "annotations")
    assert found["type"] == "AnnotationPage"
    assert len(found["items"]) == 7
    for item in found["items"]:
        position, quote = item["target"]["selector"]
        assert position["end"] - position["start"] == len(quote["exact"])
        assert item["body"][2]["purpose"] == "classifying"
    stances = {item["body"][2]["value"].split(",")[0] for item in found["items"]}
    assert {"planned", "feared", "occurred"} <= stances


@pytest.mark.parametrize("form", EVENTS)
def test_days_choose_events_in_every_table(dataset: UnionDataset, form: str) -> None:
    some = written(dataset, form, BASE, Selection("2022-01-01", "2022-01-31"))
    assert len(some) < len(written(dataset, form)) or form in ("quadruples",)


def test_days_choose_what_can_have_been_then(dataset: UnionDataset) -> None:
    def types(first: str | None, last: str | None) -> list[str]:
        return [row.type for row in event_rows(dataset, BASE, selection(first, last))]

    assert types("2014-06-01", "2014-07-01") == ["COERCE"]
    assert types("2021-12-08", "2021-12-08") == ["AID"]
    assert types("2021-12-09", "2021-12-09") == []
    assert types(None, "2013-12-31") == []
    assert len(types(None, None)) == 7


def test_days_that_cant_be_chosen_by(dataset: UnionDataset) -> None:
    with pytest.raises(SettingError, match="--to 2021-01-01 lies before --from"):
        selection("2021-01-02", "2021-01-01")
    with pytest.raises(SettingError, match="--from 'soon' isn't a day"):
        selection("soon", None)
    for form in WHOLE:
        with pytest.raises(SettingError, match="leave them out"):
            written(dataset, form, BASE, Selection("2021-01-01"))
