"""From records to named graphs."""

from __future__ import annotations

import itertools
from dataclasses import replace

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, XSD

from factories import (
    day,
    document,
    nested,
    source,
    statement,
    unnamed,
)
from linimasa.model.statement import Statement
from linimasa.resolve import resolve
from linimasa.store import (
    Settings,
    build_dataset,
    load_scheme,
    trig,
    turtle,
)
from linimasa.store.validate import validate
from store.graphs import BIDEN, PUTIN, RUS, UKR, USA, A, B, Facts, lini


def test_the_base_is_a_setting() -> None:
    record = statement("AID", [USA], [UKR], mode="military")
    dataset = build_dataset([record], settings=Settings(base="https://example.org/g/"))
    assert not any("w3id.org/linimasa" in str(term) for row in dataset.quads() for term in row[:3])
    assert (URIRef("https://example.org/g/actor/usa"), URIRef("https://example.org/g/rel/aids"),
            URIRef("https://example.org/g/actor/ukr")) in dataset  # fmt: skip
    assert validate(dataset, "https://example.org/g/") == ()


def many() -> list[Statement]:
    return [
        statement(actors=[BIDEN, PUTIN], time=day("2021-12-30"), doc=doc, start=start, modality=modality,
                  attributed_to=attributed)
        for doc, start, modality, attributed in (
            (A, 10, "planned", ()),
            (A, 90, "planned", (source("Emily Horne", "USA"),)),
            (B, 10, "occurred", ()),
        )
    ] + [
        statement("THREATEN", [USA], [RUS], start=170, trigger="mengancam",
                  content=nested("SANCTION", [USA], [RUS])),
        statement("ACCUSE", [UKR], [RUS], start=250, trigger="menuduh", attributed_to=(unnamed("pejabat"),)),
    ]  # fmt: skip


def test_the_order_of_records_changes_no_byte() -> None:
    texts = {
        (turtle(dataset), trig(dataset))
        for order in itertools.islice(itertools.permutations(many()), 0, None, 17)
        for dataset in [build_dataset(order)]
    }
    assert len(texts) == 1


def test_the_graph_is_the_same_before_and_after_resolution() -> None:
    assert turtle(build_dataset(many())) == turtle(build_dataset(resolve(many())))


def test_graphs_made_here_conform() -> None:
    assert validate(build_dataset(many(), Facts())) == ()


def test_no_blank_node_is_made() -> None:
    assert all(
        isinstance(term, URIRef | Literal) for row in build_dataset(many()).quads() for term in row[:3]
    )


def test_one_text_in_two_papers_is_one_document() -> None:
    first = statement(actors=[USA, RUS], time=day("2022-01-10"))
    again = replace(first, document="salinan", doc=document(published="2022-02-01"))
    dataset = build_dataset([first, again])
    assert len(set(dataset.subjects(RDF.type, lini("Claim")))) == 1
    assert set(dataset.objects(None, DCTERMS.issued)) == {Literal("2021-12-29", datatype=XSD.date)}


def test_every_type_of_the_records_can_be_written() -> None:
    scheme = load_scheme()
    records = [
        statement(
            info.root.upper(), [USA], [RUS], start=10 + 90 * n, mode=info.local.partition("-")[2] or None
        )
        for n, info in enumerate(scheme.types.values())
    ]
    dataset = build_dataset(records)
    used = {str(o).rsplit("/", 1)[1] for o in dataset.objects(None, lini("type"))}
    assert used == set(scheme.types)
    labels = [str(o) for s, o in dataset.subject_objects(RDFS.label) if "/event/" in str(s)]
    assert len(labels) == 2 * len(records)
    assert not any("{" in label or "[" in label or "  " in label for label in labels)
    assert isinstance(dataset, Graph)
