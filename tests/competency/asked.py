"""A graph under question, and what the events of its rows are."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from linimasa.query import run_query
from linimasa.store import UnionDataset

#: Date ("" for none), parties, status: what an event is known by whatever its label.
Key = tuple[str, frozenset[str], str]
Row = dict[str, str]

_EVENTS = """SELECT ?e ?date ?status ?type ?party ?label {
  ?e a lini:Event ; lini:status ?status ; lini:rootType ?type ; rdfs:label ?label .
  OPTIONAL { ?e lini:date ?date } OPTIONAL { ?e lini:party ?party } }"""


class Asked:
    """Answers questions of a graph, and tells which event a row is about."""

    def __init__(self, graph: UnionDataset) -> None:
        self.graph = graph
        self.keys: dict[str, Key] = {}
        self.types: dict[str, str] = {}
        self._labels: defaultdict[str, set[str]] = defaultdict(set)
        parties: defaultdict[str, set[str]] = defaultdict(set)
        for row in self.rows(_EVENTS):
            event = row["e"]
            parties[event] |= {row["party"]} - {""}
            self._labels[row["label"]].add(event)
            self.types[event] = row["type"]
            self.keys[event] = (row["date"], frozenset(parties[event]), row["status"])

    def rows(self, query: str, **params: str) -> list[Row]:
        """Return the rows of a query or of a shipped one by name, each by column, "" for nothing."""
        found = run_query(self.graph, query, params)
        return [dict(zip(found.columns, row, strict=True)) for row in found.plain()]

    def events(self, rows: list[Row], label: str = "event", date: str | None = None) -> list[str]:
        """Return the event of each row, known by its label and, with `date`, by that column."""
        taken: Counter[tuple[str, ...]] = Counter()
        out: list[str] = []
        for row in rows:
            name = (row[label], "" if date is None else row[date])
            events = sorted(
                e for e in self._labels[name[0]] if date is None or self.keys[e][0] == name[1]
            )  # several where a label is shared: each row of them stands for another
            out.append(events[taken[name] % len(events)])
            taken[name] += 1
        return out

    def labelled(self, label: str) -> list[str]:
        """Return the events with a label."""
        return sorted(self._labels[label])


def share(wanted: list[Any], given: list[Any]) -> float:
    """Return the share of the wanted rows that are given, each of which counts once."""
    return (Counter(wanted) & Counter(given)).total() / len(wanted)


def missing(wanted: list[Any], given: list[Any]) -> str:
    """Return what to print where too few are given."""
    lost, more = Counter(wanted) - Counter(given), Counter(given) - Counter(wanted)
    lines = [f"{share(wanted, given):.0%} of {len(wanted)} rows; not given:"]
    lines += sorted(f"  {row}" for row in lost.elements())
    lines.append("given beside them:")
    lines += sorted(f"  {row}" for row in more.elements())
    return "\n".join(lines)
