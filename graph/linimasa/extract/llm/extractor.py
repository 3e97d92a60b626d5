"""The extractor that asks a language model: it proposes, the text, the tables and the grammar dispose."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from linimasa.errors import SourceError
from linimasa.extract.clauses.discourse import Discourse
from linimasa.extract.engine import published_day
from linimasa.extract.extractor import Extraction, Extractor
from linimasa.extract.llm.answers import Proposal, WrongFormError, proposal, rows_of
from linimasa.extract.llm.cache import AnswerCache, cache_folder, cache_key
from linimasa.extract.llm.client import AnswerError, ChatClient
from linimasa.extract.llm.drafting import Drafter, Drafts, Modes
from linimasa.extract.llm.prompt import Message, Prompt, load_prompt, portions
from linimasa.extract.llm.settings import SEED, TEMPERATURE, ModelSettings
from linimasa.extract.llm.writing import Writing
from linimasa.extract.reading import Passage
from linimasa.lexicon.language import available
from linimasa.model.document import Document
from linimasa.model.outcome import Outcome, Proposals, SentenceOutcome
from linimasa.model.statement import Statement
from linimasa.model.terms import EventType


class Client(Protocol):
    """Gives a model's answer to messages."""

    def ask(self, messages: Sequence[Message], schema: Mapping[str, object]) -> str:
        """Return the words of the answer; AnswerError or EndpointError where there is none."""


@dataclass(slots=True)
class _Count:
    """What became of a document's proposals so far."""

    made: int = 0
    careful: int = 0
    dropped: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)

    def proposals(self, kept: int) -> Proposals:
        """Return the count as a document's extraction holds it."""
        dropped, left_out = sorted(self.dropped.items()), sorted(self.left_out.items())
        return Proposals(self.made, kept, self.careful, tuple(dropped), tuple(left_out))


class ModelExtractor:
    """Extracts documents by a model; times, mentions and titles are the rule extractor's."""

    def __init__(self, rules: Extractor, settings: ModelSettings, client: Client | None = None) -> None:
        self._rules = rules
        self._settings = settings
        self._client: Client = client or ChatClient(settings)
        self._cache = AnswerCache(cache_folder(settings.cache))
        self._prompts: dict[str, Prompt] = {}

    def extract(self, document: Document) -> Extraction:
        """Return what a document gives.

        SourceError where the model gives no usable answer on this document, EndpointError where none can be
        had for any.
        """
        found = self._rules.extract(document)
        prompt = self._prompt(found)
        try:
            proposed, count = self._proposed(found, prompt)
        except AnswerError as error:
            raise SourceError(error.message, path=document.path, line=document.line) from error
        return self._read(found, proposed, count, prompt)

    def _prompt(self, found: Extraction) -> Prompt:
        lang = str(found.document.lang)
        if lang not in self._prompts:
            self._prompts[lang] = load_prompt(lang)
        return self._prompts[lang]

    def _proposed(self, found: Extraction, prompt: Prompt) -> tuple[dict[int, list[Proposal]], _Count]:
        """Return the proposals by the number of their sentence."""
        proposed: dict[int, list[Proposal]] = defaultdict(list)
        count = _Count()
        spans = [(one.start, one.end) for one in found.outcomes]
        for portion in portions(found.document.text, spans, self._settings.characters):
            sent = {number for number, _ in portion}
            for row in rows_of(self._answer(prompt, found.document, portion)):
                count.made += 1
                try:
                    one = proposal(row)
                except WrongFormError as error:
                    count.dropped[str(error)] += 1
                    continue
                if one.sentence in sent:
                    proposed[one.sentence].append(one)
                else:
                    count.dropped["sentence unknown"] += 1
        return proposed, count

    def _answer(self, prompt: Prompt, document: Document, portion: Sequence[tuple[int, str]]) -> str:
        """Return the kept answer, else ask for it; only an answer of the right form is kept."""
        messages = prompt.messages(document, portion)
        asked = [self._settings.name, prompt.version, TEMPERATURE, SEED, *map(dict, messages)]
        key = cache_key(asked)
        kept = self._cache.get(key)
        if kept is not None:
            return kept
        answer = self._client.ask(messages, prompt.schema)
        rows_of(answer)
        self._cache.put(key, answer)
        return answer

    def _read(
        self, found: Extraction, proposed: Mapping[int, Sequence[Proposal]], count: _Count, prompt: Prompt
    ) -> Extraction:
        """Return the extraction with the proposals that hold in place of the rules' statements."""
        document, engine = found.document, self._rules.engine(str(found.document.lang))
        run = f"{self._rules.run}, extractor {self.rule}, prompt {prompt.version}, seed {SEED}"
        drafter = Drafter(engine.reader, self._modes(str(document.lang)), self.rule)
        writing = Writing(engine, found, run)
        discourse, day = Discourse(), published_day(document)
        statements = [one for one in found.statements if one.field == "title"]
        outcomes = []
        for number, old in enumerate(found.outcomes, 1):
            span = (old.start, old.end)
            passage = Passage(
                document.text,
                span,
                tuple(m for m in found.mentions if span[0] <= m.outer_start < span[1]),
                tuple(t for t in found.timexes if span[0] <= t.start < span[1]),
                headline=False,
            )
            drafts = drafter.drafts(passage, proposed.get(number, ()), discourse, day)
            made = writing.statements(passage, drafts)
            statements += made
            outcomes.append(_outcome(span, drafts, made))
            count.dropped += drafts.dropped
            count.left_out += drafts.left_out
            count.careful += sum(draft.careful for draft in drafts.made)
            reading = engine.reader.read(passage, discourse, day)
            discourse.after(reading.candidates, reading.reports)
        kept = sum(one.field != "title" for one in statements)
        return replace(
            found,
            statements=tuple(replace(one, run=run) for one in statements),
            outcomes=tuple(outcomes),
            proposals=count.proposals(kept),
        )

    @property
    def rule(self) -> str:
        """What the records name as their rule."""
        return f"llm:{self._settings.name}"

    def _modes(self, lang: str) -> Modes:
        frames = [f for code in {lang, *available()} for f in self._rules.frames(code)]
        modes: dict[EventType, set[str]] = defaultdict(set)
        for frame in frames:
            if frame.mode is not None:
                modes[frame.type].add(frame.mode)
        return {kind: frozenset(names) for kind, names in modes.items()}


def _outcome(span: tuple[int, int], drafts: Drafts, made: Sequence[Statement]) -> SentenceOutcome:
    if made:
        return SentenceOutcome(span[0], span[1], Outcome.STATEMENTS, (), len(made))
    if drafts.dropped:
        return SentenceOutcome(span[0], span[1], Outcome.ABSTAINED, tuple(sorted(drafts.dropped)), 0)
    return SentenceOutcome(span[0], span[1], Outcome.NO_EVENT_WORD, (), 0)


__all__ = ["Client", "ModelExtractor"]
