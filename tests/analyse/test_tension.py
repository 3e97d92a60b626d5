from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph

from linimasa.analyse import Scene, find_actor, read_scene, tension
from linimasa.errors import SettingError
from linimasa.model.iri import BASE

A, B = BASE + "actor/one", BASE + "actor/two"

#: Types of each quad class.
TYPES = {1: "support", 2: "aid", 3: "accuse", 4: "assault"}


def scene_of(*acts: tuple[str, int], status: str = "occurred", swap: bool = False) -> Scene:
    """A scene of one act each day and class, done by one state to another."""
    a, b = ("two", "one") if swap else ("one", "two")
    rows = [
        f"e:e{i} a l:Event ; l:type t:{TYPES[quad]} ; l:rootType t:{TYPES[quad]} ; l:status l:{status} ;"
        f' l:actor a:{a} ; l:recipient a:{b} ; l:date "{day}" .'
        for i, (day, quad) in enumerate(acts)
    ]
    head = f"@prefix l: <{BASE}ont#> . @prefix t: <{BASE}type/> . @prefix e: <{BASE}event/> ."
    people = f"@prefix a: <{BASE}actor/> . a:one a l:State . a:two a l:State ."
    return read_scene(Graph().parse(data=head + people + "".join(rows)))


def test_one_act_on_the_last_of_a_month_counts_by_its_weight() -> None:
    for quad, index in {1: -1 / 2, 2: -2 / 3, 3: 1 / 2, 4: 2 / 3}.items():
        (point,) = tension(scene_of(("2031-03-31", quad)), A, B)
        assert (point.day, point.events) == ("2031-03-31", 1)
        assert point.index == pytest.approx(index, abs=1e-6)


def test_an_act_counts_half_after_the_half_life() -> None:
    first, _, third = tension(scene_of(("2031-01-31", 4), ("2031-03-31", 1)), A, B, half_life=59)
    assert first.index == pytest.approx(2 / 3, abs=1e-6)
    # Two, halved, of conflict against one of accord.
    assert third.index == 0


dates = st.dates(datetime.date(2029, 1, 1), datetime.date(2032, 1, 1)).map(str)
acts = st.lists(st.tuples(dates, st.sampled_from([1, 2, 3, 4])), min_size=1, max_size=8)


@given(acts)
def test_the_index_is_bounded_symmetric_and_turns_with_the_acts(found: list[tuple[str, int]]) -> None:
    points = tension(scene_of(*found), A, B)
    assert all(-1 < point.index < 1 for point in points)
    assert sum(point.events for point in points) == len(found)
    assert [point.day[:7] for point in points] == sorted({point.day[:7] for point in points})
    assert tension(scene_of(*found, swap=True), B, A) == points
    mirrored = tension(scene_of(*((day, (3, 4, 1, 2)[quad - 1]) for day, quad in found)), A, B)
    assert [-point.index for point in mirrored] == pytest.approx([point.index for point in points])


def test_plans_and_words_of_what_may_be_count_for_nothing() -> None:
    for status in ("planned", "unrealized", "ruledOut", "disputed"):
        assert tension(scene_of(("2031-03-31", 4), status=status), A, B) == []


def test_an_actor_is_found_by_code_name_and_iri(scene: Scene) -> None:
    aru = BASE + "actor/aru"
    for name in ("aru", "ARU", "act:aru", aru, "Arunica", "arunika", "Kota Fajar"):
        assert find_actor(scene, name) == aru
    with pytest.raises(SettingError, match=r"did you mean .*Arunika"):
        find_actor(scene, "Arunka")
    with pytest.raises(SettingError, match="no actor 'Zzzz'"):
        find_actor(scene, "Zzzz")
