"""The clause grammar on small tables: `cases.toml` has sentences of our own with the records they must give.

What isn't read yet is named in `open.toml` with the reason: such a test must go on failing, so that the list
can only become shorter.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

HERE = Path(__file__).parent
TABLES: dict[str, list[dict[str, Any]]] = tomllib.loads((HERE / "cases.toml").read_text(encoding="utf-8"))
OPEN: dict[str, str] = tomllib.loads((HERE / "open.toml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(topic, table["lang"], text, table["gives"], id=f"{topic}-{table['lang']}-{text}")
    for topic, tables in TABLES.items()
    for table in tables
    for text in table["texts"]
]
Read = Callable[..., list[str]]


@pytest.mark.parametrize(("topic", "lang", "text", "gives"), CASES)
def test_a_sentence_gives_its_records(
    topic: str, lang: str, text: str, gives: list[str], read: Read, request: pytest.FixtureRequest
) -> None:
    if text in OPEN:
        request.applymarker(pytest.mark.xfail(strict=True, raises=AssertionError, reason=OPEN[text]))
    found = read("", lang, text) if topic == "title" else read(text, lang)
    assert found == gives


def test_what_is_open_is_in_the_tables() -> None:
    texts = [text for tables in TABLES.values() for table in tables for text in table["texts"]]
    assert set(OPEN) <= {*texts, *(w for wordings in WORDINGS.values() for w in wordings)}
    assert len(texts) == len(set(texts))


def test_most_of_the_tables_is_read() -> None:
    assert len(OPEN) <= len(CASES) / 4


# -- a meeting is the same one however it is worded, whoever meets ------------------------------------

STATES = {
    "JPN": ("Jepang", "Japan"),
    "CHN": ("Tiongkok", "China"),
    "FRA": ("Prancis", "France"),
    "EGY": ("Mesir", "Egypt"),
    "BRA": ("Brasil", "Brazil"),
    "TUR": ("Turki", "Turkey"),
    "VNM": ("Vietnam", "Vietnam"),
    "SAU": ("Arab Saudi", "Saudi Arabia"),
}
WORDINGS = {
    "id": (
        "Menteri Luar Negeri {x} dan Menteri Luar Negeri {y} bertemu di Jenewa.",
        "Menteri Luar Negeri {x} bertemu Menteri Luar Negeri {y} di Jenewa.",
        "Menteri Luar Negeri {x} bertemu dengan Menteri Luar Negeri {y} di Jenewa.",
        "Pertemuan {x}–{y} berlangsung di Jenewa.",
        "Pertemuan {x} dengan {y} berlangsung di Jenewa.",
        "Pertemuan {x} dan {y} berlangsung di Jenewa.",
        "Kedua negara itu, {x} dan {y}, mengadakan pertemuan di Jenewa.",
        "Pertemuan antara {x} dan {y} berlangsung di Jenewa.",
        "{x} dan {y} mengadakan pertemuan di Jenewa.",
        "{x} mengadakan pertemuan dengan {y} di Jenewa.",
    ),
    "en": (
        "The foreign ministers of {x} and {y} met in Geneva.",
        "The foreign minister of {x} met the foreign minister of {y} in Geneva.",
        "The foreign minister of {x} met with the foreign minister of {y} in Geneva.",
        "{x}-{y} talks were held in Geneva.",
        "Talks between {x} and {y} were held in Geneva.",
        "{x} and {y} held talks in Geneva.",
        "{x} held talks with {y} in Geneva.",
    ),
}


def law(lang: str, wording: str, x: str, y: str) -> tuple[str, str]:
    """Return the sentence and the one record that it must give."""
    n = 0 if lang == "id" else 1
    return wording.format(x=STATES[x][n], y=STATES[y][n]), f"CONSULT {'+'.join(sorted((x, y)))}"


@pytest.mark.parametrize(("lang", "wording"), [(lang, w) for lang, ws in WORDINGS.items() for w in ws])
def test_a_meeting_in_other_words(
    lang: str, wording: str, read: Read, request: pytest.FixtureRequest
) -> None:
    if wording in OPEN:
        request.applymarker(pytest.mark.xfail(strict=True, raises=AssertionError, reason=OPEN[wording]))

    @settings(max_examples=12, deadline=None, derandomize=True)
    @given(parties=st.permutations(sorted(STATES)))
    def meets(parties: list[str]) -> None:
        text, line = law(lang, wording, *parties[:2])
        assert read(text, lang) == [line]

    meets()


# -- active and passive say the same ------------------------------------------------------------------

VERBS = {
    "id": {
        "serang": ("menyerang", "ASSAULT"),
        "invasi": ("menginvasi", "ASSAULT"),
        "kecam": ("mengecam", "ACCUSE"),
        "ancam": ("mengancam", "THREATEN"),
        "tuduh": ("menuduh", "ACCUSE"),
        "puji": ("memuji", "SUPPORT"),
    },
    "en": {
        "attacked": ("attacked", "ASSAULT"),
        "invaded": ("invaded", "ASSAULT"),
        "condemned": ("condemned", "ACCUSE"),
        "threatened": ("threatened", "THREATEN"),
        "praised": ("praised", "SUPPORT"),
        "sanctioned": ("sanctioned", "SANCTION"),
    },
}
VOICES = {
    "id": (
        "{x} {active} {y}.",
        "{x} telah {active} {y}.",
        "{y} di{root} {x}.",
        "{y} di{root} oleh {x}.",
        "{y} kembali di{root} oleh {x}.",
        "Pemerintah {x} {active} pemerintah {y}.",
    ),
    "en": (
        "{x} {active} {y}.",
        "{x} has {active} {y}.",
        "{y} was {active} by {x}.",
        "{y} has been {active} by {x}.",
        "The government of {x} {active} the government of {y}.",
    ),
}


@pytest.mark.parametrize(("lang", "wording"), [(lang, w) for lang, ws in VOICES.items() for w in ws])
def test_active_and_passive_give_the_same(lang: str, wording: str, read: Read) -> None:
    verbs = sorted(VERBS[lang])

    @settings(max_examples=30, deadline=None, derandomize=True)
    @given(parties=st.permutations(sorted(STATES)), root=st.sampled_from(verbs))
    def same(parties: list[str], root: str) -> None:
        active, kind = VERBS[lang][root]
        n = 0 if lang == "id" else 1
        x, y = parties[:2]
        text = wording.format(x=STATES[x][n], y=STATES[y][n], active=active, root=root)
        assert read(text, lang) == [f"{kind} {x} -> {y}"]

    same()
