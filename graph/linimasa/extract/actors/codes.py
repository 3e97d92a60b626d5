"""For whom a name stands: the code, sector and country of readings on a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from linimasa.lexicon.gazetteer import Gazetteer, Office, Person
from linimasa.lexicon.names import NameKind, Reading

_STATE_KINDS = (NameKind.STATE, NameKind.DEMONYM, NameKind.CAPITAL, NameKind.SEAT)
#: Organisations that act for no state.
_PRIVATE = frozenset({"media", "company", "ngo"})
#: The sector of a person by the office held; all others are GOV.
_OFFICE_SECTORS = {
    "commander": "MIL",
    "parliament-speaker": "LEG",
    "party-leader": "PTY",
    "group-leader": "REB",
    "first-lady": "ELI",
}


def reading_code(gazetteer: Gazetteer, reading: Reading, day: str | None) -> str | None:
    """Return the ISO code or acronym that a reading stands for on a day, None where it has none."""
    if reading.kind in _STATE_KINDS:
        return reading.key
    if reading.kind is NameKind.ORGANISATION:
        return gazetteer.organisations[reading.key].code or None
    if reading.kind is NameKind.GROUP:
        group = gazetteer.groups[reading.key]
        return group.code if group.code and day is not None and day >= group.code_from else None
    if reading.kind is NameKind.PERSON:
        return person_code(gazetteer, gazetteer.persons[reading.key], day)
    return gazetteer.places[reading.key].country or None


def owner_code(
    gazetteer: Gazetteer, readings: Iterable[Reading], day: str | None, support: Counter[str]
) -> str | None:
    """Return the one code of an owner's readings: the best supported where a name is several states'."""
    codes: dict[str, bool] = {}
    rank: NameKind | None = None
    for reading in readings:
        if rank is not None and reading.kind != rank and codes:
            break
        rank = reading.kind
        code = reading_code(gazetteer, reading, day)
        if reading.kind is NameKind.ORGANISATION and code is None:
            row = gazetteer.organisations[reading.key]
            code = None if row.kind in _PRIVATE else row.country or None
        if code is not None:
            codes[code] = codes.get(code, False) or reading.strong
    if len(codes) <= 1:
        return next(iter(codes), None)
    strong = [code for code, sure in codes.items() if sure]
    pool = strong or list(codes)
    if len(pool) == 1:
        return pool[0]
    ranked = sorted(pool, key=lambda code: (-support[code], code))
    return ranked[0] if support[ranked[0]] > support[ranked[1]] else None


def person_codes(gazetteer: Gazetteer, person: Person) -> frozenset[str]:
    """Return all codes that a person ever stood for."""
    return frozenset({person.country, *(row.country for row in gazetteer.careers.get(person.id, ()))} - {""})


def person_code(gazetteer: Gazetteer, person: Person, day: str | None) -> str | None:
    """Return whom a person stands for: the organisation led on that day, else the own country."""
    rows = gazetteer.career(person.id, day)
    codes = {row.country for row in rows}
    if rows and day is not None and person.country not in codes and len(codes) == 1:
        return codes.pop()
    ever = {row.country for row in gazetteer.careers.get(person.id, ())}
    if len(ever) == 1 and not ever & gazetteer.states.keys():
        return ever.pop()  # known for an organisation's office only
    return person.country or None


def person_sector(gazetteer: Gazetteer, person: Person, day: str | None) -> str | None:
    """Return a person's sector on a day: by the office held then; ELI after the last office."""
    rows = gazetteer.careers.get(person.id, ())
    held = [row for row in rows if day is None or row.possible(day)]
    if held:
        return office_sector(gazetteer, min(held, key=lambda row: row.office in _OFFICE_SECTORS))
    return "ELI" if rows else None


def office_sector(gazetteer: Gazetteer, row: Office) -> str:
    """Return the sector of an office: that of its body where the body is an organisation."""
    if row.office in _OFFICE_SECTORS and row.office != "group-leader":
        return _OFFICE_SECTORS[row.office]
    group = gazetteer.groups.get(row.body)
    if group is not None:
        return group.sector
    body = gazetteer.organisations.get(row.body)
    if body is not None and body.sector in ("IGO", "SPY", "COP", "JUD", "BUS", "NGO"):
        return body.sector
    return _OFFICE_SECTORS.get(row.office, "GOV")
