"""Dates of events in the graph."""

from __future__ import annotations

import pytest

from factories import day, document, person, source, span, state, statement
from linimasa.model.statement import EventTime
from linimasa.model.terms import DateBasis, Precision
from linimasa.resolve.dates import Moment, best_moment, derived_moment, told_moment

P = Precision


def facts(moment: Moment | None) -> tuple[object, ...]:
    assert moment is not None
    return moment.date, moment.begin, moment.end, moment.edtf, moment.precision


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        (day("2021-12-30"), ("2021-12-30", "2021-12-30", "2021-12-30", "2021-12-30", P.DAY)),
        (
            span("2021-12", "2021-12-01", "2021-12-10", P.DAYS),
            ("2021-12-01", "2021-12-01", "2021-12-10", "[2021-12-01..2021-12-10]", P.DAYS),
        ),
        (
            span("2021-12", "2021-12-01", "2021-12-31", P.MONTH),
            ("2021-12-01", "2021-12-01", "2021-12-31", "2021-12", P.MONTH),
        ),
        (
            span("2014~", "2014-01-01", "2014-12-31", P.YEAR),
            ("2014-01-01", "2014-01-01", "2014-12-31", "2014~", P.YEAR),
        ),
        (
            span("2014~/..", "2014-01-01", None, P.YEAR),
            ("2014-01-01", "2014-01-01", None, "2014~/..", P.YEAR),
        ),
        (
            span("../2021-12-28", None, "2021-12-28", P.NOT_AFTER),
            ("2021-12-28", None, "2021-12-28", "/2021-12-28", P.NOT_AFTER),
        ),
        (
            span("2025-W25", "2025-06-16", "2025-06-22", P.DAYS),
            ("2025-06-16", "2025-06-16", "2025-06-22", "[2025-06-16..2025-06-22]", P.DAYS),
        ),
        (span("XXXX-01-10", None, None, P.DAY), (None, None, None, "XXXX-01-10", P.DAY)),
    ],
)
def test_words_that_date_the_event(time: EventTime, expected: tuple[object, ...]) -> None:
    moment = told_moment(time)
    assert facts(moment) == expected
    assert moment is not None
    assert moment.told


def test_a_past_act_without_a_date_is_not_after_its_report() -> None:
    moment = derived_moment(statement("ACCUSE", [state("USA")], [state("RUS")]))
    assert facts(moment) == ("2021-12-29", None, "2021-12-29", "/2021-12-29", P.NOT_AFTER)


def test_a_withdrawal_told_on_monday_is_not_after_monday() -> None:
    media = source("media pemerintah Rusia", "RUS", said_on="2021-12-27")
    record = statement("RETREAT", [state("RUS")], attributed_to=(media,))
    assert facts(derived_moment(record)) == ("2021-12-27", None, "2021-12-27", "/2021-12-27", P.NOT_AFTER)


def test_what_goes_on_is_dated_by_when_it_was_seen() -> None:
    record = statement("MOBILIZE", [state("RUS")], modality="ongoing")
    assert facts(derived_moment(record)) == ("2021-12-29", None, None, None, P.AS_OF)


def test_the_day_of_saying_is_the_day_of_a_spoken_act() -> None:
    putin = person("Vladimir Putin", "RUS")
    record = statement("STATEMENT", [putin], said_on="2021-12-26")
    assert facts(derived_moment(record)) == ("2021-12-26", "2021-12-26", "2021-12-26", "2021-12-26", P.DAY)
    told = statement(
        "STATEMENT", [putin], said_on="2021-12-26", attributed_to=(source("Emily Horne", "USA"),)
    )
    assert facts(derived_moment(told))[-1] is P.NOT_AFTER


@pytest.mark.parametrize(
    "changes",
    [
        {"modality": "planned"},
        {"modality": "feared"},
        {"polarity": "negative"},
        {"doc": document(published=None)},
    ],
)
def test_plans_wishes_denials_and_unanchored_texts_get_no_date(changes: dict[str, object]) -> None:
    assert derived_moment(statement("AID", [state("USA")], [state("UKR")], **changes)) is None  # type: ignore[arg-type]


def test_the_best_date_is_told_and_fine() -> None:
    derived = Moment("2021-12-29", None, "2021-12-29", "/2021-12-29", P.NOT_AFTER, DateBasis.INFERRED, False)
    month = told_moment(span("2021-12", "2021-12-01", "2021-12-31", P.MONTH))
    exact = told_moment(day("2021-12-30"))
    assert month is not None
    assert exact is not None
    assert best_moment([derived, month, exact]) == exact
    assert best_moment([derived, month]) == month
    assert best_moment([]) is None
