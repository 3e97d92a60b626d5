"""Dates counted from another event."""

from __future__ import annotations

import pytest

from linimasa.extract.extractor import Extractor
from linimasa.model.document import Document
from linimasa.model.terms import DateBasis

ROWS = [
    (
        "id",
        (
            "Presiden Mesir bertemu Presiden Turki di Kairo, Senin (16/6/2025). "
            "Dua hari setelah pertemuan itu, Mesir menandatangani perjanjian dengan Turki."
        ),
        "2025-06-18",
    ),
    (
        "id",
        "Mesir meneken perjanjian dengan Turki seminggu sebelum Israel menyerang Iran pada 13 Juni 2025.",
        "2025-06-06",
    ),
    (
        "en",
        (
            "The Egyptian president met the Turkish president in Cairo on June 16, 2025. "
            "Two days after the meeting, Egypt signed a treaty with Turkey."
        ),
        "2025-06-18",
    ),
]


@pytest.mark.parametrize(("lang", "text", "day"), ROWS, ids=lambda value: str(value)[:24])
def test_an_event_is_dated_by_another_one(lang: str, text: str, day: str) -> None:
    for published in (None, "2025-07-01"):
        document = Document("a", text, lang, published=published, published_basis=DateBasis.EXPLICIT)
        found = [s for s in Extractor().extract(document).statements if s.type == "COOPERATE"]
        assert [s.time is not None and s.time.value for s in found] == [day]
        assert found[0].time is not None
        assert found[0].time.basis is DateBasis.RELATIVE
        assert text[found[0].time.start : found[0].time.end] == found[0].time.text


@pytest.mark.parametrize(
    "text",
    [
        # Nobody says when the meeting was.
        (
            "Presiden Mesir bertemu Presiden Turki di Kairo. "
            "Dua hari setelah pertemuan itu, Mesir menandatangani perjanjian dengan Turki."
        ),
        # Some days, and months, lead to no day.
        (
            "Presiden Mesir bertemu Presiden Turki pada 16 Juni 2025. "
            "Beberapa hari setelah pertemuan itu, Mesir menandatangani perjanjian dengan Turki."
        ),
        (
            "Presiden Mesir bertemu Presiden Turki pada 16 Juni 2025. "
            "Dua bulan setelah pertemuan itu, Mesir menandatangani perjanjian dengan Turki."
        ),
    ],
)
def test_no_day_is_made_up(text: str) -> None:
    document = Document("a", text, "id", published="2025-07-01", published_basis=DateBasis.EXPLICIT)
    found = [s for s in Extractor().extract(document).statements if s.type == "COOPERATE"]
    assert [s.time for s in found] == [None]
