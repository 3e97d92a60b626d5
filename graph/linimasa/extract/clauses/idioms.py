"""Verbs that are an event only with their object, and that object: one event ("mencabut sanksi")."""

from __future__ import annotations

from collections.abc import Sequence

from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.element import Kind
from linimasa.lexicon.forms.form import Voice
from linimasa.model.terms import EventType


def is_idiom(verb: Candidate, noun: Candidate, arguments: Arguments) -> bool:
    """Whether the verb is an event with this noun, or with its head ("grant political asylum")."""
    words = noun.lemma.split(" ")
    head = words[0] if arguments.view.closed.head_first else words[-1]
    return noun.lemma in verb.frame.object_heads or head in verb.frame.object_heads


def join_idioms(kept: Sequence[Candidate], arguments: Arguments) -> None:
    """A verb that is an event only with this object, and the object, are one event ("mencabut sanksi")."""
    for verb in kept:
        if verb.noun or not verb.frame.object_heads:
            continue
        passive = arguments.view.els[verb.element].voice is Voice.PASSIVE
        phrase = _carried(verb.element, arguments, passive=passive)
        tied = phrase == verb.element + 2
        for noun in kept:
            if not noun.noun or noun.element != phrase or noun.dropped or not is_idiom(verb, noun, arguments):
                continue
            if passive and noun.light != verb.element:
                continue  # "serangan itu dibalas": two acts
            if tied and noun.frame.type is verb.frame.type and _by_another(noun, verb):
                continue  # "bergabung dengan serangan Israel": two acts
            if noun.frame.type is verb.frame.type and (
                noun.light is None or arguments.view.closed.verbs_carry_idioms
            ):
                take_over(verb, noun)
                noun.dropped = "idiom"
            elif noun.frame.type is verb.frame.type:
                take_over(noun, verb)
                noun.modality, noun.polarity, noun.certainty = verb.modality, verb.polarity, verb.certainty
                verb.dropped = "idiom"
            elif noun.frame.type is not EventType.CONSULT:
                known = {(m.start, m.end) for m in verb.parties}
                verb.recipients += [m for m in noun.recipients if (m.start, m.end) not in known]
                verb.places += [p for p in noun.places if p not in verb.places]
                verb.time = verb.time or noun.time
                noun.dropped = "idiom"


def _by_another(noun: Candidate, verb: Candidate) -> bool:
    doers = {(m.start, m.end) for m in verb.actors}
    return any((m.start, m.end) not in doers for m in noun.actors)


def _carried(at: int, arguments: Arguments, *, passive: bool) -> int | None:
    """Return a verb's logical object, or the phrase that a preposition ties to it ("keluar dari pakta")."""
    phrase = arguments.subjects.of(at).np if passive else arguments.objects.phrase(at)
    kinds = arguments.view.kinds
    if phrase is None and not passive and kinds[at + 1] is Kind.PREP and kinds[at + 2] is Kind.NP:
        return at + 2
    return phrase


def take_over(winner: Candidate, loser: Candidate) -> None:
    """Give the winner what only the loser has."""
    for source, target in ((loser.actors, winner.actors), (loser.recipients, winner.recipients)):
        known = {(m.start, m.end) for m in winner.parties}
        target += [m for m in source if (m.start, m.end) not in known]
    winner.places += [p for p in loser.places if p not in winner.places]
    winner.time = winner.time or loser.time
