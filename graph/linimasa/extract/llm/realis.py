"""How real a proposed event is: the more careful of what the model says and what the sentence's words say."""

from __future__ import annotations

from collections.abc import Sequence

from linimasa.extract.clauses import modality
from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.modality import Realis
from linimasa.lexicon.closed import ClosedClass
from linimasa.lexicon.frame import Frame
from linimasa.model.terms import Certainty, Polarity, Status, status_of

#: From the least careful on.
_CARE = (Status.ACTUAL, Status.PLANNED, Status.HYPOTHETICAL, Status.NEGATED)
_SURE = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN)
#: So many words before a trigger are looked at where the parse has no verb group there.
_NEAR = 3


def careful(one: Realis, other: Realis) -> Realis:
    """Return the more careful of two; `one` where they are alike. Certainty is the lesser of both."""
    chosen = max((one, other), key=lambda realis: _CARE.index(status_of(realis.modality, realis.polarity)))
    return chosen._replace(certainty=max(one.certainty, other.certainty, key=_SURE.index))


def placed(
    arguments: Arguments, own: Sequence[Candidate], span: tuple[int, int], frame: Frame
) -> Candidate | None:
    """Return a candidate at a trigger's span with what the words beside it say; None outside the clause.

    `own` are the candidates of the clause grammar: one at the same place says where the trigger stands.
    """
    chunks, els = arguments.view.chunks, arguments.view.els
    at = next((i for i, c in enumerate(chunks) if c.start <= span[0] < c.end), None)
    if at is None or not els:
        return None
    element = next((i for i, el in enumerate(els) if el.first <= at <= el.last), None)
    if element is None:  # a word that the parse passes over: it belongs to what stands before it
        element = max((i for i, el in enumerate(els) if el.last < at), default=0)
    made = Candidate(element, span[0], span[1], frame, els[element].kind is not Kind.VG, "")
    same = next((c for c in own if c.start < span[1] and span[0] < c.end), None)
    if same is not None:
        made.element, made.noun, made.subject_how = same.element, same.noun, same.subject_how
        made.governor, made.light, made.repeated = same.governor, same.light, same.repeated
        found = Realis(same.modality, same.polarity, same.certainty)
    else:
        found = _beside(arguments, made, at)
    made.modality, made.polarity, made.certainty = found
    return made


def _beside(arguments: Arguments, made: Candidate, at: int) -> Realis:
    """Return what the verb group or the operator noun at a chunk says, else the words before it."""
    el = arguments.view.els[made.element]
    if el.kind is Kind.VG:
        return modality.of_verb(el, None)
    trigger = next((t for t in el.triggers if t.first <= at <= t.last), None)
    if trigger is not None:
        return modality.of_noun(trigger, made.frame)
    return _before(arguments.view.closed, [c.lower for c in arguments.view.chunks[max(0, at - _NEAR) : at]])


def _before(closed: ClosedClass, words: Sequence[str]) -> Realis:
    """Return what negators and auxiliaries directly before a trigger say."""
    known, negative = [], False
    for word in reversed(words):
        if word in closed.negators:
            negative = not negative
        elif word in closed.auxiliaries:
            known.append(closed.auxiliaries[word])
        elif word not in closed.adverbs:
            break
    polarity = Polarity.NEGATIVE if negative else Polarity.POSITIVE
    return Realis(modality.strongest(known), polarity, Certainty.CERTAIN)


__all__ = ["careful", "placed"]
