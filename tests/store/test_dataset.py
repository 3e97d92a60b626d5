"""From records to named graphs."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from rdflib import Dataset, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, SKOS, XSD

from factories import (
    day,
    document,
    force,
    nested,
    person,
    place,
    quantity,
    source,
    span,
    state,
    statement,
    unnamed,
)
from linimasa.errors import StoreError
from linimasa.model.statement import Quote, Statement
from linimasa.model.terms import ActorKind, Precision
from linimasa.resolve import resolve
from linimasa.store import (
    ActorFacts,
    Names,
    PlaceFacts,
    RoleFacts,
    Settings,
    build_dataset,
    load_scheme,
    trig,
    turtle,
)
from linimasa.store.gazetteer import GazetteerReference
from linimasa.store.validate import validate

N = Names()
USA, RUS, UKR = state("USA"), state("RUS"), state("UKR")
BIDEN, PUTIN = person("Joe Biden", "USA"), person("Vladimir Putin", "RUS")
A, B = document("a"), document("b", "2022-01-11")


def lini(local: str) -> URIRef:
    return N.lini(local)


def rel(dataset: Dataset, family: str = "rel", graph: str | None = None) -> set[tuple[str, str, str]]:
    """Direct triples by local names, over all graphs or in one of them."""
    rows = dataset.graph(URIRef(graph)) if graph else dataset.triples((None, None, None))
    head = N.base + family + "/"
    return {
        (str(s).rsplit("/", 1)[1], str(p)[len(head) :], str(o).rsplit("/", 1)[1])
        for s, p, o in rows
        if str(p).startswith(head)
    }


def event_of(record: Statement, *others: Statement) -> URIRef:
    resolved = resolve([record, *others])[0].event
    assert resolved is not None
    return URIRef(resolved)


class Facts:
    """A reference that knows what these tests need."""

    def actor(self, local: str) -> ActorFacts | None:
        blinken = RoleFacts(
            "foreign-minister", "usa-state-department", "USA", "US Secretary of State",
            "Menteri Luar Negeri AS", "2021-01-26", "2025-01-20",
        )  # fmt: skip
        earlier = RoleFacts("envoy", "nato", "NATO", "NATO envoy", "Utusan NATO", "2019", "2020-12")
        return {
            "usa": ActorFacts(ActorKind.STATE, "United States", "Amerika Serikat", "USA", "USA", "GOV", "Q30",
                              ("US",), ("AS",)),
            "nato": ActorFacts(ActorKind.ORGANISATION, "NATO", "NATO", "NATO", None, "IGO"),
            "usa-state-department": ActorFacts(
                ActorKind.ORGANISATION, "State Department", "Departemen Luar Negeri AS", "USA", "USA", "GOV"
            ),
            "antony-blinken": ActorFacts(
                ActorKind.PERSON, "Antony Blinken", "Antony Blinken", None, "USA", roles=(blinken, earlier)
            ),
        }.get(local)  # fmt: skip

    def place(self, local: str) -> PlaceFacts | None:
        return PlaceFacts("Geneva", "Jenewa", "CHE", 46.2, 6.15) if local == "geneva" else None

    def party(self, code: str) -> str | None:
        return code.lower()


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
