"""Lint of the gazetteer's states, names, organisations, memberships, groups and places."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

Row = dict[str, str]

FOLDER = Path(__file__).resolve().parents[2] / "data" / "gazetteer"
HEADERS = {
    "states": "code,id,name_en,name_id,kind,qid,source,checked",
    "state_names": "code,lang,name,kind,strength,source,checked",
    "state_names_own": "code,lang,name,kind,strength,source,checked",
    "organisations": "id,code,name_en,name_id,kind,sector,country,aliases_en,aliases_id,since,until,qid,"
    "source,checked",
    "organisation_weak_names": "organisation,lang,name,source,checked",
    "members": "organisation,state,from,to,source,checked",
    "groups": "id,name_en,name_id,sector,country,aliases_en,aliases_id,code_from,code,since,until,qid,"
    "source,checked",
    "places": "id,name_en,name_id,kind,country,claimants,aliases_en,aliases_id,lat,lon,source,checked",
}
KEYS = {
    "states": ("code",),
    "state_names": ("code", "lang", "name"),
    "state_names_own": ("code", "lang", "name"),
    "organisations": ("id",),
    "organisation_weak_names": ("organisation", "lang", "name"),
    "members": ("organisation", "state", "from"),
    "groups": ("id",),
    "places": ("id",),
}
KINDS = {
    "states": {"state", "territory", "historical"},
    "state_names": {"name", "alias", "demonym", "capital", "seat"},
    "organisations": {
        "igo", "organ", "ministry", "army", "parliament", "agency", "media", "company", "ngo", "party",
        "court",
    },
    "places": {"capital", "city", "province", "region", "water", "island", "building", "border", "landmark"},
}  # fmt: skip
SECTORS = {
    "GOV", "MIL", "LEG", "JUD", "SPY", "COP", "PTY", "OPP", "REB", "PRM", "UAF", "CRM", "CVL",
    "EDU", "MED", "JRN", "BUS", "NGO", "LAB", "REL", "REF", "SOC", "ELI", "IGO", "UNK",
}  # fmt: skip
DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LANGUAGES = ("ar", "en", "es", "fr", "id", "ms", "ru", "zh")


def table(name: str) -> list[Row]:
    """Return the rows of one table."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, strict=True))


def items(field: str) -> list[str]:
    """Return the items of a list field."""
    return field.split("|") if field else []


def state_codes() -> set[str]:
    """Return the known codes."""
    return {row["code"] for row in table("states")}


def spellings(row: Row, lang: str) -> Iterator[str]:
    """Yield the name and aliases of a row in a language, none twice."""
    yield from {row[f"name_{lang}"], *items(row[f"aliases_{lang}"])}


@pytest.mark.parametrize("name", sorted(HEADERS))
def test_header_and_width(name: str) -> None:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        lines = list(csv.reader(stream, strict=True))
    assert ",".join(lines[0]) == HEADERS[name]
    assert [line for line in lines if len(line) != len(lines[0])] == []


@pytest.mark.parametrize("name", sorted(KEYS))
def test_keys_are_unique_and_sorted(name: str) -> None:
    keys = [tuple(row[column] for column in KEYS[name]) for row in table(name)]
    assert len(keys) == len(set(keys))
    assert keys == sorted(keys)


@pytest.mark.parametrize("name", sorted(KEYS))
def test_no_field_has_stray_blanks_and_every_row_is_sourced(name: str) -> None:
    for row in table(name):
        assert all(value == value.strip() and "  " not in value for value in row.values()), row
        assert row["source"] and re.fullmatch(r"\d{4}-\d\d-\d\d", row["checked"]), row


@pytest.mark.parametrize("name", ["organisations", "groups", "places"])
def test_lists_hold_no_empty_or_repeated_item(name: str) -> None:
    for row in table(name):
        for column in ("aliases_en", "aliases_id"):
            found = items(row[column])
            assert all(item and item == item.strip() and "~" not in item for item in found), row
            assert len(found) == len(set(found)), row
            assert row[column.replace("aliases", "name")] not in found, row


@pytest.mark.parametrize("name", sorted(KINDS))
def test_kinds(name: str) -> None:
    assert {row["kind"] for row in table(name)} <= KINDS[name]


@pytest.mark.parametrize("name", ["organisations", "groups"])
def test_sectors(name: str) -> None:
    assert {row["sector"] for row in table(name)} <= SECTORS


def test_state_codes_and_ids() -> None:
    for row in table("states"):
        assert re.fullmatch(r"[A-Z]{3}", row["code"]), row
        assert row["id"] == row["code"].lower(), row
        assert row["name_en"] and row["name_id"], row


@pytest.mark.parametrize("name", ["states", "organisations", "groups"])
def test_wikidata_ids_are_unique(name: str) -> None:
    found = [row["qid"] for row in table(name) if row["qid"]]
    assert all(re.fullmatch(r"Q[1-9]\d*", qid) for qid in found)
    assert len(found) == len(set(found))


def test_names_belong_to_known_states() -> None:
    codes = state_codes()
    for row in table("state_names"):
        assert row["code"] in codes, row
        assert row["lang"] in (*LANGUAGES, "*"), row
        assert row["strength"] in ("strong", "weak"), row


def test_every_state_has_its_name_in_both_languages() -> None:
    named = {(row["code"], row["lang"], row["name"]) for row in table("state_names")}
    for row in table("states"):
        for lang in ("en", "id"):
            name = row[f"name_{lang}"]
            assert {(row["code"], lang, name), (row["code"], "*", name)} & named, row


def test_every_living_state_has_a_demonym() -> None:
    rows = table("state_names")
    found = {row["code"] for row in rows if row["kind"] == "demonym" and row["lang"] == "en"}
    # the Holy See has none, and "Congolese" stands for both Congos
    assert {row["code"] for row in table("states") if row["kind"] == "state"} - found <= {"COG", "VAT"}


def test_no_strong_name_means_two_states() -> None:
    meanings: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for row in table("state_names"):
        if row["strength"] == "strong":
            for lang in LANGUAGES if row["lang"] == "*" else (row["lang"],):
                meanings[lang, row["name"]].add(row["code"])
    assert {key: codes for key, codes in meanings.items() if len(codes) > 1} == {}


def test_own_rows_all_stand_in_the_merged_table() -> None:
    merged = {tuple(row.values()) for row in table("state_names")}
    assert [row for row in table("state_names_own") if tuple(row.values()) not in merged] == []


@pytest.mark.parametrize("name", ["organisations", "groups", "places"])
def test_countries_are_known(name: str) -> None:
    codes = state_codes()
    for row in table(name):
        assert not row["country"] or row["country"] in codes, row
        assert set(items(row.get("claimants", ""))) <= codes, row


def test_national_bodies_carry_their_country_as_code() -> None:
    for row in table("organisations"):
        assert SLUG.fullmatch(row["id"]), row
        national = row["kind"] in ("ministry", "army", "parliament") and row["country"]
        if national and row["code"]:
            assert row["code"] == row["country"], row
        if row["code"] and row["country"]:
            assert row["code"] in {row["country"], "SWIFT"}, row


def test_independent_media_and_companies_speak_for_no_state() -> None:
    codes = state_codes()
    for row in table("organisations"):
        if row["kind"] == "media":
            assert row["sector"] == "JRN", row
        if row["kind"] == "igo":
            assert row["code"] and row["code"] not in codes, row


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [("organisations", "since", "until"), ("groups", "since", "until"), ("members", "from", "to")],
)
def test_dates(name: str, start: str, end: str) -> None:
    for row in table(name):
        for value in (row[start], row[end]):
            assert not value or DAY.fullmatch(value), row
        if row[start] and row[end]:
            width = min(len(row[start]), len(row[end]))
            assert row[start][:width] <= row[end][:width], row


def test_members_are_states_of_known_organisations() -> None:
    codes = state_codes()
    organisations = {row["id"] for row in table("organisations")}
    for row in table("members"):
        assert row["organisation"] in organisations, row
        assert row["state"] in codes, row


def test_no_state_is_a_member_twice_at_once() -> None:
    spans: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for row in table("members"):
        spans[row["organisation"], row["state"]].append((row["from"], row["to"] or "9999"))
    for key, found in spans.items():
        ordered = sorted(found)
        for (_, end), (start, _) in pairwise(ordered):
            assert end <= start, key


@pytest.mark.parametrize(
    ("organisation", "day", "count"),
    [
        ("nato", "2021-12-29", 30),
        ("nato", "2024-12-31", 32),
        ("eu", "2019-01-01", 28),
        ("eu", "2021-01-01", 27),
        ("asean", "2020-01-01", 10),
        ("asean", "2026-01-01", 11),
        ("g7", "2020-01-01", 7),
        ("au", "2020-01-01", 55),
        ("oic", "2020-01-01", 57),
        ("arab-league", "2020-01-01", 22),
        ("osce", "2020-01-01", 57),
        ("un-security-council", "2021-12-29", 15),
        ("un-security-council", "2025-06-20", 15),
        ("un-security-council", "2026-06-01", 15),
        ("gcc", "2020-01-01", 6),
        ("apec", "2020-01-01", 21),
        ("council-of-europe", "2024-01-01", 46),
        ("brics", "2025-06-01", 10),
        ("sco", "2025-06-01", 10),
    ],
)
def test_how_many_members_on_a_day(organisation: str, day: str, count: int) -> None:
    members = [
        row["state"]
        for row in table("members")
        if row["organisation"] == organisation and row["from"] <= day and (not row["to"] or day <= row["to"])
    ]
    assert len(members) == count


def test_groups_get_a_code_only_from_a_day_on() -> None:
    codes = state_codes()
    for row in table("groups"):
        assert SLUG.fullmatch(row["id"]), row
        assert bool(row["code"]) == bool(row["code_from"]), row
        assert not row["code"] or (row["code"] in codes and DAY.fullmatch(row["code_from"])), row


def test_ids_of_states_organisations_and_groups_do_not_meet() -> None:
    ids = [row["id"] for name in ("states", "organisations", "groups") for row in table(name)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("lang", ["en", "id"])
def test_no_name_means_two_organisations_or_groups(lang: str) -> None:
    meanings: defaultdict[str, set[str]] = defaultdict(set)
    for name in ("organisations", "groups"):
        for row in table(name):
            for spelling in spellings(row, lang):
                meanings[spelling].add(row["id"])
    assert {name: ids for name, ids in meanings.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("lang", ["en", "id"])
def test_no_organisation_is_named_as_a_state_is(lang: str) -> None:
    of_states = {
        row["name"]: row["code"]
        for row in table("state_names")
        if row["lang"] in (lang, "*") and row["strength"] == "strong"
    }
    for row in table("organisations"):
        for spelling in spellings(row, lang):
            assert spelling not in of_states, (row["id"], spelling)


def test_weak_names_belong_to_organisations_and_are_not_strong_there() -> None:
    organisations = {row["id"]: row for row in table("organisations")}
    for row in table("organisation_weak_names"):
        assert row["lang"] in ("en", "id"), row
        assert row["name"] not in set(spellings(organisations[row["organisation"]], row["lang"])), row


@pytest.mark.parametrize("lang", ["en", "id"])
def test_no_name_means_two_places(lang: str) -> None:
    meanings: defaultdict[str, set[str]] = defaultdict(set)
    for row in table("places"):
        for spelling in spellings(row, lang):
            meanings[spelling].add(row["id"])
    assert {name: ids for name, ids in meanings.items() if len(ids) > 1} == {}


def test_places_have_slugs_and_coordinates_on_earth() -> None:
    for row in table("places"):
        assert SLUG.fullmatch(row["id"]), row
        assert -90 <= float(row["lat"]) <= 90, row
        assert -180 <= float(row["lon"]) <= 180, row
        assert (row["lat"], row["lon"]) != ("0", "0"), row


def test_contested_places_have_two_claimants_at_least() -> None:
    for row in table("places"):
        claimants = items(row["claimants"])
        assert claimants == sorted(set(claimants)), row
        assert len(claimants) != 1, row


def test_every_capital_of_the_names_is_a_place() -> None:
    places: defaultdict[str, set[str]] = defaultdict(set)
    for row in table("places"):
        if row["kind"] == "capital":
            for code in [row["country"], *items(row["claimants"])]:
                places[code] |= {*spellings(row, "en"), *spellings(row, "id")}
    for row in table("state_names"):
        if row["kind"] == "capital":
            assert row["name"] in places[row["code"]], row
