"""The ways from documents to statements: the clause engine, and what may be asked beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

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


def method_for(settings: ExtractorSettings) -> Method:
    """Return the way that the settings ask for; SettingError where what it needs isn't installed."""
    method: Method = Extractor(settings)
    if settings.parser is None:
        return method
    from linimasa.extract.parser.loading import load_parser
    from linimasa.extract.parser.witness import SecondWitness

    return Witnessed(method, SecondWitness(load_parser(settings.parser)))


__all__ = ["Method", "Witnessed", "method_for"]
