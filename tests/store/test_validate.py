"""Each shape refuses its own broken example."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, RDFS, SH, SKOS, XSD

from factories import day, person, quantity, source, state, statement, unnamed
from linimasa.store import Names, Settings, UnionDataset, build_dataset
from linimasa.store.check import check
from linimasa.store.problem import Problem
from linimasa.store.validate import validate

N = Names()
EVENT, CLAIM = N.of("ev", "e"), N.of("clm", "000000000000-0010-1")
DOC, MEN = N.of("doc", "000000000000"), N.of("men", "000000000000-0010-1")
ROLE, QTY, SRC = N.of("role", "joe-biden-1"), N.of("qty", "q"), N.of("act", "000000000000-src-1")
USA, BIDEN = N.of("act", "usa"), N.of("act", "joe-biden")


def lit(value: str, type_: str = "date") -> Literal:
    return Literal(value, datatype=XSD[type_])


GOOD = f"""
<{DOC}> a lini:Document ; dct:issued "2021-12-29"^^xsd:date .
<{USA}> a lini:State . <{BIDEN}> a lini:Person ; lini:role <{ROLE}> . <{SRC}> a lini:UnnamedActor .
<{EVENT}> a lini:Event ; lini:type typ:consult ; lini:rootType typ:consult ; lini:status lini:occurred ;
  rdfs:label "a"@en , "b"@id ; lini:date "2022-01-10"^^xsd:date ; lini:begin "2022-01-10"^^xsd:date ;
  lini:end "2022-01-10"^^xsd:date ; lini:edtf "2022-01-10"^^edtf:EDTF ; lini:precision lini:day ;
  lini:actor <{BIDEN}> ; lini:recipient <{USA}> .
<{CLAIM}> a lini:Claim ; lini:document <{DOC}> ; lini:event <{EVENT}> ; lini:modality lini:occurred ;
  lini:polarity lini:positive ; lini:certainty lini:certain ; lini:confidence 0.9 ; lini:source <{SRC}> ;
  lini:speaksFor <{USA}> ; lini:saidOn "2021-12-29"^^xsd:date ; lini:quote "kata" ; lini:charStart 1 ;
  lini:charEnd 5 ; lini:quantity <{QTY}> .
<{MEN}> a lini:Mention ; lini:document <{DOC}> ; lini:quote "AS" ; lini:charStart 1 ; lini:charEnd 3 ;
  lini:refersTo <{USA}> .
<{ROLE}> a lini:Role ; lini:in <{USA}> ; lini:begin "2021-01-20"^^xsd:date ; lini:end "2025-01-20"^^xsd:date .
<{QTY}> a lini:Quantity ; lini:unit "persons" ; lini:min 10 ; lini:max 20 .
"""


def good() -> UnionDataset:
    dataset = UnionDataset()
    head = "".join(f"@prefix {p}: <{ns}> .\n" for p, ns in dataset.namespaces())
    dataset.parse(data=head + GOOD, format="trig")
    return dataset


def lini(local: str) -> URIRef:
    return N.lini(local)


#: name: (triples to take out, triples to put in); a None in the first is a wildcard.
BROKEN: dict[str, tuple[list[tuple[object, ...]], list[tuple[object, ...]]]] = {
    "no type": ([(EVENT, lini("type"), None)], []),
    "two types": ([], [(EVENT, lini("type"), N.of("typ", "aid"))]),
    "a type in words": ([(EVENT, lini("type"), None)], [(EVENT, lini("type"), Literal("consult"))]),
    "two root types": ([], [(EVENT, lini("rootType"), N.of("typ", "aid"))]),
    "no status": ([(EVENT, lini("status"), None)], []),
    "unknown status": ([(EVENT, lini("status"), None)], [(EVENT, lini("status"), lini("rumoured"))]),
    "no label": ([(EVENT, RDFS.label, None)], []),
    "two labels in a language": ([], [(EVENT, RDFS.label, Literal("c", lang="id"))]),
    "two dates": ([], [(EVENT, lini("date"), lit("2022-01-11"))]),
    "a date that is a year": ([(EVENT, lini("date"), None)], [(EVENT, lini("date"), lit("2022", "gYear"))]),
    "two beginnings": ([], [(EVENT, lini("begin"), lit("2022-01-09"))]),
    "a beginning with a clock": (
        [(EVENT, lini("begin"), None)],
        [(EVENT, lini("begin"), lit("2022-01-10T00:00:00", "dateTime"))],
    ),
    "an end before the beginning": ([(EVENT, lini("end"), None)], [(EVENT, lini("end"), lit("2022-01-09"))]),
    "two ends": ([], [(EVENT, lini("end"), lit("2022-01-12"))]),
    "EDTF as plain words": ([(EVENT, lini("edtf"), None)], [(EVENT, lini("edtf"), Literal("2022-01-10"))]),
    "two precisions": ([], [(EVENT, lini("precision"), lini("month"))]),
    "unknown precision": ([(EVENT, lini("precision"), None)], [(EVENT, lini("precision"), lini("hour"))]),
    "a date without precision": ([(EVENT, lini("precision"), None)], []),
    "an actor that is none": ([], [(EVENT, lini("actor"), DOC)]),
    "a recipient that is none": ([], [(EVENT, lini("recipient"), DOC)]),
    "no party": ([(EVENT, lini("actor"), None), (EVENT, lini("recipient"), None)], []),
    "an event nobody tells": ([(None, lini("event"), EVENT)], [(CLAIM, lini("event"), N.of("ev", "f"))]),
    "a claim without document": ([(CLAIM, lini("document"), None)], []),
    "a claim in two documents": (
        [],
        [(CLAIM, lini("document"), N.of("doc", "b")), (N.of("doc", "b"), RDF.type, lini("Document"))],
    ),
    "a claim about a person": ([(CLAIM, lini("event"), None)], [(CLAIM, lini("event"), BIDEN)]),
    "no modality": ([(CLAIM, lini("modality"), None)], []),
    "unknown modality": ([(CLAIM, lini("modality"), None)], [(CLAIM, lini("modality"), lini("rumoured"))]),
    "no polarity": ([(CLAIM, lini("polarity"), None)], []),
    "two polarities": ([], [(CLAIM, lini("polarity"), lini("negative"))]),
    "no certainty": ([(CLAIM, lini("certainty"), None)], []),
    "unknown certainty": ([(CLAIM, lini("certainty"), None)], [(CLAIM, lini("certainty"), lini("sure"))]),
    "a confidence over one": (
        [(CLAIM, lini("confidence"), None)],
        [(CLAIM, lini("confidence"), lit("1.5", "decimal"))],
    ),
    "a confidence below nought": (
        [(CLAIM, lini("confidence"), None)],
        [(CLAIM, lini("confidence"), lit("-0.1", "decimal"))],
    ),
    "a source that is none": ([], [(CLAIM, lini("source"), DOC)]),
    "said on two days": ([], [(CLAIM, lini("saidOn"), lit("2021-12-28"))]),
    "embedded in a document": ([], [(CLAIM, lini("embeddedIn"), DOC)]),
    "for a body, by nobody": ([(CLAIM, lini("source"), None)], []),
    "a span that ends before it starts": (
        [(CLAIM, lini("charEnd"), None)],
        [(CLAIM, lini("charEnd"), lit("0", "integer"))],
    ),
    "a span with two starts": ([], [(CLAIM, lini("charStart"), lit("2", "integer"))]),
    "offsets without words": ([(CLAIM, lini("quote"), None)], []),
    "a start without an end": ([(CLAIM, lini("charEnd"), None)], []),
    "a mention of nobody": ([(MEN, lini("refersTo"), None)], []),
    "a mention without words": (
        [(MEN, lini("quote"), None), (MEN, lini("charStart"), None), (MEN, lini("charEnd"), None)],
        [],
    ),
    "an unnamed source of no document": ([], [(N.of("act", "pejabat"), RDF.type, lini("UnnamedActor"))]),
    "an unnamed source with a name": (
        [],
        [(SRC, SKOS.exactMatch, URIRef("http://www.wikidata.org/entity/Q1"))],
    ),
    "an office nowhere": ([(ROLE, lini("in"), None)], []),
    "an office in two bodies": ([], [(ROLE, lini("in"), SRC)]),
    "an office that ends before it begins": (
        [(ROLE, lini("end"), None)],
        [(ROLE, lini("end"), lit("2020-01-01"))],
    ),
    "a number of nothing": ([(QTY, lini("unit"), None)], []),
    "bounds out of order": ([(QTY, lini("min"), None)], [(QTY, lini("min"), lit("30", "integer"))]),
    "a quantity without number": ([(QTY, lini("min"), None), (QTY, lini("max"), None)], []),
    "a document of two days": (
        [],
        [(DOC, URIRef("http://purl.org/dc/terms/issued"), lit("2021-12-30"))],
    ),
}


def test_the_good_example_conforms() -> None:
    assert validate(good()) == ()


def broken(*names: str) -> UnionDataset:
    """The good example with these faults."""
    dataset = good()
    for name in names:
        out, put = BROKEN[name]
        for pattern in out:
            dataset.remove(pattern)  # type: ignore[arg-type]
        for triple in put:
            dataset.add(triple)  # type: ignore[arg-type]
    return dataset


@pytest.mark.parametrize("name", BROKEN)
def test_each_fault_is_found(name: str) -> None:
    out, put = BROKEN[name]
    dataset = broken(name)
    problems = validate(dataset)
    assert problems
    assert check(dataset.quads()) == problems
    touched = {str(term) for row in (*out, *put) for term in (row[0], row[2])}
    assert {problem.focus for problem in problems} & touched


def test_a_problem_names_words_and_document() -> None:
    dataset = good()
    dataset.remove((CLAIM, lini("modality"), None))
    (problem,) = validate(dataset)
    assert problem == Problem(
        str(CLAIM),
        str(lini("modality")),
        "",
        "a claim has exactly one modality of the list",
        "kata",
        str(DOC),
    )
    assert "“kata”" in str(problem)


def test_records_with_everything_in_them_conform() -> None:
    record = statement(
        "AID", [person("Joe Biden", "USA")], [state("UKR")], time=day("2022-01-10"),
        attributed_to=(unnamed("seorang pejabat", within=1), source("ABC News")),
        quantities=(quantity("10.000 tentara", value=10000, approximate=True),),
    )  # fmt: skip
    assert validate(build_dataset([record])) == ()


def test_the_handworked_graph_conforms(shared: object) -> None:
    from linimasa.store import open_graph

    assert validate(open_graph(f"{shared}/design/seed-handworked.ttl").graph) == ()


def test_every_rule_of_the_shapes_is_broken_once(root: Path) -> None:
    shapes = Graph().parse(root / "ontology" / "shapes.ttl")
    rules = {" ".join(str(message).split()) for message in shapes.objects(None, SH.message)}
    found = {problem.message for name in BROKEN for problem in check(broken(name).quads())}
    assert len(rules) > 35
    assert found == rules


#: Nodes and values that faults are made of, sensible and absurd ones alike.
NODES = (EVENT, CLAIM, DOC, MEN, ROLE, QTY, SRC, USA, BIDEN, N.of("ev", "f"))
VALUES = (
    *NODES,
    *map(lini, "Event State Group Claim Document planned day positive certain occurred".split()),
    *(lit(day) for day in ("2022-01-09", "2022-01-11", "2022-13-41", "soon")),
    *(lit(number, "integer") for number in ("0", "3", "40", "two")),
    *(
        lit("2022", "gYear"),
        lit("2022-01-10T00:00:00", "dateTime"),
        lit("0.5", "decimal"),
        lit("7", "decimal"),
    ),
    *(Literal("kata"), Literal("kata", lang="id"), Literal("word", lang="en"), Literal("")),
)


@pytest.fixture(scope="module")
def predicates(root: Path) -> tuple[URIRef, ...]:
    """All properties that the shapes speak of."""
    shapes = Graph().parse(root / "ontology" / "shapes.ttl")
    own = {node for s, p, node in shapes if isinstance(node, URIRef) and p in (SH.path, SH.inversePath)}
    return (RDF.type, *sorted(own))  # type: ignore[arg-type]


@settings(max_examples=60)
@given(data=st.data())
def test_both_refuse_the_same_graphs(data: st.DataObject, predicates: tuple[URIRef, ...]) -> None:
    dataset = broken(*data.draw(st.sets(st.sampled_from(sorted(BROKEN)), max_size=3)))
    rows = sorted(set(dataset.triples((None, None, None))))
    for row in data.draw(st.lists(st.sampled_from(rows), max_size=4)):
        dataset.remove(row)
    triple = st.tuples(st.sampled_from(NODES), st.sampled_from(predicates), st.sampled_from(VALUES))
    for row in data.draw(st.lists(triple, max_size=6)):
        dataset.add(row)
    assert check(dataset.quads()) == validate(dataset)


def test_the_checks_know_the_base(tmp_path: Path) -> None:
    base = "https://example.org/k/"
    record = statement("AID", [person("Joe Biden", "USA")], [state("UKR")], time=day("2022-01-10"))
    dataset = build_dataset([replace(record, confidence=2.0)], settings=Settings(base=base))
    (problem,) = check(dataset.quads(), base)
    assert problem.message == "a confidence is one number from 0 to 1"
    assert problem.quote
    assert (problem,) == validate(dataset, base)
