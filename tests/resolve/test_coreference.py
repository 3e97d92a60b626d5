"""Which mentions of one document are one event."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import day, document, force, nested, person, place, span, state, statement
from linimasa.model.statement import Quote, Statement
from linimasa.model.terms import Precision
from linimasa.resolve import happenings, resolve

BIDEN, PUTIN = person("Joe Biden", "USA"), person("Vladimir Putin", "RUS")
USA, RUS, UKR = state("USA"), state("RUS"), state("UKR")


def events(*records: Statement) -> list[str | None]:
    return [record.event for record in resolve(records)]


def same(a: Statement, b: Statement) -> bool:
    first, second = events(a, b)
    return first == second


def test_a_definite_noun_means_the_meeting_told_before() -> None:
    call = statement(actors=[BIDEN], recipients=[PUTIN], time=day("2021-12-30"), modality="planned")
    again = statement(
        actors=[BIDEN],
        recipients=[PUTIN],
        start=200,
        trigger="pertemuan",
        sentence="menjelang pertemuan itu, pasukan bersiaga",
        modality="planned",
    )
    assert same(call, again)


def test_an_unmarked_noun_of_another_root_is_another_event() -> None:
    call = statement(actors=[BIDEN], recipients=[PUTIN], time=day("2021-12-30"), modality="planned")
    visit = statement(
        actors=[BIDEN], recipients=[PUTIN], start=200, trigger="kunjungan", modality="planned", mode="visit"
    )
    assert not same(call, visit)


def test_the_same_day_and_parties_are_one_event_in_either_direction() -> None:
    one = statement(actors=[USA], recipients=[RUS], time=day("2022-01-10"), modality="planned")
    two = statement(actors=[RUS, USA], start=400, time=day("2022-01-10"), modality="planned")
    assert same(one, two)


def test_two_days_are_two_events() -> None:
    one = statement(actors=[USA, RUS], time=day("2022-01-10"))
    two = statement(
        actors=[USA, RUS], start=90, time=day("2022-01-12"), sentence="sesudah bertemu itu", trigger="bertemu"
    )
    assert not same(one, two)


def test_two_ministers_of_a_state_are_two_meetings() -> None:
    one = statement(actors=[person("Antony Blinken", "USA"), RUS], time=day("2022-01-21"))
    two = statement(actors=[person("Wendy Sherman", "USA"), RUS], start=90, time=day("2022-01-21"))
    assert not same(one, two)


def test_numbered_events_are_apart() -> None:
    one = statement(
        actors=[BIDEN, PUTIN], trigger="panggilan", sentence="panggilan pertama itu", time=day("2021-12-07")
    )
    two = statement(
        actors=[BIDEN, PUTIN],
        trigger="panggilan",
        sentence="dan panggilan kedua itu",
        start=90,
        time=day("2021-12-07"),
    )
    assert not same(one, two)


def test_what_will_not_be_done_does_not_deny_what_was_done() -> None:
    helped = statement("AID", [USA], [UKR], trigger="membantu")
    will_not = statement(
        "AID", [force("pasukan AS", "USA")], [UKR], start=80, trigger="membantu", modality="committed",
        polarity="negative",
    )  # fmt: skip
    assert not same(helped, will_not)


def test_a_denial_beside_the_report_is_about_the_same_event() -> None:
    attacked = statement("ASSAULT", [RUS], [UKR], trigger="menyerang")
    denied = statement("ASSAULT", [RUS], [UKR], start=90, trigger="menyerang", polarity="negative")
    assert same(attacked, denied)


def test_each_undated_statement_of_a_speaker_is_its_own() -> None:
    one = statement("STATEMENT", [BIDEN], trigger="mengatakan")
    two = statement("STATEMENT", [BIDEN], start=90, trigger="mengatakan")
    first, second = events(one, two)
    assert first != second


def test_a_content_joins_the_event_that_is_planned() -> None:
    call = statement(actors=[BIDEN], recipients=[PUTIN], time=day("2021-12-30"), modality="planned")
    asked = statement(
        "REQUEST",
        [PUTIN],
        [USA],
        start=200,
        trigger="meminta",
        sentence="Putin meminta panggilan tersebut",
        content=nested("CONSULT", [PUTIN], [BIDEN], trigger=Quote(208, 217, "panggilan")),
    )
    resolved = {record.id: record.event for record in resolve([call, asked])}
    request = next(event for event in happenings([call, asked]) if event.type == "REQUEST")
    assert request.contents == (resolved[call.id],)


def test_a_demanded_withdrawal_is_not_the_one_that_took_place() -> None:
    army = force("tentara Rusia", "RUS")
    gone = statement("RETREAT", [army], trigger="ditarik")
    asked = statement(
        "REQUEST", [USA], [RUS], start=90, trigger="menuntut", content=nested("RETREAT", [army])
    )
    resolved = {record.id: record.event for record in resolve([gone, asked])}
    request = next(event for event in happenings([gone, asked]) if event.type == "REQUEST")
    assert request.contents
    assert request.contents[0] != resolved[gone.id]


def test_a_state_and_a_city_in_it_can_be_one_place() -> None:
    one = statement(actors=[USA, RUS], time=day("2022-01-10"), place=place("geneva", "CHE"))
    two = statement(actors=[USA, RUS], start=90, time=day("2022-01-10"), place=place("che", "CHE"))
    three = statement(actors=[USA, RUS], start=190, time=day("2022-01-10"), place=place("vienna", "AUT"))
    assert same(one, two)
    assert not same(one, three)


def test_a_vaguer_date_within_needs_a_marker() -> None:
    month = span("2021-12", "2021-12-01", "2021-12-31", Precision.MONTH)
    one = statement(actors=[BIDEN, PUTIN], time=day("2021-12-30"))
    loose = statement(actors=[BIDEN, PUTIN], start=90, time=month)
    marked = statement(actors=[BIDEN, PUTIN], start=90, time=month, sentence="mereka bertemu itu")
    assert not same(one, loose)
    assert same(one, marked)


def test_a_title_tells_what_the_text_tells() -> None:
    title = statement(actors=[BIDEN, PUTIN], start=7, field="title", modality="planned")
    text = statement(actors=[BIDEN], recipients=[PUTIN], time=day("2021-12-30"), modality="planned", start=40)
    assert same(title, text)


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_records_changes_nothing(seed: int) -> None:
    records = [
        statement(actors=[BIDEN, PUTIN], time=day("2021-12-30"), start=start, doc=document(name))
        for start in (10, 90, 170)
        for name in "abc"
    ] + [statement("ACCUSE", [USA], [RUS], start=300 + n, trigger="menuduh") for n in (0, 70, 140)]
    expected = {(r.doc.hash, r.id): r.event for r in resolve(records)}
    random.Random(seed).shuffle(records)
    assert {(r.doc.hash, r.id): r.event for r in resolve(records)} == expected


def test_resolving_again_keeps_every_iri() -> None:
    records = resolve([statement(actors=[USA, RUS], time=day("2022-01-10")), statement("AID", [USA], [UKR])])
    assert resolve(records) == records


@given(st.permutations(["2022-01-10", "2022-01-10", "2022-01-12", None, None]))
def test_resolving_is_a_function_of_the_set(days: list[str | None]) -> None:
    def records(order: list[str | None]) -> list[Statement]:
        return [
            statement(actors=[USA, RUS], start=10 + 90 * n, time=None if d is None else day(d))
            for n, d in enumerate(order)
        ]

    forward = records(days)
    assert {r.id: r.event for r in resolve(forward)} == {r.id: r.event for r in resolve(forward[::-1])}


def test_one_text_read_from_two_files_resolves_in_both() -> None:
    first = statement(actors=[USA, RUS], time=day("2022-01-10"))
    ref = document(published="2021-12-30")
    second = statement(actors=[USA, RUS], time=day("2022-01-11"), doc=ref, start=90)
    assert all(record.event for record in resolve([first, second]))
