"""All that can be asked about the arguments of one sentence's verbs and nouns.

Every search takes an element's index and returns what it found, never a guess: an empty `Found` means that
the words don't say.
"""

from __future__ import annotations

from linimasa.extract.clauses.chains import Chains
from linimasa.extract.clauses.element import Kind, Sentence
from linimasa.extract.clauses.found import NOBODY, Found
from linimasa.extract.clauses.inversions import Inversions
from linimasa.extract.clauses.objects import Objects
from linimasa.extract.clauses.obliques import Obliques
from linimasa.extract.clauses.subjects import Subjects
from linimasa.extract.clauses.view import View
from linimasa.lexicon.closed import ClosedClass


class Arguments:
    """The searches of one sentence over one shared view, so that each keeps its answers for all steps."""

    def __init__(self, sentence: Sentence, closed: ClosedClass) -> None:
        self.sentence = sentence
        self.view = View(sentence, closed)
        self.chains = Chains(self.view)
        self.inversions = Inversions(self.view, self.chains)
        self.objects = Objects(self.view, self.chains)
        self.obliques = Obliques(self.view, self.chains)
        self.subjects = Subjects(self.view, self.chains, self.inversions, self.objects)

    def agent(self, i: int) -> Found:
        """Return the agent directly after a passive, without a preposition ("dipimpin AS")."""
        kinds, at = self.view.kinds, i + 1
        if kinds[at] is not Kind.NP:
            return NOBODY
        if kinds[at + 1] is Kind.VG and kinds[i - 1] is not Kind.REL and not self.subjects.tells_of(i):
            return NOBODY  # a verb after the phrase makes it that verb's subject, but in a relative clause
        prefixes = tuple(self.view.closed.bare_agent_prefixes)
        if self.view.head_word(i).startswith(prefixes) and self.view.name_headed(at):
            return self.chains.right(at)
        return NOBODY
