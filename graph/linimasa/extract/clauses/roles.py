"""Arguments to roles: what a frame says of subject, object and prepositional phrases."""

from __future__ import annotations

from collections.abc import Iterable

from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.found import Oblique
from linimasa.extract.clauses.subjects import Subjects
from linimasa.lexicon.closed import ClosedClass
from linimasa.lexicon.frame import Frame
from linimasa.model.mention import Mention
from linimasa.model.terms import MUTUAL, ActorKind, EventType

#: Types that bare "to/against/on" phrases aim at somebody by default.
_TOWARDS = frozenset(EventType) - {EventType.RETREAT, EventType.STATEMENT, EventType.PROTEST}
#: Ends the rule of a noun whose parties stand after "between".
BETWEEN = ":between"
#: What judges or wants another's act: "welcomed the unity shown by X".
_OF_OTHERS = frozenset({EventType.ACCUSE, EventType.REJECT, EventType.REQUEST, EventType.SUPPORT})
#: Of an active verb's rule.
_ACTIVE = (":active:", ":bare:", ":ing:")


def is_party(mention: Mention) -> bool:
    """Whether the mention can take part in an event: not a mere place."""
    return mention.kind is not ActorKind.PLACE


def _add_place(candidate: Candidate, mention: Mention) -> None:
    if mention.is_place and mention not in candidate.places:
        candidate.places.append(mention)


def add(role: str, candidate: Candidate, mentions: Iterable[Mention]) -> None:
    """Put mentions into the candidate by role; "none", "content" and "topic" are dropped here."""
    if role == "place":
        for mention in mentions:
            _add_place(candidate, mention)
    if role not in ("actor", "recipient", "party"):
        return
    rows = candidate.actors if role == "actor" else candidate.recipients
    for mention in mentions:
        if not is_party(mention):
            _add_place(candidate, mention)
            # An attack on a city is an attack on its state; elsewhere a place is no party.
            if role != "recipient" or candidate.frame.type is not EventType.ASSAULT or not mention.code:
                continue
        if all((m.start, m.end) != (mention.start, mention.end) for m in candidate.parties):
            rows.append(mention)


def default_role(preposition: str, frame: Frame, closed: ClosedClass) -> str:
    """Return the role of a prepositional phrase that the frame doesn't name."""
    if preposition in closed.agent_prepositions:
        return "actor"
    if preposition in closed.between_prepositions:
        return "actor" if frame.noun else "none"
    if preposition in closed.with_prepositions:
        return "recipient" if frame.type in MUTUAL else "none"
    if preposition in closed.place_prepositions:
        return "place"
    if preposition in closed.goal_prepositions and frame.mode == "visit":
        return "recipient"
    if preposition in closed.recipient_prepositions and frame.type in _TOWARDS:
        return "recipient" if preposition not in closed.about_prepositions else "none"
    return "none"


def add_obliques(
    candidate: Candidate,
    obliques: Iterable[Oblique],
    closed: ClosedClass,
    *,
    places_only: bool = False,
    named_only: bool = False,
) -> None:
    """Put prepositional phrases into the candidate."""
    frame = candidate.frame
    for oblique in obliques:
        role = frame.pp.get(oblique.preposition)
        if frame.noun and oblique.preposition in closed.between_prepositions:
            role = "actor"
            candidate.rule += BETWEEN
        if role is None:
            role = "none" if named_only else default_role(oblique.preposition, frame, closed)
            if role == "actor" and any(voice in candidate.rule for voice in _ACTIVE):
                # "demanded an admission by X": what follows an active verb's object is the object's
                role = "recipient" if frame.type in _OF_OTHERS else "none"
        if role == "place" and oblique.event:
            continue
        if role == "recipient" and oblique.found.how == "part" and frame.type in MUTUAL:
            continue  # "met on the sidelines of the assembly"
        if places_only and role != "place":
            continue
        add(role, candidate, _heard(oblique, frame, closed) if role == "recipient" else oblique.found.names)
        if role == "recipient" and frame.mode == "visit":
            add("place", candidate, oblique.found.names)


def _heard(oblique: Oblique, frame: Frame, closed: ClosedClass) -> tuple[Mention, ...]:
    """Return whom something is told, without the press ("mengatakan kepada AFP"): it only passes it on."""
    names = oblique.found.names
    if not frame.speech or oblique.preposition not in closed.audience_prepositions:
        return names
    return tuple(m for m in names if m.sector != "JRN")


def add_clause_subject(candidate: Candidate, subjects: Subjects) -> None:
    """Add whom an accusation or demand aims at: the subject of its clause ("tuduhan bahwa X …")."""
    if candidate.frame.type not in (EventType.ACCUSE, EventType.REQUEST) or candidate.recipients:
        return
    mine = {m.actor or m.text for m in candidate.actors}
    names = subjects.of_clause_after(candidate.element).names
    add("recipient", candidate, [m for m in names if (m.actor or m.text) not in mine])
