"""The ways from documents to statements: the clause engine, and what may be asked beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from linimasa.errors import SettingError
from linimasa.extract.extractor import Extraction, Extractor, ExtractorSettings
from linimasa.model.document import Document

if TYPE_CHECKING:
    from linimasa.extract.parser.witness import SecondWitness


class Method(Protocol):
    """A way from a document to its statements."""

    def extract(self, document: Document) -> Extraction:
        """Return what a document gives; LinimasaError where it can't be used."""


class Witnessed:
    """A method whose statements a parser is asked about."""

    def __init__(self, method: Method, witness: SecondWitness) -> None:
        self._method = method
        self._witness = witness

    def extract(self, document: Document) -> Extraction:
        """Return what a document gives, with the parser's word; every record's run names the parser."""
        found = self._witness.hear(self._method.extract(document))
        name = self._witness.parser.name
        named = [replace(one, run=f"{one.run}, parser {name}") for one in found.statements]
        return replace(found, statements=tuple(named))


class Floored:
    """A method whose statements of less confidence are left out and counted."""

    def __init__(self, method: Method, least: float) -> None:
        self._method = method
        self._least = least

    def extract(self, document: Document) -> Extraction:
        """Return what a document gives; every record's run names the least confidence."""
        found = self._method.extract(document)
        sure = tuple(
            replace(one, run=f"{one.run}, min-confidence {self._least:g}")
            for one in found.statements
            if one.confidence >= self._least
        )
        return replace(found, statements=sure, below=len(found.statements) - len(sure))


def _proposing(settings: ExtractorSettings) -> Method:
    """Return the way of a language model; the rules beside it keep all that they find, to agree with it."""
    from linimasa.extract.llm.extractor import ModelExtractor

    if settings.model is None:
        raise SettingError("no model is named")
    rules = Extractor(replace(settings, min_confidence=0.0))
    method: Method = ModelExtractor(rules, settings.model)
    return Floored(method, settings.min_confidence) if settings.min_confidence else method


def method_for(settings: ExtractorSettings) -> Method:
    """Return the way that the settings ask for; SettingError where what it needs isn't installed."""
    method: Method = _proposing(settings) if settings.model is not None else Extractor(settings)
    if settings.parser is None:
        return method
    from linimasa.extract.parser.loading import load_parser
    from linimasa.extract.parser.witness import SecondWitness

    return Witnessed(method, SecondWitness(load_parser(settings.parser)))


__all__ = ["Method", "Witnessed", "method_for"]
