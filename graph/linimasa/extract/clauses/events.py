"""Candidates of a sentence: every verb group and event noun that a frame knows, with its arguments."""

from __future__ import annotations

from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.demands import Demands
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.labels import Labels
from linimasa.extract.clauses.noun_events import NounEvents
from linimasa.extract.clauses.refusals import Refusals
from linimasa.extract.clauses.set_phrases import SetPhrases
from linimasa.extract.clauses.verb_events import VerbEvents
from linimasa.extract.clauses.view import View
from linimasa.model.terms import EventType


def find_events(
    view: View,
    verbs: VerbEvents,
    nouns: NounEvents,
    demands: Demands,
    labels: Labels,
    refusals: Refusals,
    said: SetPhrases,
) -> list[Candidate]:
    """Return the candidates in the order of their triggers, arguments filled, nothing dropped yet."""
    found: list[Candidate | None] = []
    for i, kind in enumerate(view.kinds):
        if kind is Kind.VG:
            told = verbs.of(i)
            if told is None or told.frame.type is EventType.STATEMENT:
                told = refusals.of(i) or told
            found += (told, demands.of(i), labels.of(i))
        elif kind is Kind.NP and view.els[i].triggers:
            found += nouns.of(i)
    found += said.all()
    candidates = [candidate for candidate in found if candidate is not None]
    candidates.sort(key=lambda c: (c.start, c.end))
    return candidates
