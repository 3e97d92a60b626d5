"""The pages of the things of the graph: what each kind shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rdflib import Literal, URIRef
from rdflib.namespace import RDF, SKOS

from linimasa.analyse import Actor, Scene
from linimasa.model.iri import local_name
from linimasa.render.dates import when
from linimasa.server.marking import pieces
from linimasa.server.near import PAGE
from linimasa.server.presenter import Link, Presenter
from linimasa.server.sentences import Sentence
from linimasa.store.scheme import load_scheme

#: Most claims that a page lists at once.
CLAIMS = 500


@dataclass(frozen=True, slots=True)
class Page:
    """A page to fill: the name of its template and what goes into it."""

    template: str
    values: Mapping[str, Any]


def thing(seen: Presenter, iri: str, number: int = 1) -> Page | None:
    """Return the page of an IRI, None where the graph knows nothing of it. `number` counts from 1 where a
    list goes over several pages."""
    kind = seen.view.labels.kind(iri)
    near = seen.near
    properties = seen.properties(iri)
    named = seen.named(iri)
    if not properties and not named and not _defined(kind, local_name(iri)):
        return None
    maker = _KINDS.get(kind, _plain)
    if kind == "event" and not near.objects(URIRef(iri), "type"):
        maker = _plain
    values = maker(seen, iri, max(1, number))
    template = "thing" if maker is _plain else "joining" if maker is _joining else kind
    return Page(
        f"{template}.html",
        {
            "iri": iri,
            "kind": kind,
            "title": seen.label(iri),
            "properties": properties,
            "named": named,
            **values,
        },
    )


def _defined(kind: str, local: str) -> bool:
    """Whether the ontology knows a type or direct predicate, though nothing in the graph is of it yet."""
    types = load_scheme().types
    if kind == "type":
        return local in types
    return kind in ("rel", "plan") and any(info.predicate == local for info in types.values())


def _plain(seen: Presenter, iri: str, number: int) -> dict[str, Any]:  # noqa: ARG001 - all are called alike
    return {}


def _event(seen: Presenter, iri: str, number: int) -> dict[str, Any]:  # noqa: ARG001 - all are called alike
    near = seen.near.around([URIRef(iri)])
    scene = near.scene
    event = scene.events[near.events[0]]
    ordered = sorted(event.claims, key=lambda one: (_clock(scene, one), one))
    related = {
        name: seen.links(getattr(event, field))
        for name, field in (
            ("content", "content"), ("condition", "condition"), ("after", "after"), ("partOf", "part_of"),
        )
    }  # fmt: skip
    return {
        "row": seen.row(scene, event.iri),
        "when": when(event, seen.lang, seen.words),
        "edtf": event.edtf,
        "standing": seen.standing(scene, event),
        "actors": seen.links(event.actors),
        "recipients": seen.links(event.recipients),
        "place": seen.link(event.place) if event.place else None,
        "related": {name: links for name, links in related.items() if links},
        "same": seen.links(event.merged if event.iri == iri else [event.iri]),
        "claims": [seen.claim(scene, scene.claims[one]) for one in ordered[:CLAIMS]],
        "dispute": any(scene.claims[one].contradicts for one in event.claims),
    }


def _clock(scene: Scene, iri: str) -> str:
    claim = scene.claims[iri]
    document = scene.documents.get(claim.document)
    return claim.said_on or claim.public_on or (document.issued if document else None) or "9999"


def _claim(seen: Presenter, iri: str, number: int) -> dict[str, Any]:  # noqa: ARG001 - all are called alike
    scene = seen.near.around((), [URIRef(iri)]).scene
    if iri not in scene.claims:
        return {"claims": [], "row": None}
    claim = scene.claims[iri]
    title = " ".join(claim.quote.split()) or seen.label(iri)
    return {
        "title": title if len(title) <= 90 else title[:89] + "…",
        "claims": [seen.claim(scene, claim)],
        "row": seen.row(scene, claim.event),
    }


def _actor(seen: Presenter, iri: str, number: int) -> dict[str, Any]:
    node, near = URIRef(iri), seen.near
    scene = near.actor(node)
    actor = scene.actors.get(iri)
    events = set[URIRef]()
    for name in ("actor", "recipient", "party"):
        events |= near.subjects(name, node)
    said = near.subjects("source", node) | near.subjects("speaksFor", node)
    told = near.around((), sorted(said)[:CLAIMS]).scene
    spoken = [told.claims[str(one)] for one in said if str(one) in told.claims]
    spoken.sort(key=lambda one: (_clock(told, one.iri), one.iri), reverse=True)
    return {
        **_listed(seen, events, number),
        "actor": None if actor is None else _facts(seen, actor),
        "claims": [seen.claim(told, one) for one in spoken[:50]],
        "said": len(said),
    }


def _facts(seen: Presenter, actor: Actor) -> dict[str, Any]:
    names = {actor.label.id, actor.label.en, *actor.aliases} - {seen.label(actor.iri)}
    return {
        "kind": seen.words.get("kind_" + actor.kind, actor.kind),
        "country": seen.link(actor.country) if actor.country and actor.country != actor.iri else None,
        "sector": actor.sector,
        "aliases": sorted(names, key=str.casefold),
        "offices": [
            {
                "body": seen.link(office.body),
                "begin": seen.day(office.begin) if office.begin else "",
                "end": seen.day(office.end) if office.end else "",
            }
            for office in actor.offices
        ],
    }


def _place(seen: Presenter, iri: str, number: int) -> dict[str, Any]:
    near = seen.near
    where = [near.text(URIRef(iri), name) for name in ("lat", "long", "lon")]
    country = sorted(near.objects(URIRef(iri), "inCountry"))
    return {
        **_listed(seen, near.subjects("place", URIRef(iri)), number),
        "country": seen.link(country[0]) if country else None,
        "where": ", ".join(value for value in where if value),
    }


def _type(seen: Presenter, iri: str, number: int) -> dict[str, Any]:
    local, base = local_name(iri), seen.view.base
    info = load_scheme().types.get(local)
    events = seen.near.subjects("type", URIRef(iri)) | seen.near.subjects("rootType", URIRef(iri))
    values = _listed(seen, events, number)
    if info is None:
        return {**values, "info": None}
    names = load_scheme().types

    def links(locals_: Iterable[str]) -> list[Link]:
        found = [(names[one].labels.get(seen.lang, one), f"{base}type/{one}") for one in locals_]
        return [Link(label, seen.addresses.of(iri), iri) for label, iri in sorted(found)]

    return {
        **values,
        "title": info.labels.get(seen.lang, local),
        "info": info,
        "meaning": meaning(local, seen.lang),
        "wider": links([info.root]) if info.root != local else [],
        "narrower": links([one for one, other in names.items() if other.root == local and one != local]),
        "direct": seen.link(f"{base}rel/{info.predicate}") if info.predicate else None,
    }


def meaning(local: str, lang: str) -> str:
    """Return what an event type means, in a language, else in English."""
    graph = load_scheme().graph
    for node in graph.subjects(RDF.type, SKOS.Concept):
        if local_name(str(node)) == local:
            values = [one for one in graph.objects(node, SKOS.definition) if isinstance(one, Literal)]
            by_lang = {one.language: str(one) for one in values}
            return by_lang.get(lang) or by_lang.get("en") or ""
    return ""


def _joining(seen: Presenter, iri: str, number: int) -> dict[str, Any]:  # noqa: ARG001 - all are called alike
    pairs = {(s, o) for s, _, o in seen.view.dataset.triples((None, URIRef(iri), None))}
    found = [(seen.link(str(s)), seen.link(str(o))) for s, o in pairs]
    found.sort(
        key=lambda pair: (pair[0].label.casefold(), pair[1].label.casefold(), pair[0].iri, pair[1].iri)
    )
    return {"pairs": found[:CLAIMS], "count": len(found)}


def _listed(seen: Presenter, events: Iterable[URIRef], number: int) -> dict[str, Any]:
    """Return a part of a list of events, and where in the list it is."""
    ordered = seen.near.ordered(events)
    pages = max(1, -(-len(ordered) // PAGE))
    number = min(number, pages)
    near = seen.near.listed(ordered[(number - 1) * PAGE : number * PAGE])
    return {"events": seen.rows(near), "count": len(ordered), "number": number, "pages": pages}


def _document(seen: Presenter, iri: str, number: int) -> dict[str, Any]:
    node, local, near = URIRef(iri), local_name(iri), seen.near
    places = sorted((_span(seen, claim), claim) for claim in near.subjects("document", node))
    spans = [(a, b, name, head) for (head, a, b, name), _ in places if b >= 0]
    sentences = [one for one in seen.view.sentences.of(local) if _holds(one, spans)]
    whole = near.text(node, "fullText")
    # A table of events is one document with thousands of claims: only the first are read whole.
    shown = [str(claim) for _, claim in places[:CLAIMS]]
    scene = near.around((), map(URIRef, shown)).scene
    source = near.described([node]).documents.get(iri)
    return {
        "document": seen.document(source) if source else None,
        "facts": {name: near.text(node, name) for name in ("textLength", "textHash")},
        "whole": pieces(whole, 0, [(a, b, n) for a, b, n, title in spans if not title]) if whole else None,
        "sentences": [
            {
                "pieces": pieces(one.text, one.start, [s[:3] for s in spans if s[3] == one.title]),
                "title": one.title,
            }
            for one in sentences
        ],
        "claims": [seen.claim(scene, scene.claims[one]) for one in shown if one in scene.claims],
        "said": len(places),
        **_listed(seen, {event for _, claim in places for event in near.objects(claim, "event")}, number),
    }


def _span(seen: Presenter, claim: URIRef) -> tuple[bool, int, int, str]:
    """Return whether a claim's words stand in the title, where (0 and -1 if nowhere), and its local name."""
    begin, end = (seen.near.text(claim, name) for name in ("charStart", "charEnd"))
    title = seen.near.text(claim, "inTitle") == "true"
    return title, int(begin or 0), int(end) if end else -1, local_name(str(claim))


def _holds(sentence: Sentence, spans: Iterable[tuple[int, int, str, bool]]) -> bool:
    return any(a < sentence.end and b > sentence.start and head == sentence.title for a, b, _, head in spans)


_KINDS: Mapping[str, Callable[[Presenter, str, int], dict[str, Any]]] = {
    "actor": _actor,
    "claim": _claim,
    "doc": _document,
    "event": _event,
    "place": _place,
    "plan": _joining,
    "rel": _joining,
    "type": _type,
}
