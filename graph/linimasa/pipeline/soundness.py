"""Keeps out of a graph what breaks the ontology's rules, and says what and why.

A record that can't be used is left out before events are made; then the graph is checked as `linimasa
validate` would, and the records behind a broken rule are left out in turn, until nothing is broken. So the
graph is what it would be had those records never been there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from linimasa.errors import StoreError
from linimasa.model.faults import faults
from linimasa.model.iri import BASE, local_name
from linimasa.model.statement import Statement

if TYPE_CHECKING:
    from linimasa.store.problem import Problem

#: After so many rounds something is wrong with the rules, not with the records.
_ROUNDS = 8

#: Records with their events, and the quads made of them.
Made = tuple[list[Statement], list[Any]]
#: What tells records apart: hash of the document, id.
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Refused:
    """A record kept out: its document and its hash, its id and words, and the rules that it breaks."""

    document: str
    hash: str
    id: str
    quote: str
    why: tuple[str, ...]

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
    from linimasa.store.check import check

    kept: list[Statement] = []
    refused: list[Refused] = []
    for one in statements:
        why = faults(one)
        if why:
            refused.append(_refused(one, why))
        else:
            kept.append(one)
    for _ in range(_ROUNDS):
        resolved, quads = make(kept)
        problems = check(quads, base)
        if not problems:
            return Sound(kept, resolved, quads, tuple(sorted(refused, key=lambda r: (r.document, r.id))))
        behind = _behind(problems, resolved)
        refused += [_refused(one, behind[key]) for one in kept if (key := _key(one)) in behind]
        kept = [one for one in kept if _key(one) not in behind]
    raise StoreError(f"the graph breaks a rule whatever is left out: {problems[0]}; please report it")


def _refused(one: Statement, why: Iterable[str]) -> Refused:
    return Refused(str(one.document), str(one.doc.hash), str(one.id), str(one.quote.text), tuple(why))


def _key(one: Statement) -> Key:
    return one.doc.hash, one.id


def _behind(problems: Sequence[Problem], resolved: Sequence[Statement]) -> dict[Key, tuple[str, ...]]:
    """Return the broken rules of each record that stands behind one; StoreError where none does."""
    told = _told_of(resolved)
    found: dict[Key, dict[str, None]] = {}
    for problem in problems:
        keys = told.get(problem.focus)
        if not keys:
            raise StoreError(f"{problem}; mend the tables of actors that it comes from")
        name = local_name(problem.path).rpartition("#")[2]
        why = f"{name} {problem.value}: {problem.message}" if name else problem.message
        for key in keys:
            found.setdefault(key, {})[why] = None
    return {key: tuple(why) for key, why in found.items()}


def _told_of(resolved: Sequence[Statement]) -> dict[str, set[Key]]:
    """Return, by IRI, the records that claims, events, numbers, mentions, actors and documents come from."""
    from linimasa.resolve.happening import event_iris, one_each
    from linimasa.store.cast import Cast
    from linimasa.store.claims import claims
    from linimasa.store.evidence import claim_triples, mention_triples
    from linimasa.store.facts import NoReference
    from linimasa.store.vocab import Names

    names, told = Names(), dict[str, set[Key]]()
    used = one_each(resolved)
    for claim in claims(used, event_iris(used)):
        for s, _, o in claim_triples(claim, names):
            for node in (s, o):
                told.setdefault(str(node), set()).add(_key(claim.statement))
    for one in used:
        cast = Cast(NoReference())
        cast.read([one])
        told.setdefault(str(names.document(one.doc.hash)), set()).add(_key(one))
        for actor in cast.actors():
            told.setdefault(actor.iri, set()).add(_key(one))
        for s, _, _ in mention_triples([one], cast, names):
            told.setdefault(str(s), set()).add(_key(one))
    return told
