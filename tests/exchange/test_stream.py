"""The graph that streams out of tables is the graph that the store makes of the same records."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from rdflib import Dataset

from exchange.conftest import written
from linimasa.exchange.desk import Desk, open_desk
from linimasa.exchange.joining import Tables
from linimasa.exchange.keyed import keyed, told
from linimasa.exchange.nquads import line
from linimasa.exchange.quadruples import read_quadruples
from linimasa.exchange.records import RecordSet
from linimasa.exchange.row import What
from linimasa.exchange.table import read_table, sorted_records
from linimasa.exchange.tally import Tally
from linimasa.lexicon.gazetteer import Gazetteer
from linimasa.model.iri import BASE
from linimasa.model.statement import Statement
from linimasa.store import build_dataset
from linimasa.store.gazetteer import GazetteerReference
from linimasa.store.validate import validate

#: rdflib's own parsers call names that rdflib deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")

ROWS = [
    ("Japan", "Make a visit", "Thailand", "2014-09-22"),
    ("John Kerry", "Express intent to meet or negotiate", "China", "2014-11-04"),
    ("Ministry (Afghanistan)", "Make statement", "Afghanistan", "2014-03-06"),
    ("Japan", "Consult", "Thailand", "2014-09-22"),
    ("Turkey", "Consider policy option", "Iraq", "2014-09-22"),
    ("Turkey", "Threaten with military force", "Syria", "2014-09-23"),
    ("Somebody Unheard", "Accuse", "UN Security Council", "2014-02-03"),
    ("Japan", "Make a visit", "Thailand", "2014-09-22"),
]


def records(desk: Desk, folder: Path, rows: Iterable[tuple[str, ...]], name: str = "t") -> Path:
    """The file of records of a table of quadruples."""
    made = RecordSet(name, "quadruples", "")
    source = written(folder / f"{name}.tsv", list(rows))
    path = folder / f"{name}.jsonl"
    runs = folder / f"runs-{name}"
    runs.mkdir(exist_ok=True)
    path.write_text("".join(sorted_records(read_quadruples(desk, [source], runs), made, desk.tally, runs)))
    return path


def lines_of(dataset: Dataset) -> set[str]:
    return {line((s, p, o, g)) for s, p, o, g in dataset.quads() if g is not None}  # type: ignore[arg-type]


def streamed(paths: list[Path], texts: list[Statement], tables: Gazetteer) -> list[str]:
    return [line(quad) for quad in Tables(paths, texts, GazetteerReference(tables)).quads(BASE)]


def statements(path: Path) -> list[Statement]:
    """The records with the events that streaming gives them."""
    return [replace(r.statement, event=one.iri) for one in told([read_table(path)]) for r in one.records]


def test_the_stream_and_the_store_make_one_graph(desk: Desk, tmp_path: Path, tables: Gazetteer) -> None:
    path = records(desk, tmp_path, ROWS)
    stored = build_dataset(statements(path), GazetteerReference(tables))
    assert set(streamed([path], [], tables)) == lines_of(stored)
    assert desk.tally.data()["repeated"] == 1
    assert desk.tally.data()["used"] == len(ROWS) - 1


def test_a_real_table_streams_into_the_same_graph(
    desk: Desk, tmp_path: Path, tables: Gazetteer, shared: Path
) -> None:
    real = (shared / "data/events_icews14/icews_2014_test.txt").read_text(encoding="utf-8").splitlines()
    path = records(desk, tmp_path, [tuple(row.split("\t")) for row in real[:300]])
    stored = build_dataset(statements(path), GazetteerReference(tables))
    found = streamed([path], [], tables)
    assert set(found) == lines_of(stored)
    assert len(found) < 1.01 * len(set(found))
    parsed = Dataset().parse(data="".join(found), format="nquads")
    assert lines_of(parsed) == set(found)
    assert validate(stored) == ()


def test_the_order_of_rows_makes_no_difference(tables: Gazetteer, tmp_path: Path) -> None:
    outputs = set()
    for seed in range(3):
        rows = list(ROWS)
        random.Random(seed).shuffle(rows)
        folder = tmp_path / str(seed)
        folder.mkdir()
        path = records(open_desk(tables, Tally()), folder, rows)
        outputs.add((path.read_text(), "".join(streamed([path], [], tables))))
    assert len(outputs) == 1


def test_no_fact_is_made_of_what_is_considered_or_threatened(
    desk: Desk, tmp_path: Path, tables: Gazetteer
) -> None:
    path = records(desk, tmp_path, ROWS[4:6])
    graph = "".join(streamed([path], [], tables))
    direct = {row.split(" ")[1] for row in graph.splitlines() if "/rel/" in row.split(" ")[1]}
    assert direct == {f"<{BASE}rel/threatens>"}
    assert not [row for row in graph.splitlines() if "/plan/" in row.split(" ")[1]]
    considered = [row for row in graph.splitlines() if "ont#status" in row and "statement" in row]
    assert considered
    assert all("unrealized" in row for row in considered)


def test_two_tables_tell_of_one_event_once(tables: Gazetteer, tmp_path: Path) -> None:
    one = records(open_desk(tables, Tally()), tmp_path, ROWS[:3], "one")
    two = records(open_desk(tables, Tally()), tmp_path, ROWS[:1], "two")
    both = Tables([one, two], [], GazetteerReference(tables))
    assert both.events == 3
    found = [line(quad) for quad in both.quads(BASE)]
    visits = {row.split(" ")[0] for row in found if "ont#status" in row and "consult" in row}
    assert len(visits) == 1
    claims = {row.split(" ")[0] for row in found if "ont#event>" in row and next(iter(visits)) in row}
    assert len(claims) == 2


def test_names_that_meet_are_told_apart_in_one_way(desk: Desk, tmp_path: Path) -> None:
    first = keyed(statements(records(desk, tmp_path, ROWS[:1]))[0])
    other = replace(first, digest="f" * 64, statement=replace(first.statement, id="x"))
    owned = list(told([[first, other]]))
    assert [one.iri.rsplit("-", 1)[1] for one in owned] == [first.digest[:4], "f" * 16]
    late = list(told([[first, other]], {owned[0].iri: "0" * 64}))
    assert [len(one.iri.rsplit("-", 1)[1]) for one in late] == [16, 16]


def test_a_broken_line_is_told_with_its_place(desk: Desk, tmp_path: Path) -> None:
    path = records(
        desk, tmp_path, [*ROWS[:2], ("Japan", "Consult", "Korea"), ("A", "Consult", "B", "2014-13-01")]
    )
    assert len(path.read_text().splitlines()) == 2
    data = desk.tally.data()
    assert data["left_out"] == 2
    assert [(row["line"], row["why"].split(" ")[0]) for row in data["problems"]] == [
        (3, "3"),
        (4, "'2014-13-01'"),
    ]


@pytest.mark.parametrize("mode", [None, "visit"])
def test_our_own_types_pass_as_relations(desk: Desk, mode: str | None) -> None:
    name = "CONSULT" + (f"-{mode}" if mode else "")
    assert desk.relation(name)[0] == What("CONSULT", mode)
