"""Keeps out of a graph what breaks the ontology's rules, and says what and why.

A record that can't be used is left out before events are made; then the graph is checked as `linimasa
validate` would, and the records behind a broken rule are left out in turn, until nothing is broken. So the
graph is what it would be had those records never been there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from linimasa.errors import StoreError
from linimasa.model.faults import faults
from linimasa.model.iri import BASE
from linimasa.model.statement import Statement

#: After so many rounds something is wrong with the rules, not with the records.
ROUNDS = 8

#: Records with their events, and the quads made of them.
Made = tuple[list[Statement], list[Any]]


@dataclass(frozen=True, slots=True)
class Refused:
    """A record kept out: its document and its hash, its id and words, and the rules that it breaks.

    `table` is the name of the imported table that it is a row of.
    """

    document: str
    hash: str
    id: str
    quote: str
    why: tuple[str, ...]
    table: str | None = None

    def row(self) -> dict[str, Any]:
        """Return what a report says of it."""
        told = {"document": self.document, "hash": self.hash, "id": self.id, "quote": self.quote}
        return {**told, "why": list(self.why), **({} if self.table is None else {"table": self.table})}

    def __str__(self) -> str:
        return f"{self.document}, {self.id}: {'; '.join(self.why)}; “{self.quote}”"


@dataclass(frozen=True, slots=True)
class Sound:
    """What is left: records as they came and with their events, the quads, and what was kept out."""

    statements: list[Statement]
    resolved: list[Statement]
    quads: list[Any]
    refused: tuple[Refused, ...]


def keep_sound(
    statements: Iterable[Statement], make: Callable[[list[Statement]], Made], base: str = BASE
) -> Sound:
    """Return the graph that `make` makes of the records that break no rule.

    `make` returns records with events and the quads made of them. StoreError where a broken rule has no
    record behind it.
    """
    from linimasa.store.behind import behind, key_of
    from linimasa.store.check import check

    kept: list[Statement] = []
    refused: list[Refused] = []
    for one in statements:
        why = faults(one)
        if why:
            refused.append(refusal(one, why))
        else:
            kept.append(one)
    for _ in range(ROUNDS):
        resolved, quads = make(kept)
        problems = check(quads, base)
        if not problems:
            return Sound(kept, resolved, quads, tuple(sorted(refused, key=lambda r: (r.document, r.id))))
        found = behind(problems, resolved)
        refused += [refusal(one, found[key]) for one in kept if (key := key_of(one)) in found]
        kept = [one for one in kept if key_of(one) not in found]
    raise StoreError(f"the graph breaks a rule whatever is left out: {problems[0]}; please report it")


def refusal(one: Statement, why: Iterable[str], table: str | None = None) -> Refused:
    """Return that a record is kept out, and why."""
    quote = str(one.quote.text)
    return Refused(str(one.document), str(one.doc.hash), str(one.id), quote, tuple(why), table)
