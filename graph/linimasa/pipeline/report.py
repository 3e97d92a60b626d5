"""What a build found, what it left out and why; the sums agree."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from linimasa.extract.extractor import Extraction
from linimasa.model.outcome import Outcome, Proposals, SentenceOutcome
from linimasa.model.shown import TextShown
from linimasa.model.statement import Statement
from linimasa.model.terms import Verdict
from linimasa.pipeline.gather import Repeated, problem_order
from linimasa.read import Problem

_KEYS = {
    Outcome.STATEMENTS: "gave_statements",
    Outcome.NO_EVENT_WORD: "no_event_word",
    Outcome.ABSTAINED: "abstained",
}


@dataclass(slots=True)
class Tally:
    """Gathers a report while documents go by; keeps counts and the abstentions, not the extractions."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    abstained: list[dict[str, Any]] = field(default_factory=list)
    texts: Counter[str] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    inferred: list[dict[str, Any]] = field(default_factory=list)
    conflicting: list[dict[str, Any]] = field(default_factory=list)
    undated: list[dict[str, Any]] = field(default_factory=list)
    below: int = 0
    proposals: list[Proposals] = field(default_factory=list)

    def add(self, extraction: Extraction) -> None:
        """Count a document."""
        document, dating = extraction.document, extraction.dating
        self.below += extraction.below
        if extraction.proposals is not None:
            self.proposals.append(extraction.proposals)
        sentences = _counted(extraction.outcomes)
        self.texts.update(sentences)
        self.titles.update(_counted(extraction.title_outcomes))
        self.rows.append(
            {
                "document": document.id,
                "hash": document.hash,
                "lang": document.lang,
                "published": document.published,
                "published_basis": document.published_basis,
                "sentences": sum(sentences.values()),
                "statements": len(extraction.statements),
            }
        )
        for name, outcomes in (("text", extraction.outcomes), ("title", extraction.title_outcomes)):
            self._abstentions(document.id, name, outcomes)
        if document.published is None:
            between = {"begin": dating.begin, "end": dating.end, "why": dating.why}
            self.undated.append({"document": document.id, **between})
        elif dating.why:
            row = {"document": document.id, "published": dating.published, "why": dating.why}
            self.inferred.append(row)
        for timex in extraction.timexes:
            if "weekday-conflict" in timex.flags:
                place = {"start": timex.start, "end": timex.end, "text": timex.text}
                self.conflicting.append({"document": document.id, **place})

    def _abstentions(self, document: str, name: str, outcomes: Iterable[SentenceOutcome]) -> None:
        for one in outcomes:
            if one.outcome is Outcome.ABSTAINED:
                row = {"document": document, "field": name, "start": one.start, "end": one.end}
                self.abstained.append({**row, "reasons": list(one.reasons)})
                self.reasons.update(one.reasons)


def _counted(outcomes: Iterable[SentenceOutcome]) -> Counter[str]:
    return Counter(_KEYS[one.outcome] for one in outcomes)


def _sums(count: Counter[str]) -> dict[str, int]:
    return {"all": sum(count.values()), **{key: count[key] for key in _KEYS.values()}}


@dataclass(frozen=True, slots=True)
class BuildReport:
    """The report of a build: `data` is what `report.json` holds."""

    data: dict[str, Any]

    @property
    def left_out(self) -> list[dict[str, Any]]:
        """The documents left out: path, line, document, why."""
        rows: list[dict[str, Any]] = self.data["left_out"]
        return rows

    @property
    def used(self) -> int:
        """How many documents were used."""
        number: int = self.data["documents"]["used"]
        return number

    def json(self) -> str:
        """Return the report as JSON."""
        return json.dumps(self.data, ensure_ascii=True, indent=1) + "\n"


def _witness(statements: Iterable[Statement]) -> dict[str, dict[str, int]] | None:
    """Return how often a parser said what of the parties; None where none was asked."""
    heard = [one.witness for one in statements if one.witness is not None]
    if not heard:
        return None
    sides = {"actors": Counter(w.actors for w in heard), "recipients": Counter(w.recipients for w in heard)}
    return {side: {word.value: count[word] for word in Verdict} for side, count in sides.items()}


def _model(rows: Sequence[Proposals]) -> dict[str, Any] | None:
    """Return what became of a model's proposals; None where none was asked."""
    if not rows:
        return None
    dropped, left_out = Counter[str](), Counter[str]()
    for row in rows:
        dropped.update(dict(row.dropped))
        left_out.update(dict(row.left_out))
    return {
        "proposed": sum(row.made for row in rows),
        "kept": sum(row.kept for row in rows),
        "made_careful": sum(row.careful for row in rows),
        "dropped": dict(sorted(dropped.items())),
        "parts_left_out": dict(sorted(left_out.items())),
    }


def report(
    tally: Tally,
    statements: Iterable[Statement],
    problems: Iterable[Problem],
    repeated: Iterable[Repeated],
    events: int,
    min_confidence: float = 0.0,
    text: str = TextShown.QUOTES,
) -> BuildReport:
    """Return the report of what was tallied: rows in the order of documents, problems by file and line."""
    left_out = [
        {"path": p.path, "line": p.line, "document": p.document, "why": p.message}
        for p in sorted(problems, key=problem_order)
    ]
    same = [{"document": r.document, "same_as": r.kept, "path": r.path, "line": r.line} for r in repeated]
    made = list(statements)
    documents = {
        "read": len(tally.rows) + len(left_out) + len(same),
        "used": len(tally.rows),
        "left_out": len(left_out),
        "same_text": len(same),
    }
    return BuildReport(
        {
            "documents": documents,
            "sentences": _sums(tally.texts),
            "titles": _sums(tally.titles),
            "abstained_because": dict(sorted(tally.reasons.items())),
            "statements": {
                "all": len(made),
                "by_type": dict(sorted(Counter(s.type.value for s in made).items())),
                "by_status": dict(sorted(Counter(s.status.value for s in made).items())),
                "min_confidence": min_confidence,
                "below_confidence": tally.below,
                "dated": sum(s.time is not None for s in made),
            },
            "witness": _witness(made),
            "model": _model(tally.proposals),
            "events": events,
            "text": str(text),
            "left_out": left_out,
            "same_text": same,
            "dates": {
                "inferred": tally.inferred,
                "conflicting": tally.conflicting,
                "unknown": tally.undated,
            },
            "by_document": tally.rows,
            "abstained": tally.abstained,
        }
    )
