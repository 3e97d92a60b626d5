"""What a build found, what it left out and why; the sums agree."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from linimasa.extract.extractor import Extraction
from linimasa.model.outcome import Outcome, Proposals, SentenceOutcome
from linimasa.model.shown import TextShown
from linimasa.model.statement import Statement
from linimasa.model.terms import Verdict
from linimasa.pipeline.gather import Repeated, problem_order
from linimasa.pipeline.soundness import Sound
from linimasa.read import Problem

#: The report's file in a folder.
REPORT = "report.json"

_KEYS = {
    Outcome.STATEMENTS: "gave_statements",
    Outcome.NO_EVENT_WORD: "no_event_word",
    Outcome.ABSTAINED: "abstained",
}


@dataclass(slots=True)
class Tally:
    """Gathers a report while documents go by; keeps counts and the abstentions, not the extractions.

    `below` counts records, read from files of them, of less than the confidence asked for.
    """

    rows: list[dict[str, Any]] = field(default_factory=list)
    abstained: list[dict[str, Any]] = field(default_factory=list)
    inferred: list[dict[str, Any]] = field(default_factory=list)
    conflicting: list[dict[str, Any]] = field(default_factory=list)
    undated: list[dict[str, Any]] = field(default_factory=list)
    below: int = 0

    def add(self, extraction: Extraction) -> None:
        """Count a document."""
        document, dating = extraction.document, extraction.dating
        sentences = _counted(extraction.outcomes)
        whose = {"document": document.id, "hash": document.hash}
        self.rows.append(
            {
                **whose,
                "lang": document.lang,
                "published": document.published,
                "published_basis": document.published_basis,
                "sentences": sum(sentences.values()),
                "statements": len(extraction.statements),
                "below_confidence": extraction.below,
                "text": dict(sorted(sentences.items())),
                "title": dict(sorted(_counted(extraction.title_outcomes).items())),
                "model": None if extraction.proposals is None else _proposed(extraction.proposals),
            }
        )
        for name, outcomes in (("text", extraction.outcomes), ("title", extraction.title_outcomes)):
            self._abstentions(whose, name, outcomes)
        if document.published is None:
            between = {"begin": dating.begin, "end": dating.end, "why": dating.why}
            self.undated.append({**whose, **between})
        elif dating.why:
            self.inferred.append({**whose, "published": dating.published, "why": dating.why})
        for timex in extraction.timexes:
            if "weekday-conflict" in timex.flags:
                place = {"start": timex.start, "end": timex.end, "text": timex.text}
                self.conflicting.append({**whose, **place})

    def _abstentions(self, whose: dict[str, str], name: str, outcomes: Iterable[SentenceOutcome]) -> None:
        for one in outcomes:
            if one.outcome is Outcome.ABSTAINED:
                row = {**whose, "field": name, "start": one.start, "end": one.end}
                self.abstained.append({**row, "reasons": list(one.reasons)})


def _counted(outcomes: Iterable[SentenceOutcome]) -> Counter[str]:
    return Counter(_KEYS[one.outcome] for one in outcomes)


def _sums(counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    count: Counter[str] = Counter()
    for one in counts:
        count.update(one)
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

    @property
    def refused(self) -> list[dict[str, Any]]:
        """The records kept out of the graph: document, id, quote, why."""
        rows: list[dict[str, Any]] = self.data["refused"]
        return rows

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


def _proposed(made: Proposals) -> dict[str, Any]:
    return {
        "proposed": made.made,
        "kept": made.kept,
        "made_careful": made.careful,
        "dropped": dict(sorted(made.dropped)),
        "parts_left_out": dict(sorted(made.left_out)),
    }


def _model(rows: Iterable[dict[str, Any] | None]) -> dict[str, Any] | None:
    """Return what became of a model's proposals in all documents; None where none was asked."""
    asked = [row for row in rows if row is not None]
    if not asked:
        return None
    dropped, left_out = Counter[str](), Counter[str]()
    for row in asked:
        dropped.update(row["dropped"])
        left_out.update(row["parts_left_out"])
    return {
        **{name: sum(row[name] for row in asked) for name in ("proposed", "kept", "made_careful")},
        "dropped": dict(sorted(dropped.items())),
        "parts_left_out": dict(sorted(left_out.items())),
    }


def report(
    tally: Tally,
    sound: Sound,
    problems: Iterable[Problem],
    repeated: Iterable[Repeated],
    min_confidence: float = 0.0,
    text: str = TextShown.QUOTES,
    tables: Iterable[dict[str, Any]] = (),
) -> BuildReport:
    """Return the report of what was tallied: rows in the order of documents, problems by file and line.

    `tables` are the rows refused of imported tables.
    """
    rows = {
        "text": str(text),
        "left_out": [
            {"path": p.path, "line": p.line, "document": p.document, "why": p.message}
            for p in sorted(problems, key=problem_order)
        ],
        "same_text": [
            {"document": r.document, "same_as": r.kept, "hash": r.hash, "path": r.path, "line": r.line}
            for r in repeated
        ],
        "refused": [*(one.row() for one in sound.refused), *tables],
        "dates": {
            "inferred": tally.inferred,
            "conflicting": tally.conflicting,
            "unknown": tally.undated,
        },
        "by_document": tally.rows,
        "abstained": tally.abstained,
    }
    return BuildReport(summed(rows, sound.resolved, min_confidence, tally.below))


def summed(
    rows: dict[str, Any], statements: Sequence[Statement], min_confidence: float, below: int
) -> dict[str, Any]:
    """Return the rows of a report with the sums over them and over the statements in front.

    `below` counts the records that were left out for less than `min_confidence` before any document was read.
    """
    documents, reasons = rows["by_document"], Counter(w for row in rows["abstained"] for w in row["reasons"])
    read = {"used": len(documents), "left_out": len(rows["left_out"]), "same_text": len(rows["same_text"])}
    return {
        "documents": {"read": sum(read.values()), **read},
        "sentences": _sums(row["text"] for row in documents),
        "titles": _sums(row["title"] for row in documents),
        "abstained_because": dict(sorted(reasons.items())),
        "statements": {
            "all": len(statements),
            "by_type": dict(sorted(Counter(s.type.value for s in statements).items())),
            "by_status": dict(sorted(Counter(s.status.value for s in statements).items())),
            "min_confidence": min_confidence,
            "below_confidence": below + sum(row["below_confidence"] for row in documents),
            "dated": sum(s.time is not None for s in statements),
        },
        "witness": _witness(statements),
        "model": _model(row["model"] for row in documents),
        "events": len({s.event for s in statements if s.event}),
        **rows,
    }


def read_report(folder: Path) -> BuildReport | None:
    """Return the report of a folder; None where there is none, or one of an older version."""
    try:
        data = json.loads((folder / REPORT).read_bytes())
        return BuildReport(data) if isinstance(data["refused"], list) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def again(
    old: BuildReport | None,
    sound: Sound,
    tables: Iterable[dict[str, Any]] = (),
    keep: Callable[[dict[str, Any]], bool] = lambda _: True,
) -> BuildReport:
    """Return the report of a graph made anew from its records; `keep` tells which of the old rows stay, and
    `tables` are the rows refused of imported tables. Where there was no report all of it is empty else."""
    if old is None:
        return report(Tally(), sound, (), (), tables=tables)
    data, counts = old.data, old.data["statements"]
    read = counts["below_confidence"] - sum(row["below_confidence"] for row in data["by_document"])
    rows: dict[str, Any] = {"text": data["text"]}
    for name in ("left_out", "same_text", "refused"):
        rows[name] = [row for row in data[name] if keep(row)]
    rows["refused"] = [row for row in rows["refused"] if "table" not in row]
    rows["refused"] += [*(one.row() for one in sound.refused), *tables]
    rows["dates"] = {name: [row for row in group if keep(row)] for name, group in data["dates"].items()}
    for name in ("by_document", "abstained"):
        rows[name] = [row for row in data[name] if keep(row)]
    return BuildReport(summed(rows, sound.resolved, counts["min_confidence"], read))
