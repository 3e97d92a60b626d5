"""Direct triples: only what happened or is planned, undisputed, has one."""

from __future__ import annotations

import pytest

from factories import (
    day,
    force,
    nested,
    source,
    statement,
    unnamed,
)
from linimasa.model.statement import Quote
from linimasa.store import (
    Settings,
    build_dataset,
)
from linimasa.store.validate import validate
from store.graphs import BIDEN, PUTIN, RUS, UKR, USA, A, B, N, event_of, lini, rel


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"polarity": "negative"}, "ruledOut"),
        ({"polarity": "negative", "modality": "committed"}, "ruledOut"),
        ({"modality": "demanded"}, "unrealized"),
        ({"modality": "threatened"}, "unrealized"),
        ({"modality": "considered"}, "unrealized"),
        ({"modality": "cancelled"}, "cancelled"),
        ({"modality": "postponed"}, "postponed"),
    ],
)
def test_what_did_not_happen_has_no_direct_triple(changes: dict[str, str], status: str) -> None:
    army = force("pasukan AS", "USA")
    record = statement("AID", [army], [UKR], trigger="membantu", **changes)  # type: ignore[arg-type]
    dataset = build_dataset([record])
    assert dataset.value(event_of(record), lini("status")) == lini(status)
    assert rel(dataset) | rel(dataset, "plan") == set()


def test_what_is_threatened_has_no_direct_triple_but_the_threat_has() -> None:
    record = statement(
        "THREATEN", [USA], [RUS], trigger="mengancam",
        content=nested("SANCTION", [USA], [RUS]),
        condition=nested("ASSAULT", [RUS], [UKR], trigger=Quote(40, 49, "menyerang")),
    )  # fmt: skip
    dataset = build_dataset([record])
    assert rel(dataset) == {("usa", "threatens", "rus")}
    event = event_of(record)
    content, condition = dataset.value(event, lini("content")), dataset.value(event, lini("condition"))
    assert dataset.value(content, lini("status")) == lini("unrealized")
    assert dataset.value(condition, lini("status")) == lini("unrealized")
    (claim,) = dataset.subjects(lini("event"), content)
    assert dataset.value(claim, lini("modality")) == lini("threatened")
    assert dataset.value(claim, lini("embeddedIn")) == N.of("clm", record.id)
    assert dataset.value(claim, lini("source")) == N.of("act", "usa")


@pytest.mark.parametrize(
    ("mode", "actors", "status"),
    [("deny", [RUS], "ruledOut"), (None, [RUS], "ruledOut"), (None, [USA], "unrealized")],
    ids=["denied", "refused by the doer", "another's proposal"],
)
def test_what_is_rejected_did_not_happen(mode: str | None, actors: list[object], status: str) -> None:
    content = nested("RETREAT", actors)
    record = statement("REJECT", [RUS], [USA], trigger="menolak", mode=mode, content=content)
    dataset = build_dataset([record])
    assert dataset.value(dataset.value(event_of(record), lini("content")), lini("status")) == lini(status)
    assert rel(dataset) == {("rus", "rejects", "usa")}


def test_a_disputed_withdrawal_is_in_no_graph_as_a_fact() -> None:
    text = "Meski tentara disebut ditarik, pejabat itu melihat kehadiran pasukan"
    army = force("tentara Rusia", "RUS")
    gone = statement("RETREAT", [army], [UKR], trigger="ditarik", sentence=text, start=22,
                     attributed_to=(source("media pemerintah", "RUS"),))  # fmt: skip
    here = statement("MOBILIZE", [army], [UKR], trigger="kehadiran", sentence=text, start=51,
                     modality="ongoing", attributed_to=(unnamed("pejabat itu"),))  # fmt: skip
    own = statement("MOBILIZE", [army], [UKR], trigger="kehadiran", start=400, modality="ongoing",
                    sentence="kehadiran itu")  # fmt: skip
    dataset = build_dataset([gone, here, own])
    assert dataset.value(event_of(gone, here, own), lini("status")) == lini("disputed")
    assert dataset.value(event_of(here, gone, own), lini("status")) == lini("ongoing")
    assert {p for _, p, _ in rel(dataset)} == {"mobilizesAgainst"}
    contradicting = set(dataset.subject_objects(lini("contradicts")))
    assert contradicting == {(N.of("clm", here.id), N.of("clm", gone.id))}


def test_a_denial_in_another_document_takes_the_fact_out_of_the_first_graph() -> None:
    told = statement("ASSAULT", [RUS], [UKR], trigger="menyerang", time=day("2022-02-17"), doc=A)
    assert rel(build_dataset([told])) == {("rus", "attacks", "ukr")}
    denied = statement("ASSAULT", [RUS], [UKR], trigger="menyerang", time=day("2022-02-17"), doc=B,
                       polarity="negative")  # fmt: skip
    assert rel(build_dataset([told, denied])) == set()


def test_planned_here_and_held_there_is_one_life() -> None:
    planned = statement(actors=[USA, RUS], time=day("2022-01-10"), modality="planned", doc=A)
    held = statement(actors=[USA, RUS], time=day("2022-01-11"), doc=B)
    dataset = build_dataset([planned, held])
    events = {event_of(planned, held), event_of(held, planned)}
    assert len(events) == 2
    assert {dataset.value(event, lini("status")) for event in events} == {lini("occurred")}
    assert rel(dataset, "plan") == set()
    assert rel(dataset, graph=str(N.document(A.hash))) == set()
    assert rel(dataset, graph=str(N.document(B.hash))) == {
        ("usa", "consults", "rus"),
        ("rus", "consults", "usa"),
    }
    links = dataset.graph(N.graph("links"))
    assert set(next(iter(links.subject_objects(lini("sameEventAs"))))) == events
    assert str(next(links.objects(None, lini("score")))) == "0.75"


def test_strict_direct_triples_need_the_documents_own_voice() -> None:
    record = statement("AID", [USA], [UKR], attributed_to=(source("Ned Price", "USA"),))
    assert rel(build_dataset([record])) == {("usa", "aids", "ukr")}
    assert rel(build_dataset([record], settings=Settings(strict=True))) == set()
    own = statement("AID", [USA], [UKR])
    assert rel(build_dataset([own], settings=Settings(strict=True))) == {("usa", "aids", "ukr")}


def test_direct_triples_are_those_of_the_ontologys_rule() -> None:
    """The rule of the design, as SPARQL over the written graph, gives the same triples."""
    rule = """CONSTRUCT { ?a ?p ?b } WHERE {
      { ?e lini:status ?st ; lini:type ?t . ?t lini:directPredicate ?p .
        FILTER(?st IN (lini:occurred, lini:ongoing)) }
      UNION { ?e lini:status lini:planned ; lini:type ?t . ?t lini:planPredicate ?p }
      { ?e lini:actor ?a ; lini:recipient ?b }
      UNION { ?e lini:actor ?a , ?b . ?t lini:symmetric true }
      UNION { ?e lini:actor/lini:country ?a ; lini:recipient/lini:country ?b }
      UNION { ?e lini:actor/lini:country ?a ; lini:actor/lini:country ?b . ?t lini:symmetric true }
      FILTER(?a != ?b) }"""
    records = [
        statement("AID", [force("pasukan AS", "USA")], [UKR], start=10),
        statement(actors=[BIDEN, PUTIN], start=90, time=day("2021-12-30"), modality="planned"),
        statement("RETREAT", [force("tentara Rusia", "RUS")], [UKR], start=170, polarity="negative"),
        statement("STATEMENT", [BIDEN], [PUTIN], start=250),
        statement("ASSAULT", [RUS], [UKR], start=330, mode="air"),
        statement("COERCE", [RUS], [UKR], start=410, mode="seize"),
    ]
    dataset = build_dataset(records)
    expected = {tuple(map(str, row)) for row in dataset.query(rule).graph or ()}
    written = {
        tuple(map(str, row))
        for row in dataset.graph(N.graph("merged"))
        if str(row[1]).startswith((N.base + "rel/", N.base + "plan/"))
    }
    assert written == expected
    assert len(written) == 8


def test_a_denied_attack_is_disputed_and_in_no_direct_triple() -> None:
    told = statement(
        "ASSAULT", [RUS], [UKR], trigger="menyerang", start=30, attributed_to=(source("Kiev", "UKR"),)
    )
    content = nested("ASSAULT", [RUS], [UKR], trigger=Quote(120, 129, "menyerang"))
    denied = statement("REJECT", [RUS], trigger="membantah", start=105, mode="deny", content=content)
    dataset = build_dataset([told, denied])
    assert dataset.value(event_of(told, denied), lini("status")) == lini("disputed")
    assert rel(dataset) == set()
    ((denial, claim),) = dataset.subject_objects(lini("contradicts"))
    assert dataset.value(denial, lini("polarity")) == lini("negative")
    assert dataset.value(denial, lini("embeddedIn")) == N.of("clm", denied.id)
    assert claim == N.of("clm", told.id)


def test_a_threat_leaves_unsaid_who_would_do_it() -> None:
    record = statement("THREATEN", [USA], [RUS], trigger="mengancam", content=nested("SANCTION"))
    dataset = build_dataset([record])
    content = dataset.value(event_of(record), lini("content"))
    assert dataset.value(content, lini("actor")) == N.of("act", "usa")
    assert dataset.value(content, lini("recipient")) == N.of("act", "rus")
    bare = statement("STATEMENT", [USA], trigger="mengatakan", condition=nested("ASSAULT"))
    other = build_dataset([bare])
    assert other.value(event_of(bare), lini("condition")) is None
    assert validate(other) == ()
