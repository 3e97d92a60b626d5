"""The shipped gazetteer as the store's reference data."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from linimasa.lexicon.gazetteer import Gazetteer, Group, Office, Organisation, Person, State, items, load
from linimasa.model.terms import ActorKind
from linimasa.store.facts import ActorFacts, PlaceFacts, RoleFacts


class GazetteerReference:
    """Answers what an actor or place is from the gazetteer's tables."""

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        self._gazetteer = load() if gazetteer is None else gazetteer

    def actor(self, local: str) -> ActorFacts | None:
        """Return the facts of the actor with this local name."""
        tables = self._gazetteer
        if (state := self._states.get(local)) is not None:
            return self._state(state)
        if (body := tables.organisations.get(local)) is not None:
            return self._organisation(body)
        if (group := tables.groups.get(local)) is not None:
            return _group(group)
        person = tables.persons.get(local)
        return None if person is None else _person(person, tables.careers.get(local, ()))

    def place(self, local: str) -> PlaceFacts | None:
        """Return the facts of the place with this local name; a state's land goes by the state's name."""
        place = self._gazetteer.places.get(local)
        if place is not None:
            lat, lon = _degrees(place.lat), _degrees(place.lon)
            return PlaceFacts(place.name_en, place.name_id or place.name_en, place.country or None, lat, lon)
        state = self._states.get(local)
        return None if state is None else PlaceFacts(state.name_en, state.name_id, state.code)

    def party(self, code: str) -> str | None:
        """Return the local name of the state or organisation that a code stands for."""
        state = self._gazetteer.states.get(code)
        return state.id if state is not None else self._codes.get(code, code.lower())

    @cached_property
    def _states(self) -> dict[str, State]:
        return {state.id: state for state in self._gazetteer.states.values()}

    @cached_property
    def _codes(self) -> dict[str, str]:
        """Organisations by acronym: the organisation itself, not one of its bodies."""
        found: dict[str, str] = {}
        for body in sorted(self._gazetteer.organisations.values(), key=lambda b: (b.kind != "igo", b.id)):
            if body.code and (body.code not in found or body.id == body.code.lower()):
                found[body.code] = body.id
        return found

    @cached_property
    def _aliases(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """Strong names and aliases of states by code and language."""
        found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for name in self._gazetteer.state_names:
            if (
                name.strength == "strong"
                and name.kind in ("name", "alias")
                and name.lang in ("id", "en", "*")
            ):
                for lang in ("id", "en") if name.lang == "*" else (name.lang,):
                    found[name.code, lang].add(name.name)
        return {key: tuple(sorted(names)) for key, names in found.items()}

    def _state(self, state: State) -> ActorFacts:
        return ActorFacts(
            kind=ActorKind.STATE,
            name_en=state.name_en,
            name_id=state.name_id,
            code=state.code,
            country=state.code,
            sector="GOV",
            qid=state.qid or None,
            aliases_en=self._aliases.get((state.code, "en"), ()),
            aliases_id=self._aliases.get((state.code, "id"), ()),
        )

    def _organisation(self, body: Organisation) -> ActorFacts:
        country = body.country if body.country in self._gazetteer.states else None
        return ActorFacts(
            kind=ActorKind.ORGANISATION,
            name_en=body.name_en,
            name_id=body.name_id or body.name_en,
            code=body.code or None,
            country=country,
            sector=body.sector or None,
            qid=body.qid or None,
            aliases_en=items(body.aliases_en),
            aliases_id=items(body.aliases_id),
        )


def _group(group: Group) -> ActorFacts:
    return ActorFacts(
        kind=ActorKind.GROUP,
        name_en=group.name_en,
        name_id=group.name_id or group.name_en,
        country=group.country or None,
        sector=group.sector or None,
        qid=group.qid or None,
        aliases_en=items(group.aliases_en),
        aliases_id=items(group.aliases_id),
    )


def _person(person: Person, career: tuple[Office, ...]) -> ActorFacts:
    return ActorFacts(
        kind=ActorKind.PERSON,
        name_en=person.name,
        name_id=person.name_id or person.name,
        country=person.country or None,
        qid=person.qid or None,
        aliases_en=items(person.aliases),
        aliases_id=items(person.aliases),
        roles=tuple(
            RoleFacts(
                office=row.office,
                body=row.body,
                country=row.country or None,
                title_en=row.title_en,
                title_id=row.title_id,
                begin=row.start or None,
                end=row.end or None,
            )
            for row in career
        ),
    )


def _degrees(value: str) -> float | None:
    return float(value) if value else None
