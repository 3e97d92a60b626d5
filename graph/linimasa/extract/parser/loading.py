"""Parsers by name: an entry point `linimasa.parsers`, else a spaCy pipeline, installed or in a folder."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING, cast

from linimasa.errors import SettingError
from linimasa.extract.parser.arcs import Arc, Parser

if TYPE_CHECKING:
    from spacy.language import Language

GROUP = "linimasa.parsers"
#: Sentences that are handed to the pipeline at once.
_BATCH = 128


class SpacyParser:
    """A spaCy pipeline as a parser; words are handed over as they are, its tokenizer isn't used."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp

    @property
    def name(self) -> str:
        """Name and version of the pipeline."""
        return _name(self._nlp)

    @property
    def lang(self) -> str | None:
        """The language that the pipeline says it is for; None for a pipeline of many languages."""
        lang = self._nlp.meta.get("parses") or self._nlp.lang
        return None if lang == "xx" else str(lang)

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[tuple[Arc, ...]]:
        """Return an arc for each word of each sentence."""
        from spacy.tokens import Doc

        given = [Doc(self._nlp.vocab, words=list(words)) for words in sentences]
        found = list(self._nlp.pipe(given, batch_size=_BATCH))
        if not all(doc.has_annotation("DEP") for doc in found):
            raise SettingError(
                f"--parser: {self.name} sets no heads and labels; use a pipeline with a parser"
            )
        return [tuple(Arc(token.head.i, token.dep_) for token in doc) for doc in found]


def _name(nlp: Language) -> str:
    meta = nlp.meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def load_parser(name: str) -> Parser:
    """Return the parser of that name or in that folder; SettingError says what to install."""
    found = {point.name: point for point in entry_points(group=GROUP)}
    if name in found:
        return _checked(found[name].load()(), name)
    try:
        import spacy
    except ImportError as error:
        known = f"; parsers installed: {', '.join(sorted(found))}" if found else ""
        message = f"--parser {name}: needs spaCy; install it with `pip install 'linimasa[parser]'`{known}"
        raise SettingError(message) from error
    if not Path(name).is_dir() and not spacy.util.is_package(name):
        message = (
            "neither a folder of a spaCy pipeline nor installed; docs/extractors.md says how to train one"
        )
        raise SettingError(f"--parser {name}: {message}")
    try:
        return SpacyParser(spacy.load(name))
    except (OSError, ValueError) as error:
        message = f"--parser {name}: not a spaCy pipeline ({error}); give the folder with its meta.json"
        raise SettingError(message) from error


def _checked(made: object, name: str) -> Parser:
    spacy = sys.modules.get("spacy")
    if spacy is not None and isinstance(made, spacy.language.Language):
        return SpacyParser(made)
    if not all(hasattr(made, wanted) for wanted in ("name", "lang", "parse")):
        raise SettingError(f"--parser {name}: its entry point gives neither a spaCy pipeline nor a parser")
    return cast(Parser, made)


__all__ = ["GROUP", "SpacyParser", "load_parser"]
