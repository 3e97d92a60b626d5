"""The text with its times marked."""

from __future__ import annotations

from extract.time.time_cases import read
from linimasa.extract.time import TimeTagger
from linimasa.extract.time.show import render_times


def test_the_marks_stand_in_the_text() -> None:
    text = "Keduanya berunding sejak 2014, kata Menlu, Kamis (30/12).\n"
    shown = render_times(text, read(TimeTagger("id"), text))
    assert shown == (
        "Keduanya berunding sejak [2014 | DATE 2014 explicit since event 2014/..], kata Menlu, "
        "[Kamis (30/12) | DATE 2021-12-30 yearInferred].\n"
    )


def test_without_times_the_text_is_unchanged() -> None:
    assert render_times("Tak ada apa-apa.", ()) == "Tak ada apa-apa."
