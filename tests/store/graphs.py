"""Parties, documents and reference facts that the tests of graphs share, and short ways to ask a graph."""

from __future__ import annotations

from rdflib import Dataset, URIRef

from factories import (
    document,
    person,
    state,
)
from linimasa.model.statement import Statement
from linimasa.model.terms import ActorKind
from linimasa.resolve import resolve
from linimasa.store import (
    ActorFacts,
    Names,
    PlaceFacts,
    RoleFacts,
)

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
