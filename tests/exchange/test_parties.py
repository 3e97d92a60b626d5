"""Names and codes of tables to actors of the gazetteer."""

from __future__ import annotations

import pytest

from linimasa.exchange.desk import Desk
from linimasa.exchange.parties import Parties
from linimasa.model.iri import local_name
from linimasa.model.terms import ActorKind


@pytest.mark.parametrize(
    ("name", "local", "code", "sector"),
    [
        ("Turkey", "tur", "TUR", "GOV"),
        ("North Atlantic Treaty Organization", "nato", "NATO", "IGO"),
        ("Boko Haram", "boko-haram", None, "REB"),
        ("Militant (Boko Haram)", "boko-haram", None, "REB"),
        ("Government (Kenya)", "ken", "KEN", "GOV"),
        ("Foreign Affairs (Russia)", "rus-foreign-ministry", "RUS", "GOV"),
        ("Police (Kenya)", "x-police-of-kenya", "KEN", "COP"),
        ("Member of Legislative (Govt) (Iran)", "x-member-of-legislative-govt-of-iran", "IRN", "LEG"),
        ("Clergy (Holy See (Vatican City State))", "x-clergy-of-holy-see", "VAT", "REL"),
        ("Sergey Viktorovich Lavrov", "sergey-lavrov", "RUS", "GOV"),
    ],
)
def test_names(shared_parties: Parties, name: str, local: str, code: str | None, sector: str) -> None:
    found = shared_parties.named(name, "2014-05-01")
    assert (local_name(found.actor or ""), found.code, found.sector) == (local, code, sector)
    assert found.text == name


def test_a_person_stands_for_whom_they_served_on_the_day(shared_parties: Parties) -> None:
    before = shared_parties.named("Ban Ki-moon", "2005-05-01")
    after = shared_parties.named("Ban Ki-moon", "2014-05-01")
    assert before.code == "KOR"
    assert after.code == "UN"
    assert before.actor == after.actor


def test_a_stranger_is_kept_and_counted(desk: Desk) -> None:
    found = desk.parties.named("Nobody Of Note")
    assert found.actor is not None
    assert local_name(found.actor) == "x-nobody-of-note"
    assert found.code is None
    assert desk.tally.unknown["actor name"] == {"Nobody Of Note": 1}


def test_two_states_of_one_name_are_told_apart_by_nobody(shared_parties: Parties) -> None:
    assert shared_parties.known("Congo") is None


def test_codes(shared_parties: Parties) -> None:
    for code, state in (("USA", "USA"), ("ROM", "ROU"), ("WBG", "PSE")):
        found = shared_parties.state(code)
        assert found is not None
        assert found.code == state
        assert found.kind is ActorKind.STATE
    assert shared_parties.state("QQQ") is None
    union = shared_parties.group("EEC")
    assert union is not None
    assert union.code == "EU"
    assert shared_parties.sector("MED") == "JRN"


def test_places_are_the_gazetteers_where_the_state_agrees(shared_parties: Parties) -> None:
    russia = shared_parties.state("RUS")
    here = shared_parties.place("Moscow", russia)
    assert here is not None
    assert local_name(here.place or "") == "moscow"
    other = shared_parties.place("Little Nowhere", russia, "55.5", "37.25")
    assert other is not None
    assert (local_name(other.place or ""), other.lat, other.country) == ("x-little-nowhere-rus", 55.5, "RUS")
    odd = shared_parties.place("Little Nowhere", russia, "55.5", "east")
    assert odd is not None
    assert odd.lat is odd.lon is None
    assert shared_parties.place("  ", russia) is None
