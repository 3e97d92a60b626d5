"""What is asked of a parser: for each word its head and the label of the edge to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from linimasa.extract.parser.labels import Labels


class Arc(NamedTuple):
    """A word's head, by its position (its own for the root), and the label of the edge."""

    head: int
    label: str


class Parser(Protocol):
    """A dependency parser. An entry point `linimasa.parsers` gives one, or a spaCy pipeline, when called.

    `name` with its version stands in the records; `lang` is the language that it parses, None for all.
    """

    @property
    def name(self) -> str:
        """Name and version."""

    @property
    def lang(self) -> str | None:
        """Code of the language."""

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[tuple[Arc, ...]]:
        """Return an arc for each word of each sentence."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The words that a verb's edges lead to, by their positions: who does it and to whom.

    `obliques` are what prepositions bring; where a passive names no agent, `doers` is empty.
    """

    doers: tuple[int, ...] = ()
    objects: tuple[int, ...] = ()
    obliques: tuple[int, ...] = ()


class Tree:
    """A parsed sentence."""

    def __init__(self, words: Sequence[str], arcs: Sequence[Arc], labels: Labels) -> None:
        self.words = [word.lower() for word in words]
        self.arcs = arcs
        self.labels = labels
        self.children: list[list[int]] = [[] for _ in words]
        for index, arc in enumerate(arcs):
            if arc.head != index:
                self.children[arc.head].append(index)

    def heard(self, verb: int, agent_words: frozenset[str], relatives: frozenset[str]) -> Heard:
        """Return the arguments of the verb at a position.

        `agent_words` are prepositions that bring the agent of a passive, `relatives` the words that stand for
        the noun before a relative clause; both in lower case.
        """
        patients = self._of(verb, self.labels.passive_subject)
        agents = self._of(verb, self.labels.agent)
        obliques = self._of(verb, self.labels.oblique)
        agents += [at for at in obliques if self._case(at) & agent_words]
        rest = tuple(at for at in obliques if at not in agents)
        if patients or agents:
            return Heard(tuple(agents), self._antecedents(verb, patients, relatives), rest)
        subjects = self._subjects(verb, relatives)
        return Heard(subjects, tuple(self._of(verb, self.labels.object)), rest)

    def phrase(self, top: int) -> tuple[int, ...]:
        """Return a noun with the words that name its party: name, apposition, owner, co-ordinated nouns."""
        found, waiting = [], [top]
        while waiting:
            at = waiting.pop()
            found.append(at)
            waiting += self._of(at, self.labels.inside)
        return tuple(sorted(found))

    def _of(self, head: int, labels: frozenset[str]) -> list[int]:
        return [at for at in self.children[head] if self.arcs[at].label in labels]

    def _case(self, at: int) -> frozenset[str]:
        return frozenset([self.words[at], *(self.words[i] for i in self._of(at, self.labels.case))])

    def _subjects(self, verb: int, relatives: frozenset[str]) -> tuple[int, ...]:
        """Return the subject's words: the verb's own, else those of the verb or noun that it hangs on."""
        seen: set[int] = set()
        while verb not in seen:
            seen.add(verb)
            own = self._of(verb, self.labels.subject)
            if own:
                return self._antecedents(verb, own, relatives)
            label, head = self.arcs[verb].label, self.arcs[verb].head
            if label in self.labels.relative:
                return (head,)
            if label not in self.labels.sharing or self._of(head, self.labels.passive_subject):
                return ()
            verb = head
        return ()

    def _antecedents(self, verb: int, found: Sequence[int], relatives: frozenset[str]) -> tuple[int, ...]:
        """Return the words, a relative pronoun replaced by the noun that the clause hangs on."""
        hangs = self.arcs[verb].label in self.labels.relative
        return tuple(self.arcs[verb].head if hangs and self.words[at] in relatives else at for at in found)


__all__ = ["Arc", "Heard", "Parser", "Tree"]
