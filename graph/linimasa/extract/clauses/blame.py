"""Comments that blame: a STATEMENT about another party in words of blame is an accusation (guide, ACCUSE)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.chunk import Chunk, ChunkKind
from linimasa.extract.clauses.discourse import Discourse
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.parties import codes, known_group
from linimasa.extract.clauses.phrases import Phrases
from linimasa.extract.clauses.report import Report, places
from linimasa.extract.clauses.roles import is_party
from linimasa.model.mention import Mention
from linimasa.model.terms import ActorKind, EventType

#: What may stand between the verb of saying and the first words of what is said.
_OPENERS = frozenset({Kind.COMP, Kind.COMMA, Kind.QOPEN, Kind.COLON, Kind.TIME})
#: What a label is made of.
_LABEL = frozenset({Kind.NP, Kind.REL, Kind.VG, Kind.QOPEN})
#: Sectors of people who speak for themselves.
_PRIVATE = frozenset({"BUS", "CVL", "EDU", "JRN", "LAB", "MED", "REF"})


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
        target = _target(candidate, scope, arguments)
        if not _blames(scope, target, arguments, phrases):
            continue
        told = any(c.element in scope and not c.noun for c in candidates)
        others = discourse.opponents(candidate.actors, candidates[:index])
        blamed = [target] if target else _blamed(candidate, scope, arguments, others, told=told)
        if blamed is None:
            continue
        candidate.frame = replace(candidate.frame, type=EventType.ACCUSE, mode=None)
        candidate.recipients = blamed
        candidate.rule += ":blame"


def _blamed(
    candidate: Candidate,
    scope: frozenset[int],
    arguments: Arguments,
    others: list[Mention],
    *,
    told: bool,
) -> list[Mention] | None:
    """Return whom words that begin with no party blame, perhaps nobody known; None where they tell of others.

    `others` are the speaker's opponents; `told`: the words tell an act, which may be what the blame is in.
    """
    if not candidate.actors:
        return None
    named = codes(m for k in scope for m in _parties(k, arguments))
    if not named:
        return others if others or _points(scope, arguments) else None
    return others if not told and named & {m.code for m in others} else None


def _first(scope: frozenset[int], arguments: Arguments) -> int | None:
    """Return the element that the reported words begin with."""
    return next((k for k in sorted(scope) if arguments.view.kinds[k] not in _OPENERS), None)


def _points(scope: frozenset[int], arguments: Arguments) -> bool:
    """Whether the words are of something told before, or call something what they blame ("… sebagai …")."""
    view, first = arguments.view, _first(scope, arguments)
    called = any(view.els[k].word in view.closed.label_prepositions for k in scope)
    words = () if first is None else view.words(first).split(" ")
    return called or not view.closed.demonstratives.isdisjoint(words)


def _parties(k: int, arguments: Arguments) -> list[Mention]:
    if arguments.view.kinds[k] is not Kind.NP:
        return []
    return [m for m in arguments.view.names(k) if is_party(m)]


def _speaks(candidate: Candidate) -> bool:
    """Whether a group of states or an office, though of no one code, speaks ("negara-negara Arab")."""
    return any(
        m.kind is ActorKind.GROUP and not m.pronoun and m.sector not in _PRIVATE for m in candidate.actors
    )


def _target(candidate: Candidate, scope: frozenset[int], arguments: Arguments) -> Mention | None:
    """Return the party of another code, or the group, that the reported words begin with."""
    mine = codes(candidate.actors)
    if not mine and not _speaks(candidate):
        return None
    first = _first(scope, arguments)
    for mention in () if first is None else _parties(first, arguments):
        if mention.code in mine or mention.sector == "JRN":
            continue
        if mention.code or known_group(mention):
            return mention
    return None


def _blames(scope: frozenset[int], target: Mention | None, arguments: Arguments, phrases: Phrases) -> bool:
    """Whether the reported words hold a word of blame, a label that blames, or a reproach of the target."""
    view = arguments.view
    for k, at in places(view, scope):
        sizes = phrases.sizes(view.chunks, at)
        if sizes.blame:
            return True
        if (sizes.blaming_labels or _named_ill(view.chunks[at], arguments)) and _labels(k, arguments):
            return True
        if target is not None and sizes.reproaches and _does(target, k, arguments):
            return True
    return False


def _named_ill(chunk: Chunk, arguments: Arguments) -> bool:
    """Whether a group's name is a word of blame ("kelompok teroris")."""
    words = set(chunk.lower.split(" "))
    return chunk.kind is ChunkKind.NAME and not words.isdisjoint(arguments.view.closed.blame)


def _labels(k: int, arguments: Arguments) -> bool:
    """Whether the element stands in the words of what somebody is called ("sebagai negara yang …")."""
    view = arguments.view
    while view.kinds[k] in _LABEL and not view.copula(k):
        k -= 1
    return view.copula(k) or (
        view.kinds[k] is Kind.PREP and view.els[k].word in view.closed.label_prepositions
    )


def _does(target: Mention, k: int, arguments: Arguments) -> bool:
    """Whether the words at `k` may be of the target: a verb there has no other subject."""
    view = arguments.view
    if view.kinds[k] is not Kind.VG:
        return True
    if view.kinds[k - 1] is Kind.REL:
        return view.kinds[k - 2] is Kind.NP and target in view.names(k - 2)
    subject = arguments.subjects.of(k)
    return not subject or target in subject.names
