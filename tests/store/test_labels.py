"""Labels of events."""

from __future__ import annotations

import pytest

from factories import day, span
from linimasa.model.statement import EventTime
from linimasa.model.terms import EventType, Precision
from linimasa.resolve.dates import told_moment
from linimasa.store.labels import LANGUAGES, load_wording
from linimasa.store.scheme import load_scheme

P = Precision


def label(
    lang: str, type_: str, actors: list[str], recipients: list[str], time: EventTime | None = None
) -> str:
    info = load_scheme().of(EventType(type_), None)
    return load_wording()[lang].label(info, lang, actors, recipients, told_moment(time))


@pytest.mark.parametrize(
    ("type_", "actors", "recipients", "indonesian", "english"),
    [
        ("THREATEN", ["NATO"], ["Rusia"], "Ancaman NATO terhadap Rusia", "Threat by NATO against Rusia"),
        ("THREATEN", ["NATO"], [], "Ancaman NATO", "Threat by NATO"),
        ("ASSAULT", [], ["Ukraina"], "Serangan terhadap Ukraina", "Attack on Ukraina"),
        ("CONSULT", ["NATO", "Rusia"], [], "Pertemuan NATO–Rusia", "NATO–Rusia talks"),
        ("AID", ["A", "B", "C"], ["D"], "Bantuan A, B dan C kepada D", "Aid by A, B and C to D"),
        ("AID", list("ABCDE"), [], "Bantuan A, B, C, D dan lain-lain", "Aid by A, B, C, D and others"),
        ("CONSULT", [], [], "Pertemuan", "Talks"),
    ],
)
def test_parties(type_: str, actors: list[str], recipients: list[str], indonesian: str, english: str) -> None:
    assert label("id", type_, actors, recipients) == indonesian
    assert label("en", type_, actors, recipients) == english


@pytest.mark.parametrize(
    ("time", "indonesian", "english"),
    [
        (day("2022-01-10"), "10 Januari 2022", "10 January 2022"),
        (span("2021-12", "2021-12-01", "2021-12-31", P.MONTH), "Desember 2021", "December 2021"),
        (span("2014~", "2014-01-01", "2014-12-31", P.YEAR), "sekitar 2014", "about 2014"),
        (span("2014~/..", "2014-01-01", None, P.YEAR), "sejak sekitar 2014", "since about 2014"),
        (
            span("../2021-12-28", None, "2021-12-28", P.NOT_AFTER),
            "sampai 28 Desember 2021",
            "until 28 December 2021",
        ),
        (
            span("2022-01-10/2022-01-13", "2022-01-10", "2022-01-13", P.DAYS),
            "10 Januari 2022 – 13 Januari 2022",
            "10 January 2022 – 13 January 2022",
        ),
        (
            span("2025-W25", "2025-06-16", "2025-06-22", P.DAYS),
            "16 Juni 2025 – 22 Juni 2025",
            "16 June 2025 – 22 June 2025",
        ),
    ],
)  # fmt: skip
def test_dates(time: EventTime, indonesian: str, english: str) -> None:
    assert label("id", "PROTEST", ["A"], [], time) == f"Protes A, {indonesian}"
    assert label("en", "PROTEST", ["A"], [], time) == f"Protest by A, {english}"


def test_a_word_that_type_and_party_share_is_said_once() -> None:
    info = load_scheme().of(EventType.MOBILIZE, "troops")
    assert load_wording()["id"].label(info, "id", ["pasukan X"], [], None) == "Pengerahan pasukan X"
    assert load_wording()["id"].label(info, "id", ["pasukannya"], [], None) == "Pengerahan pasukan pasukannya"


def test_a_date_without_a_year_is_left_out() -> None:
    assert label("id", "PROTEST", ["A"], [], span("XXXX-01-10", None, None, P.DAY)) == "Protes A"


def test_every_type_has_a_pattern_in_each_language() -> None:
    for info in load_scheme().types.values():
        for lang in LANGUAGES:
            assert "{actors}" in info.patterns[lang], (info.local, lang)
