"""Anchors: tense, quotations, the day under discussion, other expressions."""

from __future__ import annotations

import datetime as dt

import pytest

from extract.time.time_cases import read, values
from linimasa.extract.time import TimeTagger
from linimasa.model.timex import Relation


@pytest.fixture(scope="module")
def tagger() -> TimeTagger:
    return TimeTagger("id")


@pytest.fixture(scope="module")
def english() -> TimeTagger:
    return TimeTagger("en")


def test_the_nearest_cue_gives_the_direction(tagger: TimeTagger) -> None:
    text = "Diplomat akan bertemu pada 10 Januari, kata juru bicara kepada wartawan pada Selasa."
    assert values(tagger, text) == {"10 Januari": "2022-01-10", "Selasa": "2021-12-28"}


def test_a_quotation_counts_from_the_day_of_saying(tagger: TimeTagger) -> None:
    text = "“Besok kami berunding lagi,” kata Menlu di Wina, Senin (27/12/2021). Besok ia pulang."
    besok = [t.timex3 for t in read(tagger, text) if t.text == "Besok"]
    assert besok == ["2021-12-28", "2021-12-30"]


def test_cues_inside_a_quotation_stay_there(tagger: TimeTagger) -> None:
    text = "Ia berkata, “Kami akan membalas,” pada hari Senin."
    assert values(tagger, text)["hari Senin"] == "2021-12-27"


def test_days_are_counted_from_the_day_under_discussion(tagger: TimeTagger) -> None:
    text = (
        "Pada 12 Desember 2020 kabinet bubar. Dua hari kemudian ia mundur. "
        "Keesokan harinya parlemen bersidang. Pada hari yang sama pasar jatuh."
    )
    assert list(values(tagger, text).values()) == ["2020-12-12", "2020-12-14", "2020-12-15", "2020-12-15"]


def test_a_year_written_once_holds_for_the_same_day(tagger: TimeTagger) -> None:
    text = "Serangan 7 Oktober 2019 itu dikecam. Korban 7 Oktober dikenang."
    assert values(tagger, text, dt.date(2021, 12, 29))["7 Oktober"] == "2019-10-07"


def test_an_apposition_is_the_same_day(tagger: TimeTagger) -> None:
    assert values(tagger, "Menlu tiba besok, Kamis, di Jakarta.") == {
        "besok": "2021-12-30",
        "Kamis": "2021-12-30",
    }


def test_the_coming_weekday_is_remembered(tagger: TimeTagger) -> None:
    text = "Kedua presiden akan berbicara pada Kamis.\nPerundingan Kamis itu penting.\nAgenda Kamis padat."
    assert [t.timex3 for t in read(tagger, text)][-1] == "2021-12-30"


@pytest.mark.parametrize(
    ("text", "value"),
    [("Minggu lalu pakar PBB mengkritik.", "2021-W51"), ("Pakar PBB mengkritik Minggu lalu.", "2021-12-26")],
)
def test_minggu_is_a_week_where_its_capital_tells_nothing(tagger: TimeTagger, text: str, value: str) -> None:
    assert values(tagger, text)["Minggu lalu"] == value


def test_a_clock_time_belongs_to_the_day_named_before_it(tagger: TimeTagger) -> None:
    text = "Presiden berangkat Senin (27/12/2021). Pesawat lepas landas pukul 09.20 WIB."
    assert values(tagger, text)["pukul 09.20 WIB"] == "2021-12-27T09:20"


def test_a_year_earlier_beside_a_quarter_is_its_quarter(english: TimeTagger) -> None:
    text = "Exports fell in the third quarter. They had risen a year earlier."
    assert values(english, text)["a year earlier"] == "2020-Q3"


def test_weekdays_of_a_range_follow_each_other(english: TimeTagger) -> None:
    found = read(english, "Talks will be held from Monday to Wednesday.")
    assert [t.timex3 for t in found] == ["2022-01-03", "2022-01-05"]


def test_a_window_counts_from_the_day_that_the_report_tells_of(tagger: TimeTagger) -> None:
    text = "Presiden akan memutuskan dalam dua minggu ke depan.\nJuru bicara menjelaskan, Senin (27/12/2021)."
    event = read(tagger, text)[0].event_time()
    assert event is not None and event.value == "2021-12-27/2022-01-10"


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("He left after 2014.", Relation.AFTER),
        ("He left after the 2014 invasion.", Relation.NONE),
        ("He left after Saturday's election.", Relation.NONE),
    ],
)
def test_a_date_before_a_noun_isnt_what_the_preposition_governs(
    english: TimeTagger, text: str, relation: Relation
) -> None:
    (timex,) = read(english, text)
    assert timex.relation is relation
