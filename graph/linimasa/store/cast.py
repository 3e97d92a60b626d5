"""Every actor and place of a graph, with what the records and the reference data say of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from linimasa.model.iri import BASE, actor_iri, local_name
from linimasa.model.statement import Attribution, EventPlace, Participant, Statement
from linimasa.model.terms import ActorKind
from linimasa.resolve.identity import actor_of, own_source, place_of, short_hash, told_to_of
from linimasa.store.facts import ActorFacts, PlaceFacts, Reference

_ACTOR = BASE + "actor/"

#: Languages whose words can stand as an Indonesian label.
_INDONESIAN = frozenset({"id", "ms"})


@dataclass(slots=True)
class _Seen:
    """What the records call an actor, counted."""

    names: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    kinds: Counter[ActorKind] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    sectors: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor with its facts. `country` is an alpha-3 code; `own` the document that alone knows it."""

    iri: str
    kind: ActorKind
    name_en: str
    name_id: str
    code: str | None
    country: str | None
    sector: str | None
    facts: ActorFacts | None
    own: str | None

    def name(self, lang: str) -> str:
        """Return the actor's name in a language."""
        return self.name_id if lang == "id" else self.name_en


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with its facts; `country` is an alpha-3 code."""

    iri: str
    name_en: str
    name_id: str
    country: str | None
    lat: float | None
    lon: float | None


class Cast:
    """Gathers actors and places from records, then answers what each is."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._seen: defaultdict[str, _Seen] = defaultdict(_Seen)
        self._own: dict[str, str] = {}
        self._places: defaultdict[str, Counter[tuple[str, str, float | None, float | None]]]
        self._places = defaultdict(Counter)
        self._states: set[str] = set()
        self._made: dict[str, Actor] = {}

    def read(self, statements: Iterable[Statement]) -> None:
        """Take in every participant, source and place of these statements."""
        for statement in statements:
            self._statement(statement)

    def _statement(self, statement: Statement) -> None:
        document = statement.doc.hash
        for event in (statement, statement.content, statement.condition):
            if event is None:
                continue
            for who in (*event.actors, *event.recipients):
                self._participant(who, document, statement.doc.lang)
            if event.place is not None:
                self._place(event.place)
        for source in statement.attributed_to:
            self._participant(source, document, statement.doc.lang)
            if source.speaks_for:
                self._mention(own_source(source.speaks_for, document), document)
            if source.told_to:
                iri = told_to_of(source.told_to, document)
                words = "" if "://" in source.told_to else source.told_to
                self._mention(iri, document, words, ActorKind.GROUP if words else None)

    def _participant(self, who: Participant | Attribution, document: str, lang: str) -> None:
        iri = actor_of(who, document)
        seen = self._mention(iri, document, who.name or who.text, who.kind)
        if lang in _INDONESIAN and who.kind is not ActorKind.PERSON:
            seen.words[who.text] += 1
        if who.code:
            seen.codes[who.code] += 1
            if who.kind is ActorKind.STATE:
                self._states.add(who.code)
        if who.sector:
            seen.sectors[who.sector] += 1
        if who.country:
            seen.countries[who.country] += 1
        literally = getattr(who, "literally", None)
        if literally:
            self.place(literally)

    def _mention(self, iri: str, document: str, name: str = "", kind: ActorKind | None = None) -> _Seen:
        seen = self._seen[iri]
        if name:
            seen.names[name] += 1
        if kind is not None:
            seen.kinds[kind] += 1
        if local_name(iri).startswith(short_hash(document) + "-"):
            self._own[iri] = document
        return seen

    def _place(self, place: EventPlace) -> None:
        facts = (place.name or place.text, place.country or "", place.lat, place.lon)
        self._places[place_of(place)][facts] += 1

    def place(self, local: str) -> str:
        """Take in a place known by its IRI or local name alone, and return its IRI."""
        iri = local if "/" in local else f"{BASE}place/{local}"
        self._places[iri].update(())
        return iri

    def add(self, iri: str) -> None:
        """Take in an actor known by its IRI alone."""
        self._seen[iri].names.update(())

    def party(self, code: str | None) -> str | None:
        """Return the IRI of the state or organisation with this code, taking it in."""
        local = None if not code else self._reference.party(code)
        if not local or not code:
            return None
        iri = actor_iri(local)
        if iri not in self._seen:
            self._seen[iri].codes[code] += 1
            self._made.pop(iri, None)
        return iri

    def actors(self) -> list[Actor]:
        """Return all actors taken in so far, sorted by IRI."""
        return [self.actor(iri) for iri in sorted(self._seen)]

    def actor(self, iri: str) -> Actor:
        """Return what an actor is."""
        if iri not in self._made:
            self._made[iri] = self._make(iri)
        return self._made[iri]

    def _make(self, iri: str) -> Actor:
        seen, local = self._seen[iri], local_name(iri)
        facts = self._reference.actor(local) if iri.startswith(_ACTOR) else None
        if facts is not None:
            return Actor(
                iri,
                facts.kind,
                facts.name_en,
                facts.name_id,
                facts.code,
                facts.country,
                facts.sector or _most(seen.sectors),
                facts,
                None,
            )
        own = self._own.get(iri)
        kind = self._kind(iri, seen)
        if kind is ActorKind.UNNAMED and own is None:
            kind = ActorKind.GROUP  # an unnamed source is always one document's own
        name = _most(seen.names) or self._spelt(local)
        code = _most(seen.codes)
        country = _most(seen.countries) or self._state_code(code, kind, local)
        words = _most(seen.words) or name
        return Actor(iri, kind, name, words, code, country, _most(seen.sectors), None, own)

    def _spelt(self, local: str) -> str:
        """Return the words of a local name that no record names; `usa-central-bank` is a state's body."""
        owner, _, body = local.partition("-")
        state = self._reference.actor(owner) if len(owner) == 3 and body else None
        if state is not None and state.kind is ActorKind.STATE:
            return f"{body.replace('-', ' ')} of {state.name_en}"
        return local.removeprefix("x-").replace("-", " ")

    def _kind(self, iri: str, seen: _Seen) -> ActorKind:
        kind = _most(seen.kinds)
        if kind is not None:
            return ActorKind(kind)
        code = _most(seen.codes)
        if code in self._states or (code and code.lower() == local_name(iri) and len(code) == 3):
            return ActorKind.STATE
        return ActorKind.ORGANISATION

    def _state_code(self, code: str | None, kind: ActorKind, local: str) -> str | None:
        """Return the code where it is a state's: an organisation's acronym is no country."""
        if code is None:
            return None
        if kind is ActorKind.STATE or code in self._states:
            return code
        known = self._reference.party(code)
        facts = None if known is None else self._reference.actor(known)
        if facts is not None:
            return code if facts.kind is ActorKind.STATE else None
        return code if len(code) == 3 and code.lower() != local else None

    def country(self, iri: str) -> str | None:
        """Return the IRI of the state that an actor belongs to; a state is its own."""
        actor = self.actor(iri)
        if actor.kind is ActorKind.STATE:
            return iri
        return self.party(actor.country)

    def stood_for(self, iri: str, code: str | None, day: str | None) -> str | None:
        """Return the state or organisation that an actor stood for on a day: by office, else by code."""
        facts = self.actor(iri).facts
        if facts is not None and day is not None:
            held = [role for role in facts.roles if role.country and role.held_on(day)]
            codes = {role.country for role in held}
            if len(codes) == 1:
                return self.party(codes.pop())
        return self.party(code or self.actor(iri).code or self.actor(iri).country)

    def spots(self) -> list[Spot]:
        """Return all places, sorted by IRI."""
        return [self._spot(iri) for iri in sorted(self._places)]

    def _spot(self, iri: str) -> Spot:
        known: PlaceFacts | None = self._reference.place(local_name(iri))
        if known is not None:
            return Spot(iri, known.name_en, known.name_id, known.country, known.lat, known.lon)
        told = self._places[iri]
        if not told:
            name = local_name(iri).removeprefix("x-").replace("-", " ")
            return Spot(iri, name, name, None, None, None)
        name, country, lat, lon = min(told, key=lambda key: (-told[key], str(key)))
        return Spot(iri, name, name, country or None, lat, lon)


def _most(count: Counter[str] | Counter[ActorKind]) -> str | None:
    """Return the most frequent value, the first in order where several are."""
    return min((str(value) for value in count), key=lambda v: (-count[v], v), default=None)  # type: ignore[index]
