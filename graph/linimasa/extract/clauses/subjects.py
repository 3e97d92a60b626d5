"""Grammatical subjects of verb groups: before the verb, after it, or shared with another verb."""

from __future__ import annotations

from linimasa.extract.clauses import participles, places
from linimasa.extract.clauses.chains import Chains
from linimasa.extract.clauses.coordination import parallel_verb
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.found import NOBODY, Found
from linimasa.extract.clauses.inversions import Inversions
from linimasa.extract.clauses.objects import Objects
from linimasa.extract.clauses.view import View
from linimasa.lexicon.forms.form import Voice
from linimasa.model.mention import Mention

#: A subject is looked for through at most so many verbs that share it.
_DEPTH = 6
_PAUSES = frozenset({Kind.COMMA, Kind.DASH})
_WALLS = frozenset({Kind.COMMA, Kind.DASH, Kind.STOP, Kind.QOPEN, Kind.COLON})


class Subjects:
    """The subjects of one sentence; `of` is asked often, so its answers are kept."""

    def __init__(self, view: View, chains: Chains, inversions: Inversions, objects: Objects) -> None:
        self.view = view
        self.els = view.els
        self.kinds = view.kinds
        self.chains = chains
        self.inversions = inversions
        self.objects = objects
        self._known: dict[tuple[int, int], Found] = {}

    def of(self, i: int) -> Found:
        """Return the grammatical subject of the verb group `i`."""
        return self._of(i, 0)

    def of_clause_after(self, i: int) -> Found:
        """Return the subject of the clause that a linking word after element `i` opens ("agar X …")."""
        if not self.view.clause_opens(i):
            return NOBODY
        last = i + 2
        while self.kinds[last + 1] is Kind.COORD and self.kinds[last + 2] is Kind.NP:
            last += 2
        if self.kinds[i + 2] is not Kind.NP or self.kinds[last + 1] is not Kind.VG:
            return NOBODY
        names = tuple(m for k in range(i + 2, last + 1, 2) for m in self.view.names(k))
        return Found(self.chains.right(i + 2).names if last == i + 2 else names, i + 2, "clause")

    def _of(self, i: int, depth: int) -> Found:
        if depth > _DEPTH:
            return NOBODY
        found = self._known.get((i, depth))
        if found is None:
            found = self._known[i, depth] = self.inversions.of(i) or self._before(i, depth)
        return found

    def tells_of(self, verb: int) -> bool:
        """Whether a passive of saying has a subject, so that its agent follows: "X disebut PBB melukai …"."""
        view = self.view
        if (
            self.els[verb].voice is not Voice.PASSIVE
            or not view.speechlike(verb)
            or not view.closed.head_first
        ):
            return False
        return self.kinds[verb - 1] is Kind.NP and not view.governed(verb - 1)

    def _shared(self, verb: int, depth: int, how: str) -> Found:
        """The subject of another verb group, shared by the rule `how`."""
        found = self._of(verb, depth + 1)
        return Found(found.names, found.np, how)

    def _before(self, i: int, depth: int) -> Found:
        """Go left from the verb group until a phrase, a linking word or another verb decides."""
        els, kinds = self.els, self.kinds
        if els[i].pronoun_suffix and places.behind_list(self.view, i):
            return NOBODY  # who spoke last
        of_names: tuple[Mention, ...] = ()
        j = places.before_outlet(self.view, i - 1)
        while j >= 0:
            kind = kinds[j]
            if kind is Kind.QCLOSE and els[i].quote == 0:
                j = places.before_quote(self.view, j)
            elif kind is Kind.QOPEN:
                return Found(how="quote-start")
            elif kind is Kind.TIME or kind is Kind.REPORT:
                j -= 1
            elif kind is Kind.NP:
                j = places.before_country(self.view, j)
                if kinds[j - 1] is not Kind.PREP or participles.absolute(self.view, i, j):
                    return self._phrase(i, j, of_names, depth)
                if places.clause_about(self.view, i, j):
                    return self.chains.left(j)
                if places.of_somebody(self.view, els[j - 1].word) and not places.outside(self.view, j - 2):
                    of_names = self.view.names(j) or of_names
                j -= 2
            elif kind is Kind.PREP:
                if j == i - 1:
                    return self._owner_of_gerund(j) or self._controlled(i, j, depth)
                j -= 1
            elif kind in _PAUSES:
                decided = self._across_comma(i, j, depth)
                if decided is not None:
                    return decided
                j -= 1
            else:
                return self._from_linker(i, j, depth)
        main = None if depth else participles.main_verb(self.view, i)
        if main is None:
            return NOBODY
        found = self._of(main, _DEPTH)
        return Found(found.names, found.np, "fronted")

    def _phrase(self, i: int, j: int, of_names: tuple[Mention, ...], depth: int) -> Found:
        """The subject where the phrase `j` stands before the verb group."""
        first = j
        while self.kinds[first - 1] is Kind.COORD and self.kinds[first - 2] is Kind.NP:
            first -= 2
        if self.kinds[first - 1] is Kind.VG and self.kinds[i - 1] is not Kind.COMMA:
            before = first - 1
            if self.tells_of(before):
                return self._shared(before, depth, "serial")
            if self.kinds[before - 1] is Kind.REL and places.takes(self.view, before):
                # "Pasukan X yang menembaki Y mundur": Y belongs to the relative clause.
                return self._relative_head(before - 1)
            if places.journey(self.view, before):
                # "X mendatangi Y menemui Z": who goes there meets there.
                return self._shared(before, depth, "serial")
            if not self.view.names(j) and (self.els[i].voice is Voice.ING or places.bare(self.view, before)):
                return self._shared(before, depth, "serial")
        if not self.els[j].names:
            return Found(of_names, j, "of") if of_names else Found((), j, "nameless")
        apposed = places.apposition(self.view, j)
        return self.chains.left(j if apposed is None else apposed)

    def _across_comma(self, i: int, comma: int, depth: int) -> Found | None:
        """Decide a comma directly before the verb group: an aside's end, or a participial verb group."""
        kinds = self.kinds
        if any(kinds[k] is Kind.NP and not self.view.governed(k) for k in range(comma + 1, i)):
            return None
        k = comma - 1
        while k >= 0 and kinds[k] not in _WALLS:
            k -= 1
        head = k - 1
        aside = k > 0 and kinds[k] in _PAUSES and kinds[head] is Kind.NP
        if aside and places.examples(self.view, head, comma):
            return self._with_examples(head)
        if aside and kinds[k + 1] is Kind.COORD and Kind.VG in kinds[k:comma]:
            aside = False  # "X, Y, and Z agreed, citing …"
        if aside and places.heads(self.view, head):
            if self.els[head].names:
                return self.chains.left(head)
            if kinds[k + 1] is Kind.NP and kinds[k + 2] is Kind.REL:  # "Levada, lembaga yang …, menolak"
                return Found(self.view.names(k + 1), head, "direct" if self.els[k + 1].names else "nameless")
        previous = participles.clause_verb(self.view, comma)
        parted = None if previous is None else self._parted_by(previous)
        if parted is not None:
            return self.chains.left(parted) if self.els[parted].names else Found((), parted, "nameless")
        if (
            previous is not None
            and not places.fronted(self.view, previous, comma)
            and not participles.after_name(self.view, i, comma)
        ):
            return self._shared(previous, depth, "participial")
        return None

    def _with_examples(self, head: int) -> Found:
        """Those whom a phrase of no known party and its examples name ("supporters of X, including Y")."""
        heads = self.chains.left(head).names if self.els[head].names else ()
        at = head - 2 if self.view.governed(head) else head
        return Found((*heads, *self.chains.right(head + 3).names), at, "example")

    def _parted_by(self, verb: int) -> int | None:
        """Return the phrase that a speaker parts from its verb ("Serangan itu, kata X, melukai …")."""
        begins = self.kinds[verb - 1] is Kind.COMMA and Kind.VG not in self.kinds[:verb]
        speaker = self.inversions.of(verb).np == verb + 1 and self.view.closed.head_first
        if not (begins and speaker) or self.kinds[verb - 2] is not Kind.NP:
            return None
        return None if self.view.governed(verb - 2) else verb - 2

    def _from_linker(self, i: int, j: int, depth: int) -> Found:
        """The subject where a linking word or another verb group stands before the verb group."""
        match self.kinds[j]:
            case Kind.VG:
                # "diplomats whom X expelled arrived": the verb before belongs to the relative clause.
                relative = j - 2 if self.kinds[j - 1] is Kind.NP else j - 1
                if self.kinds[relative] is Kind.REL:
                    return self._relative_head(relative)
                return self._shared(j, depth, "serial")
            case Kind.REL:
                return self._relative_head(j)
            case Kind.COORD:
                previous = parallel_verb(self.view, i, j)
                if previous is None and self.kinds[i - 1] is Kind.TIME and places.opening(self.view, j - 1):
                    return self.chains.left(j - 1)  # "Tiongkok kalah dan pada 1842 menyetujui …"
                return NOBODY if previous is None else self._shared(previous, depth, "coordinated")
            case Kind.SUB | Kind.COMP:
                return self._controlled(i, j, depth)
        return NOBODY

    def _owner_of_gerund(self, j: int) -> Found:
        """Whose part a verb after "dalam" tells ("peran AS dalam menengahi …")."""
        closed, owner = self.view.closed, self.kinds[j - 1] is Kind.NP and self.kinds[j - 2] is not Kind.PREP
        if closed.head_first and owner and self.els[j].word in closed.inside_prepositions:
            return Found(self.view.names(j - 1), j - 1, "of")
        return NOBODY

    def _controlled(self, i: int, j: int, depth: int) -> Found:
        """The subject that a verb without one of its own takes from the clause it hangs on."""
        previous = self.view.previous_verb(j)
        if previous is not None:
            if self.view.complement(previous) == "content":
                target = self.objects.of(previous)
                if target:
                    return Found(target.names, target.np, "object-control")
            return self._shared(previous, depth, "control")
        if depth == 0 and Kind.COMMA in self.kinds[i:]:
            following = self.view.next_verb(i)
            if following is not None:
                found = self._of(following, _DEPTH)
                return Found(found.names, found.np, "fronted")
        return NOBODY

    def object_head(self, i: int) -> Found:
        """Return the head of a relative clause that has a subject of its own ("Y, which X attacked")."""
        if self.kinds[i - 1] is Kind.NP and self.kinds[i - 2] is Kind.REL:
            return self._relative_head(i - 2)
        return NOBODY

    def _relative_head(self, rel: int) -> Found:
        """Return the head that a relative clause is about."""
        kinds, view = self.kinds, self.view
        k = rel - 1
        while k >= 0 and (kinds[k] is Kind.COMMA or kinds[k] is Kind.TIME):
            k -= 1
        if places.agent_of_relative(self.view, k):
            return self._relative_head(k - 2)  # "kelompok yang didanai X yang …": both tell of the group
        plain = kinds[k] is Kind.VG or (kinds[k] is Kind.NP and not view.els[k].names)
        if plain and kinds[k - 1] is Kind.REL and view.closed.head_first:
            return self._relative_head(k - 1)  # "utusan yang tidak berpengalaman yang …"
        if kinds[k] is not Kind.NP:
            return Found(how="relative")
        if self.els[k].names:
            names = view.names(k) if view.governed(k) else self.chains.left(k).names
            return Found(names, k, "relative")
        done = bool(self.els[k].triggers) and self.els[rel + 1].voice is Voice.PASSIVE  # "serangan yang …"
        if view.governed(k) and kinds[k - 2] is Kind.NP and not done:
            return Found(view.names(k - 2), k - 2, "relative")
        return Found((), k, "relative")
