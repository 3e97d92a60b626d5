"""The events of a graph as rows that exporters share: who, what, when, where, by which documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rdflib import Dataset, URIRef
from rdflib.namespace import DCTERMS

from linimasa.analyse import Claim, Event, Scene, read_scene
from linimasa.export.select import EVERYTHING, Selection
from linimasa.model.iri import BASE, local_name
from linimasa.model.shown import shown_words
from linimasa.store import Names


@dataclass(frozen=True, slots=True)
class Party:
    """An actor: IRI, names, class, the alpha-3 code of its state, and its sector."""

    iri: str
    name_en: str
    name_id: str
    kind: str
    code: str
    sector: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A document that tells of an event, and its words."""

    document: str
    published: str
    title: str
    publisher: str
    url: str
    quote: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event. Days are ISO days, "" where unknown; `status` is the consolidated one."""

    iri: str
    label_en: str
    label_id: str
    type: str
    mode: str
    status: str
    date: str
    begin: str
    end: str
    edtf: str
    precision: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: str
    lat: str
    lon: str
    sources: tuple[Source, ...]

    @property
    def fact(self) -> bool:
        """Whether the event is held to have happened or to go on; all else is a plan, a word or a dispute."""
        return self.status in FACTS

    @property
    def last(self) -> str:
        """The last day, "" where it is open or unknown."""
        return self.end or (self.date if self.precision == "day" else "")


#: The statuses of what is held to be so.
FACTS = frozenset({"occurred", "ongoing"})


def event_rows(dataset: Dataset, base: str = BASE, selection: Selection = EVERYTHING) -> tuple[EventRow, ...]:
    """Return the events of a graph by day (undated last), then IRI; linked events are one row."""
    rows = _Rows(dataset, base)
    chosen = (
        event
        for event in rows.scene.events.values()
        if selection.holds(event.date or "", event.begin or "", event.end or "")
    )
    return tuple(sorted(map(rows.row, chosen), key=lambda row: (row.date or "9999", row.iri)))


class _Rows:
    """Turns the records of a scene into rows."""

    def __init__(self, dataset: Dataset, base: str) -> None:
        self.dataset = dataset
        self.names = Names(base)
        self.scene: Scene = read_scene(dataset, base)

    def row(self, event: Event) -> EventRow:
        """Return an event as a row."""
        place = event.place
        claims = [self.scene.claims[iri] for iri in event.claims]
        return EventRow(
            iri=event.iri,
            label_en=event.label.en,
            label_id=event.label.id,
            type=event.root.upper(),
            mode=event.type.removeprefix(event.root).removeprefix("-"),
            status=event.status,
            date=event.date or "",
            begin=event.begin or "",
            end=event.end or "",
            edtf=event.edtf or "",
            precision=event.precision or "",
            actors=self._parties(event.actors),
            recipients=self._parties(event.recipients),
            place=self.scene.places[place].label.en if place and place in self.scene.places else "",
            lat="" if place is None else self._text(place, self.names.lini("lat")),
            lon="" if place is None else self._text(place, self.names.lini("lon")),
            sources=tuple(sorted(map(self._source, claims), key=_by_day)),
        )

    def _parties(self, actors: Iterable[str]) -> tuple[Party, ...]:
        return tuple(map(self._party, actors))

    def _party(self, iri: str) -> Party:
        actor = self.scene.actors[iri]
        code = "" if actor.country is None else self._text(actor.country, self.names.lini("iso3"))
        return Party(iri, actor.label.en, actor.label.id, actor.kind, code, actor.sector or "")

    def _source(self, claim: Claim) -> Source:
        found = self.scene.documents.get(claim.document)
        quote = shown_words(claim.quote, claim.start, claim.end)
        if found is None:
            return Source(local_name(claim.document), "", "", "", "", quote, claim.start, claim.end)
        name = self._text(found.iri, DCTERMS.identifier) or local_name(found.iri)
        return Source(
            document=name,
            published=found.issued or "",
            title=found.label,
            publisher=found.publisher,
            url=found.url,
            quote=quote,
            start=claim.start,
            end=claim.end,
        )

    def _text(self, subject: str, predicate: URIRef) -> str:
        values = self.dataset.objects(URIRef(subject), predicate)
        return min(map(str, values), default="")


def _by_day(source: Source) -> tuple[str, str, str]:
    return source.published or "9999", source.document, source.quote
