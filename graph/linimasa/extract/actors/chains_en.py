"""English noun phrases word by word: modifiers, owner, adjectives, head words, what "of" adds."""

from __future__ import annotations

from dataclasses import dataclass, field

from linimasa.extract.actors.lexicon import Term, TermClass
from linimasa.extract.actors.phrases import Phrases
from linimasa.extract.actors.scan import Hit
from linimasa.lexicon.names import NameKind, Reading

#: Heads whose place says whose they are ("rebels in Darfur"); of troops or officials it doesn't.
_LOCAL = frozenset(
    {"CVL", "REB", "UAF", "COP", "OPP", "REF", "LAB", "CRM", "PRM", "LEG", "JUD", "SOC", "EDU", "MED", "PTY"}
)
_MAX_WORDS = 9
#: Heads before which the name of a portfolio stands.
_PORTFOLIOS = frozenset("minister ministers ministry secretary department".split())


@dataclass(slots=True)
class Chain:
    """A noun phrase in the making; `heads` are the head words before "of", `rest` those after it."""

    first: int
    start: int
    end: int
    heads: list[Term] = field(default_factory=list)
    rest: list[Term] = field(default_factory=list)
    owner: tuple[Reading, ...] = ()
    owner_span: tuple[int, int] = (0, 0)
    owner_person: bool = False
    owner_end: int = 0
    sponsored: bool = False
    count: str = ""
    digits: bool = False
    former: bool = False
    acting: bool = False
    deputy: bool = False
    definite: bool = False
    honorific: bool = False

    @property
    def terms(self) -> tuple[Term, ...]:
        """Head first: the last of the words before "of" names the party."""
        return (*reversed(self.heads), *self.rest)


class EnglishChains(Phrases):
    """Builds English noun phrases from left to right."""

    __slots__ = ()

    def _core(self, i: int, depth: int = 0) -> Chain | None:
        """Return modifiers, owner and head words from `i` on, with what "of" adds."""
        chain = Chain(i, i, i)
        self._modifiers(chain)
        for _ in range(_MAX_WORDS):
            if chain.end > chain.first and not self.scan.follows(chain.end):
                break
            if not (self._take_term(chain) or self._take_owner(chain) or self._take_small(chain)):
                break
        if not chain.heads:
            return None
        if self._trailing(chain) and depth < 2:
            self._take_of(chain, depth)
        return chain

    def _trailing(self, chain: Chain) -> bool:
        """Cut adjectives that no head word followed; whether the phrase may go on with "of"."""
        chain.end = max(chain.owner_end, chain.end) if chain.end == chain.owner_end else chain.end
        return self.scan.follows(chain.end)

    def _modifiers(self, chain: Chain) -> None:
        scan, k = self.scan, chain.first
        if self.tokens.low[k] == "the":
            chain.definite, k = True, k + 1
            chain.start = k
        while k < len(self.tokens) and (k == chain.first or scan.follows(k)):
            low = self.tokens.low[k]
            if low not in self.openers and not low[0].isdigit():
                break
            if n := scan.count_in(k, "quantifiers"):
                chain.count = "many"
            elif n := scan.count_in(k, "amounts"):
                chain.count, chain.start = "many", k + n
            elif n := scan.count_in(k, "ones"):
                chain.count = "one"
                chain.start = k + n
            elif self.tokens.low[k][0].isdigit() or scan.is_in(k, "numbers"):
                n, chain.count, chain.digits = 1, "many", True
            else:
                break
            k += n
        chain.end = k

    def _take_term(self, chain: Chain) -> bool:
        k = chain.end
        hit = self.scan.term_at(k)
        if hit is None:
            return False
        n, term = hit
        name = self.scan.name_at(k)
        longer = name is not None and name[0] > n and name[1][0].kind is not NameKind.PERSON
        if longer or (chain.heads and term.cls is TermClass.VAGUE):
            return False
        if chain.heads and chain.heads[-1].plural and not self.scan.capital(k):
            return False
        chain.heads.append(term)
        chain.end = k + n
        return not self.tokens.owner[chain.end - 1] or not chain.heads

    def _take_owner(self, chain: Chain) -> bool:
        """Take the state, body or leader before the head words; a second one replaces no first."""
        k = chain.end
        if chain.heads or chain.owner:
            return False
        hit = self.scan.name_at(k)
        if hit is None:
            return False
        n, readings = hit
        kind = readings[0].kind
        if kind is NameKind.PERSON and not self._owned_by_person(k + n):
            return False
        if kind is NameKind.PLACE and not readings[0].strong:
            return False
        chain.owner, chain.owner_span, chain.owner_person = readings, (k, k + n), kind is NameKind.PERSON
        chain.end = chain.owner_end = k + n
        if self._second(chain.end):
            chain.sponsored = True  # "German-Russian citizen": of neither alone
            second = self.scan.name_at(chain.end)
            chain.end += second[0] if second is not None else 0
        elif (
            self.scan.is_in(chain.end, "sponsors")
            and self.scan.follows(chain.end)
            and self.tokens.hyphen[chain.end]
        ):
            chain.sponsored, chain.end = True, chain.end + 1
        return True

    def _second(self, k: int) -> bool:
        """Whether a second nationality follows with a hyphen."""
        hit = self.scan.name_at(k) if self.scan.follows(k) and self.tokens.hyphen[k] else None
        return hit is not None and hit[1][0].kind in (NameKind.STATE, NameKind.DEMONYM)

    def _owned_by_person(self, k: int) -> bool:
        """Whether a body or servant follows a leader's name: "Biden administration", "Trump's envoy"."""
        hit = self.scan.term_at(k) if self.scan.follows(k) else None
        if hit is None:
            return False
        own = hit[1].cls is TermClass.BODY or (hit[1].cls is TermClass.ROLE and hit[1].own)
        return own or (self.tokens.owner[k - 1] and hit[1].cls is not TermClass.VAGUE)

    def _take_small(self, chain: Chain) -> bool:
        """Take an adjective, "former" … where a head word is still to come."""
        scan, k = self.scan, chain.end
        if n := scan.count_in(k, "former"):
            chain.former = True
        elif n := scan.count_in(k, "acting"):
            chain.acting = True
        elif (n := scan.count_in(k, "deputies")) and scan.term_at(k + n) is not None:
            chain.deputy = True
        elif not (n := scan.count_in(k, "adjectives")):
            n = self._topics(chain, k) or self._filler(chain, k)
        if n == 0 or not self._head_within(k + n):
            return False
        chain.end = k + n
        return True

    def _filler(self, chain: Chain, k: int) -> int:
        """Return 1 for an unknown noun between a state and its people: "French paper workers"."""
        owned = chain.owner and chain.end == chain.owner_end
        counted = chain.count == "many" and not chain.owner and not chain.heads  # "500 garment workers"
        if not (owned or counted) or not self.scan.follows(k + 1) or self.scan.capital(k):
            return 0
        low, hit = self.tokens.low[k], self.scan.term_at(k + 1)
        if hit is None or hit[1].cls is not TermClass.ROLE or low.endswith(("s", "ed", "ing")):
            return 0
        small = any(
            low in self.lexicon.words[w] for w in ("stops", "oblique_prepositions", "conjunctions", "speech")
        )
        return 0 if small or len(low) < 3 else 1

    def _topics(self, chain: Chain, k: int) -> int:
        """Return how many topic words stand before a title: "Planning and Investment Minister"."""
        n = 0
        while n < 5 and self.scan.follows(k + n) and self.scan.is_in(k + n, "topics"):
            n += 1
        n = n or self._portfolio(chain, k)
        title = self.scan.term_at(k + n) if n and self.scan.follows(k + n) else None
        return n if title is not None and title[1].cls is not TermClass.ROLE and not chain.heads else 0

    def _portfolio(self, chain: Chain, k: int) -> int:
        """Return how many capitalised unknown words stand between a state and its minister or ministry."""
        n = 0
        while n < 4 and self.scan.follows(k + n) and self.scan.term_at(k + n) is None:
            word = self.scan.capital(k + n) and self.scan.name_at(k + n) is None
            if not (word or (n and self.tokens.low[k + n] == "and")):
                return 0
            n += 1
        hit = self.scan.term_at(k + n) if n and chain.owner and self.scan.follows(k + n) else None
        return n if hit is not None and self.tokens.low[k + n] in _PORTFOLIOS else 0

    def _head_within(self, k: int) -> bool:
        """Whether a head word comes within four words of `k`."""
        for j in range(k, k + 4):
            if not self.scan.follows(j):
                return False
            if self.scan.term_at(j) is not None:
                return True
            owner = self.scan.name_at(j) is not None
            if not owner and not any(
                self.scan.count_in(j, w) for w in ("adjectives", "former", "deputies", "topics", "acting")
            ):
                return False
        return False

    def _take_of(self, chain: Chain, depth: int) -> None:
        """Take "of France", "for the Foreign Ministry of X", "to the United Nations"."""
        k = chain.end
        low = self.tokens.low[k]
        titled = chain.heads[-1].cls is TermClass.TITLE
        if self.tokens.owner[k - 1]:
            return
        owned = self.scan.is_in(chain.first, "possessives") or (
            chain.first > 0 and self.scan.is_in(chain.first - 1, "possessives")
        )
        if low == "from" and owned:
            return  # "recalled its ambassador from X": the ambassador is the subject's
        if low in ("of", "for", "from") and self.scan.follows(k + 1):
            self._take_of_owner(chain, k + 1, depth, low)
        elif low in ("in", "at", "inside") and not chain.owner and chain.heads[-1].sector in _LOCAL:
            self._take_land(chain, k + 1)
        k = chain.end
        if titled and self.scan.follows(k) and self.tokens.low[k] == "to" and self.scan.follows(k + 1):
            at = k + 1 + int(self.tokens.low[k + 1] == "the")
            hit = self.scan.party_at(at)
            if hit is not None:
                chain.end = at + hit[0]

    def _take_land(self, chain: Chain, at: int) -> None:
        """Take the land where people live as theirs: "rebels in the southern Philippines"."""
        at += int(self.scan.follows(at) and self.tokens.low[at] == "the")
        at += self.scan.count_in(at, "compass") if self.scan.follows(at) else 0
        hit = self.scan.name_at(at) if self.scan.follows(at) else None
        if hit is not None and hit[1][0].kind is not NameKind.PERSON:
            chain.owner, chain.owner_span = hit[1], (at, at + hit[0])

    def _take_of_owner(self, chain: Chain, k: int, depth: int, preposition: str) -> None:
        inner = self._core(k, depth + 1)
        at = k + int(self.tokens.low[k] == "the")
        hit = self.scan.name_at(at) if self.scan.follows(at) or at == k else None
        if hit is not None and (inner is None or at + hit[0] >= inner.end):
            self._owned(chain, at, hit)
            return
        if inner is None or inner.heads[-1].cls is not TermClass.BODY:
            if inner is not None and preposition == "of" and chain.heads[-1].cls is TermClass.TITLE:
                chain.owner, chain.owner_span = chain.owner or inner.owner, inner.owner_span
                chain.end = inner.end if inner.owner else chain.end
            return
        chain.rest.extend(inner.terms)
        if not chain.owner:
            chain.owner, chain.owner_span = inner.owner, inner.owner_span
            chain.owner_person = inner.owner_person
        chain.end = inner.end

    def _owned(self, chain: Chain, at: int, hit: Hit) -> None:
        if hit[1][0].kind is NameKind.PERSON or (chain.owner and self.tokens.low[at - 1] != "the"):
            return
        if not chain.owner:
            chain.owner, chain.owner_span = hit[1], (at, at + hit[0])
        chain.end = at + hit[0]
