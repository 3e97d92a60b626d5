"""Documents to time expressions alone: no frames are needed, so more languages can be read than extracted."""

from __future__ import annotations

from dataclasses import dataclass, replace

from linimasa.errors import SettingError, SourceError
from linimasa.extract.dating import dated
from linimasa.extract.engine import published_day
from linimasa.extract.extractor import Extractor, ExtractorSettings
from linimasa.extract.sentences import split
from linimasa.extract.time import TimeTagger
from linimasa.extract.time.languages import why_unknown
from linimasa.lexicon import gazetteer
from linimasa.lexicon.language import available
from linimasa.model.document import Document
from linimasa.model.timex import Timex


@dataclass(frozen=True, slots=True)
class Timed:
    """A document, its language and day filled in, with the time expressions of its text."""

    document: Document
    timexes: tuple[Timex, ...]


class TimeReader:
    """Reads the times of documents; each language is loaded when first met."""

    def __init__(self, infer_dates: bool = True) -> None:
        self._extractor = Extractor(ExtractorSettings(infer_dates=infer_dates))
        self._taggers: dict[str, TimeTagger] = {}

    def read(self, document: Document) -> Timed:
        """Return a document's times; SourceError where its language is unknown or can't be told."""
        lang = document.lang
        if lang is None or lang in available():
            found = self._extractor.extract(document)
            return Timed(found.document, found.timexes)
        why = why_unknown(lang)
        if why is not None:
            raise SourceError(f"language {lang!r}: {why}", path=document.path, line=document.line)
        if lang not in self._taggers:
            self._taggers[lang] = TimeTagger(lang)
        tagger, infer = self._taggers[lang], self._extractor.settings.infer_dates
        dating = dated(document, lang, infer=infer, tagger=tagger, gazetteer=gazetteer.load())
        known = replace(document, published=dating.published, published_basis=dating.basis)
        return Timed(known, tagger.tag(known.text, split(known.text), published_day(known)))


def checked_time_language(lang: str | None) -> str | None:
    """Return the code of an option; SettingError where not even written dates can be read in it."""
    why = None if lang is None else why_unknown(lang)
    if why is not None:
        raise SettingError(f"--lang {lang!r}: {why}")
    return lang
