"""Events and claims of a graph: what each has, who said it, and whose words they were."""

from __future__ import annotations

from rdflib import Literal
from rdflib.namespace import RDF, RDFS, XSD

from factories import (
    day,
    quantity,
    source,
    statement,
    unnamed,
)
from linimasa.store import (
    build_dataset,
)
from linimasa.store.gazetteer import GazetteerReference
from store.graphs import BIDEN, PUTIN, RUS, USA, A, B, N, event_of, lini, rel


def test_an_event_has_all_that_a_timeline_needs() -> None:
    record = statement(
        actors=[BIDEN], recipients=[PUTIN], time=day("2021-12-30"), modality="planned", mode="phone"
    )
    dataset = build_dataset([record])
    event = event_of(record)
    expected = {
        (lini("type"), N.of("typ", "consult-phone")),
        (lini("rootType"), N.of("typ", "consult")),
        (lini("status"), lini("planned")),
        (lini("actor"), N.of("act", "joe-biden")),
        (lini("actor"), N.of("act", "vladimir-putin")),
        (lini("party"), N.of("act", "usa")),
        (lini("party"), N.of("act", "rus")),
        (lini("date"), Literal("2021-12-30", datatype=XSD.date)),
        (lini("precision"), lini("day")),
        (RDFS.label, Literal("Percakapan telepon Joe Biden–Vladimir Putin, 30 Desember 2021", lang="id")),
        (RDFS.label, Literal("Joe Biden–Vladimir Putin phone call, 30 December 2021", lang="en")),
    }
    assert expected <= set(dataset.predicate_objects(event))
    assert rel(dataset, "plan") >= {("joe-biden", "phones", "vladimir-putin"), ("usa", "phones", "rus")}
    assert rel(dataset) == set()


def test_who_was_told_is_the_documents_own_where_unnamed() -> None:
    told = [
        statement(actors=[USA, RUS], doc=doc, attributed_to=(source("Emily Horne", "USA", told_to=heard),))
        for doc, heard in ((A, str(N.of("act", "src-5"))), (B, str(N.of("act", "src-5"))))
    ]
    dataset = build_dataset(told)
    heard_by = set(dataset.objects(None, lini("toldTo")))
    assert len(heard_by) == 2
    assert N.of("act", "src-5") not in heard_by
    assert (N.of("act", "src-5"), RDF.type, None) not in dataset


def test_a_body_that_no_record_names_is_called_after_its_state() -> None:
    body = N.of("act", "usa-central-bank")
    speaker = source("Budi Santoso", "USA", speaks_for=str(body))
    dataset = build_dataset([statement(actors=[USA, RUS], attributed_to=(speaker,))], GazetteerReference())
    assert set(dataset.objects(body, RDFS.label)) >= {Literal("central bank of United States", lang="en")}


def test_a_claim_has_its_words_offsets_and_speakers() -> None:
    horne = source(
        "Emily Horne", "USA", speaks_for=N.of("act", "usa-nsc"), told_to="wartawan", channel="pernyataan",
        said_on="2021-12-28", made_public_on="2021-12-29",
    )  # fmt: skip
    record = statement(
        actors=[USA, RUS], attributed_to=(horne,), condition_text="jika disetujui", repeated=True,
        quantities=(quantity("lebih dari 10.000 orang", min=10001),),
    )  # fmt: skip
    dataset = build_dataset([record])
    claim = N.of("clm", record.id)
    facts = dict(dataset.predicate_objects(claim))
    assert facts[lini("source")] == N.of("act", "emily-horne")
    assert facts[lini("speaksFor")] == N.of("act", "usa-nsc")
    assert dataset.value(facts[lini("toldTo")], RDFS.label, any=True) in (
        Literal("wartawan", lang="id"), Literal("wartawan", lang="en"),
    )  # fmt: skip
    assert facts[lini("channel")] == Literal("pernyataan", lang="id")
    assert facts[lini("saidOn")] == Literal("2021-12-28", datatype=XSD.date)
    assert facts[lini("madePublicOn")] == Literal("2021-12-29", datatype=XSD.date)
    assert facts[lini("quote")] == Literal(record.quote.text, lang="id")
    assert int(str(facts[lini("charEnd")])) - int(str(facts[lini("charStart")])) == len(record.quote.text)
    assert facts[lini("conditionText")] == Literal("jika disetujui", lang="id")
    assert str(facts[lini("confidence")]) == "0.9"
    assert facts[lini("document")] == N.document(A.hash)
    number = facts[lini("quantity")]
    assert str(dataset.value(number, lini("min"))) == "10001"
    assert str(dataset.value(number, lini("unit"))) == "persons"


def test_a_report_of_a_report_is_two_claims() -> None:
    official, paper = unnamed("seorang pejabat", within=1), source("Die Welt")
    record = statement(actors=[USA, RUS], attributed_to=(official, paper))
    dataset = build_dataset([record])
    inner = N.of("clm", record.id)
    outer = dataset.value(inner, lini("embeddedIn"))
    assert outer is not None
    assert dataset.value(outer, lini("source")) == N.of("act", "die-welt")
    assert dataset.value(inner, lini("source")) == N.of("act", f"{A.hash[:12]}-src-1")
    assert dataset.value(outer, lini("event")) == dataset.value(inner, lini("event"))
