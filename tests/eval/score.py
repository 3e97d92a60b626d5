"""Scores extracted statements against annotated documents: figures by event, by party and by quad.

Written for this project by the definitions of the annotation guide. All figures are summed over the documents
before precision and recall are taken. Spans are code points, `end` exclusive.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]

#: Types whose parties are equal: actors and recipients are compared together, pairs without order.
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})

FIGURES = (
    "trigger", "event", "actor", "recipient", "date", "status", "attribution", "quad", "quad-undated",
    "timex", "timex-strict", "timex-value",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were found, how many of those predicted were wrong, how many of the gold were missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """The share of the predicted that is right, 0 where nothing is predicted."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found, 0 where there is none."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 0.0


def common(a: Row, b: Row) -> int:
    """Return how many characters two spans have in common, at most 0 where none."""
    return int(min(a["end"], b["end"]) - max(a["start"], b["start"]))


def pair_up(gold: Sequence[Row], found: Sequence[Row], *, typed: bool) -> list[tuple[Row, Row]]:
    """Pair events one to one by the overlap of their triggers, the longest overlap first."""
    pairs = [
        (common(g["trigger"], f["trigger"]), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if common(g["trigger"], f["trigger"]) > 0 and (not typed or g["type"] == f["type"])
    ]
    taken: tuple[set[int], set[int]] = (set(), set())
    made = []
    for _, i, j in sorted(pairs, reverse=True):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            made.append((gold[i], found[j]))
    return made


def spans(gold: Sequence[Row], found: Sequence[Row]) -> Tally:
    """Compare spans, each used once: overlapping ones are the same."""
    free = list(range(len(found)))
    right = 0
    for span in gold:
        hit = next((k for k in free if common(span, found[k]) > 0), None)
        if hit is not None:
            free.remove(hit)
            right += 1
    return Tally(right, len(found) - right, len(gold) - right)


def day(time: Row | None) -> str | None:
    """Return an event's date to the day, without marks of approximation and clock times."""
    value = (time or {}).get("value")
    if not value:
        return None
    return "/".join(part.split("T")[0].rstrip("~?%") for part in value.split("/"))


def _codes(parties: Iterable[Row]) -> set[str]:
    return {party["code"] for party in parties if party.get("code")}


def quads(events: Iterable[Row]) -> set[tuple[str, str, str, str | None]]:
    """Return (actor, type, recipient, date) of the events that a data set would hold."""
    return {quad for event in events for quad in _quads(event)}


def _quads(event: Row) -> Iterator[tuple[str, str, str, str | None]]:
    kind, when = event["type"], day(event.get("time"))
    if kind == "STATEMENT" or event.get("status") == "negated":
        return
    actors, recipients = _codes(event["actors"]), _codes(event["recipients"])
    if kind in MUTUAL:
        parties = sorted(actors | recipients)
        if len(parties) == 1:
            yield parties[0], kind, "", when
        for one, other in itertools.combinations(parties, 2):
            yield one, kind, other, when
        return
    for actor in actors:
        for recipient in recipients or {""}:
            yield actor, kind, recipient, when


def _sets(gold: set[Any], found: set[Any]) -> Tally:
    return Tally(len(gold & found), len(found - gold), len(gold - found))


def _dates(gold: Row, found: Row) -> Tally:
    one, other = day(gold.get("time")), day(found.get("time"))
    if one == other:
        return Tally(int(one is not None))
    return Tally(0, int(other is not None), int(one is not None))


def _events(gold: Sequence[Row], found: Sequence[Row]) -> Iterator[tuple[str, Tally]]:
    for figure, typed in (("trigger", False), ("event", True)):
        right = len(pair_up(gold, found, typed=typed))
        yield figure, Tally(right, len(found) - right, len(gold) - right)
    for g, f in pair_up(gold, found, typed=True):
        if g["type"] in MUTUAL:
            yield "actor", spans([*g["actors"], *g["recipients"]], [*f["actors"], *f["recipients"]])
        else:
            yield "actor", spans(g["actors"], f["actors"])
            yield "recipient", spans(g["recipients"], f["recipients"])
        yield "date", _dates(g, f)
        same = int(g["status"] == f.get("status"))
        yield "status", Tally(same, 1 - same, 1 - same)
        yield "attribution", spans(g["attributed_to"], f.get("attributed_to") or [])
    dated = quads(gold), quads(found)
    yield "quad", _sets(*dated)
    yield "quad-undated", _sets(*({quad[:3] for quad in side} for side in dated))


def _times(gold: Sequence[Row], found: Sequence[Row]) -> Iterator[tuple[str, Tally]]:
    free = list(range(len(found)))
    right = strict = valued = 0
    for g in gold:
        hits = [k for k in free if common(g, found[k]) > 0]
        if not hits:
            continue
        same = [k for k in hits if (found[k]["start"], found[k]["end"]) == (g["start"], g["end"])]
        hit = (same or hits)[0]
        free.remove(hit)
        right += 1
        strict += bool(same)
        valued += (g.get("value") or "").rstrip("~") == (found[hit].get("value") or "").rstrip("~")
    for figure, count in (("timex", right), ("timex-strict", strict), ("timex-value", valued)):
        yield figure, Tally(count, len(found) - count, len(gold) - count)


def score(
    documents: Iterable[Row],
    statements: Mapping[str, Sequence[Row]],
    timexes: Mapping[str, Sequence[Row]],
) -> dict[str, Tally]:
    """Return each figure's tally; `statements` and `timexes` are those found, by document."""
    figures = dict.fromkeys(FIGURES, Tally())
    for document in documents:
        name = document["id"]
        rows = [*_events(document["events"], statements.get(name, ()))]
        if document.get("times") is not None:
            rows += _times(document["times"], timexes.get(name, ()))
        for figure, tally in rows:
            figures[figure] += tally
    return figures


def score_records(records: Sequence[Row], statements: Mapping[str, Sequence[Row]]) -> dict[str, float]:
    """Return the shares of one-event sentences whose event was found, and the statements a sentence got.

    `type`: one statement at least has the type; `actor`: and an actor of the right state; `full`: and a
    recipient of the right state (a record without a coded party asks for none).
    """
    counts = {"type": 0, "actor": 0, "full": 0, "per-record": 0, "silent": 0}
    for record in records:
        found = [s for s in statements.get(record["id"], ()) if s["type"] != "STATEMENT"]
        right = [_right(record, s) for s in found if s["type"] == record["type"]]
        counts["type"] += bool(right)
        counts["actor"] += any(actor for actor, _ in right)
        counts["full"] += any(actor and recipient for actor, recipient in right)
        counts["per-record"] += len(found)
        counts["silent"] += not found
    return {figure: count / len(records) for figure, count in counts.items()}


def _right(record: Row, statement: Row) -> tuple[bool, bool]:
    """Whether the actor is right, and the recipient."""
    actors, recipients = _codes(statement["actors"]), _codes(statement["recipients"])
    if record["type"] in MUTUAL:
        actors = recipients = actors | recipients
    wanted = _codes(record["actors"]), _codes(record["recipients"])
    return not wanted[0] or bool(wanted[0] & actors), not wanted[1] or bool(wanted[1] & recipients)
