"""Threats in a speaker's words: warnings of what will be done, one's own attacks to come (guide, rule 13)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.discourse import Discourse
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.parties import codes
from linimasa.extract.clauses.report import Report
from linimasa.extract.clauses.set_phrases import RULE
from linimasa.model.mention import Mention
from linimasa.model.terms import EventType, Modality, Polarity

_COMMENTS = frozenset({EventType.ACCUSE, EventType.STATEMENT})
#: A warning is spoken of again at most so many sentences later.
_AGAIN = 2


def mark_threats(
    candidates: Sequence[Candidate], reports: Sequence[Report], arguments: Arguments, discourse: Discourse
) -> None:
    """Make threats of warnings that hold one, of the speaker's own attacks to come, and of their mention."""
    scopes = {r.verb: r.scope for r in reports if r.verb is not None}
    denied = frozenset(k for r in reports if not _tells(r.verb, candidates) for k in r.scope)
    for index, candidate in enumerate(candidates):
        if candidate.frame.warns and candidate.frame.type in _COMMENTS:
            if candidate.noun:
                _warned_again(candidate, discourse)
            elif _holds_threat(scopes.get(candidate.element, frozenset()), candidates):
                _threaten(candidate)
                if not candidate.recipients:
                    others = _named(scopes[candidate.element], candidate, arguments)
                    candidate.recipients = others or discourse.opponents(candidate.actors, candidates[:index])
        elif (
            candidate.element not in denied
            and _own_attack(candidate, reports)
            and not _asked(candidate, arguments)
        ):
            _threaten(candidate)


def _tells(verb: int | None, candidates: Sequence[Candidate]) -> bool:
    """Whether the source only tells something: who denies an attack to come doesn't threaten."""
    if verb is None:
        return True
    return any(c.element == verb and c.frame.type is EventType.STATEMENT for c in candidates)


def _threaten(candidate: Candidate) -> None:
    candidate.frame = replace(candidate.frame, type=EventType.THREATEN, mode="violence", complement="content")
    candidate.modality = Modality.OCCURRED
    candidate.rule += ":threat"


def _holds_threat(scope: frozenset[int], candidates: Sequence[Candidate]) -> bool:
    """Whether a set phrase in the words threatens ("… akan menanggung akibatnya")."""
    phrases = (c for c in candidates if c.element in scope and c.rule.startswith(RULE))
    return any(c.frame.type is EventType.THREATEN for c in phrases)


def _named(scope: frozenset[int], candidate: Candidate, arguments: Arguments) -> list[Mention]:
    """Return the first other party that the words name."""
    mine = codes(candidate.actors)
    others = (m for k in sorted(scope) for m in arguments.view.names(k) if m.code and m.code not in mine)
    return [m for m in (next(others, None),) if m is not None]


def _warned_again(candidate: Candidate, discourse: Discourse) -> None:
    """Give a warning that is spoken of again the force and the parties of the last one."""
    if not candidate.demonstrative or candidate.recipients:
        return
    for number, other in reversed(discourse.earlier):
        if discourse.number - number <= _AGAIN and other.frame.warns and not other.noun:
            candidate.frame = replace(candidate.frame, type=other.frame.type)
            candidate.actors = candidate.actors or list(other.actors)
            candidate.recipients = list(other.recipients)
            candidate.anaphoric = True
            candidate.rule += ":anaphora"
            return


def _own_attack(candidate: Candidate, reports: Sequence[Report]) -> bool:
    """Whether a speaker tells of an attack that his own side will make ("kami akan menggempur …")."""
    if candidate.noun or candidate.frame.type is not EventType.ASSAULT:
        return False
    if candidate.modality is not Modality.PLANNED or candidate.polarity is not Polarity.POSITIVE:
        return False
    mine = codes(candidate.actors)
    said = (r for r in reports if r.how != "outlet" and candidate.element in r.scope)
    return any(mine & codes(r.sources) for r in said)


def _asked(candidate: Candidate, arguments: Arguments) -> bool:
    """Whether it is an open question ("mempertimbangkan apakah AS akan menyerang")."""
    questions = arguments.view.closed.question_complementizers
    before = arguments.view.els[: candidate.element]
    return any(el.kind is Kind.COMP and el.word in questions for el in before)
