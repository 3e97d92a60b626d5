"""IRIs of events."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from factories import day, document, nested, person, place, span, state, statement
from linimasa.model.iri import actor_iri, local_name
from linimasa.model.terms import ActorKind, Precision
from linimasa.resolve import happenings, resolve
from linimasa.resolve.key import EventKey, mint

USA, RUS, UKR = state("USA"), state("RUS"), state("UKR")


def local(*records: object) -> str:
    iri = resolve(records)[0].event  # type: ignore[arg-type]
    assert iri is not None
    return local_name(iri)


def test_a_dated_event_hashes_type_parties_date_and_place() -> None:
    record = statement(actors=[USA], recipients=[RUS], time=day("2022-01-10"), place=place("geneva"))
    digest = hashlib.sha256(b"consult|rus,usa||2022-01-10|geneva").hexdigest()
    assert local(record) == f"2022-01-10-consult-rus-usa-{digest[:4]}"


def test_recipients_stand_apart_where_the_act_has_a_direction() -> None:
    record = statement(
        "ASSAULT", [RUS], [UKR], time=span("2014~", "2014-01-01", "2014-12-31", Precision.YEAR)
    )
    digest = hashlib.sha256(b"assault|rus|ukr|2014~|").hexdigest()
    assert local(record) == f"2014-assault-rus-ukr-{digest[:4]}"


def test_a_dated_event_has_the_same_iri_in_every_document() -> None:
    planned = statement(actors=[USA, RUS], time=day("2022-01-10"), modality="planned", doc=document("a"))
    held = statement(actors=[RUS, USA], time=day("2022-01-10"), doc=document("b", "2022-01-11"))
    assert local(planned) == local(held)


def test_undated_and_imagined_events_are_their_documents_own() -> None:
    for changes in ({}, {"modality": "feared", "time": day("2022-02-16")}):
        one = statement("ASSAULT", [RUS], [UKR], trigger="menyerang", doc=document("a"), **changes)
        two = statement("ASSAULT", [RUS], [UKR], trigger="menyerang", doc=document("b"), **changes)
        assert local(one) != local(two)


def test_the_mode_is_no_part_of_the_key() -> None:
    phone = statement(actors=[USA, RUS], time=day("2022-01-10"), mode="phone", doc=document("a"))
    plain = statement(actors=[USA, RUS], time=day("2022-01-10"), doc=document("b"))
    assert local(phone) == local(plain)


def test_no_more_than_three_parties_and_no_date_still_make_a_name() -> None:
    many = [person(name, None) for name in ("A B", "C D", "E F", "G H")]
    assert re.fullmatch(
        r"undated-consult-a-b-c-d-e-f-[0-9a-f]{4}", local(statement(actors=many, modality="planned"))
    )


def test_a_past_act_without_a_date_is_named_by_the_month_of_its_report() -> None:
    assert local(statement("ACCUSE", [USA], [RUS])).startswith("2021-12-accuse-usa-rus-")
    bare = statement("ACCUSE", [USA], [RUS], doc=document(published=None))
    assert local(bare).startswith("undated-accuse-usa-rus-")


def test_nested_events_get_iris_too() -> None:
    record = statement("THREATEN", [USA], [RUS], content=nested("SANCTION", [USA], [RUS]))
    assert {local_name(e.iri).split("-")[-4] for e in happenings([record])} == {"threaten", "sanction"}


def test_colliding_short_hashes_are_told_apart_whatever_the_order() -> None:
    keys = [EventKey("statement", ("usa",), (), "", "", document=f"{n:012x}") for n in range(1500)]
    iris = mint(set(keys))
    assert len(set(iris.values())) == len(keys)
    assert mint({*reversed(keys)}) == iris
    assert any(len(local_name(iri).rsplit("-", 1)[1]) > 4 for iri in iris.values())


def test_a_documents_own_diplomats_go_by_their_state() -> None:
    """The key is the same whether a paper writes "diplomat AS" or "Amerika Serikat"."""
    diplomats = replace(state("USA"), text="diplomat AS", actor=actor_iri("src-3"), kind=ActorKind.GROUP)
    one = statement(actors=[diplomats, RUS], time=day("2022-01-10"), doc=document("a"))
    two = statement(actors=[USA, RUS], time=day("2022-01-10"), doc=document("b"))
    assert local(one) == local(two)
    (event,) = happenings([one, two])
    assert {local_name(who.iri) for who in event.actors} == {"usa", "rus"}
