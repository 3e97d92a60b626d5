"""The ontology's files agree with each other and with the records."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from linimasa.model.terms import (
    MUTUAL,
    Certainty,
    DateBasis,
    EventStatus,
    EventType,
    Modality,
    Polarity,
    Precision,
)
from linimasa.store import load_scheme

LINI = "https://w3id.org/linimasa/ont#"
FILES = ("core.ttl", "types.ttl", "shapes.ttl", "alignments.ttl")

#: Root types with quad class and direct predicate, as the design's table has them.
ROOTS = {
    "agree": (1, "agreesWith"),
    "consult": (1, "consults"),
    "cooperate": (2, "cooperatesWith"),
    "support": (1, "supports"),
    "aid": (2, "aids"),
    "concede": (1, "concedesTo"),
    "retreat": (2, "withdrawsFrom"),
    "request": (3, "demandsOf"),
    "accuse": (3, "accuses"),
    "reject": (3, "rejects"),
    "threaten": (3, "threatens"),
    "protest": (4, "protestsAgainst"),
    "sanction": (4, "sanctions"),
    "mobilize": (4, "mobilizesAgainst"),
    "coerce": (4, "coerces"),
    "assault": (4, "attacks"),
    "statement": (None, None),
}
CLASSES = (
    "Actor State Organization Person Group UnnamedActor Role Event Claim Mention Document Place Quantity Run"
).split()


@pytest.fixture(scope="module")
def folder(root: Path) -> Path:
    return root / "ontology"


@pytest.fixture(scope="module")
def core(folder: Path) -> Graph:
    return Graph().parse(folder / "core.ttl")


@pytest.mark.parametrize("name", FILES)
def test_each_file_parses(folder: Path, name: str) -> None:
    assert len(Graph().parse(folder / name)) > 40


def languages(graph: Graph, node: URIRef, predicate: URIRef) -> set[str]:
    return {str(o.language) for o in graph.objects(node, predicate) if isinstance(o, Literal)}


def test_every_class_property_and_term_is_labelled_and_described(core: Graph) -> None:
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, URIRef(LINI + "Term"))
    nodes = {node for kind in kinds for node in core.subjects(RDF.type, kind)}
    assert len(nodes) > 110
    for node in nodes:
        assert isinstance(node, URIRef)
        assert languages(core, node, RDFS.label) >= {"en", "id"}, node
        described = languages(core, node, RDFS.comment) | languages(core, node, SKOS.definition)
        assert "en" in described, node


@pytest.mark.parametrize("name", CLASSES)
def test_the_designs_classes_are_there(core: Graph, name: str) -> None:
    assert (URIRef(LINI + name), RDF.type, OWL.Class) in core


@pytest.mark.parametrize(
    ("scheme", "terms"),
    [
        ("StatusTerms", EventStatus),
        ("ModalityTerms", Modality),
        ("PolarityTerms", Polarity),
        ("CertaintyTerms", Certainty),
        ("PrecisionTerms", Precision),
        ("DateBasisTerms", DateBasis),
    ],
)
def test_the_terms_are_those_of_the_records(core: Graph, scheme: str, terms: type) -> None:
    held = {str(term)[len(LINI) :] for term in core.subjects(SKOS.inScheme, URIRef(LINI + scheme))}
    assert held == {str(term.value) for term in terms}  # type: ignore[attr-defined]


def test_every_name_in_use_is_defined(folder: Path, core: Graph) -> None:
    defined = {str(s) for s in core.subjects() if str(s).startswith(LINI)}
    defined |= {LINI + "claimedIn"}
    shapes = Graph().parse(folder / "shapes.ttl")
    defined |= {str(s) for s in shapes.subjects() if str(s).startswith(LINI)}
    texts = [
        path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.*"))
        if path.suffix in (".ttl", ".rq")
    ]
    used = {LINI + name for text in texts for name in re.findall(r"\blini:([A-Za-z0-9]+)", text)}
    assert used - defined == set()


def test_the_package_uses_no_undefined_name(root: Path, core: Graph) -> None:
    defined = {str(s)[len(LINI) :] for s in core.subjects() if str(s).startswith(LINI)}
    used = set()
    for path in sorted((root / "graph" / "linimasa" / "store").glob("*.py")):
        used |= set(re.findall(r'\blini\("([A-Za-z0-9]+)"\)', path.read_text(encoding="utf-8")))
    assert len(used) > 30
    assert used - defined == set()


def test_the_types_are_the_seventeen_with_their_modes() -> None:
    types = load_scheme().types
    roots = {info.root for info in types.values()}
    assert roots == set(ROOTS) == {kind.value.lower() for kind in EventType}
    for root, (quad, predicate) in ROOTS.items():
        assert (types[root].quad, types[root].predicate) == (quad, predicate)
    assert {info.root for info in types.values() if info.symmetric} == {kind.value.lower() for kind in MUTUAL}
    assert types["consult-phone"].predicate == "phones"
    assert types["coerce-seize"].predicate == "seizesFrom"


def test_every_type_is_described_in_both_languages() -> None:
    scheme = load_scheme()
    for concept in scheme.graph.subjects(RDF.type, SKOS.Concept):
        assert isinstance(concept, URIRef)
        for predicate in (SKOS.prefLabel, SKOS.definition, URIRef(LINI + "eventLabel")):
            assert languages(scheme.graph, concept, predicate) == {"en", "id"}, (concept, predicate)
        assert re.fullmatch(
            r"0[1-9]\d{1,2}|1\d{2,3}|20\d{1,2}", scheme.types[str(concept).rsplit("/", 1)[1]].cameo
        )


def test_a_mode_stands_below_its_root() -> None:
    for info in load_scheme().types.values():
        assert info.local == info.root or info.local.startswith(info.root + "-")


def test_direct_predicates_come_in_pairs() -> None:
    graph = load_scheme().graph
    predicates = {info.predicate for info in load_scheme().types.values()} - {None}
    for predicate in predicates:
        for family in ("rel", "plan"):
            node = URIRef(f"https://w3id.org/linimasa/{family}/{predicate}")
            assert languages(graph, node, RDFS.label) == {"en", "id"}


def test_statement_has_no_direct_predicate() -> None:
    for info in load_scheme().types.values():
        assert (info.predicate is None) == (info.root == "statement")
        assert (info.quad is None) == (info.root == "statement")
