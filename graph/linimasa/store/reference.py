"""The triples of actors, places and offices: the part of the graph that no single article tells."""

from __future__ import annotations

import calendar
from collections.abc import Iterator

from rdflib import Literal, URIRef
from rdflib.namespace import RDF, RDFS, SKOS, XSD

from linimasa.model.iri import actor_iri, local_name
from linimasa.model.terms import ActorKind
from linimasa.store.cast import Actor, Cast, Spot
from linimasa.store.facts import RoleFacts
from linimasa.store.vocab import EDTF_TYPE, WIKIDATA, Names, day

Triple = tuple[URIRef, URIRef, URIRef | Literal]

CLASS_OF = {
    ActorKind.PERSON: "Person",
    ActorKind.STATE: "State",
    ActorKind.ORGANISATION: "Organization",
    ActorKind.GROUP: "Group",
    ActorKind.UNNAMED: "UnnamedActor",
}


def named(node: URIRef, name_en: str, name_id: str) -> Iterator[Triple]:
    """Yield a label in each language."""
    yield node, RDFS.label, Literal(name_en, lang="en")
    yield node, RDFS.label, Literal(name_id, lang="id")


def actor_triples(actor: Actor, cast: Cast, names: Names) -> Iterator[Triple]:
    """Yield what is known of an actor, its offices left out."""
    node = names.moved(actor.iri)
    yield node, RDF.type, names.lini(CLASS_OF.get(actor.kind, "Organization"))
    yield from named(node, actor.name_en, actor.name_id)
    country = cast.country(actor.iri)
    if country is not None:
        yield node, names.lini("country"), names.moved(country)
    if actor.sector:
        yield node, names.lini("sector"), Literal(actor.sector)
    if actor.kind is ActorKind.STATE and actor.code:
        yield node, names.lini("iso3"), Literal(actor.code)
    if actor.kind is ActorKind.GROUP:
        yield node, names.lini("membershipComplete"), Literal("false", datatype=XSD.boolean)
    facts = actor.facts
    if facts is None:
        return
    if facts.qid:
        yield node, SKOS.exactMatch, URIRef(WIKIDATA + facts.qid)
    for lang, aliases in (("en", facts.aliases_en), ("id", facts.aliases_id)):
        for alias in aliases:
            if alias not in (facts.name_en, facts.name_id):
                yield node, SKOS.altLabel, Literal(alias, lang=lang)


def role_triples(actor: Actor, names: Names) -> Iterator[Triple]:
    """Yield the offices of a person, each a node of its own."""
    if actor.facts is None:
        return
    node = names.moved(actor.iri)
    ordered = sorted(actor.facts.roles, key=lambda r: (r.begin or "", r.end or "9999", r.body, r.office))
    for count, role in enumerate(ordered, 1):
        post = names.of("role", f"{local_name(actor.iri)}-{count}")
        yield node, names.lini("role"), post
        yield post, RDF.type, names.lini("Role")
        yield from named(post, role.title_en or role.office, role.title_id or role.title_en or role.office)
        yield post, names.lini("in"), names.moved(actor_iri(role.body))
        yield from _term(post, role, names)


def _term(post: URIRef, role: RoleFacts, names: Names) -> Iterator[Triple]:
    begin, end = first_day(role.begin), last_day(role.end)
    if begin:
        yield post, names.lini("begin"), day(begin)
    if end:
        yield post, names.lini("end"), day(end)
    if begin and (len(role.begin or "") < 10 or (role.end and len(role.end) < 10)):
        yield post, names.lini("edtf"), Literal(f"{role.begin}/{role.end or '..'}", datatype=EDTF_TYPE)


def first_day(value: str | None) -> str | None:
    """Return the first day of a day, month or year."""
    if not value:
        return None
    return {4: value + "-01-01", 7: value + "-01"}.get(len(value), value)


def last_day(value: str | None) -> str | None:
    """Return the last day of a day, month or year."""
    if not value:
        return None
    if len(value) == 4:
        return value + "-12-31"
    if len(value) == 7:
        return f"{value}-{calendar.monthrange(int(value[:4]), int(value[5:7]))[1]:02}"
    return value


def place_triples(spot: Spot, cast: Cast, names: Names) -> Iterator[Triple]:
    """Yield what is known of a place."""
    node = names.moved(spot.iri)
    yield node, RDF.type, names.lini("Place")
    yield from named(node, spot.name_en, spot.name_id)
    country = cast.party(spot.country)
    if country is not None:
        yield node, names.lini("inCountry"), names.moved(country)
    if spot.lat is not None and spot.lon is not None:
        yield node, names.lini("lat"), coordinate(spot.lat)
        yield node, names.lini("lon"), coordinate(spot.lon)


def coordinate(value: float) -> Literal:
    """Return degrees as a decimal of at most five places."""
    text = f"{value:.5f}".rstrip("0")
    return Literal(text + "0" if text.endswith(".") else text, datatype=XSD.decimal)
