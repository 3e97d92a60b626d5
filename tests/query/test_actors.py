"""Actors in parameters: codes, local names, prefixed names, IRIs and names in any language."""

from __future__ import annotations

import pytest

from factories import day, document, person, state, statement
from linimasa.errors import QueryError
from linimasa.query import run_query
from linimasa.resolve import resolve
from linimasa.store import UnionDataset, build_dataset
from linimasa.store.gazetteer import GazetteerReference

BASE = "https://w3id.org/linimasa/"


@pytest.fixture(scope="module")
def graph() -> UnionDataset:
    records = [
        statement(actors=[state("USA"), state("RUS")], time=day("2022-01-10")),
        statement("ACCUSE", [person("Wati", "IDN")], [state("RUS")], start=90),
        statement("ACCUSE", [person("Wati", "IDN")], [state("USA")], start=190, doc=document("b")),
    ]
    return build_dataset(resolve(records), GazetteerReference())


@pytest.mark.parametrize(
    "value",
    ["USA", "usa", "act:usa", BASE + "actor/usa", "Amerika Serikat", "amerika  serikat", "United States"],
)
def test_one_actor_has_many_names(graph: UnionDataset, value: str) -> None:
    rows = run_query(graph, "between", {"a": value, "b": "Rusia", "lang": "en"}).plain()
    assert [row[0] for row in rows] == ["2022-01-10"]


def test_a_code_that_the_graph_does_not_hold_gives_no_rows(graph: UnionDataset) -> None:
    assert run_query(graph, "between", {"a": "BRA", "b": "RUS"}).rows == ()


def test_a_name_that_nobody_has_is_an_error_with_those_near(graph: UnionDataset) -> None:
    with pytest.raises(QueryError, match=r"'a': no actor .* named 'Rusja'; did you mean act:rus"):
        run_query(graph, "between", {"a": "Rusja", "b": "USA"})


def test_a_name_of_several_is_an_error_that_names_them() -> None:
    one, two = person("Wati", "IDN"), person("Wati", "MYS")
    records = [
        statement("ACCUSE", [one], [state("RUS")]),
        statement("ACCUSE", [type(two)(**{**_fields(two), "actor": BASE + "actor/wati-2"})], [state("USA")],
                  start=90, doc=document("b")),
    ]  # fmt: skip
    graph = build_dataset(resolve(records))
    with pytest.raises(QueryError, match="'WATI ' names act:wati, act:wati-2"):
        run_query(graph, "events-of", {"actor": "WATI "})
    assert len(run_query(graph, "events-of", {"actor": "wati"}).rows) == 1


def _fields(value: object) -> dict[str, object]:
    return {name: getattr(value, name) for name in value.__slots__}  # type: ignore[attr-defined]
