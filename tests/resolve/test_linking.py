"""Events of different documents held to be one."""

from __future__ import annotations

import itertools

import pytest

from factories import day, document, person, place, state, statement
from linimasa.model.statement import Statement
from linimasa.resolve import Link, links, resolve

BIDEN, PUTIN = person("Joe Biden", "USA"), person("Vladimir Putin", "RUS")
USA, RUS, UKR = state("USA"), state("RUS"), state("UKR")
A, B, C = document("a"), document("b", "2022-01-04"), document("c", "2022-01-05")


def call(date: str, doc: object, **changes: object) -> Statement:
    return statement(actors=[BIDEN], recipients=[PUTIN], time=day(date), doc=doc, **changes)  # type: ignore[arg-type]


def test_a_call_by_two_clocks_is_linked() -> None:
    (link,) = links([call("2021-12-30", A, modality="planned"), call("2021-12-31", B)])
    assert link.a < link.b
    assert link.score == 0.75
    assert "a day apart" in link.reason


def test_states_and_their_leaders_meet_in_one_link() -> None:
    states = statement(actors=[USA, RUS], time=day("2021-12-30"), doc=B)
    (link,) = links([call("2021-12-30", A), states])
    assert link.score == 0.95


def test_an_equal_key_needs_no_link() -> None:
    records = resolve([call("2021-12-30", A, modality="planned"), call("2021-12-30", B)])
    assert records[0].event == records[1].event
    assert links(records) == ()


@pytest.mark.parametrize(
    "other",
    [
        call("2022-01-02", B),
        statement(actors=[BIDEN], recipients=[state("CHN")], time=day("2021-12-31"), doc=B),
        statement("ACCUSE", [BIDEN], [PUTIN], time=day("2021-12-30"), doc=B),
        statement(actors=[BIDEN, PUTIN], doc=B),
        statement(
            actors=[person("Antony Blinken", "USA"), person("Sergey Lavrov", "RUS")],
            time=day("2021-12-31"),
            doc=B,
        ),
        call("2021-12-31", B, modality="hoped"),
    ],
    ids=["other day", "other party", "other type", "undated", "other persons", "only hoped for"],
)
def test_what_is_not_linked(other: Statement) -> None:
    assert links([call("2021-12-30", A), other]) == ()


def test_modes_that_differ_tell_apart() -> None:
    assert links([call("2021-12-30", A, mode="phone"), call("2021-12-31", B, mode="visit")]) == ()


def test_attacks_a_day_apart_are_two_attacks() -> None:
    one = statement("ASSAULT", [RUS], [UKR], time=day("2022-03-01"), doc=A)
    two = statement("ASSAULT", [RUS], [UKR], time=day("2022-03-02"), doc=B)
    assert links([one, two]) == ()
    sited = [
        statement("ASSAULT", [RUS], [UKR], time=day(date), doc=doc, place=place("kharkiv", "UKR"))
        for date, doc in (("2022-03-01", A), ("2022-03-02", B))
    ]
    assert len(links(sited)) == 1


def test_neighbouring_days_do_not_become_one_chain() -> None:
    records = [call(date, doc) for date, doc in (("2021-12-30", A), ("2021-12-31", B), ("2022-01-01", C))]
    assert len(links(records)) == 1


def test_links_do_not_depend_on_order() -> None:
    records = [call(date, doc) for date, doc in (("2021-12-30", A), ("2021-12-31", B), ("2022-01-01", C))]
    every = {links(list(order)) for order in itertools.permutations(records)}
    assert len(every) == 1


def test_statements_are_linked_by_their_words() -> None:
    words = "Putin mengatakan pasukan Rusia akan segera kembali ke pangkalan"
    other = "Putin mengatakan hal lain sama sekali tentang harga minyak"
    records = [
        statement("STATEMENT", [PUTIN], time=day(date), doc=doc, trigger="mengatakan", sentence=text)
        for date, doc, text in (("2021-12-30", A, words), ("2021-12-31", B, words), ("2021-12-31", C, other))
    ]
    found = links(records)
    assert [isinstance(link, Link) for link in found] == [True]
