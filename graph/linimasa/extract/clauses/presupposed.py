"""Acts that the words around them take for granted.

Only what goes on can be ended or joined: "mendesak Israel mengakhiri serangannya" asks for the end, the
attack itself is told as a fact. And what is answered or weighed was asked: "membahas usulan Nepal".
"""

from __future__ import annotations

from collections.abc import Sequence

from linimasa.extract.clauses import roles
from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.parties import resolved
from linimasa.model.mention import Mention
from linimasa.model.terms import Certainty, EventType, Modality, Polarity

#: What goes on until somebody ends it.
_LASTING = frozenset({EventType.ASSAULT, EventType.COERCE})
#: The noun's phrase, a preposition and the phrase after it.
_PHRASE = 3
#: The sides of a war, and so many elements lie between it and its verb at most.
_SIDES = 2
_FAR = 8


def mark_presupposed(candidates: Sequence[Candidate], arguments: Arguments) -> None:
    """Mark demands with an owner, and attacks and measures that a verb ends or joins, or is to."""
    closed = arguments.view.closed
    for noun in candidates:
        if noun.frame.governed and noun.lemma in closed.wide_events:
            _fought(noun, arguments)
        if noun.frame.type is EventType.REQUEST and _made(noun, arguments):
            noun.presupposed = True
            noun.modality = Modality.OCCURRED
        if not noun.noun or noun.frame.type not in _LASTING:
            continue
        if noun.lemma in closed.wide_events or _proposed(noun, arguments):
            continue
        if _end_of(noun, arguments):
            noun.presupposed = bool(noun.parties)
            noun.modality, noun.polarity = Modality.OCCURRED, Polarity.POSITIVE
        verb = -1 if noun.governor is None else noun.governor
        ended = verb >= 0 and arguments.view.head_word(verb) in closed.ending_verbs
        if not ended and not _joined(noun, candidates):
            continue
        owners = _owners(noun, arguments) or _asked(noun, candidates, arguments)
        if owners:
            noun.actors = owners
            noun.presupposed = True
            noun.modality, noun.polarity = Modality.OCCURRED, Polarity.POSITIVE
            noun.certainty = Certainty.CERTAIN
            noun.rule += ":presupposed"


def _fought(war: Candidate, arguments: Arguments) -> None:
    """Let a verb of fighting carry the war of two sides that it tells of ("saat perang X dan Y berkecamuk").

    The guide's rule 4: a war that is only named is background ("di tengah perang X–Y").
    """
    view = arguments.view
    sides = {m.code for m in war.parties if m.code}
    before = view.els[war.element - 1]
    if war.light is not None or len(sides) != _SIDES or before.word in view.closed.background_prepositions:
        return
    for verb in range(war.element + 1, min(war.element + _FAR, len(view.els))):
        if view.kinds[verb] is Kind.COMMA or view.kinds[verb] is Kind.STOP:
            return
        if view.kinds[verb] is Kind.VG:
            if view.head_word(verb) in view.closed.fighting_verbs:
                war.light = verb
                war.actors, war.recipients = war.parties, []
                war.rule += ":fought"
            return


def drop_ends(candidates: Sequence[Candidate]) -> None:
    """Mark the ending of another side's attack: no retreat ("AS dapat menghentikan serangan Israel")."""
    for noun in candidates:
        if not noun.presupposed:
            continue
        doers = {m.code for m in noun.actors}
        for verb in candidates:
            ends = not verb.noun and verb.element == noun.governor and verb.frame.type is EventType.RETREAT
            if ends and not doers & {m.code for m in verb.actors}:
                verb.dropped = verb.dropped or "result"


def _proposed(noun: Candidate, arguments: Arguments) -> bool:
    """Whether an operator before the noun makes a plan or a fear of it ("menghentikan rencana serangan")."""
    chunks = arguments.view.chunks
    triggers = arguments.view.els[noun.element].triggers
    return any(t.operator is not None for t in triggers if chunks[t.first].start == noun.start)


def _end_of(noun: Candidate, arguments: Arguments) -> bool:
    """Whether the noun's phrase is about its end ("penghentian total agresi militer")."""
    view = arguments.view
    el = view.els[noun.element]
    before = [c for c in view.chunks[el.first : el.last + 1] if c.end <= noun.start]
    at = noun.element - 1
    if not before and view.kinds[at] is Kind.PREP and view.kinds[at - 1] is Kind.NP:
        before = list(view.chunks[view.els[at - 1].first : view.els[at - 1].last + 1])  # "an end to …"
    return any(c.lower in view.closed.ending_nouns for c in before)


def _made(noun: Candidate, arguments: Arguments) -> bool:
    """Whether the noun is a demand or proposal of somebody that another verb is about."""
    if not noun.noun or noun.light is not None or noun.governor is None or _proposed(noun, arguments):
        return False
    return noun.polarity is Polarity.POSITIVE and bool(_owners(noun, arguments))


def _joined(noun: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether another side joins the attack ("bergabung dengan serangan Israel terhadap Iran")."""
    return any(
        not verb.noun and noun.lemma in verb.frame.object_heads and noun.element - verb.element in (1, 2)
        for verb in candidates
        if verb.frame.type is EventType.ASSAULT and verb.element != noun.light and noun.recipients
    )


def _owners(noun: Candidate, arguments: Arguments) -> list[Mention]:
    """Return whose act the noun's own words say it is ("serangan Israel", "agresinya", "agresi dari X")."""
    view = arguments.view
    ending = tuple(view.closed.possessive_endings)
    if ending and view.chunks[_last(noun, arguments)].lower.endswith(ending):
        return [m for m in noun.actors if resolved(m)]
    near = range(noun.element, noun.element + _PHRASE)
    own = {m.start for i in near if view.kinds[i] is Kind.NP for m in view.names(i)}
    if Kind.COMMA in view.kinds[noun.element : noun.element + _PHRASE]:
        own = {m.start for m in view.names(noun.element)}
    return [m for m in noun.actors if resolved(m) and m.start in own]


def _last(noun: Candidate, arguments: Arguments) -> int:
    """Return the chunk that ends the event noun."""
    chunks, el = arguments.view.chunks, arguments.view.els[noun.element]
    return next((k for k in range(el.first, el.last + 1) if chunks[k].end == noun.end), el.last)


def _asked(noun: Candidate, candidates: Sequence[Candidate], arguments: Arguments) -> list[Mention]:
    """Return who is asked to end what no owner is named of: whoever can end it by himself does it."""
    ends = [c for c in candidates if not c.noun and c.element == noun.governor]
    asked = [c for c in candidates if c.frame.type is EventType.REQUEST and c.element <= noun.element]
    if not ends or not asked or not any(resolved(m) for m in noun.recipients):
        return []
    mine = {m.code for m in noun.recipients}
    subject = arguments.subjects.of(ends[0].element).names
    return [m for m in subject if m.code and m.code not in mine and roles.is_party(m)]
