"""How far an event may be drawn as a fact, and whom its actors stand for."""

from __future__ import annotations

from enum import StrEnum

from linimasa.analyse.scene import Actor, Claim, Event, Scene

_HAPPENED = frozenset({"occurred", "ongoing"})
_SCHEDULED = frozenset({"planned", "postponed"})

#: Sectors (PLOVER's codes) whose people and bodies act for their state; a rebel or a reporter doesn't.
_FOR_STATE = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP"})


class Standing(StrEnum):
    """How an event is drawn: held solid, planned dashed, claimed dotted, spoken of not as a fact."""

    HELD = "held"
    PLANNED = "planned"
    CLAIMED = "claimed"
    SPOKEN = "spoken"


def standing(scene: Scene, event: Event) -> Standing:
    """Return how an event is drawn.

    `CLAIMED` is what is disputed, and what happened by the word of one of its own parties alone; `SPOKEN` is
    what is threatened, demanded, feared, denied or called off.
    """
    if event.status in _SCHEDULED:
        return Standing.PLANNED
    if event.status == "disputed":
        return Standing.CLAIMED
    if event.status in _HAPPENED:
        return Standing.CLAIMED if one_sided(scene, event) else Standing.HELD
    return Standing.SPOKEN


def one_sided(scene: Scene, event: Event) -> bool:
    """Whether only one of several parties to an event tells of it, and no document in its own voice."""
    sides = {party(scene, iri, event.date) for iri in (*event.actors, *event.recipients)}
    voices: set[str] = set()
    for iri in event.claims:
        speakers = _speakers(scene.claims[iri])
        if not speakers:
            return False
        voices.update(party(scene, who, event.date) for who in speakers)
    return len(voices) == 1 and voices < sides


def _speakers(claim: Claim) -> tuple[str, ...]:
    return claim.speaks_for or claim.sources


def party(scene: Scene, iri: str, day: str | None) -> str:
    """Return the state or organisation that an actor stood for on a day, itself where it stands for none.

    An office held on the day decides; else the actor's country, where its sector acts for the state.
    """
    actor = scene.actors.get(iri)
    if actor is None or actor.kind in ("State", "Group"):
        return _grouped(scene, actor, iri)
    bodies = sorted({_top(scene, office.body) for office in actor.offices if office.held_on(day)})
    if len(bodies) == 1:
        return bodies[0]
    return _top(scene, iri)


def _grouped(scene: Scene, actor: Actor | None, iri: str) -> str:
    """Return the state of a group that acts for one ("para pejabat AS"), else the actor itself."""
    return iri if actor is None or actor.kind == "State" else _top(scene, iri)


def _top(scene: Scene, iri: str) -> str:
    """Return the state above a body that acts for it; an international organisation is its own top."""
    actor = scene.actors.get(iri)
    if actor is None or actor.country is None or actor.country not in scene.actors:
        return iri
    if actor.sector is None and actor.kind in ("Person", "UnnamedActor", "Organization"):
        return actor.country
    return actor.country if actor.sector in _FOR_STATE else iri
