"""One sentence from words to candidates: the only place that orders the steps of the clause grammar."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from linimasa.extract.clauses.according import according_frame, comments
from linimasa.extract.clauses.anaphora import Anaphora
from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.attended import Attended
from linimasa.extract.clauses.blame import mark_blame
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.chunk import chunk_sentence
from linimasa.extract.clauses.demands import Demands, demand_frame
from linimasa.extract.clauses.denials import denied
from linimasa.extract.clauses.discourse import Discourse
from linimasa.extract.clauses.doers import Doers
from linimasa.extract.clauses.element import Sentence
from linimasa.extract.clauses.events import find_events
from linimasa.extract.clauses.first_person import first_persons
from linimasa.extract.clauses.frame_choice import FrameChooser
from linimasa.extract.clauses.irrealis import IrrealisMarker
from linimasa.extract.clauses.labels import Labels
from linimasa.extract.clauses.noun_events import NounEvents
from linimasa.extract.clauses.parse import parse
from linimasa.extract.clauses.phrases import Phrases
from linimasa.extract.clauses.presupposed import drop_ends, mark_presupposed
from linimasa.extract.clauses.realis import RealisMarker
from linimasa.extract.clauses.refusals import Refusals
from linimasa.extract.clauses.relative_dates import date_from_other_events
from linimasa.extract.clauses.report import Report
from linimasa.extract.clauses.results import (
    gather_victims,
    join_attacks,
    join_results,
    place_victims,
    settle_untargeted,
)
from linimasa.extract.clauses.retelling import Retelling
from linimasa.extract.clauses.retold import mark_retold
from linimasa.extract.clauses.scopes import ScopeMarker
from linimasa.extract.clauses.select import (
    drop_doubles,
    drop_nested,
    drop_states,
    drop_unfilled,
)
from linimasa.extract.clauses.set_phrases import SetPhrases, phrase_frames
from linimasa.extract.clauses.speech import SpeechFinder
from linimasa.extract.clauses.statements import drop_statements
from linimasa.extract.clauses.targets import Targets
from linimasa.extract.clauses.threats import mark_threats
from linimasa.extract.clauses.ties import DateTier
from linimasa.extract.clauses.untrue import mark_untrue
from linimasa.extract.clauses.verb_events import VerbEvents
from linimasa.model.mention import Mention
from linimasa.model.terms import EventType
from linimasa.model.timex import Timex


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence as it comes: its span of the text, the mentions and dates inside it, headline or not."""

    text: str
    span: tuple[int, int]
    mentions: tuple[Mention, ...]
    times: tuple[Timex, ...]
    headline: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence as it was read. Candidates that don't become statements say in `dropped` why."""

    sentence: Sentence
    reports: tuple[Report, ...]
    candidates: tuple[Candidate, ...] = ()


class SentenceReader:
    """Reads the sentences of one language; holds no state of a document."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.chooser = FrameChooser(phrases.language)
        self.demand = demand_frame(phrases.language.frames)
        self.said = phrase_frames()
        self.comment = according_frame(phrases.language.frames)

    def read(self, passage: Passage, discourse: Discourse, published: datetime.date | None) -> Reading:
        """Return what a sentence tells, given what the sentences before it told."""
        arguments, reports = self._parsed(passage, discourse)
        speakers = first_persons(arguments.view, reports)
        if speakers:
            passage = replace(passage, mentions=(*passage.mentions, *speakers))
            arguments, reports = self._parsed(passage, discourse)
        candidates = self._events(arguments, reports, discourse.speaker)
        if candidates:
            self._settle(candidates, reports, arguments, discourse, published)
        candidates += comments(candidates, reports, arguments, self.comment)
        return Reading(arguments.sentence, reports, tuple(candidates))

    def marked(
        self,
        passage: Passage,
        discourse: Discourse,
        published: datetime.date | None,
        place: Callable[[Arguments, Sequence[Candidate]], list[Candidate]],
    ) -> Reading:
        """Return how the sentence's words mark candidates that somebody else names, and only these.

        `place` gets the sentence and the reader's own candidates, which stand beside the others as operators
        ("menuntut agar …"), and gives the others.
        """
        arguments, reports = self._parsed(passage, discourse)
        own = self._events(arguments, reports, discourse.speaker)
        named = place(arguments, own)
        both = [*own, *named]
        ScopeMarker(arguments, both).mark()
        IrrealisMarker(arguments, both, self.phrases).mark()
        RealisMarker(arguments, both, published).mark()
        return Reading(arguments.sentence, reports, tuple(named))

    def _settle(
        self,
        candidates: list[Candidate],
        reports: tuple[Report, ...],
        arguments: Arguments,
        discourse: Discourse,
        published: datetime.date | None,
    ) -> None:
        """Let the candidates and the sentences before speak for each other, and drop what is no event."""
        anaphora = Anaphora(discourse)
        anaphora.resolve(candidates, arguments)
        Attended(arguments, candidates, discourse).fill()
        retelling = Retelling(arguments, candidates, discourse)
        retelling.fill()
        Targets(arguments, candidates).aim()
        mark_retold(candidates, arguments, discourse)
        mark_untrue(candidates, reports, arguments, self.phrases)
        mark_blame(candidates, reports, arguments, self.phrases, discourse)
        mark_threats(candidates, reports, arguments, discourse)
        mark_presupposed(candidates, arguments)
        ScopeMarker(arguments, candidates).mark()
        IrrealisMarker(arguments, candidates, self.phrases).mark()
        drop_ends(candidates)
        gather_victims(candidates, arguments)
        join_results(candidates, arguments)
        join_attacks(candidates)
        place_victims(candidates)
        retelling.aim()
        settle_untargeted(candidates)
        drop_unfilled(candidates, arguments.view.closed.causing_verbs, political=discourse.political)
        DateTier(arguments, candidates, reports).tie()
        drop_states(candidates, arguments)
        date_from_other_events(candidates, arguments, discourse)
        RealisMarker(arguments, candidates, published).mark()
        anaphora.align(candidates)
        drop_nested(candidates)
        drop_doubles(candidates, arguments)
        drop_statements(candidates, reports, arguments, discourse.told)
        candidates += denied(candidates, arguments, discourse)

    def _parsed(self, passage: Passage, discourse: Discourse) -> tuple[Arguments, tuple[Report, ...]]:
        chunks = chunk_sentence(passage.text, passage.span, passage.mentions, passage.times)
        sentence = parse(passage.span, chunks, self.phrases, headline=passage.headline)
        arguments = Arguments(sentence, self.phrases.closed)
        return arguments, SpeechFinder(arguments, discourse.speaker, discourse.said).find()

    def _events(
        self, arguments: Arguments, reports: Sequence[Report], speaker: Sequence[Mention]
    ) -> list[Candidate]:
        doers = Doers(arguments, reports, speaker)
        return find_events(
            arguments.view,
            VerbEvents(arguments, doers, self.chooser),
            NounEvents(arguments, doers, self.chooser),
            Demands(arguments, reports, self.demand),
            Labels(arguments, self.phrases, self.said[EventType.ACCUSE]),
            Refusals(arguments, reports, doers, self.said[EventType.REJECT]),
            SetPhrases(arguments, reports, self.phrases, self.said),
        )
