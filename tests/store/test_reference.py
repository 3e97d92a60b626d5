"""Actors, offices, places and documents of a graph: what is known of each and whose own it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, SKOS, XSD

from factories import (
    day,
    document,
    person,
    place,
    span,
    state,
    statement,
    unnamed,
)
from linimasa.errors import StoreError
from linimasa.model.terms import ActorKind, Precision
from linimasa.store import (
    build_dataset,
)
from store.graphs import RUS, UKR, USA, A, B, Facts, N, event_of, lini


def test_reference_facts_name_actors_offices_and_places() -> None:
    blinken = person("Antony Blinken", "USA")
    record = statement(actors=[blinken, RUS], time=day("2022-01-21"), place=place("geneva", "CHE"))
    dataset = build_dataset([record], Facts())
    graph = dataset.graph(N.graph("reference"))
    usa = N.of("act", "usa")
    assert (usa, RDFS.label, Literal("Amerika Serikat", lang="id")) in graph
    assert (usa, SKOS.exactMatch, URIRef("http://www.wikidata.org/entity/Q30")) in graph
    assert (usa, lini("country"), usa) in graph
    assert (usa, SKOS.altLabel, Literal("AS", lang="id")) in graph
    role = N.of("role", "antony-blinken-2")
    assert (N.of("act", "antony-blinken"), lini("role"), role) in graph
    assert (role, lini("in"), N.of("act", "usa-state-department")) in graph
    assert (role, lini("end"), Literal("2025-01-20", datatype=XSD.date)) in graph
    vague = N.of("role", "antony-blinken-1")
    assert (vague, lini("begin"), Literal("2019-01-01", datatype=XSD.date)) in graph
    assert (vague, lini("end"), Literal("2020-12-31", datatype=XSD.date)) in graph
    assert (N.of("plc", "geneva"), RDFS.label, Literal("Jenewa", lang="id")) in graph
    assert (N.of("plc", "geneva"), lini("inCountry"), N.of("act", "che")) in graph
    assert (N.of("act", "usa-state-department"), RDF.type, lini("Organization")) in graph


@pytest.mark.parametrize(("date", "party"), [("2022-01-21", "usa"), ("2019-05-05", "nato")])
def test_a_person_stands_for_whom_the_office_of_that_day_says(date: str, party: str) -> None:
    record = statement(actors=[person("Antony Blinken", "USA"), RUS], time=day(date))
    dataset = build_dataset([record], Facts())
    assert set(dataset.objects(event_of(record), lini("party"))) == {N.of("act", party), N.of("act", "rus")}


def test_unnamed_sources_and_vague_groups_are_their_documents_own() -> None:
    crowd = replace(
        state("UKR"), actor=None, name=None, text="para pejabat", kind=ActorKind.GROUP, code="USA"
    )
    records = [
        statement("ACCUSE", [crowd], [RUS], doc=doc, attributed_to=(unnamed("seorang pejabat"),))
        for doc in (A, B)
    ]
    dataset = build_dataset(records)
    for doc in (A, B):
        graph = dataset.graph(N.document(doc.hash))
        assert (N.of("act", f"{doc.hash[:12]}-src-1"), RDF.type, lini("UnnamedActor")) in graph
        assert (N.of("act", f"{doc.hash[:12]}-x-para-pejabat"), RDF.type, lini("Group")) in graph
    assert not any("src-1" in str(s) for s in dataset.graph(N.graph("reference")).subjects())


def test_metonyms_are_kept_as_mentions() -> None:
    moscow = replace(RUS, text="Moskow", start=594, end=600, literally="moscow")
    plain = replace(UKR, start=610, end=617)
    dataset = build_dataset([statement("THREATEN", [moscow], [plain], trigger="mengancam")])
    (mention,) = dataset.subjects(RDF.type, lini("Mention"))
    assert mention == N.of("men", f"{A.hash[:12]}-0594-1")
    assert dataset.value(mention, lini("refersTo")) == N.of("act", "rus")
    assert dataset.value(mention, lini("literally")) == N.of("plc", "moscow")
    assert dataset.value(N.of("plc", "moscow"), RDF.type) == lini("Place")


def test_a_document_keeps_its_origin() -> None:
    doc = document("a", url="https://example.org/berita/1", published="2021-12-29")
    dataset = build_dataset([statement(actors=[USA, RUS], doc=doc)])
    node = N.document(doc.hash)
    assert dataset.value(node, DCTERMS.issued) == Literal("2021-12-29", datatype=XSD.date)
    assert dataset.value(node, DCTERMS.source) == URIRef("https://example.org/berita/1")
    assert str(dataset.value(node, lini("textLength"))) == "5000"
    odd = document("b", url="bukan alamat")
    other = build_dataset([statement(actors=[USA, RUS], doc=odd)])
    assert other.value(N.document(odd.hash), DCTERMS.source) == Literal("bukan alamat")


def test_no_date_no_anchor_no_guess() -> None:
    record = statement(actors=[USA, RUS], modality="planned", doc=document(published=None),
                       time=span("XXXX-01-10", None, None, Precision.DAY))  # fmt: skip
    dataset = build_dataset([record])
    event = event_of(record)
    assert dataset.value(event, lini("date")) is None
    assert str(dataset.value(event, lini("edtf"))) == "XXXX-01-10"


def test_a_broken_day_is_refused() -> None:
    with pytest.raises(StoreError, match="2021-13-45"):
        build_dataset([statement(actors=[USA, RUS], said_on="2021-13-45")])
