"""The code tables: every code has a type of ours, every name a code."""

from __future__ import annotations

from pathlib import Path

import pytest

from linimasa.exchange.desk import Desk
from linimasa.exchange.tables import keyed, load_cameo
from linimasa.lexicon.gazetteer import SECTORS, Gazetteer
from linimasa.model.terms import EventType, Modality
from linimasa.store import load_scheme


def test_every_code_has_a_type_and_mode_of_the_ontology() -> None:
    cameo, types = load_cameo(), load_scheme().types
    assert len(cameo.types) > 300
    for code, what in cameo.types.items():
        local = what.type.lower() + (f"-{what.mode}" if what.mode else "")
        assert local in types, (code, local)
    assert {what.type for what in cameo.types.values()} == set(EventType)


@pytest.mark.parametrize(
    ("code", "type_", "mode"),
    [
        ("010", "STATEMENT", "comment"),
        ("016", "REJECT", "deny"),
        ("036", "AGREE", "meet"),
        ("042", "CONSULT", "visit"),
        ("0231", "REQUEST", "assist"),
        ("0871", "AGREE", "ceasefire"),
        ("1312", "THREATEN", "sanction"),
        ("1822", "ASSAULT", None),
        ("192", "COERCE", "seize"),
        ("2042", "ASSAULT", None),
    ],
)
def test_codes_and_what_they_mean(code: str, type_: str, mode: str | None) -> None:
    what = load_cameo().types[code]
    assert (what.type, what.mode) == (type_, mode)


def test_what_is_only_considered_took_no_place() -> None:
    assert load_cameo().types["014"].modality is Modality.CONSIDERED


def test_an_unknown_code_is_counted_and_read_as_the_code_above_it(desk: Desk) -> None:
    what, _ = desk.coded("0999")
    assert what.type == "ACCUSE"
    assert desk.tally.unknown["event code"] == {"0999": 1}
    with pytest.raises(ValueError, match="isn't one of CAMEO's"):
        desk.coded("---")
    assert desk.tally.unknown["event code"]["---"] == 1


def test_relations_are_words_codes_or_types_of_ours(desk: Desk) -> None:
    assert desk.relation("Make a visit") == desk.relation("042")
    assert desk.relation("fight with small arms and light weapons")[1] == "cameo 193"
    assert desk.relation("CONSULT-phone")[0].mode == "phone"
    with pytest.raises(ValueError, match="isn't an event"):
        desk.relation("Bakes bread with")


def test_sectors_and_bodies_are_ours(tables: Gazetteer) -> None:
    for row in keyed("actor_types.csv", "code sector name bodies").values():
        assert row[0] in SECTORS
    for row in keyed("roles.csv", "role sector bodies").values():
        assert row[0] in SECTORS
    bodies = {*tables.organisations, *tables.groups}
    assert {row[0] for row in keyed("known_groups.csv", "code actor").values()} <= bodies
    assert {row[0] for row in keyed("old_countries.csv", "code state").values()} <= set(tables.states)
    states = {state.id for state in tables.states.values()}
    for row in keyed("names.csv", "name actor").values():
        assert row[0] in bodies | states | set(tables.persons)


def test_every_relation_of_icews14_is_known(shared: Path, desk: Desk) -> None:
    lines = (shared / "data/events_icews14/icews_2014_test.txt").read_text(encoding="utf-8").splitlines()
    for name in {line.split("\t")[1] for line in lines}:
        desk.relation(name)
    assert desk.tally.unknown == {}
