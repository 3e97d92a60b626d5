"""Laws of the tagger: written dates are read back, spans are sound, nothing raises, nothing is today."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linimasa.extract.sentences import split
from linimasa.extract.time import TimeTagger
from linimasa.model.timex import Timex

TAGGERS = {lang: TimeTagger(lang) for lang in ("id", "en", "ms")}
MONTHS = {
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(),
    "en": "January February March April May June July August September October November December".split(),
    "ms": "Januari Februari Mac April Mei Jun Julai Ogos September Oktober November Disember".split(),
}
WEEKDAYS = {
    "id": "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "ms": "Isnin Selasa Rabu Khamis Jumaat Sabtu Ahad".split(),
}
DAYS = st.dates(min_value=dt.date(1600, 1, 1), max_value=dt.date(2100, 12, 31))
LANGS = st.sampled_from(sorted(TAGGERS))
_PIECES = (
    'pada hari Rabu (30/12) 2014 tahun lalu - , . akan “ ” " lusa dua minggu ke depan sejak hingga 9999',
    "31/31/2021 Februari 30 abad ke 99 since Monday last next week ago 0 00 25.61 kuartal 7 awal \n \r\n",
    "e\u0301 \u00a0",
)
WORDS = st.sampled_from(" ".join(_PIECES).split(" "))


def tag(lang: str, text: str, published: dt.date | None) -> tuple[Timex, ...]:
    return TAGGERS[lang].tag(text, split(text), published)


@given(LANGS, DAYS, DAYS)
@settings(deadline=None)
def test_a_written_date_is_read_back_whatever_the_anchor(lang: str, day: dt.date, published: dt.date) -> None:
    month = MONTHS[lang][day.month - 1]
    (timex,) = tag(lang, f"x {day.day} {month} {day.year} x", published)
    assert timex.timex3 == day.isoformat()


@given(LANGS, DAYS, st.integers(-6, 0))
@settings(deadline=None)
def test_a_bare_weekday_is_the_last_one(lang: str, published: dt.date, offset: int) -> None:
    day = published + dt.timedelta(days=offset)
    (timex,) = tag(lang, f"x x {WEEKDAYS[lang][day.weekday()]} x", published)
    assert timex.timex3 == day.isoformat()


@given(LANGS, st.lists(WORDS, max_size=25), st.none() | DAYS)
@settings(max_examples=150, deadline=None)
def test_spans_are_sound_and_nothing_raises(lang: str, words: list[str], published: dt.date | None) -> None:
    text = " ".join(words)
    found = tag(lang, text, published)
    end = 0
    for timex in found:
        assert end <= timex.start < timex.end
        assert text[timex.start : timex.end] == timex.text
        assert timex.timex3
        end = timex.end
        event = timex.event_time()
        if event is not None and event.begin is not None and event.end_date is not None:
            assert event.begin <= event.end_date
    assert found == tag(lang, text, published)


@given(st.text(max_size=80))
@settings(max_examples=80, deadline=None)
def test_any_text_is_read(text: str) -> None:
    for timex in tag("id", text, None):
        assert text[timex.start : timex.end] == timex.text


@pytest.mark.parametrize(
    "words", ["kemarin", "pekan lalu", "hari ini", "10 Januari", "Kamis", "tahun depan", "pukul 10.00"]
)
def test_without_an_anchor_no_event_gets_a_day(words: str) -> None:
    for timex in tag("id", f"Menlu bertemu {words}.", None):
        event = timex.event_time()
        assert event is None or event.begin is None
