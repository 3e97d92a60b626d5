"""Documents to statements: tells the language, finds dates and actors, and runs the clause engine."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from linimasa import resources
from linimasa.errors import SettingError, SourceError
from linimasa.extract.actors import ActorTagger
from linimasa.extract.clauses.discourse import Discourse
from linimasa.extract.clauses.phrases import Phrases
from linimasa.extract.confidence import Judge, load_table
from linimasa.extract.dating import Dating, dated
from linimasa.extract.engine import Analysis, Engine, published_day
from linimasa.extract.language import identify
from linimasa.extract.llm.settings import ModelSettings
from linimasa.extract.reading import Passage, Reading
from linimasa.extract.sentences import split
from linimasa.extract.time import TimeTagger
from linimasa.extract.titles import settled
from linimasa.lexicon import additions, gazetteer
from linimasa.lexicon.closed import load_closed
from linimasa.lexicon.extending import extended
from linimasa.lexicon.frame import Frame
from linimasa.lexicon.language import available, digest, load_language
from linimasa.model.document import Document
from linimasa.model.mention import Mention
from linimasa.model.outcome import Proposals, SentenceOutcome
from linimasa.model.statement import Statement
from linimasa.model.timex import Timex
from linimasa.version import __version__


@dataclass(frozen=True, slots=True)
class ExtractorSettings:
    """`infer_dates`: conclude a day of publication from the text where none is given. `actors`: files of a
    user's own actors, read in this order. `min_confidence`: make no statements of less (0 to 1). `parser`:
    the parser that is asked as a second witness; `model`: the language model that proposes the statements;
    these two are for `extract.methods`, the Extractor itself passes them over."""

    infer_dates: bool = True
    actors: tuple[str, ...] = ()
    min_confidence: float = 0.0
    parser: str | None = None
    model: ModelSettings | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that a document gave. `mentions` and `timexes` are those of its text; statements from its title
    have the field "title" and offsets into it. `document` has its language and, where found, its day.
    `below` is how many statements had less confidence than the settings ask; the outcomes count them too.
    `proposals` is what became of a model's proposals, where one was asked."""

    document: Document
    statements: tuple[Statement, ...]
    mentions: tuple[Mention, ...]
    timexes: tuple[Timex, ...]
    outcomes: tuple[SentenceOutcome, ...]
    title_outcomes: tuple[SentenceOutcome, ...]
    dating: Dating
    below: int = 0
    proposals: Proposals | None = None


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """A sentence as it is read by itself, with its names and dates; spans count from its start."""

    reading: Reading
    mentions: tuple[Mention, ...]
    timexes: tuple[Timex, ...]


@dataclass(frozen=True, slots=True)
class _Tools:
    """What one language needs."""

    engine: Engine
    times: TimeTagger
    actors: ActorTagger


class Extractor:
    """Extracts documents of any language with a lexicon; each language is loaded when first met.

    `judge` gives a statement's confidence; by default the shipped table does.
    """

    def __init__(self, settings: ExtractorSettings | None = None, judge: Judge | None = None) -> None:
        self.settings = settings or ExtractorSettings()
        self._judge = judge or load_table().confidence
        self._tools: dict[str, _Tools] = {}

    @cached_property
    def run(self) -> str:
        """Program version, lexicon digest and settings: what the results depend on beside the text."""
        dates = "on" if self.settings.infer_dates else "off"
        own = f", actors {self._additions.digest}" if self._additions.digest else ""
        least = self.settings.min_confidence
        floor = f", min-confidence {least:g}" if least else ""
        return f"linimasa {__version__}, lexicon {digest()}, infer-dates {dates}{own}{floor}"

    @cached_property
    def function_words(self) -> Mapping[str, frozenset[str]]:
        """The function words of each language."""
        folder = resources.lexicon()
        return {code: load_closed(folder / code / "closed.toml").function_words for code in available()}

    @cached_property
    def _additions(self) -> additions.Additions:
        return additions.read(self.settings.actors)

    @cached_property
    def _gazetteer(self) -> gazetteer.Gazetteer:
        return extended(gazetteer.load(), self._additions)

    def extract(self, document: Document) -> Extraction:
        """Return what a document gives; SourceError where its language is unknown or can't be told."""
        lang = self.language(document)
        tools = self._tools_of(lang)
        sentences = split(document.text)
        infer, tables = self.settings.infer_dates, self._gazetteer
        dating = dated(document, lang, infer=infer, tagger=tools.times, gazetteer=tables)
        known = replace(document, lang=lang, published=dating.published, published_basis=dating.basis)
        day = published_day(known)
        times = tools.times.tag(known.text, sentences, day)
        mentions = tools.actors.tag(known.text, sentences, day, [(t.start, t.end) for t in times])
        body = tools.engine.analyse(known, lang, sentences, mentions, times, self.run)
        title = self._title(tools, known, lang, day, mentions)
        made = (*title.statements, *body.statements)
        sure = tuple([one for one in made if one.confidence >= self.settings.min_confidence])
        return Extraction(
            document=known,
            statements=sure,
            mentions=tuple(mentions),
            timexes=tuple(times),
            outcomes=body.outcomes,
            title_outcomes=title.outcomes,
            dating=dating,
            below=len(made) - len(sure),
        )

    def sentence(
        self, text: str, lang: str, published: datetime.date | None, *, headline: bool = False
    ) -> SentenceReading:
        """Return how a sentence is read without the text around it."""
        tools, span = self._tools_of(lang), (0, len(text))
        times = tuple(tools.times.tag(text, [span], published))
        mentions = tuple(tools.actors.tag(text, [span], published, [(t.start, t.end) for t in times]))
        passage = Passage(text, span, mentions, times, headline)
        return SentenceReading(tools.engine.reader.read(passage, Discourse(), published), mentions, times)

    def engine(self, lang: str) -> Engine:
        """Return the clause engine of a language."""
        return self._tools_of(lang).engine

    def frames(self, lang: str) -> tuple[Frame, ...]:
        """Return the frames of a language's lexicon."""
        return self._tools_of(lang).engine.reader.phrases.language.frames

    def language(self, document: Document) -> str:
        """Return the language's code as given, else as the words tell; SourceError where there is no such."""
        if document.lang is not None:
            if document.lang not in self.function_words:
                known = ", ".join(self.function_words)
                raise SourceError(
                    f"no language {document.lang!r}; there are: {known}",
                    path=document.path,
                    line=document.line,
                )
            return document.lang
        found = identify(document.text.strip() or document.title, self.function_words)
        if found is None:
            raise self._refused(document, "the language can't be told; give --lang or a field 'lang':")
        return found

    def _refused(self, document: Document, message: str) -> SourceError:
        known = ", ".join(self.function_words)
        return SourceError(f"{message} {known}", path=document.path, line=document.line)

    def _title(
        self,
        tools: _Tools,
        document: Document,
        lang: str,
        day: datetime.date | None,
        mentions: tuple[Mention, ...],
    ) -> Analysis:
        if not document.title.strip():
            return Analysis((), ())
        title = document.title
        sentences = split(title)
        times = tools.times.tag(title, sentences, day)
        found = tools.actors.tag(title, sentences, day, [(t.start, t.end) for t in times])
        found = settled(title, found, mentions)
        return tools.engine.analyse(document, lang, sentences, found, times, self.run, field="title")

    def _tools_of(self, lang: str) -> _Tools:
        if lang not in self._tools:
            engine = Engine(Phrases(load_language(lang)), self._judge)
            self._tools[lang] = _Tools(engine, TimeTagger(lang), ActorTagger(lang, self._gazetteer))
        return self._tools[lang]


def checked_language(lang: str | None) -> str | None:
    """Return the code of an option; SettingError where there is no lexicon for it."""
    if lang is not None and lang not in available():
        raise SettingError(f"--lang {lang!r}: no such language; there are: {', '.join(available())}")
    return lang


__all__ = ["Extraction", "Extractor", "ExtractorSettings", "checked_language"]
