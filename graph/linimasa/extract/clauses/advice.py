"""Verbs of saying whose clause tells what is to be done ask for it ("mengingatkan warganya agar waspada")."""

from __future__ import annotations

from dataclasses import replace

from linimasa.extract.clauses import roles
from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.element import Kind
from linimasa.model.terms import EventType

_REPORT = "report"
_PURPOSE = "purpose"
#: What may stand between the verb and the clause: whom it is said to.
_PASSED = frozenset({Kind.NP, Kind.PREP, Kind.TIME, Kind.COORD})


def settle_advice(candidate: Candidate, arguments: Arguments) -> None:
    """Make saying that somebody is to do something a request of whom it is said to."""
    frame = candidate.frame
    if frame.type is not EventType.STATEMENT or not frame.speech or frame.complement != _REPORT:
        return
    if candidate.lemma in arguments.view.closed.unappealing:
        return
    k = _clause(candidate, arguments)
    if k is None:
        return
    told = arguments.objects.phrase(candidate.element)
    if told is not None and told < k:
        names = arguments.objects.participants(told).names
        if not names or arguments.view.els[told].triggers:
            return  # a thing is told: what follows is only why ("menjelaskan langkah itu agar …")
        roles.add("recipient", candidate, names)
    elif not arguments.view.closed.head_first:
        return  # "claimed to have …": only somebody who is told does what an infinitive tells
    candidate.frame = replace(frame, type=EventType.REQUEST, mode=None, complement="content")


def _clause(candidate: Candidate, arguments: Arguments) -> int | None:
    """Return where the clause opens that tells what whoever is spoken to is to do."""
    view, k = arguments.view, candidate.element + 1
    while view.kinds[k] in _PASSED or (view.kinds[k] is Kind.COMMA and view.kinds[k + 1] is Kind.NP):
        if view.kinds[k] is Kind.PREP and candidate.frame.pp.get(view.els[k].word) != "recipient":
            return None  # "apa yang mereka sebut sebagai usulan agar …"
        k += 1
    if view.kinds[k] is not Kind.SUB or view.els[k].link != _PURPOSE:
        return None
    return k if view.els[k].word in view.closed.appeal_links else None
