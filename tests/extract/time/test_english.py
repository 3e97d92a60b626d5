"""English expressions of every kind, read on Wednesday 29 December 2021."""

from __future__ import annotations

import datetime as dt

import pytest

from extract.time.time_cases import read, the, values
from linimasa.extract.time import TimeTagger
from linimasa.model.timex import Relation


@pytest.fixture(scope="module")
def tagger() -> TimeTagger:
    return TimeTagger("en")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Biden will speak with Putin on Thursday, Dec. 30.", "Thursday, Dec. 30", "2021-12-30"),
        ("The envoys will meet on Jan. 10.", "Jan. 10", "2022-01-10"),
        ("The treaty was signed on 5 June 2019.", "5 June 2019", "2019-06-05"),
        ("The treaty was signed on June 5th, 2019.", "June 5th, 2019", "2019-06-05"),
        ("The memo is dated 2021-11-30.", "2021-11-30", "2021-11-30"),
        ("Talks will be held on January 10 and 13.", "January 10 and 13", "2022-01-10/2022-01-13"),
        ("The president arrived Monday.", "Monday", "2021-12-27"),
        ("The president will arrive Monday.", "Monday", "2022-01-03"),
        ("Next Friday the court rules.", "Next Friday", "2021-12-31"),
        ("The ministers met Monday night.", "Monday night", "2021-12-27TNI"),
        ("He resigned the day before yesterday.", "the day before yesterday", "2021-12-27"),
        ("Parliament met last week.", "last week", "2021-W51"),
        ("The embassy closed two days ago.", "two days ago", "2021-12-27"),
        ("He was arrested in early 2024.", "early 2024", "2024"),
        ("The 2015 nuclear deal collapsed.", "2015", "2015"),
        ("Exports fell in the third quarter of 2020.", "the third quarter of 2020", "2020-Q3"),
        ("Exports fell in the first half of 2020.", "the first half of 2020", "2020-H1"),
        ("The late 1970s were tense.", "The late 1970s", "197"),
        ("In the 19th century borders moved.", "the 19th century", "18"),
        ("A five-year agreement was signed.", "five-year", "P5Y"),
        ("She was held for more than three years.", "more than three years", "P3Y"),
        ("The siege lasted 2 1/2 years.", "2 1/2 years", "P2Y6M"),
        ("The crossing closed days after it reopened.", "days", "PXD"),
        ("They meet every Monday.", "every Monday", "XXXX-WXX-1"),
        ("The bank publishes daily reports.", "daily", "P1D"),
        ("The now-overthrown government fled.", "now", "PRESENT_REF"),
        ("The winter of 2010 was cold.", "The winter of 2010", "2010-WI"),
        ("They will meet on New Year's Day.", "New Year's Day", "2022-01-01"),
        ("The coup came in nineteen ninety-one.", "nineteen ninety-one", "1991"),
        ("The session opens at 3:30 p.m. GMT on Thursday.", "3:30 p.m. GMT on Thursday", "2021-12-23T15:30"),
    ],
)
def test_value(tagger: TimeTagger, text: str, words: str, value: str) -> None:
    found = values(tagger, text)
    assert found.get(words) == value, found


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 2202 was adopted.",
        "May said so to April Smith.",
        "They march on Rome and may fall.",
        "The 45-year-old lawyer is 45 years old.",
        "Some 2,014 soldiers and $2020 were lost.",
        "Sun Microsystems and the Marines won 3-1.",
        "Project 2025 drew criticism.",
    ],
)
def test_no_time(tagger: TimeTagger, text: str) -> None:
    assert read(tagger, text) == ()


def test_vague_adverbs_only_where_asked_for(tagger: TimeTagger) -> None:
    text = "The minister recently resigned."
    assert read(tagger, text) == ()
    assert [t.timex3 for t in read(TimeTagger("en", vague=True), text)] == ["PAST_REF"]


def test_a_name_that_ends_like_a_past_verb_is_no_cue(tagger: TimeTagger) -> None:
    assert values(tagger, "He would visit the United States Thursday.") == {"Thursday": "2021-12-30"}


def test_relations(tagger: TimeTagger) -> None:
    assert the(tagger, "Troops must leave by March 2022.").relation is Relation.BY
    assert the(tagger, "He has ruled since 2014.").relation is Relation.SINCE


def test_days_that_are_names(tagger: TimeTagger) -> None:
    text = "Hostages taken in the October 7 attacks returned."
    (timex,) = tagger.tag(text, [(0, len(text))], dt.date(2025, 10, 13))
    assert timex.timex3 == "2023-10-07"
    assert values(tagger, "They met before the October 7 attacks.")["October 7"] == "2021-10-07"


@pytest.mark.parametrize("text", ["The fall of the regime was swift.", "March 23 Movement rebels advance."])
def test_names_that_look_like_times(tagger: TimeTagger, text: str) -> None:
    assert read(tagger, text) == ()
