"""From the graph to a `Scene`: one pass over all triples, then plain look-ups."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from rdflib import Dataset, Graph, Literal
from rdflib.namespace import DCTERMS, RDF, RDFS, SKOS
from rdflib.term import Node

from linimasa.analyse.scene import Actor, Claim, Event, EventKind, Office, Place, Scene, Source, Words
from linimasa.model.iri import BASE, local_name
from linimasa.store import load_scheme

_ACTORS = ("State", "Organization", "Person", "Group", "UnnamedActor")
_KINDS = (*_ACTORS, "Event", "Claim", "Document", "Place", "Role")


class _Node:
    """The properties of one subject, by full predicate IRI, each list sorted."""

    def __init__(self, ont: str, properties: Mapping[str, set[Node]]) -> None:
        self._ont = ont
        self._properties = properties

    def values(self, name: str) -> list[Node]:
        """Return the values of a property given by local name of the ontology or by IRI."""
        key = name if ":" in name else self._ont + name
        return sorted(self._properties.get(key, ()), key=str)

    def iris(self, name: str) -> tuple[str, ...]:
        """Return the values as texts."""
        return tuple(str(value) for value in self.values(name))

    def text(self, name: str) -> str | None:
        """Return the first value as a text, None where there is none."""
        values = self.values(name)
        return str(values[0]) if values else None

    def local(self, name: str) -> str | None:
        """Return the local name of the first value: a term of the ontology or a type."""
        text = self.text(name)
        return None if text is None else local_name(text).rpartition("#")[2]

    def whole(self, name: str) -> int | None:
        """Return the first value as a whole number, None where it is none."""
        text = self.text(name)
        return int(text) if text is not None and text.lstrip("-").isdigit() else None

    def number(self, name: str) -> float | None:
        """Return the first value as a number, None where it is none that counts."""
        try:
            value = float(self.text(name) or "")
        except ValueError:
            return None
        return value if math.isfinite(value) else None

    def words(self, iri: str) -> Words:
        """Return the label in both languages; the local name of the IRI where there is none."""
        by_lang = {
            value.language or "": str(value)
            for value in reversed(self.values(str(RDFS.label)))
            if isinstance(value, Literal)
        }
        spare = by_lang.get("") or next(iter(by_lang.values()), local_name(iri).replace("-", " "))
        return Words(
            id=by_lang.get("id") or by_lang.get("en") or spare,
            en=by_lang.get("en") or by_lang.get("id") or spare,
        )

    def lang(self, name: str) -> str:
        """Return the language tag of the first value, empty where there is none."""
        for value in self.values(name):
            if isinstance(value, Literal):
                return value.language or ""
        return ""


def read_scene(dataset: Dataset | Graph | Scene, base: str = BASE) -> Scene:
    """Return the records of a graph, those given where they are read already.

    All named graphs count; nothing is changed.
    """
    if isinstance(dataset, Scene):
        return dataset
    nodes = _nodes(dataset, base)
    claims = {iri: _claim(iri, node) for iri, node in nodes["Claim"].items()}
    events = _events(nodes["Event"], claims)
    canon = {old: iri for iri, event in events.items() for old in (iri, *event.merged)}
    claims = {
        iri: replace(claim, event=canon[claim.event]) for iri, claim in claims.items() if claim.event in canon
    }
    roles = nodes["Role"]
    actors = {iri: _actor(iri, kind, node, roles) for kind in _ACTORS for iri, node in nodes[kind].items()}
    return Scene(
        actors=dict(sorted(_with_strangers(actors, events.values(), claims.values()).items())),
        events=events,
        claims=claims,
        documents={iri: _source(iri, node) for iri, node in nodes["Document"].items()},
        places={iri: _place(iri, node) for iri, node in nodes["Place"].items()},
        types=_types(),
    )


def _nodes(dataset: Dataset | Graph, base: str) -> dict[str, dict[str, _Node]]:
    """Return the subjects of each class of ours, by IRI and sorted by it."""
    ont = base + "ont#"
    properties: defaultdict[str, defaultdict[str, set[Node]]]
    properties = defaultdict(lambda: defaultdict(set))
    for s, p, o in _triples(dataset):
        properties[str(s)][str(p)].add(o)
    found: dict[str, dict[str, _Node]] = {kind: {} for kind in _KINDS}
    for iri in sorted(properties):
        for kind in sorted(properties[iri].get(str(RDF.type), ()), key=str):
            name = str(kind).removeprefix(ont)
            if name in found:
                found[name][iri] = _Node(ont, properties[iri])
    return found


def _triples(dataset: Dataset | Graph) -> Iterator[tuple[Node, Node, Node]]:
    if isinstance(dataset, Dataset):
        yield from ((s, p, o) for s, p, o, _ in dataset.quads((None, None, None, None)))
    else:
        yield from dataset.triples((None, None, None))


def _actor(iri: str, kind: str, node: _Node, roles: Mapping[str, _Node]) -> Actor:
    offices = [
        Office(body, role.text("begin"), role.text("end"))
        for role in (roles[post] for post in node.iris("role") if post in roles)
        for body in role.iris("in")
    ]
    return Actor(
        iri=iri,
        label=node.words(iri),
        kind=kind,
        country=node.text("country"),
        sector=node.text("sector"),
        aliases=node.iris(str(SKOS.altLabel)),
        offices=tuple(sorted(offices, key=lambda o: (o.begin or "", o.end or "9", o.body))),
    )


def _claim(iri: str, node: _Node) -> Claim:
    return Claim(
        iri=iri,
        event=node.text("event") or "",
        document=node.text("document") or "",
        quote=node.text("quote") or "",
        lang=node.lang("quote"),
        sources=node.iris("source"),
        speaks_for=node.iris("speaksFor"),
        told_to=node.iris("toldTo"),
        channel=", ".join(node.iris("channel")),
        said_on=node.text("saidOn"),
        public_on=node.text("madePublicOn"),
        modality=node.local("modality") or "",
        polarity=node.local("polarity") or "",
        certainty=node.local("certainty") or "",
        condition=node.text("conditionText") or "",
        date_words=node.text("dateText") or "",
        start=node.whole("charStart"),
        end=node.whole("charEnd"),
        contradicts=node.iris("contradicts"),
        confirms=node.iris("confirms"),
        in_title=node.text("inTitle") == "true",
    )


def _source(iri: str, node: _Node) -> Source:
    words = node.words(iri)
    return Source(
        iri=iri,
        label=words.id,
        lang=node.text(str(DCTERMS.language)) or "",
        issued=node.text(str(DCTERMS.issued)),
        publisher=node.text(str(DCTERMS.publisher)) or "",
        url=node.text(str(DCTERMS.source)) or "",
        text=node.text("fullText") or "",
        text_hash=node.text("textHash") or "",
        length=node.whole("textLength"),
    )


def _place(iri: str, node: _Node) -> Place:
    return Place(iri, node.words(iri), node.text("inCountry"), node.number("lat"), node.number("lon"))


def _event(iri: str, node: _Node, claims: Iterable[str]) -> Event:
    type_ = node.local("type") or "statement"
    return Event(
        iri=iri,
        label=node.words(iri),
        type=type_,
        root=node.local("rootType") or type_.partition("-")[0],
        status=node.local("status") or "unrealized",
        actors=node.iris("actor"),
        recipients=node.iris("recipient"),
        place=node.text("place"),
        date=node.text("date"),
        begin=node.text("begin"),
        end=node.text("end"),
        edtf=node.text("edtf"),
        precision=node.local("precision"),
        content=node.iris("content"),
        condition=node.iris("condition"),
        after=node.iris("after"),
        part_of=node.iris("partOf"),
        claims=tuple(sorted(claims)),
    )


def _events(nodes: Mapping[str, _Node], claims: Mapping[str, Claim]) -> dict[str, Event]:
    """Return one event for each set of events held to be the same."""
    told: defaultdict[str, list[str]] = defaultdict(list)
    for claim in claims.values():
        told[claim.event].append(claim.iri)
    plain = {iri: _event(iri, node, told[iri]) for iri, node in nodes.items()}
    canon = _canonical(plain, nodes)
    groups: defaultdict[str, list[Event]] = defaultdict(list)
    for iri, event in plain.items():
        groups[canon[iri]].append(event)
    return {iri: _one(plain[iri], group, canon) for iri, group in sorted(groups.items())}


def _canonical(events: Mapping[str, Event], nodes: Mapping[str, _Node]) -> dict[str, str]:
    """Return the event that stands for each: the fullest of those linked as the same."""
    group = {iri: {iri} for iri in events}
    for iri, node in nodes.items():
        for other in node.iris("sameEventAs"):
            if other in group and group[other] is not group[iri]:
                group[iri] |= group[other]
                for member in group[other]:
                    group[member] = group[iri]
    best = {id(g): min(g, key=lambda iri: _fullness(events[iri])) for g in group.values()}
    return {iri: best[id(members)] for iri, members in group.items()}


def _fullness(event: Event) -> tuple[int, bool, int, str]:
    """Sort key: most parties first, then an exact day, then the most claims, then the IRI."""
    parties = len(event.actors) + len(event.recipients)
    return -parties, event.precision != "day", -len(event.claims), event.iri


def _one(event: Event, group: Iterable[Event], canon: Mapping[str, str]) -> Event:
    members = list(group)

    def joined(name: str) -> tuple[str, ...]:
        iris = {canon[iri] for one in members for iri in getattr(one, name) if iri in canon}
        return tuple(sorted(iris - {event.iri}))

    return replace(
        event,
        content=joined("content"),
        condition=joined("condition"),
        after=joined("after"),
        part_of=joined("part_of"),
        claims=tuple(sorted(iri for one in members for iri in one.claims)),
        merged=tuple(sorted(one.iri for one in members if one.iri != event.iri)),
    )


def _with_strangers(
    actors: dict[str, Actor], events: Iterable[Event], claims: Iterable[Claim]
) -> dict[str, Actor]:
    """Return the actors with those added that are named but not described, so that each look-up succeeds."""
    named = {iri for event in events for iri in (*event.actors, *event.recipients)}
    for claim in claims:
        named.update(claim.sources, claim.speaks_for, claim.told_to)
    named.update(actor.country for actor in actors.values() if actor.country)
    named.update(office.body for actor in actors.values() for office in actor.offices)
    for iri in named - actors.keys():
        name = local_name(iri).removeprefix("x-").replace("-", " ")
        actors[iri] = Actor(iri, Words(name, name), "Organization", None, None, (), ())
    return actors


def _types() -> dict[str, EventKind]:
    return {
        local: EventKind(
            local,
            info.root,
            Words(info.labels.get("id", local), info.labels.get("en", local)),
            info.quad,
            info.symmetric,
        )
        for local, info in sorted(load_scheme().types.items())
    }
