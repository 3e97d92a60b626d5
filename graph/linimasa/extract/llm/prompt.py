"""What a model is sent: the instruction of the text's language, and numbered sentences."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from linimasa import resources
from linimasa.errors import LexiconError
from linimasa.extract.llm.schema import answer_schema
from linimasa.lexicon import checks
from linimasa.lexicon.frame import read_toml
from linimasa.model.document import Document

Message = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Prompt:
    """The instruction of one language and the schema of the answer; `version` changes with either."""

    instruction: str
    schema: Mapping[str, Any]

    @property
    def version(self) -> str:
        """12 hex digits over all that a model is told beside the text."""
        whole = json.dumps([self.instruction, self.schema], sort_keys=True)
        return hashlib.sha256(whole.encode()).hexdigest()[:12]

    def messages(self, document: Document, sentences: Sequence[tuple[int, str]]) -> tuple[Message, ...]:
        """Return the messages that ask for the statements of numbered sentences."""
        told = {
            "published": document.published,
            "title": document.title or None,
            "sentences": [{"sentence": number, "text": words} for number, words in sentences],
        }
        return (
            {"role": "system", "content": self.instruction},
            {"role": "user", "content": json.dumps(told, ensure_ascii=False)},
        )


def load_prompt(lang: str) -> Prompt:
    """Return a language's prompt; LexiconError where it has none or the file is wrong."""
    path = resources.lexicon() / lang / "llm.toml"
    data = read_toml(path)
    try:
        checks.known_keys(data, ("instruction",))
        instruction = checks.text(data.get("instruction"), "instruction").strip()
    except ValueError as error:
        raise LexiconError(f"{error}; mend that key", path=path) from error
    return Prompt(instruction, answer_schema())


def portions(text: str, spans: Sequence[tuple[int, int]], most: int) -> list[tuple[tuple[int, str], ...]]:
    """Return the sentences, numbered from 1, in portions of at most `most` characters or of one sentence."""
    out: list[list[tuple[int, str]]] = []
    size = 0
    for number, (start, end) in enumerate(spans, 1):
        words = text[start:end]
        if not words.strip():
            continue
        if not out or size + len(words) > most:
            out.append([])
            size = 0
        out[-1].append((number, words))
        size += len(words)
    return [tuple(portion) for portion in out]


__all__ = ["Message", "Prompt", "load_prompt", "portions"]
