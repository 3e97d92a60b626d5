"""English phrases: owner and adjectives first, then the head words ("Israel's new Foreign Ministry")."""

from __future__ import annotations

from dataclasses import dataclass, field

from linimasa.extract.actors.find import Find, FindKind
from linimasa.extract.actors.lexicon import Term, TermClass
from linimasa.extract.actors.phrases import Phrases
from linimasa.extract.actors.scan import Hit
from linimasa.extract.actors.tokens import Gap
from linimasa.lexicon.names import NameKind, Reading

#: Heads whose place says whose they are ("rebels in Darfur"); of troops or officials it doesn't.
_LOCAL = frozenset({"CVL", "REB", "UAF", "COP", "OPP", "REF", "LAB", "CRM", "PRM", "LEG", "JUD", "SOC"})
_STARTS = (
    "quantifiers",
    "amounts",
    "ones",
    "numbers",
    "former",
    "acting",
    "deputies",
    "adjectives",
    "honorifics",
)
_MAX_WORDS = 9
_AFTER_NOUN = frozenset("and or who that has have is was will to in at on of from by".split())


@dataclass(slots=True)
class _Chain:
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


class EnglishPhrases(Phrases):
    """Finds the phrases of an English text."""

    __slots__ = ()

    def opens(self, i: int) -> bool:
        """Whether a small word or number can begin a phrase."""
        low, words = self.tokens.low[i], self.lexicon.words
        if low in self.lexicon.phrases or low[0].isdigit() or low == "the":
            return True
        return any(low in words[name] for name in _STARTS) or low in words["compass"]

    def at(self, i: int) -> list[Find]:
        """Return what begins at `i`: the longest of a noun phrase, a name, an anaphor and a place."""
        best: Find | None = self.anaphor(i)
        name = self.name(i)
        for found in (self.noun_phrase(i), self.place(i)):
            if found is not None and (best is None or found.last > best.last):
                best = found
        if name is not None and (best is None or name.last > best.last or self.only_name(best, name)):
            return [self._extended(self._body_of(name) or self._adjective(name))]
        if best is not None:
            best = self.tied(best, name)
            return [self._extended(best)] if best.kind is FindKind.PERSON else [best]
        run = self.capitals(i)
        return [self._extended(run)] if run is not None else []

    # ---- noun phrases -------------------------------------------------------------------------------

    def noun_phrase(self, i: int) -> Find | None:
        """Return the phrase that begins at `i`."""
        chain = self._core(i)
        if chain is None:
            return self._honorific(i)
        return self._finish(chain)

    def _core(self, i: int, depth: int = 0) -> _Chain | None:
        """Return modifiers, owner and head words from `i` on, with what "of" adds."""
        chain = _Chain(i, i, i)
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

    def _trailing(self, chain: _Chain) -> bool:
        """Cut adjectives that no head word followed; whether the phrase may go on with "of"."""
        chain.end = max(chain.owner_end, chain.end) if chain.end == chain.owner_end else chain.end
        return self.scan.follows(chain.end)

    def _modifiers(self, chain: _Chain) -> None:
        scan, k = self.scan, chain.first
        if self.tokens.low[k] == "the":
            chain.definite, k = True, k + 1
            chain.start = k
        while k < len(self.tokens) and (k == chain.first or scan.follows(k)):
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

    def _honorific(self, i: int) -> Find | None:
        """Return the person after "Mr", "Sheikh" …"""
        n = self.scan.count_in(i, "honorifics")
        if n == 0 or not self.scan.follows(i + n) or not self.scan.capital(i + n):
            return None
        return self.person(i, i + n, ())

    def _take_term(self, chain: _Chain) -> bool:
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

    def _take_owner(self, chain: _Chain) -> bool:
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

    def _take_small(self, chain: _Chain) -> bool:
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

    def _filler(self, chain: _Chain, k: int) -> int:
        """Return 1 for an unknown noun between a state and its people: "French paper workers"."""
        if (
            not chain.owner
            or chain.end != chain.owner_end
            or not self.scan.follows(k + 1)
            or self.scan.capital(k)
        ):
            return 0
        low, hit = self.tokens.low[k], self.scan.term_at(k + 1)
        if hit is None or hit[1].cls is not TermClass.ROLE or low.endswith(("s", "ed", "ing")):
            return 0
        small = any(
            low in self.lexicon.words[w] for w in ("stops", "oblique_prepositions", "conjunctions", "speech")
        )
        return 0 if small or len(low) < 3 else 1

    def _topics(self, chain: _Chain, k: int) -> int:
        """Return how many topic words stand before a title: "Planning and Investment Minister"."""
        n = 0
        while n < 5 and self.scan.follows(k + n) and self.scan.is_in(k + n, "topics"):
            n += 1
        title = self.scan.term_at(k + n) if n and self.scan.follows(k + n) else None
        return n if title is not None and title[1].cls is not TermClass.ROLE and not chain.heads else 0

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

    def _take_of(self, chain: _Chain, depth: int) -> None:
        """Take "of France", "for the Foreign Ministry of X", "to the United Nations"."""
        k = chain.end
        low = self.tokens.low[k]
        titled = chain.heads[-1].cls is TermClass.TITLE
        if self.tokens.owner[k - 1]:
            return
        if low in ("of", "for", "from") and self.scan.follows(k + 1):
            self._take_of_owner(chain, k + 1, depth, low)
        elif low in ("in", "at") and not chain.owner and chain.heads[-1].sector in _LOCAL:
            hit = self.scan.name_at(k + 1) if self.scan.follows(k + 1) else None
            if hit is not None and hit[1][0].kind is not NameKind.PERSON:
                chain.owner, chain.owner_span = hit[1], (k + 1, k + 1 + hit[0])
        k = chain.end
        if titled and self.scan.follows(k) and self.tokens.low[k] == "to" and self.scan.follows(k + 1):
            at = k + 1 + int(self.tokens.low[k + 1] == "the")
            hit = self.scan.party_at(at)
            if hit is not None:
                chain.end = at + hit[0]

    def _take_of_owner(self, chain: _Chain, k: int, depth: int, preposition: str) -> None:
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

    def _owned(self, chain: _Chain, at: int, hit: Hit) -> None:
        if hit[1][0].kind is NameKind.PERSON or (chain.owner and self.tokens.low[at - 1] != "the"):
            return
        if not chain.owner:
            chain.owner, chain.owner_span = hit[1], (at, at + hit[0])
        chain.end = at + hit[0]

    # ---- what a finished chain is -------------------------------------------------------------------

    def _finish(self, chain: _Chain) -> Find | None:
        head = chain.heads[-1]
        if head.cls is TermClass.VAGUE:
            return self._vague(chain)
        person = self._named_person(chain)
        if person is not None:
            return self._filled(person, chain)
        if not chain.owner and not self._may_stand_bare(chain, head):
            return None
        found = Find(FindKind.NOUN, chain.start, chain.end, chain.first, chain.end)
        return self._filled(found, chain)

    def _filled(self, found: Find, chain: _Chain) -> Find:
        terms = chain.terms
        found.head, found.terms = terms[0], terms
        found.owner, found.owner_person, found.owner_span = chain.owner, chain.owner_person, chain.owner_span
        found.former, found.acting, found.deputy = chain.former, chain.acting, chain.deputy
        found.sponsored, found.definite = chain.sponsored, chain.definite and not chain.owner
        found.count = chain.count or ("many" if terms[0].plural else "")
        return found

    def _named_person(self, chain: _Chain) -> Find | None:
        head, k = chain.heads[-1], chain.end
        titled = head.cls is TermClass.TITLE and not head.plural
        single = head.cls is TermClass.ROLE and head.unnamed and not head.plural and chain.count != "many"
        if not (titled or single) or (k < len(self.tokens) and self.tokens.owner[k - 1]):
            return None
        if self.scan.follows(k) and self.scan.capital(k):
            found = self.person(chain.first, k, chain.terms)
            return found if found is not None and (titled or self._sure(found)) else None
        if self.after_comma(k) and self.scan.capital(k):
            found = self.person(chain.first, k, chain.terms)
            return found if found is not None and self._sure(found) and self._closed(found.end) else None
        return None

    @staticmethod
    def _sure(found: Find) -> bool:
        return bool(found.readings) or found.end - found.start > 1

    def _closed(self, k: int) -> bool:
        """Whether the words end at `k`: a comma, a stop or the end follows."""
        return k >= len(self.tokens) or self.tokens.gap[k] is not Gap.JOIN

    def _may_stand_bare(self, chain: _Chain, head: Term) -> bool:
        """Whether a phrase without a state is a party: "protesters" are, "state" before a noun isn't."""
        if head.counted:
            return chain.count == "many"
        if self._named_body(chain, head):
            return True
        words = chain.end - chain.start
        if (
            not head.bare
            and not (chain.count == "many" and head.plural)
            and not (chain.count == "one" and words > 1)
        ):
            return False
        if head.cls is TermClass.TITLE:
            alone = self.tokens.gap[chain.first] is Gap.STOP and not self.scan.follows(chain.end)
            return alone or chain.definite or chain.count == "one" or head.plural or len(chain.terms) > 1
        if head.cls is TermClass.BODY:
            capital = self.scan.capital(chain.end - 1)
            return (
                (chain.definite or capital or head.slug in ("police",)) and head.slug != "government"
            ) or (chain.definite and len(chain.terms) == 1 and self._ends_noun(chain.end))
        return self._ends_noun(chain.end) or chain.count != ""

    def _named_body(self, chain: _Chain, head: Term) -> bool:
        """Whether the words are a body's own name: "Democratic Party"."""
        words = range(chain.start, chain.end)
        return head.cls is TermClass.BODY and len(words) > 1 and all(map(self.scan.capital, words))

    def _ends_noun(self, k: int) -> bool:
        """Whether the noun ends at `k`: no unknown noun makes it an adjective ("rebel stronghold")."""
        if not self.scan.follows(k) or self.tokens.low[k - 1].endswith("s"):
            return True
        return self.tokens.low[k] in _AFTER_NOUN

    def _vague(self, chain: _Chain) -> Find | None:
        """Return a group of many states: "Western allies", "U.S. and European partners"."""
        if not chain.heads[-1].plural and self.tokens.low[chain.end - 1] not in (
            "community",
            "countries",
            "dissidents",
        ):
            return None
        found = Find(FindKind.NOUN, chain.start, chain.end, chain.first, chain.end, head=chain.heads[-1])
        found.flags.append("vague")
        found.count = "many"
        return found

    def _body_of(self, name: Find) -> Find | None:
        """Return a body that is a state's by its name: "U.S. Cyber Command"."""
        land = bool(name.readings) and name.readings[0].kind in (NameKind.STATE, NameKind.DEMONYM)
        if not land or not self.scan.follows(name.end) or not self.scan.capital(name.end):
            return None
        end = self.scan.run_at(name.end)
        if end == name.end or self.tokens.low[end - 1] not in self.lexicon.words["body_words"]:
            return None
        return Find(FindKind.CAPITALS, name.start, end, name.first, end, owner=name.readings)

    # ---- names, places and appositions --------------------------------------------------------------

    def _adjective(self, found: Find) -> Find:
        """Mark a demonym as an adjective or as a people."""
        if not found.readings or found.readings[0].kind is not NameKind.DEMONYM:
            return found
        key = self.tokens.low[found.end - 1]
        single = self.scan.index.readings.get(
            " ".join((*self.tokens.low[found.start : found.end - 1], key[:-1]))
        )
        if key.endswith("s") and single is not None and any(r.kind is NameKind.DEMONYM for r in single):
            found.count = "many"
        else:
            found.adjective = True
        return found

    def place(self, i: int) -> Find | None:
        """Return a place by its words: "Evin Prison", "eastern Ukraine", "border with North Korea"."""
        if self.scan.is_in(i, "compass") and self.scan.follows(i + 1):
            hit = self.scan.name_at(i + 1)
            if hit is not None and hit[1][0].kind in (NameKind.STATE, NameKind.PLACE):
                return Find(FindKind.PLACE, i, i + 1 + hit[0], i, i + 1 + hit[0], readings=hit[1])
        n = self.scan.count_in(i, "place_heads")
        if n and self.scan.follows(i + n) and (self.scan.capital(i) or n > 1):
            hit = self.scan.name_at(i + n)
            if hit is not None and hit[1][0].kind is not NameKind.PERSON:
                return Find(FindKind.PLACE, i, i + n + hit[0], i, i + n + hit[0], readings=hit[1])
        return self._tailed(i)

    def _tailed(self, i: int) -> Find | None:
        if not self.scan.capital(i) or self.tokens.low[i] in self.lexicon.words["stops"]:
            return None
        hit = self.scan.name_at(i)
        if hit is not None and hit[1][0].kind is NameKind.DEMONYM:
            return None
        named = hit is not None and hit[1][0].kind in (NameKind.PLACE, NameKind.CAPITAL, NameKind.STATE)
        k = i + hit[0] if hit is not None and named else i + 1
        while self.scan.follows(k) and k - i < 5 and not self.tokens.owner[k - 1]:
            if n := self.scan.count_in(k, "place_tails"):
                readings = hit[1] if hit is not None and named else ()
                return Find(FindKind.PLACE, i, k + n, i, k + n, readings=readings)
            if not self.scan.capital(k) or self.scan.name_at(k) is not None:
                return None
            k += 1
        return None

    def _extended(self, found: Find) -> Find:
        """Take an apposition ("X, a spokesperson for Y") to a person's name."""
        person = found.kind in (FindKind.CAPITALS, FindKind.PERSON) or (
            bool(found.readings) and all(r.kind is NameKind.PERSON for r in found.readings)
        )
        if not person or found.terms or not self.after_comma(found.end) or self.tokens.owner[found.end - 1]:
            return found
        chain = self._core(found.end)
        if chain is None or chain.count == "many" or chain.heads[-1].cls is not TermClass.TITLE:
            return found
        if chain.heads[-1].plural or not self._closed(chain.end) or self._named_person(chain) is not None:
            return found
        made = Find(
            FindKind.PERSON, found.start, found.end, found.first, chain.end, readings=found.readings,
            name=(found.start, found.end), tail_at=chain.first,
        )  # fmt: skip
        return self._filled(made, chain)
