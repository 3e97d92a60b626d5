"""Why a sentence gave a statement: it is read again, and what the reader saw is kept."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.extractor import Extractor
from linimasa.lexicon.frame import Frame
from linimasa.model.mention import Mention
from linimasa.model.statement import Statement
from linimasa.model.timex import Timex


@dataclass(frozen=True, slots=True)
class Explanation:
    """A statement with what its sentence gives when it is read by itself; spans count from its start.

    `candidate` is the event at the statement's trigger, None where the sentence alone doesn't give it again;
    `modality` are the words that gave it status; `frames` are the frames of the trigger's word, that
    of the statement first; `others` are the sentence's other candidates, dropped or not.
    """

    statement: Statement
    mentions: tuple[Mention, ...]
    timexes: tuple[Timex, ...]
    candidate: Candidate | None
    modality: tuple[str, ...]
    frames: tuple[Frame, ...]
    others: tuple[Candidate, ...]

    @property
    def marked(self) -> str:
        """The sentence with each name and date in brackets, with what it stands for after an equals sign."""
        masks = [(t.start, t.end, t.timex3) for t in self.timexes]
        masks += [(m.outer_start, m.outer_end, m.actor or m.name or "?") for m in self.mentions]
        text, parts, at = self.statement.sentence.text, [], 0
        for start, end, value in sorted(masks):
            if start >= at:
                parts += [text[at:start], f"[{text[start:end]} = {value}]"]
                at = end
        return "".join([*parts, text[at:]])


def explain(statement: Statement, extractor: Extractor) -> Explanation:
    """Read a statement's sentence again, with its document's language and day but without its context."""
    day = statement.doc.published
    published = None if day is None else datetime.date.fromisoformat(day)
    headline = statement.field == "title"
    read = extractor.sentence(statement.sentence.text, statement.doc.lang, published, headline=headline)
    first = statement.sentence.start
    start, end = statement.trigger.start - first, statement.trigger.end - first
    here = [c for c in read.reading.candidates if (c.start, c.end) == (start, end)]
    exact = [c for c in here if c.frame.type is statement.type]
    candidate = next(iter([*[c for c in exact if not c.dropped], *exact]), None)
    element = None if candidate is None else read.reading.sentence.elements[candidate.element]
    words = () if element is None else tuple(f"{word} ({gives})" for word, gives in element.auxiliaries)
    others = tuple(c for c in read.reading.candidates if c is not candidate)
    frames = _frames(statement, candidate, extractor.frames(statement.doc.lang), here)
    return Explanation(statement, read.mentions, read.timexes, candidate, words, frames, others)


def _frames(
    statement: Statement, candidate: Candidate | None, known: Sequence[Frame], here: Sequence[Candidate]
) -> tuple[Frame, ...]:
    """Return the frame that fired, then the other frames of its word."""
    kind, _, rest = statement.rule.partition(":")
    named = rest.partition(":")[0]
    fired = [f for f in known if f.id == named and f.noun == (kind == "noun")]
    if not fired and candidate is not None:
        fired = [candidate.frame]
    lemmas = {c.lemma for c in here} or {lemma for frame in fired for lemma in frame.lemmas}
    more = [f for f in known if f not in fired and f.noun == (kind == "noun") and lemmas & set(f.lemmas)]
    return (*fired, *more)
