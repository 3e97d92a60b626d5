"""Attacks and what they did: one event on the attack word, the killed and wounded as its victims (rule 3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from linimasa.extract.clauses import parties, roles
from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.idioms import take_over
from linimasa.model.mention import Mention
from linimasa.model.terms import MUTUAL, ActorKind, EventType

_BREAKS = frozenset({Kind.STOP, Kind.COLON, Kind.COMMA, Kind.REL, Kind.COMP})
_LINKED = frozenset({"participial", "coordinated", "serial"})


def join_results(candidates: Sequence[Candidate], arguments: Arguments) -> None:
    """Give the victims that a verb of killing or wounding names to the attack that the sentence names."""
    for verb in candidates:
        if (
            verb.noun
            or verb.frame.type is not EventType.ASSAULT
            or verb.lemma not in arguments.view.closed.result_verbs
        ):
            continue
        attack = _attack(verb, candidates, arguments)
        if attack is None:
            continue
        victims = list(verb.recipients)
        if not attack.actors:
            attack.actors = [m for m in verb.actors if m not in victims]
        verb.actors, verb.recipients = [], victims
        take_over(attack, verb)
        attack.dropped = ""
        verb.dropped = "result"


def gather_victims(candidates: Sequence[Candidate], arguments: Arguments) -> None:
    """Give an attack those who were hurt "in" it ("tujuh warga Chad tewas dalam serangan Sudan")."""
    for candidate in candidates:
        if candidate.frame.type is not EventType.ASSAULT or any(map(roles.is_party, candidate.recipients)):
            continue
        link = _link_before(candidate, arguments)
        caused = _hurt_after(candidate, arguments)
        if link is not None or caused:
            victims = caused or _hurt_before(link or 0, arguments)
            doers = {m.code for m in candidate.actors if m.code}
            own = doers if len(doers) == 1 else set()  # of a fight between two the dead are of either side
            hurt = [m for m in victims if m.code not in own and roles.is_party(m)]
            candidate.recipients = [] if hurt else candidate.recipients  # people before their place
            roles.add("recipient", candidate, hurt)


def _hurt_after(attack: Candidate, arguments: Arguments) -> tuple[Mention, ...]:
    """Return whose death or wounds an attack noun causes ("bentrokan itu menyebabkan kematian X")."""
    view = arguments.view
    verb = view.next_verb(attack.element) if attack.noun else None
    if verb is None or view.head_word(verb) not in view.closed.harm_causers:
        return ()
    harm = verb + 1 if view.kinds[verb + 1] is Kind.NP else verb + 2
    relative = view.kinds[attack.element + 1] is Kind.REL and verb == attack.element + 2
    if not relative and arguments.subjects.of(verb).np != attack.element:
        return ()
    if view.kinds[harm] is not Kind.NP:
        return ()
    return view.names(harm) if _harmed(view.words(harm), view.closed.harms) else ()


def _link_before(attack: Candidate, arguments: Arguments) -> int | None:
    """Return the preposition before an attack noun, or what opens the clause that tells when one was hurt."""
    view = arguments.view
    if view.kinds[attack.element - 1] is Kind.PREP:
        return attack.element - 1
    for k in range(attack.element - 1, -1, -1):
        if view.kinds[k] is Kind.SUB:
            return k if view.els[k].link in ("time", "cause") else None
        if view.kinds[k] in _BREAKS:
            return None
    return None


def join_attacks(candidates: Sequence[Candidate]) -> None:
    """Aim who joins another's attack at its victims ("bergabung dengan serangan Israel terhadap Iran")."""
    for verb in candidates:
        if verb.noun or verb.frame.type is not EventType.ASSAULT or not verb.frame.object_heads:
            continue
        for attack in candidates:
            joined = (
                attack.noun
                and attack.frame.type is EventType.ASSAULT
                and attack.lemma in verb.frame.object_heads
            )
            if not joined or attack.element - verb.element not in (1, 2):
                continue
            partners = {m.start for m in attack.actors}
            if attack.recipients and partners & {m.start for m in verb.recipients}:
                verb.recipients = [m for m in verb.recipients if m.start not in partners]
                verb.recipients += attack.recipients


def _hurt_before(preposition: int, arguments: Arguments) -> tuple[Mention, ...]:
    """Return who is said to be hurt before a phrase; phrases of place and time may stand between."""
    view, at = arguments.view, preposition - 1
    while at >= 0:
        if view.kinds[at] is Kind.TIME or view.kinds[at] is Kind.COMMA:
            at -= 1
        elif view.kinds[at] is Kind.NP and _harmed(view.words(at), view.closed.harmed):
            return view.names(at)
        elif view.kinds[at] is Kind.NP and view.kinds[at - 1] is Kind.PREP:
            at -= 2
        elif view.kinds[at] is Kind.VG and view.head_word(at) in view.closed.harmed:
            return arguments.subjects.of(at).names
        else:
            break
    return ()


def _harmed(words: str, harmed: frozenset[str]) -> bool:
    return not harmed.isdisjoint(words.split())


def _attack(verb: Candidate, candidates: Sequence[Candidate], arguments: Arguments) -> Candidate | None:
    wide = arguments.view.closed.wide_events
    quote = arguments.view.els[verb.element].quote
    attacks = [
        c
        for c in candidates
        if c.frame.type is EventType.ASSAULT
        and c is not verb
        and c.lemma not in wide
        and (c.noun or c.lemma not in arguments.view.closed.result_verbs)
        and arguments.view.els[c.element].quote == quote
        and c.dropped in ("", "no party")
    ]
    subject = arguments.subjects.of(verb.element)
    head = [c for c in attacks if c.noun and c.element == subject.np]
    if head:
        return head[-1]
    after = [c for c in attacks if c.start > verb.start and not _stopped(arguments, verb.element, c.element)]
    if after and (_names(arguments, after[0]) or _in_time_clause(arguments, verb.element, after[0].element)):
        return after[0]
    before = [c for c in attacks if c.start < verb.start and not _stopped(arguments, c.element, verb.element)]
    return before[-1] if before and subject.how in _LINKED else None


def _stopped(arguments: Arguments, first: int, last: int) -> bool:
    return any(arguments.view.kinds[k] in (Kind.STOP, Kind.COLON) for k in range(first, last))


def _names(arguments: Arguments, attack: Candidate) -> bool:
    """Whether the noun tells the attack by which somebody is hurt; another verb's object doesn't."""
    if not attack.noun or attack.governor is None:
        return attack.noun
    governor = arguments.view.els[attack.governor]
    return any(s.lemma in arguments.view.closed.result_verbs for s in governor.senses)


def _in_time_clause(arguments: Arguments, verb: int, attack: int) -> bool:
    """ "… are killed when gunmen open fire …": the clause that says how."""
    return any(
        arguments.view.kinds[k] is Kind.SUB and arguments.view.els[k].link in ("time", "cause")
        for k in range(verb, attack)
    )


def place_victims(candidates: Sequence[Candidate]) -> None:
    """Victims and protesters without a state are people of the place; an attack abroad is on its state."""
    for candidate in candidates:
        country = _country(candidate.places)
        if country is None:
            continue
        if candidate.frame.type is EventType.PROTEST:
            candidate.actors = [_of(m, country) for m in candidate.actors]
        if candidate.frame.type is not EventType.ASSAULT:
            continue
        candidate.recipients = [_of(m, country) for m in candidate.recipients]
        doers = {m.code for m in candidate.actors if m.code}
        if doers and not candidate.recipients and country not in doers:
            there = [p for p in candidate.places if p.code == country]
            states = [p for p in there if p.kind is ActorKind.STATE]
            roles.add("recipient", candidate, (states or there)[-1:])


def settle_untargeted(candidates: Sequence[Candidate]) -> None:
    """Give what is aimed at nobody its frame's type for that: missiles fired into the sea are tests.

    An exercise of one army alone is a show of force.
    """
    for candidate in candidates:
        doers = {m.code for m in candidate.actors if m.code}
        if candidate.frame.type in MUTUAL:
            aimed = len(candidate.actors) + len(candidate.recipients) > 1
        else:
            abroad = any(p.code and p.code not in doers for p in candidate.places)
            aimed = bool(candidate.recipients) or abroad
        if candidate.frame.untargeted is not None and doers and not aimed:
            candidate.frame = replace(candidate.frame, type=candidate.frame.untargeted, mode=None)


def _country(places: Sequence[Mention]) -> str | None:
    """Return the one state that the places lie in, None where they lie in several."""
    codes = {p.code for p in places if p.code}
    return next(iter(codes)) if len(codes) == 1 else None


def _of(mention: Mention, country: str) -> Mention:
    crowd = mention.kind in (ActorKind.GROUP, ActorKind.UNNAMED) and mention.code is None
    return replace(mention, code=country) if crowd and not parties.identified(mention) else mention
