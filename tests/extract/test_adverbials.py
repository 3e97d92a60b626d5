"""What only says how or when something is done doesn't change who did what to whom."""

from __future__ import annotations

import pytest

from linimasa.extract.extractor import Extractor
from linimasa.model.document import Document

ACTS = {
    "menyerang Ukraina": ("ASSAULT", "UKR"),
    "mengecam Belarus": ("ACCUSE", "BLR"),
    "menjatuhkan sanksi terhadap Suriah": ("SANCTION", "SYR"),
    "bertemu Presiden Mesir": ("CONSULT", "EGY"),
    "menolak usulan Jepang": ("REJECT", "JPN"),
    "menarik pasukan dari Mali": ("RETREAT", "MLI"),
    "menangkap tiga warga Kanada": ("COERCE", "CAN"),
    "mengirim bantuan ke Sudan": ("AID", "SDN"),
}
DOERS = {
    "Rusia": "RUS",
    "Washington": "USA",
    "Menlu Iran Abbas Araghchi": "IRN",
    "Kementerian Luar Negeri China": "CHN",
    "militer Israel": "ISR",
}
BEFORE_THE_VERB = [
    "tengah", "sedang", "kembali", "pun", "baru saja", "diam-diam", "berulang kali", "pada Senin", "kemarin",
    "secara sepihak", "dengan tegas", "untuk pertama kalinya", "untuk kesekian kalinya",
    "pada hari yang sama",
    "pada saat bersamaan", "di saat yang sama", "dalam beberapa hari terakhir", "tiba-tiba",
]  # fmt: skip
IN_FRONT = ["untuk pertama kalinya", "dengan keras", "pada saat yang sama", "pada hari yang sama", "kemarin"]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def told(extractor: Extractor, text: str) -> set[tuple[str, tuple[str | None, ...], tuple[str | None, ...]]]:
    found = extractor.extract(Document("x", text, "id", title="", published="2026-03-12"))
    return {
        (s.type.value, tuple(a.code for a in s.actors), tuple(r.code for r in s.recipients))
        for s in found.statements
    }


@pytest.mark.parametrize("adverbial", BEFORE_THE_VERB)
def test_between_doer_and_verb(extractor: Extractor, adverbial: str) -> None:
    for doer, code in DOERS.items():
        for act, (kind, other) in ACTS.items():
            text = f"{doer[0].upper()}{doer[1:]} {adverbial} {act}."
            assert (kind, (code,), (other,)) in told(extractor, text), text


@pytest.mark.parametrize("adverbial", IN_FRONT)
@pytest.mark.parametrize("comma", ["", ","])
def test_in_front(extractor: Extractor, adverbial: str, comma: str) -> None:
    for doer, code in DOERS.items():
        for act, (kind, other) in ACTS.items():
            text = f"{adverbial[0].upper()}{adverbial[1:]}{comma} {doer} {act}."
            assert (kind, (code,), (other,)) in told(extractor, text), text


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Pasukan Rusia menyerang Ukraina tengah.", "Ukraina tengah"),
        ("Serangan di Gaza tengah menewaskan lima warga Palestina.", "Gaza tengah"),
    ],
)
def test_the_middle_of_a_land_stays_a_place(extractor: Extractor, text: str, place: str) -> None:
    found = extractor.extract(Document("x", text, "id", title="", published="2026-03-12"))
    assert any(r.text == place for s in found.statements for r in s.recipients)
