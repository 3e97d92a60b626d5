"""Lint of the persons and dated offices: data/gazetteer/persons.csv and offices.csv."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import pytest

PERSON_FIELDS = ["id", "name", "name_id", "aliases", "country", "gender", "qid", "source", "checked"]
OFFICE_FIELDS = [
    "person", "office", "body", "country", "title_en", "title_id", "from", "to", "source", "checked",
]  # fmt: skip
OFFICES = frozenset(
    """head-of-state head-of-government deputy-head-of-state deputy-head-of-government foreign-minister
    defence-minister finance-minister interior-minister trade-minister economy-minister security-adviser
    secretary-general president high-representative commission-president council-president commander
    ambassador spokesperson press-secretary party-leader parliament-speaker governor cabinet-secretary
    coordinating-minister special-envoy supreme-leader crown-prince first-lady minister group-leader
    agency-head""".split()
)
SINGLE_HOLDER = frozenset({"head-of-state", "head-of-government", "foreign-minister", "defence-minister"})
DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
FIRST, LAST = "0000-01-01", "9999-12-31"


@dataclass(frozen=True, slots=True)
class Bound:
    """An ISO day of full or lower precision, as the first and last day that it can mean."""

    earliest: str
    latest: str


def _bound(text: str, *, empty: str) -> Bound:
    if not text:
        return Bound(empty, empty)
    return Bound(text + {4: "-01-01", 7: "-01", 10: ""}[len(text)],
                 text + {4: "-12-31", 7: "-31", 10: ""}[len(text)])  # fmt: skip


def _surely_overlap(one: dict[str, str], two: dict[str, str]) -> bool:
    """Whether the two tenures share more than a hand-over day however their vague bounds are read."""
    start = max(_bound(row["from"], empty=FIRST).latest for row in (one, two))
    end = min(_bound(row["to"], empty=LAST).earliest for row in (one, two))
    return start < end


def _read(path: Path) -> tuple[list[str], list[dict[str, str]]]:
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        rows = list(reader)
    return list(reader.fieldnames or []), rows


@pytest.fixture(scope="module")
def gazetteer(root: Path) -> Path:
    """The gazetteer folder."""
    return root / "data" / "gazetteer"


@pytest.fixture(scope="module")
def persons(gazetteer: Path) -> list[dict[str, str]]:
    """The person rows."""
    header, rows = _read(gazetteer / "persons.csv")
    assert header == PERSON_FIELDS
    return rows


@pytest.fixture(scope="module")
def offices(gazetteer: Path) -> list[dict[str, str]]:
    """The office rows."""
    header, rows = _read(gazetteer / "offices.csv")
    assert header == OFFICE_FIELDS
    return rows


@pytest.fixture(scope="module")
def codes(gazetteer: Path) -> set[str]:
    """The codes of the known states."""
    return {row["code"] for row in _read(gazetteer / "states.csv")[1]}


def test_person_ids_are_unique_sorted_slugs(persons: list[dict[str, str]]) -> None:
    ids = [row["id"] for row in persons]
    assert [name for name, count in Counter(ids).items() if count > 1] == []
    assert ids == sorted(ids)
    assert [name for name in ids if not SLUG.fullmatch(name)] == []


def test_persons_are_complete(persons: list[dict[str, str]], codes: set[str]) -> None:
    bad = [
        row["id"]
        for row in persons
        if not row["name"] or not row["name_id"] or not row["source"] or row["country"] not in codes
        or row["gender"] not in {"", "m", "f"} or not re.fullmatch(r"(Q[1-9]\d*)?", row["qid"])
    ]  # fmt: skip
    assert bad == []


def test_aliases_are_clean(persons: list[dict[str, str]]) -> None:
    bad = []
    for row in persons:
        items = row["aliases"].split("|") if row["aliases"] else []
        if (
            len(items) != len(set(items))
            or row["name"] in items
            or any(a != a.strip() or len(a) < 2 for a in items)
        ):
            bad.append(row["id"])
    assert bad == []


def test_every_office_names_a_known_person_and_kind(
    persons: list[dict[str, str]], offices: list[dict[str, str]]
) -> None:
    ids = {row["id"] for row in persons}
    assert sorted({row["person"] for row in offices} - ids) == []
    assert sorted({row["office"] for row in offices} - OFFICES) == []
    assert [row for row in offices if not row["title_en"] or not row["title_id"] or not row["source"]] == []


def test_every_office_is_of_a_known_body_and_bears_its_code(
    gazetteer: Path, offices: list[dict[str, str]], codes: set[str]
) -> None:
    of_states = {code.lower(): code for code in codes}
    of_organisations = {row["id"]: row["code"] for row in _read(gazetteer / "organisations.csv")[1]}
    groups = {row["id"] for row in _read(gazetteer / "groups.csv")[1]}
    code_of = of_organisations | of_states
    assert sorted({row["body"] for row in offices} - set(code_of) - groups) == []
    # A group acts for no state: its leaders bear the code of the country that they are of.
    bad = [
        row
        for row in offices
        if row["country"] != code_of.get(row["body"], row["country"])
        or (row["body"] in groups and row["country"] not in codes)
    ]
    assert bad == []


def test_bounds_are_days_in_order(offices: list[dict[str, str]]) -> None:
    bad = [
        row
        for row in offices
        if not DAY.fullmatch(row["from"]) or (row["to"] and not DAY.fullmatch(row["to"]))
        or (row["to"] and _bound(row["from"], empty=FIRST).earliest > _bound(row["to"], empty=LAST).latest)
    ]  # fmt: skip
    assert bad == []


def test_offices_are_sorted_and_unique(offices: list[dict[str, str]]) -> None:
    keys = [(row["person"], row["office"], row["body"], row["from"], row["title_en"]) for row in offices]
    assert keys == sorted(keys)
    assert len(keys) == len(set(keys))


def test_single_holder_offices_have_one_holder_at_a_time(offices: list[dict[str, str]]) -> None:
    by_office: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in offices:
        if row["office"] in SINGLE_HOLDER:
            by_office[row["office"], row["body"]].append(row)
    clashes = [
        (key, one["person"], two["person"])
        for key, rows in sorted(by_office.items())
        for place, one in enumerate(rows)
        for two in rows[place + 1 :]
        if one["person"] != two["person"] and _surely_overlap(one, two)
    ]
    assert clashes == []


@pytest.mark.parametrize(
    ("day", "office", "body", "person"),
    [
        ("1995-05-05", "head-of-state", "idn", "suharto"),
        ("2016-06-01", "foreign-minister", "idn", "retno-marsudi"),
        ("2025-06-24", "head-of-state", "idn", "prabowo-subianto"),
        ("2021-12-29", "head-of-state", "rus", "vladimir-putin"),
        ("2003-03-20", "head-of-state", "usa", "george-w-bush"),
        ("2014-03-18", "foreign-minister", "usa", "john-kerry"),
        ("2022-09-07", "head-of-government", "gbr", "liz-truss"),
        ("1998-10-23", "head-of-government", "isr", "benjamin-netanyahu"),
        ("1999-04-24", "secretary-general", "nato", "javier-solana"),
        ("2025-06-24", "secretary-general", "un", "antonio-guterres"),
    ],
)
def test_an_office_on_a_day_has_its_holder(
    offices: list[dict[str, str]], day: str, office: str, body: str, person: str
) -> None:
    holders = {
        row["person"]
        for row in offices
        if row["office"] == office
        and row["body"] == body
        and _bound(row["from"], empty=FIRST).latest <= day <= _bound(row["to"], empty=LAST).earliest
    }
    assert holders == {person}
