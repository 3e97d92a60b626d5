"""Who the columns of an event table mean: names and codes to participants, by the gazetteer."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import lru_cache

from linimasa.exchange.tables import keyed
from linimasa.exchange.tally import Tally
from linimasa.lexicon.gazetteer import Gazetteer, Organisation
from linimasa.lexicon.names import NameKind, build, key_of
from linimasa.model.iri import actor_iri, place_iri, slug
from linimasa.model.statement import EventPlace, Participant
from linimasa.model.terms import ActorKind

#: Names remembered; more are looked up again.
_CACHED = 1 << 14

#: `Police (Kenya)`, `Member of Legislative (Govt) (Kenya)`, `Clergy (Holy See (Vatican City State))`.
_ROLE = re.compile(r"(.+) \(([^()]+(?: \([^()]*\))?)\)\Z")


class Parties:
    """Answers who a name or a code means, and counts those that the tables don't know."""

    def __init__(self, gazetteer: Gazetteer, tally: Tally) -> None:
        self._gazetteer = gazetteer
        self._tally = tally
        self._index = build(gazetteer, "en")
        self._roles = keyed("roles.csv", "role sector bodies")
        self._types = keyed("actor_types.csv", "code sector name bodies")
        self._groups = keyed("known_groups.csv", "code actor")
        self._old = keyed("old_countries.csv", "code state")
        self._spelt = {key_of(name): row[0] for name, row in keyed("names.csv", "name actor").items()}
        self._usual = {key_of(name.name) for name in gazetteer.state_names if name.kind == "name"}
        self._ends = _ends(gazetteer)
        self._known = lru_cache(_CACHED)(self._look_up)

    def named(
        self, name: str, day: str | None = None, state: Participant | None = None, sector: str | None = None
    ) -> Participant:
        """Return who a name means; one that nobody knows is an actor of its own, told by its name.

        `Police (Kenya)` is a body of a state. `day` (ISO) decides for whom a person stands; `state` and
        `sector` are what the table says of a stranger.
        """
        plain = " ".join(name.split())
        found = self._known(plain)
        if found is None:
            self._tally.strange("actor name", plain)
            return _stranger(plain, state, sector)
        if found.kind is ActorKind.GROUP and found.sector is None:
            self._tally.strange("role", plain.partition(" (")[0])
        return self._on_day(found, day) if found.kind is ActorKind.PERSON else found

    def known(self, name: str, day: str | None = None) -> Participant | None:
        """Return who a name means, None where the gazetteer doesn't know it."""
        found = self._known(" ".join(name.split()))
        if found is not None and found.kind is ActorKind.PERSON:
            return self._on_day(found, day)
        return found

    def state(self, code: str) -> Participant | None:
        """Return the state with an alpha-3 code (also a former one of CAMEO's), None where there is none."""
        code = self._old.get(code, (code,))[0]
        state = self._gazetteer.states.get(code)
        if state is None:
            return None
        return Participant(
            0, 0, state.name_en, actor_iri(state.id), state.name_en, ActorKind.STATE, code, "GOV"
        )

    def group(self, code: str) -> Participant | None:
        """Return the body with a CAMEO code of known groups (`UNO`, `NAT`), None where there is none."""
        row = self._groups.get(code)
        return None if row is None else self.body(row[0])

    def body(self, local: str) -> Participant | None:
        """Return an organisation or armed group of the gazetteer by its id."""
        body = self._gazetteer.organisations.get(local)
        if body is not None:
            return _organisation(body)
        group = self._gazetteer.groups.get(local)
        if group is None:
            return None
        iri = actor_iri(group.id)
        return Participant(
            0, 0, group.name_en, iri, group.name_en, ActorKind.GROUP, None, group.sector, None, group.country
        )

    def part(self, state: Participant, code: str) -> Participant:
        """Return the part of a state that an actor type (`MIL`, `COP`) means; an unknown type is counted."""
        row = self._types.get(code)
        if row is None:
            self._tally.strange("actor type", code)
            return state
        sector, words, bodies = row
        for body in bodies.split("|"):
            known = self.body(f"{(state.code or '').lower()}-{body}") if body else None
            if known is not None:
                return known
        name = f"{words[:1].upper()}{words[1:]} of {state.name}"
        iri = actor_iri(f"x-{slug(words)}-of-{slug(state.name or state.text)}")
        return Participant(0, 0, name, iri, name, ActorKind.GROUP, state.code, sector)

    def sector(self, code: str) -> str | None:
        """Return the sector of an actor type of CAMEO or PLOVER; an unknown type is counted, None."""
        row = self._types.get(code)
        if row is None:
            self._tally.strange("actor type", code)
        return None if row is None else row[0]

    def country(self, name: str) -> Participant | None:
        """Return the state that a column of countries names; one that nobody knows is counted, None."""
        plain = " ".join(name.split())
        if not plain:
            return None
        found = self._known(plain)
        if found is None or found.kind is not ActorKind.STATE:
            self._tally.strange("country", plain)
            return None
        return found

    def place(self, name: str, state: Participant | None, lat: str = "", lon: str = "") -> EventPlace | None:
        """Return a place by name, None for no name; the gazetteer's where it lies in that state or it is one.

        Coordinates are in degrees; a pair that is no pair of numbers is left out.
        """
        plain = " ".join(name.split())
        if not plain:
            return None
        country = state.code if state is not None and state.kind is ActorKind.STATE else None
        for reading in self._index.readings.get(key_of(plain), ()):
            if reading.kind is NameKind.STATE and reading.strong:
                land = self._gazetteer.states[reading.key]
                return EventPlace(0, 0, plain, place_iri(land.id), land.name_en, land.code)
            if reading.kind in (NameKind.PLACE, NameKind.CAPITAL):
                known = self._gazetteer.places.get(
                    slug(plain) if reading.kind is NameKind.CAPITAL else reading.key
                )
                if known is not None and country in (None, known.country):
                    return EventPlace(0, 0, plain, place_iri(known.id), known.name_en, known.country or None)
        where = _degrees(lat), _degrees(lon)
        lat_, lon_ = where if None not in where else (None, None)
        local = f"x-{slug(plain)}" + (f"-{country.lower()}" if country else "")
        return EventPlace(0, 0, plain, place_iri(local), plain, country, lat_, lon_)

    def _look_up(self, name: str) -> Participant | None:
        key = key_of(name)
        if key in self._spelt:
            return self.local(self._spelt[key], name)
        role = _ROLE.match(name)
        if role is not None:
            return self._role(role[1], role[2])
        readings = self._index.readings.get(key, ())
        # As the whole of a cell "Turkey" is the state, though in a text it may be a bird; "Congo" stays open.
        states = [r for r in readings if r.kind is NameKind.STATE and (r.strong or key in self._usual)]
        if len(states) == 1:
            return self._renamed(self.state(states[0].key), name)
        for reading in readings:
            if reading.strong and reading.kind in (NameKind.ORGANISATION, NameKind.GROUP, NameKind.PERSON):
                return self.local(reading.key, name)
        return self._person(self._ends.get(_first_last(name), ""), name)

    def local(self, local: str, name: str) -> Participant | None:
        """Return who an id of the gazetteer means, under the name that the table gives them; else None."""
        found = self.state(local.upper()) or self.body(local) or self._person(local, name)
        return self._renamed(found, name)

    @staticmethod
    def _renamed(found: Participant | None, name: str) -> Participant | None:
        return None if found is None else replace(found, text=name)

    def _person(self, local: str, name: str) -> Participant | None:
        person = self._gazetteer.persons.get(local)
        if person is None:
            return None
        iri, code = actor_iri(person.id), person.country or None
        return Participant(0, 0, name, iri, person.name, ActorKind.PERSON, code, None)

    def _on_day(self, found: Participant, day: str | None) -> Participant:
        """Return a person with the state or body that they stood for on a day."""
        career = self._gazetteer.career((found.actor or "").rpartition("/")[2], day) if day else ()
        codes = {office.country for office in career if office.country}
        if not codes:
            return found
        return replace(found, code=codes.pop() if len(codes) == 1 else found.code, sector="GOV")

    def _role(self, role: str, owner: str) -> Participant | None:
        """Return a part of a state or group written as `Police (Kenya)`, None where the owner isn't known."""
        whole, text = self._look_up(owner), f"{role} ({owner})"
        if whole is None or whole.kind is ActorKind.PERSON:
            return None
        if whole.kind is not ActorKind.STATE or whole.code is None:
            return replace(whole, text=text)  # the fighters of a group are the group
        sector, bodies = self._roles.get(role, ("", ""))
        if role == "Government":
            return replace(whole, text=text)
        for body in bodies.split("|"):
            known = self.body(f"{whole.code.lower()}-{body}") if body else None
            if known is not None:
                return replace(known, text=text)
        iri = actor_iri(f"x-{slug(role)}-of-{slug(whole.name or owner)}")
        return Participant(0, 0, text, iri, text, ActorKind.GROUP, whole.code, sector or None)


def _stranger(name: str, state: Participant | None, sector: str | None) -> Participant:
    code = None if state is None else state.code
    iri = actor_iri(f"x-{slug(name)}")
    return Participant(0, 0, name, iri, name, ActorKind.ORGANISATION, code, sector)


def _organisation(body: Organisation) -> Participant:
    iri = actor_iri(body.id)
    code = body.code or None
    kind = ActorKind.ORGANISATION
    return Participant(0, 0, body.name_en, iri, body.name_en, kind, code, body.sector or None)


def _first_last(name: str) -> tuple[str, str]:
    words = key_of(name).split()
    return (words[0], words[-1]) if len(words) > 2 else ("", "")


def _ends(gazetteer: Gazetteer) -> dict[tuple[str, str], str]:
    """Return persons by first and last word of their names, where one alone has them.

    Event tables write middle names and patronymics ("Sergey Viktorovich Lavrov") that news leaves out.
    """
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for person in gazetteer.persons.values():
        words = key_of(person.name).split()
        if len(words) > 1:
            found[words[0], words[-1]].add(person.id)
    return {ends: ids.pop() for ends, ids in found.items() if len(ids) == 1}


def _degrees(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if -180 <= value <= 180 else None
