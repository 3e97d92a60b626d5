"""Running SPARQL, parameters and output forms."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rdflib import Literal

from factories import day, state, statement
from linimasa.errors import QueryError
from linimasa.query import FORMATS, Result, run_query
from linimasa.query.parameters import Parameter, fill
from linimasa.store import UnionDataset, build_dataset

BASE = "https://w3id.org/linimasa/"
GRAPH = build_dataset(
    [
        statement(actors=[state("USA"), state("RUS")], time=day("2022-01-10")),
        statement("ACCUSE", [state("UKR")], [state("RUS")], start=90),
    ]
)


def test_prefixes_need_not_be_written() -> None:
    result = run_query(GRAPH, "SELECT ?b WHERE { act:usa rel:consults ?b }")
    assert result.plain() == [("act:rus",)]


def test_rows_without_an_order_are_sorted() -> None:
    plain = [row[0] for row in run_query(GRAPH, "SELECT ?s WHERE { ?s a lini:State }").plain()]
    assert plain == ["act:rus", "act:ukr", "act:usa"]


def test_ask_and_construct() -> None:
    assert run_query(GRAPH, "ASK { act:usa rel:consults act:rus }").plain() == [("true",)]
    built = run_query(GRAPH, "CONSTRUCT { ?a plan:consults ?b } WHERE { ?a rel:consults ?b }")
    assert built.columns == ("subject", "predicate", "object")
    assert built.plain() == [
        ("act:rus", "plan:consults", "act:usa"),
        ("act:usa", "plan:consults", "act:rus"),
    ]


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT * WHERE {", "line 1: not SPARQL"),
        ("SELECT * WHERE {\n ?s ?p ?o .\n FILTER(\n}", r"line 3: not SPARQL at 'FILTER\('"),
        ("SELECT * { ?s nowhere:x ?o }", "nowhere"),
        ("DELETE WHERE { ?s ?p ?o }", "only SELECT, ASK"),
        ("INSERT DATA { act:a rel:b act:c }", "only SELECT, ASK"),
        ("SELECT * FROM <http://example.org/g> { ?s ?p ?o }", "FROM would fetch"),
        ("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }", "SERVICE would use the network"),
        ("SELECT * { { SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } } } }", "SERVICE"),
        ("no-such-query", "no query named"),
    ],
)
def test_what_is_refused(query: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        run_query(GRAPH, query)


PARAMETERS = tuple(
    Parameter(name, name, None) for name in ("actor", "day", "direct", "event", "integer", "lang", "text")
)


@pytest.mark.parametrize(
    ("type_", "value", "written"),
    [
        ("actor", "USA", f"<{BASE}actor/usa>"),
        ("actor", "joe-biden", f"<{BASE}actor/joe-biden>"),
        ("actor", "act:joe-biden", f"<{BASE}actor/joe-biden>"),
        ("actor", f"{BASE}actor/usa", f"<{BASE}actor/usa>"),
        ("event", "ev:2022-01-10-consult-rus-usa-c8d9", f"<{BASE}event/2022-01-10-consult-rus-usa-c8d9>"),
        ("event", "2022-01-10-consult", f"<{BASE}event/2022-01-10-consult>"),
        ("day", "2021-12-29", '"2021-12-29"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("lang", "id", '"id"'),
        ("integer", "+07", "7"),
        ("text", 'a "b" \\ c', '"a \\"b\\" \\\\ c"'),
        ("direct", "threatens, plan:consults", f"<{BASE}rel/threatens> <{BASE}plan/consults>"),
    ],
)
def test_a_parameter_is_written_as_a_term(type_: str, value: str, written: str) -> None:
    assert fill("$x", (Parameter("x", type_, None),), {"x": value}, BASE) == written


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        ("actor", "a b"),
        ("actor", "> . ?s ?p ?o"),
        ("actor", "nowhere:x y"),
        ("event", "<x>"),
        ("day", "kemarin"),
        ("day", "2021-13-01"),
        ("lang", "bahasa indonesia"),
        ("integer", "7; DROP"),
        ("direct", "typ:consult"),
        ("direct", "a b}"),
    ],
)
def test_a_value_of_another_type_is_refused(type_: str, value: str) -> None:
    with pytest.raises(QueryError, match="parameter 'x'"):
        fill("$x", (Parameter("x", type_, None),), {"x": value}, BASE)


@given(st.text(st.characters(blacklist_categories=["Cs"])))
@example(value="\\U0000")
@example(value="\\\x1f")
@example(value="\\u0041\\U00000041")
def test_words_stay_one_string(value: str) -> None:
    """Whatever is given as words comes back as that literal: a value can't change the query."""
    text = fill("SELECT ?v WHERE { BIND($x AS ?v) }", (Parameter("x", "text", None),), {"x": value}, BASE)
    rows = run_query(UnionDataset(), text).rows
    assert len(rows) == 1
    assert str(rows[0][0]) == value


def test_only_parameters_are_replaced() -> None:
    text = '# $x\nSELECT ?x { ?s <http://e/$x> \'$x\', "$x", """$x""", $x, $y }'
    filled = fill(text, (Parameter("x", "integer", None),), {"x": "1"}, BASE)
    assert filled == text.replace(", $x,", ", 1,")


def test_missing_and_unknown_parameters_are_named() -> None:
    with pytest.raises(QueryError, match="parameter 'day' \\(day\\) needs a value"):
        run_query(GRAPH, "on-day")
    with pytest.raises(QueryError, match="no parameter 'when'; the query has day, lang"):
        run_query(GRAPH, "on-day", {"when": "2022-01-10"})
    with pytest.raises(QueryError, match="no parameter 'x'; the query has none"):
        run_query(GRAPH, "ASK { ?s ?p ?o }", {"x": "1"})


RESULT = run_query(
    GRAPH,
    "SELECT ?a ?n ?c ?t ?none WHERE { VALUES (?a ?n ?c ?t) {"
    ' (act:usa 3 0.5 "kata, \\"itu\\"") (act:rus 4 1.0 "x\\ny") } } ORDER BY ?n',
)


def test_json_keeps_numbers_and_whole_iris() -> None:
    expected = [
        {"a": BASE + "actor/usa", "n": 3, "c": 0.5, "t": 'kata, "itu"', "none": None},
        {"a": BASE + "actor/rus", "n": 4, "c": 1.0, "t": "x\ny", "none": None},
    ]
    assert json.loads(RESULT.format("json")) == expected
    assert [json.loads(line) for line in RESULT.format("jsonl").splitlines()] == expected


def test_csv_and_table() -> None:
    assert RESULT.format("csv").splitlines()[:2] == [
        "a,n,c,t,none",
        BASE + 'actor/usa,3,0.5,"kata, ""itu""",',
    ]
    table = RESULT.format("table").splitlines()
    assert table[0].split() == ["a", "n", "c", "t", "none"]
    assert table[2].startswith("act:usa  3")
    assert table[-1] == "2 rows"


def test_an_empty_result_has_every_form() -> None:
    empty = Result(("a", "b"), ())
    assert empty.format("table").splitlines()[-1] == "0 rows"
    assert empty.format("csv") == "a,b\n"
    assert json.loads(empty.format("json")) == []
    assert empty.format("jsonl") == ""


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(QueryError, match=", ".join(FORMATS)):
        RESULT.format("xml")


def test_long_cells_are_cut_in_tables_only() -> None:
    long = Result(("t",), ((Literal("kata " * 40),),))
    assert len(long.format("table").splitlines()[2]) == 72
    assert len(long.records()[0]["t"]) == 200
