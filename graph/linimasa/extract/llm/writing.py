"""Drafts to statement records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from linimasa import resources
from linimasa.errors import LexiconError
from linimasa.extract.engine import Engine
from linimasa.extract.extractor import Extraction
from linimasa.extract.llm.drafting import Draft, Drafts
from linimasa.extract.participants import expand
from linimasa.extract.quantities import assign
from linimasa.extract.reading import Passage
from linimasa.extract.record import Nested, RecordWriter
from linimasa.lexicon import checks
from linimasa.lexicon.frame import read_toml
from linimasa.model.iri import actor_iri
from linimasa.model.mention import Mention
from linimasa.model.statement import Attribution, Statement


class Writing:
    """Writes the records of one document's drafts.

    A statement that the clause engine makes too, of the same type at the same trigger, has the engine's
    confidence, which is calibrated; one that the model alone makes has that of `data/lexicon/llm.toml`.
    """

    def __init__(self, engine: Engine, found: Extraction, run: str) -> None:
        lang, self._alone = str(found.document.lang), confidence_alone()
        self._writer = RecordWriter(found.document, lang, run, "text", self._judge)
        self._quantities = engine.quantities
        self._rules = [one for one in found.statements if one.field == "text"]

    def _judge(self, _: Mapping[str, str]) -> float:
        return self._alone

    def statements(self, passage: Passage, drafts: Drafts) -> list[Statement]:
        """Return the records of one sentence."""
        sentence = self._writer.quote(*passage.span)
        made = []
        for number, draft in enumerate(drafts.made, 1):
            nested = Nested(draft.content, draft.condition, draft.condition_text)
            one = self._writer.statement(draft.candidate, sentence, number, drafts.reports, nested)
            made.append(self._settled(one, draft))
        if not made:
            return made
        found = self._quantities.find(passage.text, passage.span)
        shares = assign(found, [(one.trigger.start, one.trigger.end) for one in made])
        return [replace(one, quantities=tuple(q)) for one, q in zip(made, shares, strict=True)]

    def _settled(self, one: Statement, draft: Draft) -> Statement:
        """Give the statement the model's sources, and the engine's confidence where it made it too."""
        same = [
            rule.confidence
            for rule in self._rules
            if rule.type is one.type
            and rule.trigger.start < one.trigger.end
            and one.trigger.start < rule.trigger.end
        ]
        doers = {(p.start, p.end) for p in one.actors}
        sources = tuple(
            _attribution(real, channel)
            for mention, channel in draft.sources
            for real in expand([mention])
            if (real.start, real.end) not in doers
        )
        confidence = max(same, default=one.confidence)
        # Where the model names no source, those that the sentence's own frames of speech give stay.
        return replace(one, attributed_to=sources or one.attributed_to, confidence=confidence)


def _attribution(m: Mention, channel: str | None) -> Attribution:
    return Attribution(
        start=m.start,
        end=m.end,
        text=m.text,
        actor=None if m.actor is None else actor_iri(m.actor),
        name=m.name,
        kind=m.kind,
        code=m.code,
        sector=m.sector,
        country=m.country,
        speaks_for=None if m.speaks_for is None else actor_iri(m.speaks_for),
        channel=channel,
    )


def confidence_alone(path: Path | None = None) -> float:
    """Return the confidence of what a model alone finds; LexiconError where the file is wrong."""
    return _alone(path or resources.lexicon() / "llm.toml")


@cache
def _alone(path: Path) -> float:
    data = read_toml(path)
    try:
        checks.known_keys(data, ("confidence_alone",))
        return checks.share(data.get("confidence_alone"), "confidence_alone")
    except ValueError as error:
        raise LexiconError(f"{error}; mend that key", path=path) from error


__all__ = ["Writing", "confidence_alone"]
