"""Whom an act is aimed at, and by which words a participant is told."""

from __future__ import annotations

import pytest

from linimasa.extract.extractor import Extractor
from linimasa.model.document import Document
from linimasa.model.statement import Statement
from linimasa.model.terms import EventType


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def _of(extractor: Extractor, text: str, kind: EventType, trigger: str) -> Statement:
    made = extractor.extract(Document("a", text, "id", published="2025-06-20")).statements
    found = [s for s in made if s.type is kind and s.trigger.text == trigger]
    assert found, [(s.type, s.trigger.text) for s in made]
    return found[0]


@pytest.mark.parametrize(
    ("text", "kind", "trigger", "actors", "recipients"),
    [
        (
            "Kanada bertemu dengan dua sekutu, yaitu Jepang dan Korea Selatan, di Seoul.",
            EventType.CONSULT, "bertemu", ["Kanada"], ["Jepang", "Korea Selatan"],
        ),
        (
            "Sebanyak 20 warga sipil tewas akibat tembakan militer Israel di Jalur Gaza.",
            EventType.ASSAULT, "tembakan", ["militer Israel"], ["20 warga sipil"],
        ),
        (
            "Dua tentara India terluka ketika pasukan Pakistan melepaskan tembakan di Kashmir.",
            EventType.ASSAULT, "tembakan", ["pasukan Pakistan"], ["Dua tentara India"],
        ),
        (
            "Kenya mempertimbangkan apakah akan bergabung dengan serangan Prancis terhadap Mali.",
            EventType.ASSAULT, "bergabung", ["Kenya"], ["Mali"],
        ),
        ("Hal itu memicu penolakan dari Turki.", EventType.REJECT, "penolakan", ["Turki"], []),
        (
            "Presiden Kenya mengatakan kepada AFP bahwa ekonomi negaranya membaik.",
            EventType.STATEMENT, "mengatakan", ["Presiden Kenya"], [],
        ),
    ],
)  # fmt: skip
def test_whom_an_act_is_aimed_at(extractor, text, kind, trigger, actors, recipients) -> None:
    found = _of(extractor, text, kind, trigger)
    assert [[p.text for p in side] for side in (found.actors, found.recipients)] == [actors, recipients]


def test_a_phrase_stands_by_its_own_words(extractor) -> None:
    text = "Kuba dan Peru berselisih. Kedua negara menandatangani perjanjian dagang."
    found = _of(extractor, text, EventType.COOPERATE, "menandatangani")
    assert [(p.text, p.code) for p in found.actors] == [("Kedua negara", "CUB"), ("Kedua negara", "PER")]


def test_a_pronoun_stands_by_the_words_that_it_means(extractor) -> None:
    text = "Vladimir Putin tiba di Kazan. Ia mengecam Inggris."
    found = _of(extractor, text, EventType.ACCUSE, "mengecam")
    assert [(p.text, p.code) for p in found.actors] == [("Vladimir Putin", "RUS")]
