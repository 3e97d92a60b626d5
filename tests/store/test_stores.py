"""The contract of stores: a graph is the same whatever it lies in."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import RDF, RDFS, XSD

from factories import day, document, nested, person, quantity, source, state, statement, unnamed
from linimasa.errors import QueryError, StoreError
from linimasa.model.iri import BASE
from linimasa.query import QueryTimeoutError, named_query, query_names, run_limited, run_query
from linimasa.resolve import resolve
from linimasa.store import Names, UnionDataset, build_quads, nquads, trig, turtle
from linimasa.store.lines import Lines, quad_lines
from store.stores import LOCAL, at_endpoint, oxigraph_server, rows, virtuoso_server

N = Names()
USA, RUS = N.of("act", "usa"), N.of("act", "rus")


def records() -> list[Lines]:
    usa, rus, ukr = state("USA"), state("RUS"), state("UKR")
    made = [
        statement(actors=[usa, rus], time=day("2022-01-10"), modality="planned",
                  attributed_to=(source("Emily Horne", "USA", said_on="2021-12-28"),)),
        statement("AID", [usa], [ukr], start=90, modality="committed", polarity="negative",
                  attributed_to=(source("Joe Biden", "USA"),)),
        statement("THREATEN", [usa], [rus], start=170, trigger="mengancam",
                  condition_text='jika "ya"\t\\ atau\ntidak', content=nested("SANCTION", [usa], [rus])),
        statement("RETREAT", [rus], start=250, trigger="ditarik", attributed_to=(unnamed("pejabat"),),
                  quantities=(quantity("lebih dari 10.000 orang", min=10001),), confidence=1.0),
        statement("REQUEST", [person("Vladimir Putin", "RUS")], [usa], start=330, trigger="meminta"),
        statement(actors=[usa, rus], time=day("2022-01-10"), doc=document("b", "2022-01-11")),
    ]  # fmt: skip
    return list(quad_lines(build_quads(resolve(made))))


GRAPHS = records()


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with oxigraph_server("--union-default-graph") as url:
        yield url


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Debian's Virtuoso, an engine unrelated to Oxigraph: where installed, and always where required."""
    if shutil.which("virtuoso-t") is None:
        if os.environ.get("LINIMASA_REQUIRE_VIRTUOSO") == "1":
            pytest.fail("Virtuoso is required but virtuoso-t isn't installed")
        pytest.skip("needs Virtuoso: apt-get install virtuoso-opensource-7-bin")
    with virtuoso_server(tmp_path_factory.mktemp("virtuoso")) as url:
        yield url


@pytest.fixture(scope="module", params=[*sorted(LOCAL), "oxigraph server", "virtuoso server"])
def graph(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> UnionDataset:
    if request.param in LOCAL:
        return LOCAL[request.param](GRAPHS, tmp_path_factory.mktemp("store"))
    if request.param == "oxigraph server":
        return at_endpoint(request.getfixturevalue("server"), GRAPHS)
    url = request.getfixturevalue("virtuoso")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LINIMASA_STORE_USER", "dba")
        patch.setenv("LINIMASA_STORE_PASSWORD", "dba")
        return at_endpoint(url, GRAPHS)


@pytest.fixture(scope="module")
def oracle(tmp_path_factory: pytest.TempPathFactory) -> UnionDataset:
    return LOCAL["rdflib"](GRAPHS, tmp_path_factory.mktemp("oracle"))


def test_the_same_files(graph: UnionDataset, oracle: UnionDataset) -> None:
    for write in (turtle, trig, nquads):
        assert write(graph) == write(oracle)


def test_the_same_triples_and_quads(graph: UnionDataset, oracle: UnionDataset) -> None:
    assert rows(graph.triples((None, None, None))) == rows(set(oracle.triples((None, None, None))))
    mine, theirs = (
        sorted((s.n3(), p.n3(), o.n3(), str(g)) for s, p, o, g in d.quads()) for d in (graph, oracle)
    )
    assert mine == theirs
    assert len(graph) == len(oracle)
    assert {str(g.identifier) for g in graph.graphs()} == {str(g.identifier) for g in oracle.graphs()}


def test_patterns_answer_as_rdflib(graph: UnionDataset, oracle: UnionDataset) -> None:
    label = next(oracle.objects(USA, RDFS.label))
    for pattern in (
        (USA, None, None),
        (None, RDF.type, None),
        (None, None, USA),
        (USA, RDFS.label, label),
        (None, RDFS.label, Literal("tiada")),
        (None, N.lini("confidence"), Literal("1.0", datatype=XSD.decimal)),
    ):
        assert rows(graph.triples(pattern)) == rows(oracle.triples(pattern)), pattern
    merged = N.graph("merged")
    assert rows(graph.graph(merged)) == rows(oracle.graph(merged))
    assert (USA, RDFS.label, label) in graph


def test_plain_texts_have_no_type(graph: UnionDataset) -> None:
    rules = set(graph.objects(None, N.lini("rule")))
    assert rules
    assert all(rule.datatype is None for rule in rules)  # type: ignore[attr-defined]
    texts = set(graph.objects(None, N.lini("conditionText")))
    assert {str(text) for text in texts} == {'jika "ya"\t\\ atau\ntidak'}


def test_rdflibs_own_query_works(graph: UnionDataset) -> None:
    found = graph.query("SELECT DISTINCT ?b WHERE { act:usa rel:threatens ?b }")
    assert [str(row[0]) for row in found] == [str(RUS)]  # type: ignore[index]
    bound = graph.query("SELECT ?b WHERE { ?a rel:threatens ?b }", initBindings={"a": USA})
    assert [str(row[0]) for row in bound] == [str(RUS)]  # type: ignore[index]
    assert graph.query("ASK { act:usa rel:aids ?b }").askAnswer is False
    made = graph.query("CONSTRUCT { ?a plan:aids ?b } WHERE { ?a rel:threatens ?b }").graph
    assert made is not None
    assert rows(made) == [(USA.n3(), URIRef(BASE + "plan/aids").n3(), RUS.n3())]


SAMPLE = {"actor": "USA", "a": "USA", "b": "RUS", "day": "2022-01-10"}


@pytest.mark.parametrize("name", query_names())
def test_shipped_queries_give_equal_rows(name: str, graph: UnionDataset, oracle: UnionDataset) -> None:
    event = next(str(e) for e in sorted(oracle.subjects(N.lini("status"), None)) if "consult" in str(e))
    given = {**SAMPLE, "event": event}
    params = {p.name: given[p.name] for p in named_query(name).parameters if p.default is None}
    mine, theirs = run_query(graph, name, params), run_query(oracle, name, params)
    assert mine.columns == theirs.columns
    assert mine.rows == theirs.rows


ODD = [
    "SELECT (COUNT(*) AS ?n) { ?a rel:attacks ?b }",
    "SELECT (MAX(?d) AS ?last) { ?e lini:nothing ?d }",
    "SELECT ?s (COUNT(?o) AS ?n) { ?s lini:nothing ?o } GROUP BY ?s",
    "SELECT ?c ?x { ?c a lini:Claim OPTIONAL { ?c lini:saidOn ?x } }",
    "SELECT ?x { VALUES ?x { 1.0 2 0.5 true 'kata' 'kata'@id } }",
    "CONSTRUCT { ?e a lini:Event } { GRAPH ?g { ?e a lini:Event } }",
    "ASK { GRAPH gra:merged { ?a rel:threatens ?b } }",
]


@pytest.mark.parametrize("query", ODD)
def test_odd_queries_give_equal_rows(query: str, graph: UnionDataset, oracle: UnionDataset) -> None:
    assert run_query(graph, query).rows == run_query(oracle, query).rows


@pytest.mark.parametrize("timeout", [None, 60.0])
def test_what_is_refused(graph: UnionDataset, timeout: float | None) -> None:
    for query, why in (
        ("SELECT * WHERE {", "line 1: not SPARQL"),
        ("SELECT * WHERE {\n ?s ?p ?o .\n FILTER(\n}", "line 3: not SPARQL"),
        ("DELETE WHERE { ?s ?p ?o }", "only SELECT, ASK"),
        ("SELECT * FROM <http://example.org/g> { ?s ?p ?o }", "FROM would fetch"),
        ("SELECT * { ?s ?p lini:Event.SERVICE <http://example.org/> { ?s ?p ?o } }", "SERVICE would"),
        ("SELECT * { \\u0053ervice <http://example.org/> { ?s ?p ?o } }", "SERVICE would"),
    ):
        with pytest.raises(QueryError, match=why):
            run_limited(graph, query, timeout=timeout)


@pytest.mark.parametrize("timeout", [None, 60.0])
def test_rows_are_limited(graph: UnionDataset, timeout: float | None) -> None:
    query = "SELECT ?s { ?s a lini:Claim } ORDER BY ?s"
    every = run_query(graph, query).rows
    some = run_limited(graph, query, timeout=timeout, max_rows=2)
    assert some.result.rows == every[:2]
    assert some.cut
    assert not run_limited(graph, query, timeout=timeout, max_rows=len(every)).cut
    whole = run_limited(graph, query, timeout=timeout)
    assert (whole.result.rows, whole.cut) == (every, False)


def test_a_query_that_takes_too_long_is_given_up(graph: UnionDataset) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(STR(?c) = CONCAT(?f, ?i)) }"
    with pytest.raises(QueryTimeoutError, match=r"longer than 0\.5 s"):
        run_limited(graph, endless, timeout=0.5)


def test_a_store_opened_for_reading_refuses_changes(tmp_path: Path) -> None:
    graph = LOCAL["oxigraph disk"](GRAPHS, tmp_path)
    with pytest.raises(StoreError, match="opened for reading"):
        graph.add((USA, RDFS.label, Literal("baru")))
    with pytest.raises(StoreError, match="opened for reading"):
        graph.remove((USA, None, None))
