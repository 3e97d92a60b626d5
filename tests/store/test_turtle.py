"""Turtle and TriG with fixed bytes."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import RDF, RDFS, XSD

from linimasa.errors import StoreError
from linimasa.store import UnionDataset, trig, turtle
from linimasa.store.vocab import EDTF_TYPE, Names, number

N = Names()
ONE, TWO = N.of("act", "usa"), N.of("ev", "2022-01-10-consult-rus-usa-c8d9")

literals = st.one_of(
    st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00\ufffe\uffff")).map(Literal),
    st.text(alphabet="ab\"\\\n\t\r'é–“”").map(lambda t: Literal(t, lang="id")),
    st.integers(-(10**9), 10**9).map(lambda n: Literal(str(n), datatype=XSD.integer)),
    st.floats(0, 1).map(number),
    st.booleans().map(lambda b: Literal(str(b).lower(), datatype=XSD.boolean)),
    st.dates().map(lambda d: Literal(d.isoformat(), datatype=XSD.date)),
    st.just(Literal("2014~/..", datatype=EDTF_TYPE)),
)
locals_ = st.text(alphabet="abc019._-~/é", min_size=1, max_size=8)
iris = st.one_of(
    locals_.map(lambda t: N.of("ev", t)), locals_.map(lambda t: URIRef("https://example.org/" + t))
)
triples = st.lists(st.tuples(iris, iris, st.one_of(iris, literals)), max_size=12)


@given(triples)
def test_what_is_written_is_read_back(rows: list[tuple[URIRef, URIRef, URIRef | Literal]]) -> None:
    graph = Graph()
    for row in rows:
        graph.add(row)
    assert isomorphic(Graph().parse(data=turtle(graph), format="turtle"), graph)


@given(triples, st.randoms(use_true_random=False))
def test_order_changes_no_byte(
    rows: list[tuple[URIRef, URIRef, URIRef | Literal]], chance: random.Random
) -> None:
    texts = set()
    for _ in range(2):
        dataset = UnionDataset()
        for s, p, o in rows:
            dataset.graph(N.of("doc", str(len(str(o)) % 2))).add((s, p, o))
        texts.add((turtle(dataset), trig(dataset)))
        chance.shuffle(rows)
    assert len(texts) == 1


def test_the_form_of_a_paragraph() -> None:
    graph = Graph()
    graph.add((TWO, RDFS.label, Literal("Pertemuan “itu”\nkedua", lang="id")))
    graph.add((TWO, RDF.type, N.lini("Event")))
    graph.add((TWO, N.lini("actor"), ONE))
    assert turtle(graph).split("\n\n")[1] == (
        "ev:2022-01-10-consult-rus-usa-c8d9 a lini:Event ;\n"
        '    rdfs:label "Pertemuan “itu”\\nkedua"@id ;\n'
        "    lini:actor act:usa ."
    )


def test_only_used_prefixes_are_declared() -> None:
    graph = Graph()
    graph.add((ONE, RDF.type, N.lini("State")))
    heads = [line.split()[1] for line in turtle(graph).splitlines() if line.startswith("@prefix")]
    assert heads == ["act:", "lini:"]


def test_named_graphs_keep_apart_in_trig() -> None:
    dataset = UnionDataset()
    for name in ("b", "a"):
        dataset.graph(N.of("doc", name)).add((ONE, RDF.type, N.lini("State")))
    text = trig(dataset)
    assert text.index("doc:a {") < text.index("doc:b {")
    again = UnionDataset().parse(data=text, format="trig")
    assert isinstance(again, UnionDataset)
    assert trig(again) == text


def test_a_blank_node_is_refused() -> None:
    graph = Graph()
    graph.add((BNode(), RDF.type, N.lini("Event")))
    with pytest.raises(StoreError, match="blank node"):
        turtle(graph)
