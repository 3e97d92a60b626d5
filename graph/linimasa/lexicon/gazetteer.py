"""The gazetteer: states, organisations, armed groups, persons with dated offices, places.

`load()` reads the CSV tables of `data/gazetteer` into frozen tables; nothing is cached on disk. The rows are
named tuples rather than dataclasses because some ten thousand of them are made at every start. A row that
breaks the format is refused with its file and line. Lists inside a field are split by `|` only where used.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from linimasa import resources
from linimasa.errors import LexiconError

#: Letters that may stand in a `sector` column (PLOVER's, with IGO and UNK).
SECTORS = frozenset(
    "GOV MIL LEG JUD SPY COP PTY OPP REB PRM UAF CRM CVL EDU MED JRN BUS NGO LAB REL REF SOC ELI IGO"
    " UNK".split()
)


class State(NamedTuple):
    """A state or territory; `code` is ISO 3166 alpha-3, `id` its local name."""

    code: str
    id: str
    name_en: str
    name_id: str
    kind: str
    qid: str
    source: str
    checked: str


class StateName(NamedTuple):
    """A name of a state: name, alias, demonym, capital or seat; strong or weak; `lang` `*` for any."""

    code: str
    lang: str
    name: str
    kind: str
    strength: str
    source: str
    checked: str


class Organisation(NamedTuple):
    """An international organisation, ministry, army, agency, medium, company or party."""

    id: str
    code: str
    name_en: str
    name_id: str
    kind: str
    sector: str
    country: str
    aliases_en: str
    aliases_id: str
    since: str
    until: str
    qid: str
    source: str
    checked: str


class WeakName(NamedTuple):
    """A name of an organisation that needs support, since it also means other things."""

    organisation: str
    lang: str
    name: str
    source: str
    checked: str


class Member(NamedTuple):
    """A state's membership of an organisation, with days or years."""

    organisation: str
    state: str
    start: str
    end: str
    source: str
    checked: str


class Group(NamedTuple):
    """An armed group or de facto authority; `code` counts from `code_from` on."""

    id: str
    name_en: str
    name_id: str
    sector: str
    country: str
    aliases_en: str
    aliases_id: str
    code_from: str
    code: str
    since: str
    until: str
    qid: str
    source: str
    checked: str


class Person(NamedTuple):
    """A person; `name` is the usual English name."""

    id: str
    name: str
    name_id: str
    aliases: str
    country: str
    gender: str
    qid: str
    source: str
    checked: str


class Office(NamedTuple):
    """A person's office with its bounds (ISO day, month or year; an empty end is today or unknown)."""

    person: str
    office: str
    body: str
    country: str
    title_en: str
    title_id: str
    start: str
    end: str
    source: str
    checked: str

    def certain(self, day: str) -> bool:
        """Whether the office was surely held on this ISO day."""
        return last_day(self.start) <= day and (not self.end or day <= first_day(self.end))

    def possible(self, day: str) -> bool:
        """Whether the office may have been held on this ISO day."""
        return first_day(self.start) <= day and (not self.end or day <= last_day(self.end))


class Place(NamedTuple):
    """A city, region, water, building …; contested places name their claimants and have no `country`."""

    id: str
    name_en: str
    name_id: str
    kind: str
    country: str
    claimants: str
    aliases_en: str
    aliases_id: str
    lat: str
    lon: str
    source: str
    checked: str


def first_day(value: str) -> str:
    """Return the first ISO day of an ISO day, month or year ("" gives a day before all others)."""
    if len(value) == 10:
        return value
    return value + "-01-01"[3 * (len(value) == 7) :] if value else "0000-01-01"


def last_day(value: str) -> str:
    """Return the last ISO day of an ISO day, month or year ("" gives a day before all others)."""
    if len(value) == 10:
        return value
    return value + "-12-31"[3 * (len(value) == 7) :] if value else "0000-01-01"


def items(field: str) -> tuple[str, ...]:
    """Return the items of a field that is a list."""
    return tuple(part for part in field.split("|") if part) if field else ()


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All tables, keyed; `offices` by (office, country), `careers` by person."""

    states: Mapping[str, State]
    state_names: tuple[StateName, ...]
    organisations: Mapping[str, Organisation]
    weak_names: tuple[WeakName, ...]
    members: tuple[Member, ...]
    groups: Mapping[str, Group]
    persons: Mapping[str, Person]
    careers: Mapping[str, tuple[Office, ...]]
    offices: Mapping[tuple[str, str], tuple[Office, ...]]
    places: Mapping[str, Place]

    def holders(self, offices: Iterable[str], country: str, day: str) -> tuple[Office, ...]:
        """Return who held one of these offices for a country or organisation on an ISO day.

        Sure holders go before possible ones; more than one row means that the tables can't tell.
        """
        rows = [row for office in offices for row in self.offices.get((office, country), ())]
        return tuple(row for row in rows if row.certain(day)) or tuple(
            row for row in rows if row.possible(day)
        )

    def career(self, person: str, day: str | None) -> tuple[Office, ...]:
        """Return a person's offices on an ISO day, all of them where no day is given."""
        rows = self.careers.get(person, ())
        return rows if day is None else tuple(row for row in rows if row.possible(day))


_COLUMNS: dict[str, str] = {"start": "from", "end": "to"}
_Row = TypeVar("_Row", bound=tuple[str, ...])


def _read(folder: Path, name: str, row_type: type[_Row]) -> tuple[_Row, ...]:
    path = folder / name
    fields: tuple[str, ...] = row_type._fields  # type: ignore[attr-defined]
    renamed = row_type in (Member, Office)
    header = [_COLUMNS.get(f, f) if renamed else f for f in fields]
    try:
        with path.open(encoding="utf-8", newline="") as file:
            lines = list(csv.reader(file, strict=True))
    except FileNotFoundError:
        raise LexiconError("no such table; install linimasa again", path=path) from None
    except (csv.Error, UnicodeDecodeError) as error:
        raise LexiconError(f"not a CSV table in UTF-8 ({error}); mend the line", path=path) from error
    if not lines or lines[0] != header:
        raise LexiconError(f"the header must be {','.join(header)}", path=path, line=1)
    width = len(header)
    for number, line in enumerate(lines):
        if len(line) != width:
            message = f"{len(line)} fields where {width} are expected; quote fields that hold a comma"
            raise LexiconError(message, path=path, line=number + 1)
    make = row_type._make  # type: ignore[attr-defined]
    return tuple(map(make, lines[1:]))


def _keyed(folder: Path, name: str, row_type: type[_Row]) -> dict[str, _Row]:
    table: dict[str, _Row] = {}
    for number, row in enumerate(_read(folder, name, row_type)):
        if row[0] in table:
            raise LexiconError(f"{row[0]!r} stands twice; keep one row", path=folder / name, line=number + 2)
        table[row[0]] = row
    return table


def _refuse(folder: Path, name: str, index: int, column: str, value: str, what: str) -> LexiconError:
    message = f"{column} {value!r} is {what}"
    return LexiconError(message, path=folder / name, line=index + 2)


def _check_names(folder: Path, names: Iterable[StateName], states: Mapping[str, State]) -> None:
    for index, row in enumerate(names):
        if row.code not in states:
            raise _refuse(folder, "state_names.csv", index, "code", row.code, "no state of states.csv")
        if row.kind not in ("name", "alias", "demonym", "capital", "seat"):
            raise _refuse(folder, "state_names.csv", index, "kind", row.kind, "not a kind of name")
        if row.strength not in ("strong", "weak"):
            raise _refuse(
                folder, "state_names.csv", index, "strength", row.strength, "neither strong nor weak"
            )


def _check_sectors(folder: Path, name: str, rows: Iterable[Organisation | Group]) -> None:
    for index, row in enumerate(rows):
        if row.sector not in SECTORS:
            raise _refuse(folder, name, index, "sector", row.sector, "not a sector of the design")


def _check_weak(folder: Path, names: Iterable[WeakName], organisations: Mapping[str, Organisation]) -> None:
    for index, row in enumerate(names):
        if row.organisation not in organisations:
            name, value = "organisation_weak_names.csv", row.organisation
            raise _refuse(folder, name, index, "organisation", value, "no id of organisations.csv")


def _check_offices(folder: Path, offices: Iterable[Office], persons: Mapping[str, Person]) -> None:
    for index, row in enumerate(offices):
        if row.person not in persons:
            raise _refuse(folder, "offices.csv", index, "person", row.person, "no id of persons.csv")
        if row.end and row.end < row.start and last_day(row.end) < first_day(row.start):
            raise _refuse(folder, "offices.csv", index, "to", row.end, f"before from {row.start!r}")


def _check_places(folder: Path, places: Iterable[Place], states: Mapping[str, State]) -> None:
    for index, row in enumerate(places):
        if row.country and row.country not in states:
            raise _refuse(folder, "places.csv", index, "country", row.country, "no state of states.csv")


def by_person(offices: Iterable[Office]) -> dict[str, tuple[Office, ...]]:
    """Return offices by the person that holds them."""
    careers: defaultdict[str, list[Office]] = defaultdict(list)
    for row in offices:
        careers[row.person].append(row)
    return {person: tuple(rows) for person, rows in careers.items()}


def by_post(offices: Iterable[Office]) -> dict[tuple[str, str], tuple[Office, ...]]:
    """Return offices by their name and the code of whose they are."""
    posts: defaultdict[tuple[str, str], list[Office]] = defaultdict(list)
    for row in offices:
        posts[row.office, row.country].append(row)
    return {post: tuple(rows) for post, rows in posts.items()}


def load(folder: Path | None = None) -> Gazetteer:
    """Read all tables of a folder (the shipped one by default); LexiconError names file, line and column."""
    folder = resources.gazetteer() if folder is None else folder
    states = _keyed(folder, "states.csv", State)
    names = _read(folder, "state_names.csv", StateName)
    organisations = _keyed(folder, "organisations.csv", Organisation)
    weak_names = _read(folder, "organisation_weak_names.csv", WeakName)
    groups = _keyed(folder, "groups.csv", Group)
    persons = _keyed(folder, "persons.csv", Person)
    offices = _read(folder, "offices.csv", Office)
    places = _keyed(folder, "places.csv", Place)
    _check_names(folder, names, states)
    _check_sectors(folder, "organisations.csv", organisations.values())
    _check_sectors(folder, "groups.csv", groups.values())
    _check_weak(folder, weak_names, organisations)
    _check_offices(folder, offices, persons)
    _check_places(folder, places.values(), states)
    return Gazetteer(
        states=MappingProxyType(states),
        state_names=names,
        organisations=MappingProxyType(organisations),
        weak_names=weak_names,
        members=_read(folder, "members.csv", Member),
        groups=MappingProxyType(groups),
        persons=MappingProxyType(persons),
        careers=MappingProxyType(by_person(offices)),
        offices=MappingProxyType(by_post(offices)),
        places=MappingProxyType(places),
    )
