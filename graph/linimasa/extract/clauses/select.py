"""Which candidates become statements: the precision guards, each named after the guide's rule it keeps."""

from __future__ import annotations

from collections.abc import Sequence

from linimasa.extract.clauses import attended, parties
from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.idioms import is_idiom, join_idioms, take_over
from linimasa.model.terms import EventType, Polarity

_VICTIMS = frozenset({EventType.ASSAULT, EventType.SANCTION, EventType.COERCE})
#: Measures of a state, which are spoken of again as acts.
_MEASURES = frozenset({EventType.SANCTION, EventType.COERCE})
#: Sectors of people whose meetings are nobody's diplomacy.
_PRIVATE = frozenset({"BUS", "CVL", "REF", "JRN"})
#: Acts of speech, which tell something by whom they are aimed at alone ("… mendesak Brussel").
_SPOKEN = frozenset({EventType.ACCUSE, EventType.REJECT, EventType.REQUEST, EventType.SUPPORT})
#: Acts that do so as passives ("Ukraina tidak diundang").
_AIMED = _SPOKEN | {EventType.AGREE, EventType.CONSULT, EventType.MOBILIZE}
_PRESS = "JRN"
_PHONE = "phone"
#: Sectors of those who fight.
_FIGHTERS = frozenset({"COP", "MIL", "REB"})


def drop_unfilled(candidates: Sequence[Candidate], causing: frozenset[str], *, political: bool) -> None:
    """Mark the candidates whose obligatory roles are empty, or filled by nobody where none is `political`.

    `causing`: the verbs of asking that things do as well.
    """
    for candidate in candidates:
        if candidate.dropped:
            continue
        filled = _filled(candidate, causing) and _acted(candidate)
        if filled and not political and all(parties.nobody(m) for m in candidate.parties):
            filled = False
        if not filled:
            candidate.dropped = "no party"


def _filled(candidate: Candidate, causing: frozenset[str]) -> bool:
    """Whether the roles are filled that the frame needs, or those that its type can do with."""
    frame = candidate.frame
    if "any" in frame.needs or candidate.noun:
        return len(candidate.parties) >= len(frame.needs)
    rows = {"actor": candidate.actors, "recipient": candidate.recipients, "place": candidate.places}
    if all(rows.get(need) for need in frame.needs):
        return True
    # "Kesepakatan ini membatasi program Iran": a thing restricts nobody, but a missile hits; nor does a thing
    # that makes somebody do something ask for it ("Perang itu mendorong warga Ukraina mengungsi").
    thing = ":active:nameless" in candidate.rule and frame.type is not EventType.ASSAULT
    if thing and frame.type is EventType.REQUEST and candidate.lemma in causing:
        return False
    if candidate.recipients and frame.type in _VICTIMS and not frame.speech and not thing:
        return True
    aimed = _AIMED if ":passive:" in candidate.rule else _SPOKEN
    return not candidate.actors and frame.type in aimed and any(m.code for m in candidate.recipients)


def _acted(candidate: Candidate) -> bool:
    """Whether the parties are such as act for somebody, in what is an act."""
    frame, doers = candidate.frame, candidate.actors or candidate.recipients
    if (
        candidate.noun
        and frame.governed
        and candidate.light is None
        and not candidate.rule.endswith(attended.RULE)
    ):
        # "Sanksi itu" is the act told before; "dialog itu", "bantuan itu" mostly are no act again.
        again = candidate.demonstrative and frame.type in _MEASURES
        if not again and not parties.mutual(candidate):
            return False
    vague = candidate.noun and all(parties.vague(m) for m in candidate.parties)
    if vague and not _between_two(candidate) and not _armed(candidate):
        return False
    if frame.type is EventType.STATEMENT and not any(
        parties.official(m) and not (frame.speech and parties.citizens(m)) for m in doers
    ):
        return False
    if frame.type is EventType.STATEMENT and doers and all(m.sector == _PRESS for m in doers):
        return False  # "…, Xinhua melaporkan": the source of what it tells
    arrival = frame.mode == "visit" and frame.object == "none" and not candidate.noun
    if arrival and candidate.recipients and parties.codes(candidate.recipients) <= parties.codes(doers):
        return False  # who comes home visits nobody
    private = frame.type in (EventType.CONSULT, EventType.MOBILIZE) and bool(doers)
    if private and all(m.sector in _PRIVATE for m in doers):
        return False
    return not (candidate.noun and parties.by_name(candidate))


def _between_two(candidate: Candidate) -> bool:
    """Whether a talk is that of two who were named before ("keduanya")."""
    named = any(m.code is not None for party in candidate.parties for m in party.antecedent)
    return named and candidate.frame.type is EventType.CONSULT and not candidate.anaphoric


def _armed(candidate: Candidate) -> bool:
    """Whether an attack is that of an armed group, be it nobody's known one ("serangan militan Moro")."""
    if candidate.frame.type is not EventType.ASSAULT or candidate.polarity is not Polarity.POSITIVE:
        return False
    return any(m.sector in _FIGHTERS and not m.pronoun for m in candidate.actors)


def drop_states(candidates: Sequence[Candidate], arguments: Arguments) -> None:
    """Mark undated relative clauses that only say who holds or backs something ("kota yang dikuasai X")."""
    view = arguments.view
    for candidate in candidates:
        if _since(candidate, arguments):
            candidate.dropped = candidate.dropped or "state"
        lasting = ":passive:relative" in candidate.rule and candidate.time is None and not candidate.noun
        if not lasting or view.kinds[candidate.element + 1] is not Kind.NP:
            continue
        if view.head_word(candidate.element) in view.closed.stative_passives:
            candidate.dropped = candidate.dropped or "state"


def _since(candidate: Candidate, arguments: Arguments) -> bool:
    """Whether it only tells since when something goes on ("since X took office")."""
    view, at = arguments.view, candidate.element
    if candidate.noun or candidate.frame.mode != "appoint" or view.kinds[at - 1] is not Kind.NP:
        return False
    return view.kinds[at - 2] is Kind.SUB and view.els[at - 2].word in view.closed.since_words


def drop_nested(candidates: Sequence[Candidate]) -> None:
    """Mark what is only the content of another event, or a bare purpose."""
    for candidate in candidates:
        if candidate.content_of is not None:
            candidate.dropped = candidate.dropped or "content"
        elif candidate.in_purpose:
            candidate.dropped = candidate.dropped or "purpose"


def drop_doubles(candidates: Sequence[Candidate], arguments: Arguments) -> None:
    """Mark the second of two candidates on the same words, of a light verb and its noun, of synonyms."""
    kept: list[Candidate] = []
    for candidate in candidates:
        if candidate.dropped:
            continue
        clash = next((k for k in kept if k.start < candidate.end and candidate.start < k.end), None)
        if clash is not None:
            loser = candidate if clash.end - clash.start >= candidate.end - candidate.start else clash
            loser.dropped = "overlap"
            if loser is clash:
                kept.remove(clash)
                kept.append(candidate)
            continue
        kept.append(candidate)
    _drop_light_verbs(kept, arguments)
    _drop_channels([c for c in kept if not c.dropped], arguments)
    join_idioms([c for c in kept if not c.dropped], arguments)
    _join_targets([c for c in kept if not c.dropped], arguments)
    _join_synonyms([c for c in kept if not c.dropped], arguments)


def _drop_light_verbs(kept: Sequence[Candidate], arguments: Arguments) -> None:
    """Of a light verb that is an event word itself and its noun, keep the noun."""
    for noun in kept:
        if not noun.noun or noun.light is None or noun.dropped:
            continue
        for verb in kept:
            if verb.noun or verb.element != noun.light or verb.dropped:
                continue
            if verb.frame.type is noun.frame.type and is_idiom(verb, noun, arguments):
                continue
            if verb.frame.type in (EventType.STATEMENT, EventType.CONSULT, EventType.AGREE) or (
                verb.frame.type is noun.frame.type
            ):
                verb.dropped = "light verb"


def _drop_channels(kept: Sequence[Candidate], arguments: Arguments) -> None:
    """Of a talk and the line that it is held by ("berunding lewat sambungan video"), keep the talk."""
    view = arguments.view
    for line in kept:
        before = view.els[line.element - 1] if line.element else None
        if not line.noun or line.frame.mode != _PHONE or before is None or before.kind is not Kind.PREP:
            continue
        talks = (c for c in kept if c.frame.type is line.frame.type and c.element < line.element)
        talk = max(talks, key=lambda c: c.element, default=None)
        if talk is not None and before.word in view.closed.channel_prepositions:
            take_over(talk, line)
            line.dropped = "channel"


def _join_targets(kept: Sequence[Candidate], arguments: Arguments) -> None:
    """ "sanctions targeting X" aim the sanctions at X; nothing is attacked."""
    for verb in kept:
        if verb.noun or verb.frame.type is not EventType.ASSAULT or verb.dropped:
            continue
        for measure in kept:
            if measure.frame.type is not EventType.SANCTION or measure.dropped or measure.start > verb.start:
                continue
            phrase = measure.element if measure.noun else arguments.objects.phrase(measure.element)
            if phrase is not None and phrase in (verb.element - 1, verb.element - 2):
                known = {(m.start, m.end) for m in measure.parties}
                measure.recipients += [m for m in verb.recipients if (m.start, m.end) not in known]
                verb.dropped = "result"


def _join_synonyms(kept: Sequence[Candidate], arguments: Arguments) -> None:
    """Near-synonyms joined by "dan" are one event on the first (the guide's rule 3)."""
    for first in kept:
        for second in kept:
            if second.start <= first.start or second.dropped or first.dropped or first.noun != second.noun:
                continue
            if first.frame.type is not second.frame.type or first.frame.type is EventType.STATEMENT:
                continue
            between = arguments.view.els[first.element + 1 : second.element]
            if len(between) == 1 and between[0].kind is Kind.COORD:
                take_over(first, second)
                second.dropped = "synonym"
