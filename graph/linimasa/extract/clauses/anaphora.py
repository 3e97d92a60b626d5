"""What earlier sentences lend to later ones: the parties of an event spoken of again."""

from __future__ import annotations

from collections.abc import Sequence

from linimasa.extract.clauses import roles
from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.discourse import REACH, Discourse, same_parties
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.parties import resolved
from linimasa.model.mention import Mention
from linimasa.model.terms import MUTUAL, ActorKind, EventType, Modality

#: A noun without "ini/itu/tersebut" refers back only this far.
_NEAR = 2


class Anaphora:
    """Resolves the event nouns of one sentence by what the document told before."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse

    def resolve(self, candidates: Sequence[Candidate], arguments: Arguments) -> None:
        """Fill parties that the sentence leaves out, from its own main clause or an earlier event."""
        for candidate in candidates:
            if candidate.noun:
                self._noun(candidate, candidates, arguments)
            else:
                self._unnamed_troops(candidate)
            if candidate.anaphoric:
                _name_here(candidate, arguments)

    def align(self, candidates: Sequence[Candidate]) -> None:
        """Let an event noun share the plan that an earlier mention of the same event told.

        A noun that took its parties from an earlier event but has a date of its own is the earlier event of
        that date, or none that is known.
        """
        for candidate in candidates:
            lent = candidate.noun and ":retelling" in candidate.rule  # its date may well be its own
            if candidate.anaphoric and candidate.time is not None and not lent:
                self._by_date(candidate)
            plain = candidate.noun and candidate.frame.type in MUTUAL and candidate.time is None
            if not plain or candidate.modality is not Modality.OCCURRED:
                continue
            for _, other in reversed(self.discourse.earlier):
                if other.frame.type is candidate.frame.type and same_parties(candidate, other):
                    if other.modality is Modality.PLANNED:
                        candidate.modality = Modality.PLANNED
                    break

    def _noun(self, candidate: Candidate, candidates: Sequence[Candidate], arguments: Arguments) -> None:
        """Fill the parties of an event noun."""
        if candidate.frame.mode == "visit" and candidate.actors and not candidate.recipients:
            self._visit_again(candidate)
        if candidate.frame.type in MUTUAL and candidate.recipients and not candidate.actors:
            self._from_main_clause(candidate, arguments)
        if all(m.pronoun and not m.antecedent and m.code is None for m in candidate.parties):
            candidate.actors, candidate.recipients = [], []
        known = any(resolved(m) for m in candidate.parties)
        mutual = candidate.frame.type in MUTUAL and not candidate.parties
        if mutual or (candidate.demonstrative and not known):
            self._from_earlier(candidate, candidates)
        alone = candidate.frame.type is EventType.CONSULT and not candidate.parties
        if alone and self._opens(candidate, arguments):
            self._from_main_clause(candidate, arguments)

    def _visit_again(self, candidate: Candidate) -> None:
        """Let a visit go where the same party's visits have all gone so far."""
        mine = {m.code for m in candidate.actors if m.code}
        goals = [
            v.recipients[0] for v in self.discourse.visits if mine & {m.code for m in v.actors if m.code}
        ]
        if len({m.code for m in goals}) == 1 and goals[0].code not in mine:
            candidate.recipients = goals[-1:]

    def _unnamed_troops(self, candidate: Candidate) -> None:
        """Troops that a passive leaves unnamed are those of the last sentence's move of the same kind."""
        if candidate.parties or candidate.frame.type not in (EventType.RETREAT, EventType.MOBILIZE):
            return
        for number, other in reversed(self.discourse.earlier):
            if (
                self.discourse.number - number <= 1
                and other.frame.type is candidate.frame.type
                and other.actors
            ):
                candidate.actors = list(other.actors)
                candidate.anaphoric = True
                candidate.rule += ":anaphora"
                return

    def _opens(self, candidate: Candidate, arguments: Arguments) -> bool:
        """Whether the noun stands in a phrase that opens the sentence ("Dalam pertemuan itu, …")."""
        return candidate.element <= 2 and arguments.view.governed(candidate.element)

    def _from_main_clause(self, candidate: Candidate, arguments: Arguments) -> None:
        quote = arguments.view.els[candidate.element].quote
        for i, el in enumerate(arguments.view.els):
            if el.kind is not Kind.VG or el.quote != quote:
                continue
            subject = arguments.subjects.of(i) or arguments.agent(i)
            codes = {m.code for m in candidate.recipients}
            names = [m for m in subject.names if m.code not in codes or m.code is None]
            if names:
                roles.add("actor", candidate, names)
                return

    def _from_earlier(self, candidate: Candidate, here: Sequence[Candidate]) -> None:
        pool = [c for n, c in self.discourse.earlier if self.discourse.number - n <= REACH]
        pool += [c for c in here if c.end <= candidate.start and c.parties]
        same = [c for c in pool if c.lemma == candidate.lemma]
        kin = same or [c for c in pool if c.frame.type is candidate.frame.type]
        if not kin:
            return
        kin = [c for c in kin if any(resolved(m) for m in c.parties)] or kin
        if candidate.frame.type is EventType.CONSULT and not same:
            held = [c for c in kin if c.modality is Modality.OCCURRED and _sides(c) > 1]
            kin = held or kin  # "seorang pejabat berbicara kepada pers" is no "percakapan itu"
        told = [c for c in kin if c.modality is not Modality.HYPOTHETICAL]
        source = (told or kin)[-1]
        near = [c for n, c in self.discourse.earlier if self.discourse.number - n <= _NEAR]
        named_alone = (
            candidate.frame.type is EventType.CONSULT
            and "multilateral" not in (candidate.frame.mode, source.frame.mode)
            and (source in near or source in here)
        )
        if not candidate.demonstrative and not named_alone:
            return
        candidate.actors = _named(source.actors)
        candidate.recipients = _named(source.recipients)
        candidate.anaphoric = True
        candidate.rule += ":anaphora"
        supposed = source.modality is Modality.HYPOTHETICAL  # who names it again takes it for a fact
        if candidate.modality.value == "occurred" and candidate.demonstrative and not supposed:
            candidate.modality = source.modality

    def _by_date(self, candidate: Candidate) -> None:
        day = _day(candidate)
        source = next(
            (
                c
                for c in reversed(self.discourse.dated)
                if _day(c) == day and c.frame.type is candidate.frame.type
            ),
            None,
        )
        if source is not None:
            candidate.actors, candidate.recipients = list(source.actors), list(source.recipients)
        elif not candidate.demonstrative and candidate.light is None:
            candidate.actors, candidate.recipients = [], []
            candidate.dropped = candidate.dropped or "no party"


def _named(mentions: Sequence[Mention]) -> list[Mention]:
    """Return the parties by name: for "keduanya" the two that it stands for."""
    return [
        one for m in mentions for one in ((m,) if m.code is not None or not m.antecedent else m.antecedent)
    ]


def _sides(event: Candidate) -> int:
    """Return how many states and bodies an event brings together."""
    return len({m.code for m in _named(event.parties) if m.code is not None})


def _name_here(candidate: Candidate, arguments: Arguments) -> None:
    """Name the persons of an earlier event by the words before the noun where the sentence names them."""
    view = arguments.view
    before = [m for i in range(candidate.element) for m in view.names(i) if m.kind is ActorKind.PERSON]
    here: dict[str | None, Mention] = {m.actor: m for m in before if m.actor and not m.pronoun}
    candidate.actors = [here.get(m.actor, m) for m in candidate.actors]
    candidate.recipients = [here.get(m.actor, m) for m in candidate.recipients]


def _day(candidate: Candidate) -> str | None:
    """Return the EDTF value of a candidate's date."""
    time = None if candidate.time is None else candidate.time.event_time()
    return None if time is None else time.value
