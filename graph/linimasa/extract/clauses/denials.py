"""What denials deny: an act of their own sentence, or one told before ("Hal itu dibantah X")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from linimasa.extract.clauses.anaphora import Discourse
from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.lexicon.forms.form import Voice
from linimasa.model.terms import EventType, Modality, Polarity

_DENY = "deny"
#: The rule of an act that a denial points back to.
_POINTED = "denied"
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
                rule=_POINTED,
            )
        )
    return made


def tell_denied(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the acts that a denial of the same sentence tells of, each as a negated event of its own.

    The annotation guide's texts have them beside the REJECT: "X membantah (bahwa) Y menyerang Z" tells that
    Y didn't attack Z, according to X.
    """
    return [
        replace(
            act,
            actors=list(act.actors),
            recipients=list(act.recipients),
            places=list(act.places),
            polarity=Polarity.NEGATIVE,
            content_of=None,
            dropped="",
        )
        for act in candidates
        if act.content_of is not None
        and act.dropped == "content"
        and act.rule != _POINTED
        and act.frame.type not in (EventType.REJECT, EventType.STATEMENT)
        and act.modality is Modality.OCCURRED
        and _denies(candidates[act.content_of])
    ]


def _denies(candidate: Candidate) -> bool:
    """Whether a candidate is a denial that was made."""
    made = candidate.polarity is Polarity.POSITIVE and candidate.modality is Modality.OCCURRED
    return candidate.frame.mode == _DENY and not candidate.dropped and made


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
