"""Comments that blame: a STATEMENT about another party in words of blame is an accusation (guide, ACCUSE)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from linimasa.extract.clauses.anaphora import Discourse
from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.parties import identified
from linimasa.extract.clauses.phrases import Phrases
from linimasa.extract.clauses.report import Report
from linimasa.extract.clauses.roles import is_party
from linimasa.model.mention import Mention
from linimasa.model.terms import ActorKind, EventType

#: What may stand between the verb of saying and the first words of what is said.
_OPENERS = frozenset({Kind.COMP, Kind.COMMA, Kind.QOPEN, Kind.COLON, Kind.TIME})


def mark_blame(
    candidates: Sequence[Candidate],
    reports: Sequence[Report],
    arguments: Arguments,
    phrases: Phrases,
    discourse: Discourse,
) -> None:
    """Turn statements into accusations where their words blame another party, named or last spoken of."""
    scopes = {r.verb: r.scope for r in reports if r.verb is not None}
    for index, candidate in enumerate(candidates):
        if candidate.noun or candidate.frame.type is not EventType.STATEMENT or not candidate.frame.speech:
            continue
        scope = scopes.get(candidate.element, frozenset())
        if not _blames(scope, arguments, phrases):
            continue
        target = _target(candidate, scope, arguments)
        if target is None and (_names_a_party(scope, arguments) or not candidate.actors):
            continue
        candidate.frame = replace(candidate.frame, type=EventType.ACCUSE, mode=None)
        others = discourse.opponents(candidate.actors, candidates[:index]) if target is None else [target]
        candidate.recipients = others
        candidate.rule += ":blame"


def _names_a_party(scope: frozenset[int], arguments: Arguments) -> bool:
    kinds, view = arguments.view.kinds, arguments.view
    return any(m.code and is_party(m) for k in scope if kinds[k] is Kind.NP for m in view.names(k))


def _target(candidate: Candidate, scope: frozenset[int], arguments: Arguments) -> Mention | None:
    """Return the party of another code, or the group, that the reported words begin with."""
    mine = {m.code for m in candidate.actors if m.code}
    if not mine:
        return None
    first = next((k for k in sorted(scope) if arguments.view.kinds[k] not in _OPENERS), None)
    if first is not None and arguments.view.kinds[first] is Kind.NP:
        for mention in arguments.view.names(first):
            if mention.code in mine or not is_party(mention) or mention.sector == "JRN":
                continue
            if mention.code or _known_group(mention):
                return mention
    return None


def _known_group(mention: Mention) -> bool:
    made_up = not identified(mention)
    return mention.kind is ActorKind.GROUP and not made_up


def _blames(scope: frozenset[int], arguments: Arguments, phrases: Phrases) -> bool:
    chunks = arguments.view.chunks
    for k in sorted(scope):
        el = arguments.view.els[k]
        for at in range(el.first, el.last + 1):
            if phrases.sizes(chunks, at).blame:
                return True
    return False
