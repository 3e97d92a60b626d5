"""The gazetteer with a user's rows: theirs go before ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from linimasa.lexicon.additions import Additions, Row
from linimasa.lexicon.gazetteer import (
    Gazetteer,
    Group,
    Office,
    Organisation,
    Person,
    StateName,
    by_person,
    by_post,
    first_day,
    items,
    last_day,
)

#: Offices that one person holds at a time: a user's holder ends ours.
_SINGLE = frozenset(
    "head-of-state head-of-government foreign-minister defence-minister finance-minister interior-minister"
    " secretary-general high-representative commission-president council-president supreme-leader president"
    " parliament-speaker".split()
)
_SOURCE = "actors.csv"


@dataclass(slots=True)
class _Tables:
    """The tables while rows are added."""

    base: Gazetteer
    persons: dict[str, Person]
    organisations: dict[str, Organisation]
    groups: dict[str, Group]
    names: list[StateName]
    own: list[Office] = field(default_factory=list)

    def kind(self, row: Row) -> str:
        """Return what a row's actor is by the tables, "" where they don't have it."""
        for kind, table in (
            ("person", self.persons),
            ("organisation", self.organisations),
            ("group", self.groups),
        ):
            if row.id in table:
                return kind
        return "state" if row.id.upper() in self.base.states else ""


def extended(gazetteer: Gazetteer, additions: Additions) -> Gazetteer:
    """Return the gazetteer with the rows added; LexiconError names the row that doesn't fit."""
    if not additions.actors:
        return gazetteer
    tables = _Tables(
        gazetteer,
        dict(gazetteer.persons),
        dict(gazetteer.organisations),
        dict(gazetteer.groups),
        list(gazetteer.state_names),
    )
    for row in additions.actors:
        _add(tables, row)
    for row in additions.actors:
        if row.office:
            tables.own.append(_office(tables, row))
    offices = (*_kept(gazetteer.careers, tables.own), *tables.own)
    return replace(
        gazetteer,
        persons=MappingProxyType(tables.persons),
        organisations=MappingProxyType(tables.organisations),
        groups=MappingProxyType(tables.groups),
        state_names=tuple(tables.names),
        careers=MappingProxyType(by_person(offices)),
        offices=MappingProxyType(by_post(offices)),
    )


def _add(tables: _Tables, row: Row) -> None:
    known = tables.kind(row)
    if row.kind and known and row.kind != known:
        raise row.error(f"{row.id!r} is a {known} already; choose another id")
    kind = known or row.kind
    if not kind:
        raise row.error(f"{row.id!r} is new: set its kind to person, organisation or group")
    if not known and not row.name:
        raise row.error(f"{row.id!r} is new: give its name")
    if not known and kind == "state":
        raise row.error("states can't be added; use the three letters of a state that there is")
    if row.country and row.country not in tables.base.states:
        raise row.error(f"country {row.country!r} is no state; use the three letters of ISO 3166")
    if row.office and kind != "person":
        raise row.error("only persons hold offices")
    if kind == "person":
        tables.persons[row.id] = _person(row, tables.persons.get(row.id))
    elif kind == "organisation":
        tables.organisations[row.id] = _organisation(row, tables.organisations.get(row.id))
    elif kind == "group":
        tables.groups[row.id] = _group(row, tables.groups.get(row.id))
    else:
        tables.names.extend(_state_names(row))


def _joined(old: str, new: str) -> str:
    return "|".join(dict.fromkeys((*items(old), *items(new))))


def _person(row: Row, old: Person | None) -> Person:
    if old is None:
        old = Person(row.id, row.name, row.name_id or row.name, "", row.country, "", "", _SOURCE, "")
    # the name that the gazetteer uses stays an alias of the one that the user wants
    aliases = _joined(
        old.aliases, f"{old.name}|{row.aliases}" if row.name and row.name != old.name else row.aliases
    )
    return old._replace(
        name=row.name or old.name,
        name_id=row.name_id or row.name or old.name_id,
        aliases=aliases,
        country=row.country or old.country,
    )


def _organisation(row: Row, old: Organisation | None) -> Organisation:
    if old is None:
        sector = row.sector or "UNK"
        old = Organisation(row.id, "", row.name, "", "agency", sector, "", "", "", "", "", "", _SOURCE, "")
    return old._replace(
        name_en=row.name or old.name_en,
        name_id=row.name_id or row.name or old.name_id,
        code=row.code or old.code or row.country,
        sector=row.sector or old.sector,
        country=row.country or old.country,
        aliases_en=_joined(old.aliases_en, row.aliases),
        aliases_id=_joined(old.aliases_id, row.aliases),
    )


def _group(row: Row, old: Group | None) -> Group:
    if old is None:
        sector = row.sector or "UNK"
        old = Group(row.id, row.name, "", sector, "", "", "", "", "", "", "", "", _SOURCE, "")
    return old._replace(
        name_en=row.name or old.name_en,
        name_id=row.name_id or row.name or old.name_id,
        sector=row.sector or old.sector,
        country=row.country or old.country,
        code=row.code or old.code,
        code_from=old.code_from or ("0000-01-01" if row.code else ""),
        aliases_en=_joined(old.aliases_en, row.aliases),
        aliases_id=_joined(old.aliases_id, row.aliases),
    )


def _state_names(row: Row) -> list[StateName]:
    names = (row.name, row.name_id, *items(row.aliases))
    return [StateName(row.id.upper(), "*", n, "alias", "strong", _SOURCE, "") for n in names if n]


def _office(tables: _Tables, row: Row) -> Office:
    known = {office for office, _ in tables.base.offices}
    if row.office not in known:
        raise row.error(f"office {row.office!r} is none of {', '.join(sorted(known))}")
    country = row.code or row.country or tables.persons[row.id].country
    codes = {body.code for body in tables.organisations.values() if body.code}
    if country not in tables.base.states and country not in codes:
        raise row.error(f"{country!r} is neither a state nor an organisation's code; set country or code")
    body = row.body or country.lower()
    words = row.office.replace("-", " ").capitalize()
    state = tables.base.states.get(country)
    title = row.title_en or f"{words} of {state.name_en if state is not None else country}"
    return Office(
        row.id, row.office, body, country, title, row.title_id or title, row.start, row.end, _SOURCE, ""
    )


def _kept(careers: Mapping[str, tuple[Office, ...]], own: Sequence[Office]) -> list[Office]:
    """Return the shipped offices that the user's leave: shortened where theirs begin, dropped if inside."""
    posts = {(row.office, row.country) for row in own}
    kept = []
    for rows in careers.values():
        for row in rows:
            left: Office | None = row
            for ours in own if (row.office, row.country) in posts else ():
                left = _after(left, ours) if left is not None else None
            if left is not None:
                kept.append(left)
    return kept


def _after(row: Office, own: Office) -> Office | None:
    same = (row.office, row.country) == (own.office, own.country)
    if not same or (row.person != own.person and own.office not in _SINGLE):
        return row
    begin, end = first_day(own.start), last_day(own.end) if own.end else "9999"
    if (row.end and last_day(row.end) <= begin) or first_day(row.start) >= end:
        return row
    if row.person == own.person or first_day(row.start) >= begin:
        return None
    return row._replace(end=own.start)
