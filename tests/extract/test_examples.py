"""The example sentences of the lexicon: each gives a statement, or its content, of its frame's type.

A sentence that doesn't yet stands in `examples_open.toml` with the reason. The test fails where a listed one
is read and where an unlisted one isn't, so the list can only become shorter; it holds one in twenty at most.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from linimasa.extract.extractor import Extractor
from linimasa.lexicon.language import available, load_language
from linimasa.model.document import Document
from linimasa.model.statement import Statement
from linimasa.model.terms import DateBasis, EventType
from linimasa.resources import lexicon

PUBLISHED = "2025-06-20"
OPEN: dict[str, dict[str, str]] = tomllib.loads(
    (Path(__file__).parent / "examples_open.toml").read_text(encoding="utf-8")
)


@dataclass(frozen=True)
class Example:
    """One sentence with the type that it must give; `type` None: any, on a noun with this light verb."""

    frame: str
    type: EventType | None
    text: str


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def examples(lang: str) -> Iterator[Example]:
    for frame in load_language(lang).frames:
        for text in frame.examples:
            yield Example(frame.id, frame.type, text)
    light = tomllib.loads((lexicon() / lang / "light.toml").read_text(encoding="utf-8"))
    for row in light["light"]:
        for text in row["examples"]:
            yield Example(f"light {row['lemma']}", None, text)


def given(extractor: Extractor, lang: str, text: str) -> set[EventType]:
    """Return the types of what a sentence gives, contents and conditions among them."""
    document = Document("a", text, lang, published=PUBLISHED, published_basis=DateBasis.EXPLICIT)
    records: tuple[Statement, ...] = extractor.extract(document).statements
    nested = [n for record in records for n in (record.content, record.condition) if n is not None]
    return {record.type for record in records} | {n.type for n in nested}


def is_read(example: Example, types: set[EventType]) -> bool:
    if example.type is None:
        return bool(types - {EventType.STATEMENT})
    return example.type in types


@pytest.mark.parametrize("lang", available())
def test_every_example_gives_its_type(lang: str, extractor: Extractor) -> None:
    known = OPEN.get(lang, {})
    lost, found = [], []
    for example in examples(lang):
        if is_read(example, given(extractor, lang, example.text)):
            found += [example.text] if example.text in known else []
        elif example.text not in known:
            lost.append(f"{example.frame}: {example.text}")
    assert lost == [], "no statement of the frame's type"
    assert found == [], "read now: take them off examples_open.toml"


@pytest.mark.parametrize("lang", available())
def test_the_list_of_the_unread_is_short_and_says_why(lang: str) -> None:
    texts = {example.text for example in examples(lang)}
    known = OPEN.get(lang, {})
    assert set(known) <= texts, "no example of the lexicon any more"
    assert len(known) <= len(texts) * 0.05
    assert all(len(reason) > 10 for reason in known.values())


@pytest.mark.parametrize("lang", available())
def test_examples_are_sentences_of_our_own_kind(lang: str) -> None:
    for example in examples(lang):
        assert example.text[-1] in '.!?”"', example.text
        assert len(example.text.split()) >= 4, example.text
        assert example.text == " ".join(example.text.split()), example.text
