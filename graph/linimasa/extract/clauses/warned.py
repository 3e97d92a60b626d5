"""Warnings: a threat, an accusation or a mere comment, by what the warned of is (the guide's rule 13)."""

from __future__ import annotations

from dataclasses import replace

from linimasa.extract.clauses import modality, roles
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.doers import Doers
from linimasa.extract.clauses.element import Element, Kind
from linimasa.extract.clauses.found import NOBODY
from linimasa.extract.clauses.view import View
from linimasa.model.terms import EventType, Modality

_HOSTILE = frozenset(
    {
        EventType.ASSAULT,
        EventType.COERCE,
        EventType.SANCTION,
        EventType.MOBILIZE,
        EventType.THREATEN,
        EventType.REJECT,
    }
)
_ENDS = frozenset({Kind.COMMA, Kind.COMP, Kind.SUB, Kind.STOP, Kind.VG})


def settle_warning(candidate: Candidate, view: View, doers: Doers) -> None:
    """Make a warning of one's own act a threat and one that blames an accusation; leave others comments."""
    verb = view.next_verb(candidate.element)
    el = None if verb is None else view.els[verb]
    subject = NOBODY if verb is None else doers.of(verb)
    whose = {m.code for m in subject.names if m.code}
    mine = {m.code for m in candidate.actors if m.code}
    if (whose & mine and el is not None and _ahead(el)) or _retaliates(candidate, view):
        _become(candidate, EventType.THREATEN)
    elif candidate.recipients:
        _become(candidate, EventType.ACCUSE)
    elif whose and not whose & mine and el is not None and _tells(el, _HOSTILE):
        _become(candidate, EventType.ACCUSE)
        roles.add("recipient", candidate, subject.names)


def _retaliates(candidate: Candidate, view: View) -> bool:
    """Whether a state warns another of what it will do to it ("tentang balasan keras jika …")."""
    mine = {m.country for m in candidate.actors if m.country}
    if not mine or not any(m.country and m.country not in mine for m in candidate.recipients):
        return False
    for k in range(candidate.element + 1, len(view.els)):
        if view.kinds[k] in _ENDS:
            return False
        about = view.kinds[k] is Kind.PREP and view.els[k].word in view.closed.about_prepositions
        if about and view.kinds[k + 1] is Kind.NP:
            return view.chunks[view.els[k + 1].first].lower in view.closed.reprisals
    return False


def _become(candidate: Candidate, kind: EventType) -> None:
    candidate.frame = replace(candidate.frame, type=kind, mode=None, complement="content")


def _tells(el: Element, kinds: frozenset[EventType]) -> bool:
    return any(s.frame is not None and s.frame.type in kinds for s in el.senses)


def _ahead(el: Element) -> bool:
    """Whether the verb speaks of what is to come or is itself a threat."""
    if _tells(el, frozenset({EventType.THREATEN})):
        return True
    return modality.of_verb(el, None).modality is not Modality.OCCURRED
