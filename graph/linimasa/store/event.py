"""The triples of events: what each is, between whom, when and where, and the direct triples that follow.

One event at a time, so that a graph of any size can be written event by event.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import Literal, URIRef
from rdflib.namespace import RDF, RDFS

from linimasa.resolve import Happening
from linimasa.resolve.identity import place_of
from linimasa.store.cast import Cast
from linimasa.store.direct import pairs
from linimasa.store.labels import LANGUAGES, load_wording
from linimasa.store.reference import Triple
from linimasa.store.scheme import Scheme, TypeInfo
from linimasa.store.vocab import EDTF_TYPE, Names, day


@dataclass(frozen=True, slots=True)
class EventWriter:
    """Describes events; the cast must know all their parties."""

    names: Names
    scheme: Scheme
    cast: Cast

    def info(self, event: Happening) -> TypeInfo:
        """Return the type of an event: its mode's own where the ontology has it."""
        return self.scheme.of(event.type, event.mode)

    def triples(self, event: Happening) -> Iterator[Triple]:
        """Yield the description of an event; its status and direct triples are told elsewhere."""
        node, info, lini = self.names.moved(event.iri), self.info(event), self.names.lini
        yield node, RDF.type, lini("Event")
        yield node, lini("type"), self.names.of("typ", info.local)
        yield node, lini("rootType"), self.names.of("typ", info.root)
        for lang in LANGUAGES:
            yield node, RDFS.label, Literal(self._label(event, info, lang), lang=lang)
        for name, side in (("actor", event.actors), ("recipient", event.recipients)):
            for who in side:
                yield node, lini(name), self.names.moved(who.iri)
        for party in sorted(self._parties(event)):
            yield node, lini("party"), self.names.moved(party)
        yield from self._when(node, event)
        if event.place is not None:
            yield node, lini("place"), self.names.moved(place_of(event.place))
        for word in event.context:
            yield node, lini("context"), Literal(word)
        for name, iris in (("content", event.contents), ("condition", event.conditions)):
            for iri in iris:
                yield node, lini(name), self.names.moved(iri)

    def direct(self, event: Happening, kind: str | None) -> Iterator[Triple]:
        """Yield the direct triples of an event in a family (`rel`, `plan`), none for None."""
        info = self.info(event)
        if kind is None or info.predicate is None:
            return
        predicate = self.names.of(kind, info.predicate)
        actors, recipients = ([who.iri for who in side] for side in (event.actors, event.recipients))
        for a, b in pairs(actors, recipients, info, self.cast.country):
            yield self.names.moved(a), predicate, self.names.moved(b)

    def _label(self, event: Happening, info: TypeInfo, lang: str) -> str:
        actors, recipients = (
            list(dict.fromkeys(self.cast.actor(who.iri).name(lang) for who in side))
            for side in (event.actors, event.recipients)
        )
        return load_wording()[lang].label(info, lang, actors, recipients, event.when)

    def _parties(self, event: Happening) -> set[str]:
        date = None if event.when is None else event.when.date
        found = {self.cast.stood_for(who.iri, who.code, date) for who in (*event.actors, *event.recipients)}
        return {party for party in found if party is not None}

    def _when(self, node: URIRef, event: Happening) -> Iterator[Triple]:
        when, lini = event.when, self.names.lini
        if when is None:
            return
        for name, value in (("date", when.date), ("begin", when.begin), ("end", when.end)):
            if value is not None:
                yield node, lini(name), day(value)
        if when.edtf is not None:
            yield node, lini("edtf"), Literal(when.edtf, datatype=EDTF_TYPE)
        yield node, lini("precision"), lini(when.precision.value)
