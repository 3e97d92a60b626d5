"""Denials that point back: "Hal itu dibantah X", "X membantah tuduhan itu" deny what was told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.discourse import Discourse
from linimasa.lexicon.forms.form import Voice
from linimasa.model.terms import EventType, Polarity

_DENY = "deny"
#: Nouns of these types name what was said: of "tuduhan itu" its content is denied.
_SAID = frozenset({EventType.ACCUSE, EventType.STATEMENT})


def denied(candidates: Sequence[Candidate], arguments: Arguments, discourse: Discourse) -> list[Candidate]:
    """Return, as contents of such denials, the acts that they deny.

    The denier's own last act is meant, else the last deed of the sentence before.
    """
    made: list[Candidate] = []
    for index, denial in enumerate(candidates):
        if denial.noun or denial.dropped or denial.frame.mode != _DENY:
            continue
        phrase = _phrase(denial, arguments)
        contents = [c for c in candidates if c.content_of == index]
        if phrase is None or any(c.frame.type not in _SAID or not c.noun for c in contents):
            continue
        act = discourse.last_deed(denial.actors)
        if act is None:
            continue
        for said in contents:
            said.content_of = None
        element, chunks = arguments.view.els[phrase], arguments.view.chunks
        made.append(
            replace(
                act,
                element=phrase,
                start=chunks[element.first].start,
                end=chunks[element.first].end,
                actors=list(act.actors),
                recipients=list(act.recipients),
                places=list(act.places),
                polarity=Polarity.POSITIVE,
                content_of=index,
                condition_of=None,
                in_condition=False,
                in_purpose=False,
                dropped="content",
                rule="denied",
            )
        )
    return made


def _phrase(denial: Candidate, arguments: Arguments) -> int | None:
    """Return the phrase of what is denied where it points back, else None."""
    view, at = arguments.view, denial.element
    passive = view.els[at].voice is Voice.PASSIVE
    phrase = arguments.subjects.of(at).np if passive else arguments.objects.phrase(at)
    if phrase is None or not view.els[phrase].demonstrative:
        return None
    frames = [s.frame for t in view.els[phrase].triggers for s in t.senses if s.frame is not None]
    told = (view.closed.matters | view.closed.claims) & set(view.words(phrase).split())
    return phrase if told or any(f.type in _SAID for f in frames) else None
