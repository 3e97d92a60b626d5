"""The date of a document that came without one."""

from __future__ import annotations

import datetime as dt

import pytest

from linimasa.extract.time import TimeTagger, document_date
from linimasa.lexicon.gazetteer import Gazetteer, load
from linimasa.model.terms import DateBasis


@pytest.fixture(scope="module")
def tagger() -> TimeTagger:
    return TimeTagger("id")


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load()


@pytest.mark.parametrize(
    "text",
    [
        "JAKARTA, KORANKITA.com, Rabu (18/6/2025) - Menlu berangkat ke Wina. Ia pulang 20 Juni 2025.",
        "JAKARTA, 18 Juni 2025 — Menlu berangkat ke Wina.",
        "Rabu, 18 Juni 2025 | 10:20 WIB\nMenlu berangkat ke Wina pada Senin.",
    ],
)
def test_dateline(text: str, tagger: TimeTagger, gazetteer: Gazetteer) -> None:
    found = document_date(text, "", "id", tagger=tagger, gazetteer=gazetteer)
    assert found is not None
    assert (found.day, found.basis) == (dt.date(2025, 6, 18), DateBasis.EXPLICIT)


def test_the_latest_bracketed_date(tagger: TimeTagger, gazetteer: Gazetteer) -> None:
    text = "Menlu bertemu utusan PBB, Rabu (18/6/2025). Mereka juga bertemu pada Senin (16/6/2025)."
    found = document_date(text, "", "id", tagger=tagger, gazetteer=gazetteer)
    assert found is not None
    assert (found.day, found.basis) == (dt.date(2025, 6, 18), DateBasis.INFERRED)


def test_offices_narrow(tagger: TimeTagger, gazetteer: Gazetteer) -> None:
    text = "Presiden Donald Trump menerima Presiden Korea Selatan Moon Jae-in di Washington."
    found = document_date(text, "", "id", tagger=tagger, gazetteer=gazetteer)
    assert found is not None and found.day is None and found.basis is DateBasis.INFERRED
    assert found.begin == dt.date(2017, 5, 10)
    assert len(found.why) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Mantan Presiden Barack Obama berpidato di Jakarta.",
        "Wakil Menteri Luar Negeri Sergei Lavrov berpidato.",
        "Kabinet bersidang membahas sanksi.",
        "",
    ],
)
def test_nothing_is_concluded_from_nothing(text: str, tagger: TimeTagger, gazetteer: Gazetteer) -> None:
    assert document_date(text, "", "id", tagger=tagger, gazetteer=gazetteer) is None


def test_turning_points_and_next_month(tagger: TimeTagger, gazetteer: Gazetteer) -> None:
    text = (
        "Presiden Joe Biden berunding dengan NATO. Ini terjadi hampir delapan tahun setelah Krimea direbut. "
        "Kedua pihak akan bertemu pada 10 Januari. Kedutaan akan menambah staf bulan depan."
    )
    found = document_date(text, "", "id", tagger=tagger, gazetteer=gazetteer)
    assert found is not None
    assert (found.begin, found.end) == (dt.date(2021, 12, 1), dt.date(2021, 12, 31))


def test_a_weekday_must_fit(tagger: TimeTagger, gazetteer: Gazetteer) -> None:
    text = (
        "Perdana Menteri Shinzo Abe menerima Presiden Donald Trump. "
        "Keduanya berunding pada Jumat, 10 Februari."
    )
    found = document_date(text, "", "id", tagger=tagger, gazetteer=gazetteer)
    assert found is not None and found.begin is not None and found.end is not None
    assert found.begin <= dt.date(2017, 2, 10) <= found.end
    assert (found.end - found.begin).days <= 366


def test_the_article_the_project_began_with(shared: object, tagger: TimeTagger, gazetteer: Gazetteer) -> None:
    from pathlib import Path

    (path,) = sorted((Path(str(shared)) / "seed").glob("*.txt"))
    found = document_date(path.read_text(encoding="utf-8"), "", "id", tagger=tagger, gazetteer=gazetteer)
    assert found is not None and found.day is None
    assert (found.begin, found.end) == (dt.date(2021, 12, 1), dt.date(2021, 12, 31))
