"""Passives that tell what somebody is called: an accusation where the name blames (guide, ACCUSE)."""

from __future__ import annotations

from linimasa.extract.clauses import modality, roles
from linimasa.extract.clauses.arguments import Arguments
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.parties import codes, known_group
from linimasa.extract.clauses.phrases import Phrases
from linimasa.lexicon.frame import Frame
from linimasa.model.mention import Mention
from linimasa.model.terms import Modality

#: What ends the name that somebody is given.
_ENDS = frozenset({Kind.COMMA, Kind.COORD, Kind.DASH, Kind.QCLOSE, Kind.STOP, Kind.SUB})


class Labels:
    """The passives of naming in one sentence ("yang dianggap ilegal oleh X")."""

    def __init__(self, arguments: Arguments, phrases: Phrases, frame: Frame) -> None:
        self.args = arguments
        self.view = arguments.view
        self.phrases = phrases
        self.frame = frame

    def of(self, i: int) -> Candidate | None:
        """Return the accusation that the verb group `i` tells, None where it names nobody so."""
        view, el = self.view, self.view.els[i]
        if view.head_word(i) not in view.closed.label_passives or not self._blames(i):
            return None
        agent = self._agent(i)
        named = [m for m in self._named(i) if (m.code or known_group(m)) and m.code not in codes(agent)]
        if not any(m.code for m in (*agent, *named)) or not (agent or self._plain(i)):
            return None
        start, end = view.chunks[el.head_first].start, view.chunks[el.head_last].end
        candidate = Candidate(i, start, end, self.frame, False, view.head_word(i))
        candidate.modality, candidate.polarity, candidate.certainty = modality.of_verb(el, self.frame)
        if candidate.modality is Modality.HYPOTHETICAL:
            return None  # "bisa dipandang sebagai …"
        roles.add("actor", candidate, agent)
        roles.add("recipient", candidate, named)
        candidate.rule = "verb:label:passive:" + ("agent" if agent else "nobody")
        return candidate

    def _agent(self, i: int) -> tuple[Mention, ...]:
        """Return who names it so, with or without "oleh"."""
        view, agent = self.view, self.args.agent(i).names
        for k in range(i + 1, len(view.els)):
            if agent or view.kinds[k] in _ENDS:
                break
            if view.kinds[k] is Kind.PREP and view.els[k].word in view.closed.agent_prepositions:
                return view.names(k + 1) if view.kinds[k + 1] is Kind.NP else ()
        return agent

    def _named(self, i: int) -> tuple[Mention, ...]:
        """Return the parties of what is named: of the subject, or of what a relative clause is about."""
        kinds = self.view.kinds
        at = i - 2 if kinds[i - 1] is Kind.REL else self.args.subjects.of(i).np
        return () if at is None or at < 0 or kinds[at] is not Kind.NP else self.view.names(at)

    def _plain(self, i: int) -> bool:
        """Whether a party itself is named so by nobody told ("PBB dianggap terlalu lambat")."""
        at = self.args.subjects.of(i).np
        return at is not None and at == i - 1 and self.view.name_headed(at)

    def _blames(self, i: int) -> bool:
        chunks, els = self.view.chunks, self.view.els
        for k in range(i + 1, len(els)):
            if els[k].kind in _ENDS:
                return False
            for at in range(els[k - 1].last + 1, els[k].last + 1):
                sizes = self.phrases.sizes(chunks, at)
                if sizes.blame or sizes.blaming_labels or sizes.reproaches:
                    return True
        return False
