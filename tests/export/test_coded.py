"""Tables of other event coders: they go out and come in again, and carry no event that took no place."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from rdflib import Dataset

from factories import day, document, person, place, span, state, statement
from linimasa.exchange.desk import open_desk, relation_names
from linimasa.exchange.formats import format_of
from linimasa.exchange.gdelt import EVENTS, EXTRA
from linimasa.exchange.joining import Tables
from linimasa.exchange.polecat import COLUMNS
from linimasa.exchange.records import RecordSet
from linimasa.exchange.table import sorted_records
from linimasa.exchange.tally import Tally
from linimasa.export.coded import to_gdelt, to_polecat, to_quadruples
from linimasa.export.happenings import EventRow, event_rows
from linimasa.export.select import Selection
from linimasa.lexicon import gazetteer
from linimasa.lexicon.gazetteer import Gazetteer
from linimasa.model.iri import BASE, local_name
from linimasa.model.statement import Statement
from linimasa.model.terms import Precision
from linimasa.store import UnionDataset, build_dataset
from linimasa.store.gazetteer import GazetteerReference


@pytest.fixture(scope="module")
def tables() -> Gazetteer:
    return gazetteer.load()


def story() -> list[Statement]:
    """What happened, what is planned, and what is only said, each on a day of its own."""
    usa, rus, ukr, idn = (state(code) for code in ("USA", "RUS", "UKR", "IDN"))
    lavrov = person("Sergey Lavrov", "RUS")
    told: list[tuple[str, str, object, object, dict[str, object]]] = [
        ("CONSULT", "occurred", [usa], [rus], {"mode": "phone"}),
        ("ASSAULT", "occurred", [rus], [ukr], {"mode": "air", "place": place("kyiv", "UKR")}),
        ("SUPPORT", "occurred", [lavrov], [idn], {"mode": "praise"}),
        ("CONSULT", "planned", [idn], [rus], {}),
        ("ASSAULT", "threatened", [rus], [usa], {}),
        ("AID", "considered", [usa], [ukr], {}),
        ("SANCTION", "planned", [usa], [rus], {}),
        ("STATEMENT", "occurred", [idn], [usa], {}),
    ]
    made = []
    for number, (type_, modality, actors, recipients, changes) in enumerate(told, 1):
        made.append(
            statement(
                type_,
                actors,
                recipients,
                start=100 * number,
                time=day(f"2021-12-{number:02}"),
                modality=modality,
                **changes,
            )
        )
    denied = statement(
        "MOBILIZE", [rus], [ukr], start=950, time=day("2021-12-20"), polarity="negative", doc=document("b")
    )
    vague = statement(
        "AID", [rus], [idn], start=980, time=span("2021-11", "2021-11-01", "2021-11-30", Precision.MONTH)
    )
    return [*made, denied, vague]


@pytest.fixture(scope="module")
def dataset(tables: Gazetteer) -> UnionDataset:
    return build_dataset(story(), GazetteerReference(tables))


def again(form: str, text: str, tables: Gazetteer, folder: Path) -> Dataset:
    """The graph of a table that was exported."""
    file, records = folder / "table", folder / "records.jsonl"
    file.write_text(text, encoding="utf-8")
    tally = Tally()
    desk = open_desk(tables, tally)
    lines = sorted_records(
        format_of(form).read(desk, [file], folder), RecordSet("t", form, ""), tally, folder
    )
    records.write_text("".join(lines), encoding="utf-8")
    assert tally.problems == []
    back = UnionDataset()
    for s, p, o, g in Tables([records], [], GazetteerReference(tables)).quads(BASE):
        back.graph(g).add((s, p, o))
    return back


def said(rows: tuple[EventRow, ...]) -> set[tuple[object, ...]]:
    """What a row says, without the names of tables and documents."""
    return {
        (
            *(row.type, row.mode, row.status, row.date),
            tuple(sorted(local_name(party.iri) for party in (*row.actors, *row.recipients))),
        )
        for row in rows
    }


def test_quadruples_come_back(dataset: UnionDataset, tables: Gazetteer, tmp_path: Path) -> None:
    text = to_quadruples(dataset, BASE)
    assert text.splitlines() == [
        "Russia\tDiscuss by telephone\tUnited States\t2021-12-01",
        "Russia\tEmploy aerial weapons\tUkraine\t2021-12-02",
        "Sergey Lavrov\tPraise or endorse\tIndonesia\t2021-12-03",
    ]
    back = again("quadruples", text, tables, tmp_path)
    facts = {row for row in said(event_rows(dataset)) if row[2] == "occurred" and row[0] != "STATEMENT"}
    assert said(event_rows(back)) == {row for row in facts if row[0] != "AID"}
    assert to_quadruples(back, BASE) == text


def test_real_quadruples_come_back(tables: Gazetteer, shared: Path, tmp_path: Path) -> None:
    lines = (shared / "data/events_icews14/icews_2014_test.txt").read_text(encoding="utf-8").splitlines()
    first = again("quadruples", "".join(line + "\n" for line in lines[:400]), tables, tmp_path)
    text = to_quadruples(first, BASE, Selection(statements=True))
    assert len(text.splitlines()) > 350
    again_text = to_quadruples(again("quadruples", text, tables, tmp_path), BASE, Selection(statements=True))
    assert again_text == text


def test_gdelt_rows_come_back(dataset: UnionDataset, tables: Gazetteer, tmp_path: Path) -> None:
    text = to_gdelt(dataset, BASE)
    rows = [dict(zip((*EVENTS, *EXTRA), line.split("\t"), strict=True)) for line in text.splitlines()]
    assert [(row["EventCode"], row["Status"], row["SQLDATE"]) for row in rows] == [
        ("041", "occurred", "20211201"),
        ("195", "occurred", "20211202"),
        ("051", "occurred", "20211203"),
        ("036", "planned", "20211204"),
    ]
    back = again("gdelt", text, tables, tmp_path)
    sent = {row for row in said(event_rows(dataset)) if row[0] not in ("STATEMENT", "AID")}
    sent = {row for row in sent if row[2] == "occurred" or (row[0], row[2]) == ("CONSULT", "planned")}
    assert said(event_rows(back)) == sent


def test_gdelt_can_be_read_as_gdelt(dataset: UnionDataset) -> None:
    for line in to_gdelt(dataset, BASE).splitlines():
        cells = line.split("\t")
        assert len(cells) == 65
        assert cells[1].isdigit()
        assert len(cells[1]) == 8
        assert float(cells[4])
        assert cells[29] in "1234"
        assert len(cells[59]) == 14


def test_polecat_rows_come_back(dataset: UnionDataset, tables: Gazetteer, tmp_path: Path) -> None:
    text = to_polecat(dataset, BASE)
    rows = list(csv.DictReader(io.StringIO(text), delimiter="\t"))
    assert list(rows[0])[: len(COLUMNS)] == list(COLUMNS)
    kinds = [(row["Event Type"], row["Event Mode"]) for row in rows]
    assert ("ASSAULT", "aerial") in kinds
    assert ("AGREE", "meet") in kinds
    back = again("polecat", text, tables, tmp_path)
    facts = {row for row in said(event_rows(dataset)) if row[2] == "occurred"}
    facts = {row for row in facts if row[0] not in ("STATEMENT", "AID")}
    assert facts <= said(event_rows(back))


@pytest.mark.parametrize("write", [to_quadruples, to_gdelt, to_polecat])
def test_no_table_has_what_took_no_place(dataset: UnionDataset, write: object) -> None:
    assert callable(write)
    text = write(dataset, BASE, Selection(statements=True))
    for never in ("2021-12-05", "2021-12-06", "2021-12-07", "2021-12-20", "2021-11-"):
        assert never not in text
        assert never.replace("-", "") not in text


def test_statements_only_where_asked_for(dataset: UnionDataset) -> None:
    for write in (to_quadruples, to_gdelt):
        assert len(write(dataset, BASE, Selection(statements=True))) > len(write(dataset, BASE))


def test_every_name_of_a_relation_is_read_as_what_it_stands_for(tables: Gazetteer) -> None:
    desk = open_desk(tables, Tally())
    names = relation_names()
    assert len(names) > 50
    for (type_, mode), name in names.items():
        what, _ = desk.relation(name)
        assert (what.type, what.mode) == (type_, mode)
