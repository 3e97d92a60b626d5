"""Prepositional phrases around a verb group or a noun phrase."""

from __future__ import annotations

from linimasa.extract.clauses.chains import Chains
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.found import Found, Oblique
from linimasa.extract.clauses.view import View
from linimasa.lexicon.forms.form import Voice

_BEFORE = frozenset({Kind.NP, Kind.PREP, Kind.TIME, Kind.COMMA})
_AFTER_COMMA = frozenset({Kind.PREP, Kind.TIME})
_AFTER_COORD = frozenset({Kind.NP, Kind.PREP})


class Obliques:
    """The prepositional phrases of one sentence."""

    def __init__(self, view: View, chains: Chains) -> None:
        self.view = view
        self.chains = chains
        self._after: dict[int, tuple[Oblique, ...]] = {}

    def after(self, i: int) -> tuple[Oblique, ...]:
        """Return the prepositional phrases that follow the element `i` up to the next clause."""
        found = self._after.get(i)
        if found is None:
            found = self._after[i] = tuple(self._following(i))
        return found

    def _following(self, i: int) -> list[Oblique]:
        els, kinds = self.view.els, self.view.kinds
        places = self.view.closed.place_prepositions
        found: list[Oblique] = []
        event_noun = False
        at = i + 1
        while at < len(els):
            if kinds[at] is Kind.PREP and kinds[at + 1] is Kind.NP:
                if event_noun and els[at].word not in places and not self._agent(i, at):
                    break  # the phrase belongs to the event noun before it
                event_noun = event_noun or bool(els[at + 1].triggers)
                found.append(
                    Oblique(els[at].word, self._participants(at + 1), at + 1, bool(els[at + 1].triggers))
                )
                at += 2
            elif self._passable(i, at):
                at += 1
            else:
                break
        return found

    def _agent(self, i: int, at: int) -> bool:
        """Whether behind a date the passive's agent follows ("destroyed during the war in 1632 by X")."""
        if self.view.kinds[at - 1] is not Kind.TIME or self.view.els[i].voice is not Voice.PASSIVE:
            return False
        return self.view.els[at].word in self.view.closed.agent_prepositions

    def _participants(self, at: int) -> Found:
        """Return whom the phrase `at` names, or whose part it is ("several regions of the Gaza Strip")."""
        found, kinds = self.chains.named(at), self.view.kinds
        between = self.view.els[at - 1].word in self.view.closed.between_prepositions
        if between and kinds[at + 1] is Kind.COORD and kinds[at + 2] is Kind.NP:
            # "between X and Y": both, though a verb follows
            both = {(m.start, m.end): m for m in (*found.names, *self.view.names(at + 2))}
            return Found(tuple(both.values()), at, found.how)
        if found or kinds[at + 1] is not Kind.PREP or kinds[at + 2] is not Kind.NP:
            return found
        part = not self.view.els[at].triggers and not self.view.els[at + 2].triggers
        if part and self.view.els[at + 1].word in self.view.closed.genitive_prepositions:
            return Found(self.chains.right(at + 2).names, at, "part")
        return found

    def _passable(self, i: int, at: int) -> bool:
        """Whether what stands at `at` may part the element `i` from a phrase of its own."""
        kinds = self.view.kinds
        match kinds[at]:
            case Kind.PREP | Kind.TIME:
                return True
            case Kind.NP:
                return kinds[i] is Kind.VG
            case Kind.COORD:
                return kinds[at + 1] in _AFTER_COORD
            case Kind.COMMA:
                if self._absolute(at + 1):
                    return False
                listed = kinds[at + 1] is Kind.NP and kinds[at + 2] is not Kind.VG
                return listed or kinds[at + 1] in _AFTER_COMMA
        return False

    def _absolute(self, at: int) -> bool:
        """Whether a participle with a subject of its own starts there ("with X accusing Y")."""
        kinds, els = self.view.kinds, self.view.els
        governed = kinds[at] is Kind.PREP and els[at].word in self.view.closed.with_prepositions
        if not governed or kinds[at + 1] is not Kind.NP or kinds[at + 2] is not Kind.VG:
            return False
        return els[at + 2].voice is Voice.ING

    def before(self, i: int) -> tuple[Oblique, ...]:
        """Return the prepositional phrases between the clause's start and the verb group."""
        els, kinds = self.view.els, self.view.kinds
        found: list[Oblique] = []
        at = i - 1
        while kinds[at] in _BEFORE:
            if kinds[at] is Kind.PREP and kinds[at + 1] is Kind.NP:
                names = self.view.names(at + 1)
                found.append(
                    Oblique(els[at].word, Found(names, at + 1, "before"), at + 1, bool(els[at + 1].triggers))
                )
            at -= 1
        found.reverse()
        return tuple(found)
