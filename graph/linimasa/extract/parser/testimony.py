"""What a parser says of the parties of the statements of one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from linimasa.extract.parser.arcs import Tree
from linimasa.extract.parser.masking import Word
from linimasa.extract.participants import expand
from linimasa.model.mention import Mention
from linimasa.model.statement import Participant, Statement
from linimasa.model.terms import ActorKind, Verdict

_Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Said:
    """The verdicts on the actors and the recipients of one statement, and the parties that were heard."""

    actors: Verdict
    recipients: Verdict
    doers: tuple[Mention, ...] = ()
    targets: tuple[Mention, ...] = ()


_NOTHING = Said(Verdict.SILENT, Verdict.SILENT)


@dataclass(frozen=True, slots=True)
class Grammar:
    """The words of the language that the edges alone don't tell: see `Tree.heard`."""

    agent_words: frozenset[str]
    relatives: frozenset[str]


class Hearing:
    """One passage (a sentence, or a quotation in it) with its tree and the mentions in it."""

    def __init__(
        self, words: Sequence[Word], tree: Tree, mentions: Iterable[Mention], grammar: Grammar
    ) -> None:
        self.words = words
        self.tree = tree
        self.grammar = grammar
        self.at: Mapping[int, int] = {
            offset: index
            for index, word in enumerate(words)
            if not word.masked
            for offset in range(word.start, word.end)
        }
        self.mentions = [m for m in mentions if m.kind is not ActorKind.PLACE]

    def holds(self, statement: Statement) -> bool:
        """Whether the statement's trigger is a word of this passage."""
        return statement.trigger.start in self.at

    def of(self, statement: Statement) -> Said:
        """Return what the tree says of a statement's parties."""
        at = self.at.get(statement.trigger.start)
        if at is None:
            return _NOTHING
        heard = self.tree.heard(at, self.grammar.agent_words, self.grammar.relatives)
        doers = self._parties(heard.doers)
        objects = self._parties(heard.objects)
        obliques = self._parties(heard.obliques)
        return Said(
            _verdict(statement.actors, doers, ()),
            _verdict(statement.recipients, objects, obliques),
            doers,
            objects,
        )

    def _parties(self, tops: Sequence[int]) -> tuple[Mention, ...]:
        spans = [(self.words[i].start, self.words[i].end) for top in tops for i in self.tree.phrase(top)]
        return tuple([m for m in self.mentions if any(m.start < e and s < m.end for s, e in spans)])


def _verdict(own: Sequence[Participant], heard: Sequence[Mention], beside: Sequence[Mention]) -> Verdict:
    """Compare parties with those heard; `beside` are those that agree but whose absence says nothing."""
    mine = {(p.start, p.end) for p in own}
    if mine & (_keys(heard) | _keys(beside)):
        return Verdict.AGREES
    if not heard:
        return Verdict.SILENT
    return Verdict.DIFFERS if mine else Verdict.ADDS


def _keys(mentions: Iterable[Mention]) -> set[_Key]:
    return {(m.start, m.end) for m in expand(mentions)}


__all__ = ["Grammar", "Hearing", "Said"]
