"""The shipped gazetteer as reference data."""

from __future__ import annotations

import pytest

from linimasa.model.terms import ActorKind
from linimasa.store.facts import RoleFacts
from linimasa.store.gazetteer import GazetteerReference


@pytest.fixture(scope="module")
def reference() -> GazetteerReference:
    return GazetteerReference()


def test_a_state(reference: GazetteerReference) -> None:
    usa = reference.actor("usa")
    assert usa is not None
    assert (usa.kind, usa.name_id, usa.code, usa.country) == (
        ActorKind.STATE,
        "Amerika Serikat",
        "USA",
        "USA",
    )
    assert "AS" in usa.aliases_id


def test_an_organisation_and_its_code(reference: GazetteerReference) -> None:
    nato = reference.actor("nato")
    assert nato is not None
    assert (nato.kind, nato.sector, nato.country) == (ActorKind.ORGANISATION, "IGO", None)
    assert reference.party("NATO") == "nato"
    assert reference.party("UN") == "un"
    assert reference.party("RUS") == "rus"


def test_a_person_with_offices(reference: GazetteerReference) -> None:
    biden = reference.actor("joe-biden")
    assert biden is not None
    held = {role.office for role in biden.roles if role.held_on("2021-12-29")}
    assert "head-of-state" in held
    assert "head-of-state" not in {role.office for role in biden.roles if role.held_on("2014-06-01")}


def test_a_place_and_a_state_as_place(reference: GazetteerReference) -> None:
    geneva, russia = reference.place("geneva"), reference.place("rus")
    assert geneva is not None
    assert geneva.country == "CHE"
    assert russia is not None
    assert russia.country == "RUS"


def test_unknown_names_are_unknown(reference: GazetteerReference) -> None:
    assert reference.actor("x-nama-orang") is None
    assert reference.place("x-nama-tempat") is None


@pytest.mark.parametrize(
    ("day", "held"),
    [("2018-12-31", False), ("2019-01-01", True), ("2020-12-31", True), ("2021-01-01", False)],
)
def test_a_coarse_bound_is_as_wide_as_it_is(day: str, held: bool) -> None:
    assert RoleFacts("envoy", "nato", "NATO", "", "", "2019", "2020-12").held_on(day) is held
