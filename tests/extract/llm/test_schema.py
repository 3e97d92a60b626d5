"""The schema of an answer follows from the record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linimasa import resources
from linimasa.errors import LexiconError, SettingError
from linimasa.extract.llm.prompt import load_prompt, portions
from linimasa.extract.llm.schema import ASKED, answer_schema
from linimasa.extract.llm.settings import ModelSettings, model_settings
from linimasa.lexicon.language import available
from linimasa.model.document import Document
from linimasa.model.terms import Certainty, EventType, Modality, Polarity


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for value in schema.values():
            yield from objects(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from objects(value)


def test_terms_are_those_of_the_record() -> None:
    rows = answer_schema()["properties"]["statements"]["items"]["properties"]
    for name, terms in (("type", EventType), ("modality", Modality), ("certainty", Certainty)):
        assert rows[name] == {"type": "string", "enum": [term.value for term in terms]}
    inner = rows["content"]["anyOf"][0]["properties"]
    assert inner["polarity"]["enum"] == [term.value for term in Polarity]
    assert rows["actors"] == {"type": "array", "items": {"type": "string"}}
    assert rows["time"] == {"anyOf": [{"type": "string"}, {"type": "null"}]}


def test_it_is_strict() -> None:
    found = list(objects(answer_schema()))
    assert len(found) == 5  # answer, statement, content, condition, source
    for one in found:
        assert one["additionalProperties"] is False
        assert one["required"] == list(one["properties"])


def test_what_is_asked_are_fields_of_the_records() -> None:
    for record, names in ASKED.items():
        assert set(names) <= {field.name for field in fields(record)}, record


def test_no_identity_no_offset_no_date_is_asked() -> None:
    names = {name for one in objects(answer_schema()) for name in one["properties"]}
    assert not names & {"actor", "code", "name", "start", "end", "value", "begin", "status", "confidence"}


@pytest.mark.parametrize("lang", available())
def test_every_language_has_an_instruction_that_names_all_types(lang: str) -> None:
    prompt = load_prompt(lang)
    assert [t for t in EventType if t.value not in prompt.instruction] == []
    changed = type(prompt)(prompt.instruction + " ", prompt.schema)
    assert changed.version != prompt.version


def test_a_language_without_an_instruction_is_refused(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("lexicon")
    monkeypatch.setattr(resources, "lexicon", lambda: folder)
    with pytest.raises(LexiconError, match=r"llm\.toml"):
        load_prompt("id")
    (folder / "id").mkdir()
    (folder / "id" / "llm.toml").write_text("instruct = 'x'\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="unknown key instruct"):
        load_prompt("id")


def test_the_message_holds_day_title_and_sentences() -> None:
    document = Document("a", "Satu.", "id", "Judul", "2021-07-05")
    system, user = load_prompt("id").messages(document, [(1, "Satu.")])
    assert system["role"] == "system"
    assert user["content"] == (
        '{"published": "2021-07-05", "title": "Judul", "sentences": [{"sentence": 1, "text": "Satu."}]}'
    )


@given(st.lists(st.text("ab ", max_size=9), max_size=8), st.integers(1, 20))
def test_portions_hold_all_sentences_once_in_order(words: list[str], most: int) -> None:
    text, spans = "", []
    for word in words:
        spans.append((len(text), len(text) + len(word)))
        text += word + "\n"
    found = portions(text, spans, most)
    numbers = [number for portion in found for number, _ in portion]
    assert numbers == [n for n, word in enumerate(words, 1) if word.strip()]
    assert all(words[n - 1] == said for portion in found for n, said in portion)
    assert all(len(p) == 1 or sum(len(said) for _, said in p) <= most for p in found)


def test_the_options() -> None:
    assert model_settings("rules", None, None) is None
    assert model_settings("llm", "m", "http://x/v1", "c") == ModelSettings("m", "http://x/v1", "c")


@pytest.mark.parametrize(
    ("options", "wrong"),
    [
        (("rules", "m", None), "--model goes with --extractor llm"),
        (("rules", None, "http://x"), "--endpoint goes with"),
        (("rules", None, None, "c"), "--cache goes with"),
        (("llm", None, "http://x"), "needs --model NAME"),
        (("llm", "m", None), "needs --endpoint URL"),
        (("llm", "m", "x/v1"), "must begin with http"),
    ],
)
def test_options_that_dont_fit(options: tuple[str | None, ...], wrong: str) -> None:
    with pytest.raises(SettingError, match=wrong):
        model_settings(*options)  # type: ignore[arg-type]
