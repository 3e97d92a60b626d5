"""Results in the forms of the W3C, read back by rdflib's own readers."""

from __future__ import annotations

import csv
import io

import pytest
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import XSD
from rdflib.query import Result as RdflibResult
from rdflib.term import Node

from linimasa.query import Result
from linimasa.query.result import TRUTH
from linimasa.server.answers import graph_bytes, graph_of, rows_bytes
from linimasa.server.negotiate import CSV, GRAPHS, JSON, TSV, XML, Form

BASE = "https://w3id.org/linimasa/"
ROW: tuple[Node | None, ...] = (
    URIRef(BASE + "actor/usa"),
    Literal('kata "itu", \\ <b> & é\tx', lang="id"),
    Literal("baris\ndua"),
    Literal("3", datatype=XSD.integer),
    Literal("2022-01-05", datatype=XSD.date),
    None,
)
RESULT = Result(("a", "b", "c", "d", "e", "f"), (ROW, (None, *ROW[1:5], None)))
READERS = {JSON.name: "json", XML.name: "xml", TSV.name: "tsv"}


@pytest.mark.parametrize("form", [JSON, XML, TSV], ids=lambda form: form.name)
def test_rows_come_back_as_they_were(form: Form) -> None:
    read = RdflibResult.parse(io.BytesIO(rows_bytes(RESULT, form)), format=READERS[form.name])
    assert [str(name) for name in read.vars or ()] == list(RESULT.columns)
    assert [tuple(row) for row in read] == list(RESULT.rows)  # type: ignore[arg-type]


def test_csv_holds_the_texts() -> None:
    rows = list(csv.reader(io.StringIO(rows_bytes(RESULT, CSV).decode("utf-8"))))
    assert rows[0] == list(RESULT.columns)
    assert len(rows) == 3
    assert rows[1] == ["" if cell is None else str(cell) for cell in ROW]


@pytest.mark.parametrize("form", [JSON, XML], ids=lambda form: form.name)
@pytest.mark.parametrize("value", [True, False])
def test_a_truth_value_comes_back(form: Form, value: bool) -> None:
    result = Result(("answer",), ((Literal(value),),), BASE, TRUTH)
    read = RdflibResult.parse(io.BytesIO(rows_bytes(result, form)), format=READERS[form.name])
    assert read.askAnswer is value


TRIPLES = [
    (URIRef(BASE + "event/x"), URIRef(BASE + "ont#date"), Literal("2022-01-05", datatype=XSD.date)),
    (URIRef(BASE + "event/x"), URIRef("http://purl.org/dc/terms/title"), Literal('"</script>" é', lang="id")),
    (URIRef(BASE + "event/x"), URIRef("http://example.org/p"), URIRef("http://example.org/o?a=1&b=2")),
]
PARSERS = {"turtle": "turtle", "nt": "nt", "jsonld": "json-ld", "rdfxml": "xml"}


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own reader of JSON-LD
@pytest.mark.parametrize("form", GRAPHS[:-1], ids=lambda form: form.name)
def test_a_graph_comes_back_and_its_bytes_stay(form: Form) -> None:
    data = graph_bytes(graph_of(TRIPLES, BASE), form, BASE)
    assert isomorphic(Graph().parse(data=data, format=PARSERS[form.name]), graph_of(TRIPLES, BASE))
    assert graph_bytes(graph_of(TRIPLES[::-1], BASE), form, BASE) == data


def test_blank_nodes_are_written_too() -> None:
    result = Result(("x",), ((BNode("b1"),),))
    assert rows_bytes(result, TSV) == b"?x\n_:b1\n"
