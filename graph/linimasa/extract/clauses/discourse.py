"""The memory of one document while its sentences are read in order."""

from __future__ import annotations

from collections.abc import Sequence

from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.parties import known_group
from linimasa.extract.clauses.report import Report
from linimasa.model.mention import Mention
from linimasa.model.terms import ActorKind, EventType
from linimasa.model.timex import Timex

#: Events are remembered for so many sentences.
REACH = 6
#: Events that set one party against another.
_HOSTILE = frozenset(
    {
        EventType.ACCUSE,
        EventType.ASSAULT,
        EventType.COERCE,
        EventType.REJECT,
        EventType.REQUEST,
        EventType.SANCTION,
        EventType.THREATEN,
    }
)
#: What is said, asked or judged; the rest are deeds.
_SPEECH = frozenset(
    {
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.REQUEST,
        EventType.STATEMENT,
        EventType.SUPPORT,
        EventType.THREATEN,
    }
)
_VOICES = frozenset({ActorKind.PERSON, ActorKind.UNNAMED})
_SPEAKERS = frozenset(
    {ActorKind.PERSON, ActorKind.UNNAMED, ActorKind.ORGANISATION, ActorKind.STATE, ActorKind.GROUP}
)


class Discourse:
    """What was told so far, and who spoke last.

    `political`: the text names a state or a body somewhere, so that its pronouns may mean one.
    """

    def __init__(self, *, political: bool = True) -> None:
        self.political = political
        self.speaker: tuple[Mention, ...] = ()
        self.said: Timex | None = None
        self.earlier: list[tuple[int, Candidate]] = []
        self.dated: list[Candidate] = []
        self.visits: list[Candidate] = []
        self.number = 0

    def date_of(self, candidate: Candidate) -> Timex | None:
        """Return the date of the last event of this type with these parties, None where none has one."""
        same = [
            c
            for c in self.dated
            if c.frame.type is candidate.frame.type and same_parties(candidate, c) and c.time is not None
        ]
        return same[-1].time if same else None

    def told(self, candidate: Candidate) -> bool:
        """Whether an event of this type with these parties was told in an earlier sentence."""
        return any(
            other.frame.type is candidate.frame.type and same_parties(candidate, other)
            for _, other in self.earlier
        )

    def last_act(self, speakers: Sequence[Mention], types: frozenset[EventType]) -> Candidate | None:
        """Return the last act of these types that the sentence before told of the speakers' side."""
        mine = {m.code for m in speakers if m.code}
        for number, event in reversed(self.earlier):
            near = self.number - number <= 1 and not event.noun
            if near and event.frame.type in types and mine & {m.code for m in event.actors}:
                return event
        return None

    def last_deed(self, deniers: Sequence[Mention]) -> Candidate | None:
        """Return the last act of the deniers' side that the sentence before told, else its last deed."""
        near = [c for n, c in self.earlier if self.number - n <= 1 and c.frame.type not in _SPEECH]
        mine = {m.code for m in deniers if m.code}
        own = [c for c in near if mine & {m.code for m in c.actors}]
        found = own or near
        return found[-1] if found else None

    def opponents(self, speakers: Sequence[Mention], here: Sequence[Candidate]) -> list[Mention]:
        """Return the party that a speaker's side last turned against, or that last turned against it.

        `here` are the sentence's own candidates before the one that asks.
        """
        mine = {m.code for m in speakers if m.code}
        for number, event in reversed([*self.earlier, *((self.number, c) for c in here)]):
            if self.number - number > REACH or event.frame.type not in _HOSTILE:
                continue
            for side, other in ((event.actors, event.recipients), (event.recipients, event.actors)):
                against = [m for m in other if (m.code or known_group(m)) and m.code not in mine]
                if against and mine & {m.code for m in side}:
                    return against[:1]
        return []

    def after(self, candidates: Sequence[Candidate], reports: Sequence[Report]) -> None:
        """Remember what the sentence told."""
        for candidate in candidates:
            if candidate.parties and candidate.dropped in ("", "content", "purpose", "overlap"):
                self.earlier.append((self.number, candidate))
                if candidate.frame.mode == "visit" and candidate.actors and candidate.recipients:
                    self.visits.append(candidate)
                if candidate.time is not None and not candidate.dropped:
                    self.dated.append(candidate)
        self.earlier = [(n, c) for n, c in self.earlier if self.number - n <= REACH]
        self._hear(reports)
        self.number += 1

    def _hear(self, reports: Sequence[Report]) -> None:
        """Remember who spoke last: the outermost speaker of the sentence, a person before a body."""
        spoken = [r for r in reports if r.how not in ("outlet", "continued") and r.sources]
        outer = [
            r
            for r in spoken
            if not any(o is not r and r.verb in o.scope for o in spoken if r.verb is not None)
        ]
        for kinds in (_VOICES, _SPEAKERS):
            heard = [m for r in outer for m in r.sources if m.kind in kinds]
            if heard:
                self.speaker = tuple(m for m in outer[-1].sources if m.kind in kinds) or (heard[-1],)
                self.said = outer[-1].time
                return


def same_parties(one: Candidate, other: Candidate) -> bool:
    """Whether the parties of one event are among the other's (by identity, else by code)."""
    mine = {m.actor or m.code or m.text for m in one.parties}
    theirs = {m.actor or m.code or m.text for m in other.parties}
    theirs |= {m.code for m in other.parties if m.code}
    return bool(mine) and mine <= theirs
