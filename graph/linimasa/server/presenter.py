"""What templates are filled with: labels, addresses and marked sentences for one reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rdflib import Literal, URIRef
from rdflib.namespace import RDF
from rdflib.term import Node

from linimasa.analyse import Claim, Event, Scene, Source, Standing, standing
from linimasa.model.iri import local_name
from linimasa.model.shown import TextShown, shown_words
from linimasa.query.result import compact
from linimasa.render.dates import when
from linimasa.server.addresses import Addresses
from linimasa.server.marking import Piece, pieces
from linimasa.server.near import Near, Neighbours
from linimasa.server.ontology import term_label
from linimasa.server.views import View
from linimasa.server.wording import day_words, site_words


@dataclass(frozen=True, slots=True)
class Link:
    """A name with the address of its page (None where it has none)."""

    label: str
    href: str | None
    iri: str = ""


@dataclass(frozen=True, slots=True)
class Presenter:
    """Turns records into what one reader of one view sees."""

    view: View
    addresses: Addresses
    lang: str

    @property
    def words(self) -> Mapping[str, str]:
        """The words of the reader's language."""
        return site_words()[self.lang]

    @property
    def near(self) -> Neighbours:
        """What looks around in the graph."""
        return Neighbours(self.view.dataset, self.view.base)

    def link(self, iri: str) -> Link:
        """Return the name and address of an IRI."""
        return Link(self.label(iri), self.addresses.of(iri), iri)

    def links(self, iris: Iterable[str]) -> list[Link]:
        """Return the names and addresses of some IRIs, sorted by name."""
        return sorted(map(self.link, iris), key=lambda link: (link.label.casefold(), link.iri))

    def label(self, iri: str) -> str:
        """Return the name of an IRI: of the graph, of the ontology, else the IRI with its prefix."""
        if self.view.labels.known(iri):
            return self.view.labels.label(iri, self.lang)
        ontology = self.view.base + "ont#"
        if iri.startswith(ontology):
            return term_label(iri.removeprefix(ontology), self.lang)
        return compact(URIRef(iri), self.view.base)

    def day(self, day: str | None) -> str:
        """Return an ISO day in words."""
        return day_words(day, self.lang) if day else self.words["unknown_day"]

    def row(self, scene: Scene, iri: str) -> dict[str, Any]:
        """Return an event as a line of a list."""
        event = scene.events[iri]
        return {
            "link": self.link(iri),
            "when": when(event, self.lang, self.words),
            "status": event.status,
            "status_label": self.words["status_" + event.status],
            "quad": scene.kind_of(event).quad or 0,
            "type": Link(self.type_label(scene, event), self.addresses.of(self._type_iri(event))),
        }

    def rows(self, near: Near) -> list[dict[str, Any]]:
        """Return events as lines of a list."""
        return [self.row(near.scene, iri) for iri in near.events if iri in near.scene.events]

    def type_label(self, scene: Scene, event: Event) -> str:
        """Return the name of an event's type."""
        label = scene.kind_of(event).label
        return label.id if self.lang == "id" else label.en

    def standing(self, scene: Scene, event: Event) -> str:
        """Return in words that an event is disputed or told by one side alone, else nothing."""
        stands = standing(scene, event)
        return self.words["standing_claimed"] if stands is Standing.CLAIMED else ""

    def claim(self, scene: Scene, claim: Claim) -> dict[str, Any]:
        """Return a claim with its marked sentence, its speakers and its document."""
        title = self.near.text(URIRef(claim.iri), "inTitle") == "true"
        document = scene.documents.get(claim.document)
        return {
            "link": self.link(claim.iri),
            "anchor": local_name(claim.iri),
            "pieces": self._sentence(claim, title),
            "textless": not claim.quote,
            "lang": claim.lang or (document.lang if document else ""),
            "title": title,
            "voice": not claim.sources,
            "sources": self.links(claim.sources),
            "speaks_for": self.links(claim.speaks_for),
            "told_to": self.links(claim.told_to),
            "channel": claim.channel,
            "said": self.day(claim.said_on) if claim.said_on else "",
            "public": self.day(claim.public_on) if claim.public_on else "",
            "modality": term_label(claim.modality, self.lang),
            "negative": claim.polarity == "negative",
            "certainty": self.words.get("certainty_" + claim.certainty, claim.certainty),
            "sure": claim.certainty == "certain",
            "condition": claim.condition,
            "date_words": claim.date_words,
            "offsets": "" if claim.start is None else f"{claim.start}–{claim.end}",
            "confidence": self.near.text(URIRef(claim.iri), "confidence"),
            "against": [self._opponent(scene, iri) for iri in claim.contradicts],
            "event": self.link(claim.event),
            "document": self.document(document) if document else None,
        }

    def _opponent(self, scene: Scene, iri: str) -> Link:
        other = scene.claims.get(iri)
        voices = [self.label(who) for who in other.sources] if other else []
        label = ", ".join(sorted(voices)) or (self.words["document_voice"] if other else self.label(iri))
        return Link(label, self.addresses.of(iri), iri)

    def _sentence(self, claim: Claim, title: bool) -> list[Piece]:
        quote = shown_words(claim.quote, claim.start, claim.end)
        if not claim.quote:
            return [Piece(quote, ())]
        around = self.view.sentences.around(local_name(claim.document), claim.start, claim.end, title=title)
        if around is None or claim.start is None or claim.end is None:
            return [Piece(quote, (local_name(claim.iri),))]
        if around.text[claim.start - around.start : claim.end - around.start] != claim.quote:
            return [Piece(quote, (local_name(claim.iri),))]
        return pieces(around.text, around.start, [(claim.start, claim.end, local_name(claim.iri))])

    def document(self, source: Source) -> dict[str, Any]:
        """Return a document's line."""
        return {
            "link": self.link(source.iri),
            "issued": self.day(source.issued),
            "iso": source.issued or "",
            "publisher": source.publisher,
            "url": source.url,
            "lang": source.lang,
        }

    def properties(self, iri: str) -> list[dict[str, Any]]:
        """Return everything the graph says of a thing: a line a property with its values."""
        lines: dict[str, dict[str, Any]] = {}
        for predicate, value in self.near.properties(URIRef(iri)):
            if self.view.shown is TextShown.FULL and str(predicate).endswith("#fullText"):
                continue  # the text stands on the page itself
            name = "rdf:type" if predicate == RDF.type else self.label(str(predicate))
            line = lines.setdefault(
                str(predicate),
                {"link": Link(name, self.addresses.of(str(predicate)), str(predicate)), "values": []},
            )
            line["values"].append(self._value(value))
        return list(lines.values())

    def _value(self, value: Node) -> dict[str, Any]:
        if isinstance(value, Literal):
            return {"link": None, "text": str(value), "lang": value.language or ""}
        return {"link": self.link(str(value)), "text": "", "lang": ""}

    def named(self, iri: str, limit: int = 100) -> list[tuple[Link, Link]]:
        """Return who names a thing: the thing that does, and by which property."""
        found = self.near.named(URIRef(iri), limit)
        return [
            (self.link(str(s)), Link(self.label(str(p)), self.addresses.of(str(p)), str(p))) for s, p in found
        ]

    def _type_iri(self, event: Event) -> str:
        return f"{self.view.base}type/{event.type}"
