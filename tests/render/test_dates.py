from __future__ import annotations

import pytest

from linimasa.analyse import Event, Words
from linimasa.render.dates import OPEN, when, window
from linimasa.render.words import load_words


def event(
    edtf: str | None = None,
    date: str | None = None,
    precision: str | None = "day",
    begin: str | None = None,
    end: str | None = None,
) -> Event:
    return Event(
        "e",
        Words("", ""),
        "aid",
        "aid",
        "occurred",
        (),
        (),
        None,
        date,
        begin,
        end,
        edtf,
        precision,
        (),
        (),
        (),
        (),
        (),
    )


@pytest.mark.parametrize(
    ("one", "indonesian", "english"),
    [
        (event("2022-01-10", "2022-01-10"), "10 Januari 2022", "10 January 2022"),
        (event("2022-01", "2022-01-01"), "Januari 2022", "January 2022"),
        (event("2014~", "2014-01-01"), "sekitar 2014", "about 2014"),
        (event("2014~/..", "2014-01-01"), "sejak sekitar 2014", "since about 2014"),
        (event("/2021-12-29", "2021-12-29"), "paling lambat 29 Desember 2021", "by 29 December 2021"),
        (event("../2021-12-29", "2021-12-29"), "paling lambat 29 Desember 2021", "by 29 December 2021"),
        (
            event("[2021-12-01..2021-12-10]", "2021-12-01"),
            "1 Desember 2021 – 10 Desember 2021",
            "1 December 2021 – 10 December 2021",
        ),
        (event("XXXX-01-10"), "10 Januari, tahun tak disebut", "10 January, year not told"),
        (event(None, "2021-12-29", "asOf"), "terlihat 29 Desember 2021", "seen on 29 December 2021"),
        (event(None, "2021-12-29", "notAfter"), "paling lambat 29 Desember 2021", "by 29 December 2021"),
        (event(None, "2021-12-29"), "29 Desember 2021", "29 December 2021"),
        (event(), "tanpa tanggal", "undated"),
    ],
)
def test_a_date_is_told_as_precisely_as_it_is_known(one: Event, indonesian: str, english: str) -> None:
    words = load_words()
    assert when(one, "id", words["id"]) == indonesian
    assert when(one, "en", words["en"]) == english


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (event(), None),
        (event("2022-01-10", "2022-01-10"), ("2022-01-10", "2022-01-10")),
        (event("2014~/..", "2014-01-01", "year", begin="2014-01-01"), ("2014-01-01", OPEN)),
        (event("/2021-12-29", "2021-12-29", "notAfter", end="2021-12-29"), ("2021-12-29", "2021-12-29")),
        (event("2014~", "2014-01-01", "year", "2014-01-01", "2014-12-31"), ("2014-01-01", "2014-12-31")),
        (event(None, "2021-12-29", "asOf"), ("2021-12-29", "2021-12-29")),
    ],
)
def test_the_window_for_filtering(one: Event, expected: tuple[str, str] | None) -> None:
    assert window(one) == expected
