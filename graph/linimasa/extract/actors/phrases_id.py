"""Indonesian phrases: head first, then adjectives and owner, then the name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from linimasa.extract.actors.find import Find, FindKind
from linimasa.extract.actors.lexicon import Term, TermClass
from linimasa.extract.actors.phrases import Phrases
from linimasa.extract.actors.scan import Hit
from linimasa.lexicon.names import NameKind, Reading

_ROMAN = re.compile(r"[IVX]{1,5}$|\d{1,3}$")
#: Bodies whose own name follows the head word: "Partai Golkar", "Kementerian Agama".
_NAMED_BODIES = frozenset({"party", "ministry", "agency", "court"})
#: Titles that a person owns rather than bears: "utusan Trump".
_SERVANTS = frozenset({"special-envoy", "adviser", "security-council"})
#: Heads between which and the owner a word unknown to the lexicon may stand: "kepala operasi lapangan PBB".
_WIDE = frozenset(
    "minister head adviser special-envoy commander agency officials spokesperson experts ministry high-commissioner"
    " deputy-secretary-general".split()
)
_FILLERS = 2
_STARTS = (
    "quantifiers",
    "ones",
    "numbers",
    "former",
    "acting",
    "deputies",
    "honorifics",
    "place_heads",
    "amounts",
)


@dataclass(slots=True)
class _Chain:
    """A noun phrase in the making; `end` is the end of the naming words, `last` that of the whole."""

    first: int
    start: int
    end: int
    last: int = 0
    terms: list[Term] = field(default_factory=list)
    owner: tuple[Reading, ...] = ()
    owner_span: tuple[int, int] = (0, 0)
    owner_person: bool = False
    closed: bool = False
    count: str = ""
    digits: bool = False
    former: bool = False
    acting: bool = False
    deputy: bool = False
    definite: bool = False
    sponsored: bool = False
    possessed: bool = False
    honorific: bool = False
    vague: bool = False


class IndonesianPhrases(Phrases):
    """Finds the phrases of an Indonesian text."""

    __slots__ = ()

    def opens(self, i: int) -> bool:
        """Whether a small word or number can begin a phrase."""
        low, words, phrases = self.tokens.low[i], self.lexicon.words, self.lexicon.phrases
        if low.endswith("nya") and low[:-3] in self.lexicon.longest:
            return True
        return low in phrases or low[0].isdigit() or any(low in words[name] for name in _STARTS)

    def at(self, i: int) -> list[Find]:
        """Return what begins at `i`: the longest of a noun phrase, a name, an anaphor and a place."""
        name = self.name(i)
        best: Find | None = self.anaphor(i)
        for found in (self.noun_phrase(i), self.place(i)):
            if found is not None and (best is None or found.last > best.last):
                best = found
        if name is not None and (best is None or name.last > best.last or self.only_name(best, name)):
            return [self._extended(name)]
        if best is not None:
            best = self.tied(best, name)
            return [best]
        run = self.capitals(i)
        return [self._extended(run)] if run is not None else []

    # ---- noun phrases -------------------------------------------------------------------------------

    def noun_phrase(self, i: int) -> Find | None:
        """Return the phrase whose head word or modifier stands at `i`."""
        chain = _Chain(i, i, i)
        if self.tokens.low[i] == "negeri" and i > 0 and self.tokens.low[i - 1] in ("luar", "dalam"):
            return None
        self._premodifiers(chain)
        if self.scan.term_at(chain.end) is None:
            return self._honorific(chain)
        if chain.end > chain.first and not self.scan.follows(chain.end):
            return None
        self._links_of(chain)
        chain.last = max(chain.last, chain.end)
        return self._finish(chain)

    def _premodifiers(self, chain: _Chain) -> None:
        scan, k = self.scan, chain.first
        while k < len(self.tokens) and (k == chain.first or scan.follows(k)):
            if n := scan.count_in(k, "amounts"):
                chain.count, chain.start = "many", k + n
            elif n := scan.count_in(k, "quantifiers"):
                chain.count = "many"
            elif n := scan.count_in(k, "ones"):
                chain.count = "one"
                chain.definite |= self.tokens.low[k] in ("sang", "si")
            elif self.tokens.low[k][0].isdigit() or scan.is_in(k, "numbers"):
                n, chain.count, chain.digits = 1, "many", True
            elif n := scan.count_in(k, "former"):
                chain.former = True
            elif (n := scan.count_in(k, "acting")) and self._term_after(k + n):
                chain.acting = True
            elif self._deputy(k):
                n, chain.deputy = 1, True
            elif (n := scan.count_in(k, "honorifics")) and scan.term_at(k) is None:
                chain.honorific = True
            else:
                break
            k += n
        chain.start = max(chain.start, chain.first)
        chain.end = k

    def _term_after(self, k: int) -> bool:
        return self.scan.follows(k) and (self.scan.term_at(k) is not None or self._deputy(k))

    def _deputy(self, k: int) -> bool:
        hit = self.scan.term_at(k)
        single = hit is None or hit[0] == 1
        return (
            single
            and self.scan.is_in(k, "deputies")
            and self.scan.follows(k + 1)
            and bool(self.scan.term_at(k + 1))
        )

    def _honorific(self, chain: _Chain) -> Find | None:
        """Return the person after "Ibu", "Pak", "mantan" …: an honorific needs a name."""
        k = chain.end
        if k == chain.first or not (chain.honorific or chain.former) or not self.scan.follows(k):
            return None
        found = self.person(chain.first, k, ()) if self.scan.capital(k) else None
        if found is not None:
            found.former = chain.former
        return found

    def _links_of(self, chain: _Chain) -> None:
        """Take head words, adjectives and the owner from `chain.end` on."""
        while True:
            k = chain.end
            if chain.terms and not self.scan.follows(k):
                return
            if not (
                self._take_sponsor(chain, k)
                or self._take_term(chain, k)
                or self._take_owner(chain, k)
                or self._take_small(chain, k)
            ):
                return

    def _take_sponsor(self, chain: _Chain, k: int) -> bool:
        """Take "pimpinan Rusia", "yang didukung Iran": a backer isn't whose the group is."""
        n = self.scan.count_in(k, "sponsors") if chain.terms and not chain.closed else 0
        if n and self.scan.follows(k + n) and self._take_linked(chain, k + n):
            chain.sponsored = True
            return True
        return False

    def _take_term(self, chain: _Chain, k: int) -> bool:
        hit = self.scan.term_at(k)
        if hit is None:
            return False
        n, term = hit
        party = self.scan.party_at(k)
        if chain.terms and party is not None and party[0] >= n and any(r.strong for r in party[1]):
            return False
        if chain.closed and not (term.cls is TermClass.TITLE and self.scan.capital(k) and self._bears(chain)):
            return False
        if chain.terms and term.cls is TermClass.VAGUE:
            return False
        chain.terms.append(term)
        chain.end = k + n
        last = self.tokens.low[chain.end - 1]
        chain.possessed |= last.endswith("nya") and last not in self.lexicon.terms
        if term.country is not None:
            chain.closed = True
        return True

    @staticmethod
    def _bears(chain: _Chain) -> bool:
        return any(t.cls is TermClass.TITLE for t in chain.terms)

    def _take_owner(self, chain: _Chain, k: int) -> bool:
        if not chain.terms or (chain.closed and not chain.terms[-1].embassy):
            return False
        hit = self._owner_at(chain, k)
        if hit is None:
            return False
        n, readings = hit
        chain.end = k + n
        if chain.terms[-1].country is not None:  # KBRI Teheran: the name says where, not whose
            return True
        if chain.owner and any(r.kind is NameKind.ORGANISATION for r in chain.owner):
            chain.closed = True
            return True
        chain.owner, chain.owner_span = readings, (k, k + n)
        chain.owner_person = readings[0].kind is NameKind.PERSON
        chain.closed = readings[0].kind is not NameKind.ORGANISATION
        return True

    def _owner_at(self, chain: _Chain, k: int) -> Hit | None:
        party = self.scan.party_at(k)
        if party is not None:
            return None if chain.owner and party[1][0].kind is not NameKind.STATE else party
        hit = self.scan.name_at(k)
        if hit is None or chain.owner:
            return None
        head = chain.terms[-1]
        if hit[1][0].kind is NameKind.PERSON:
            owns = head.cls is TermClass.BODY or head.slug in _SERVANTS
            return hit if owns and not (hit[0] > 1 and self._bears(chain)) else None
        if head.cls is TermClass.BODY:
            return hit
        return hit if hit[1][0].kind is NameKind.PLACE and self._strong(hit) else None

    @staticmethod
    def _strong(hit: Hit) -> bool:
        return any(r.strong for r in hit[1])

    def _take_small(self, chain: _Chain, k: int) -> bool:
        if not chain.terms:
            return False
        scan, low = self.scan, self.tokens.low[k]
        if n := scan.count_in(k, "late_adjectives" if chain.closed else "adjectives"):
            chain.end = k + n
            return True
        if chain.closed:
            return self._take_place(chain, k)
        if low in self.lexicon.words["topics"] or _ROMAN.match(self.tokens.word[k]):
            chain.end = k + 1
            return True
        if scan.is_in(k, "conjunctions") and chain.terms[-1].cls is not TermClass.ROLE:
            topic = (
                scan.is_in(k + 1, "topics")
                and scan.follows(k + 1)
                and self.tokens.low[k - 1] in self.lexicon.words["topics"]
            )
            chain.end = k + 2 if topic else k
            return topic
        if (n := scan.count_in(k, "links")) and scan.follows(k + n):
            return self._take_linked(chain, k + n)
        return self._take_named(chain, k) or self._take_place(chain, k) or self._take_fillers(chain, k)

    def _take_linked(self, chain: _Chain, k: int) -> bool:
        """Take "pimpinan Rusia", "dari Korut", "asal Prancis"."""
        party = self.scan.party_at(k)
        term = self.scan.term_at(k)
        if party is None and term is not None and term[1].cls is TermClass.VAGUE:
            chain.vague, chain.end = True, k + term[0]
            return True
        if party is None or chain.owner or chain.terms[-1].cls is TermClass.BODY:
            return False
        chain.owner, chain.owner_span, chain.closed = party[1], (k, k + party[0]), True
        chain.end = k + party[0]
        return True

    def _take_named(self, chain: _Chain, k: int) -> bool:
        """Take the own name of a party, ministry or agency."""
        named = (
            chain.terms[-1].slug in _NAMED_BODIES
            and self.scan.capital(k)
            and self.scan.capital(chain.end - 1)
        )
        if not named or self.scan.person_at(k) is not None or self.scan.is_in(k, "stops"):
            return False
        chain.end = k + 1
        return True

    def _take_fillers(self, chain: _Chain, k: int) -> bool:
        """Take up to two unknown small words that stand between a head word and its owner."""
        if not any(t.slug in _WIDE for t in chain.terms) or chain.owner:
            return False
        lists = ("oblique_prepositions", "conjunctions", "stops", "glue")
        for end in range(k + 1, k + 1 + _FILLERS):
            word = self.tokens.low[end - 1]
            small = any(word in self.lexicon.words[name] for name in lists)
            if small or self.scan.person_at(end - 1) or word.startswith(("me", "di", "ber", "ter")):
                return False
            if not self.scan.follows(end):
                return False
            party = self.scan.party_at(end)
            if party is not None and self._strong(party):
                chain.end = end
                return True
        return False

    def _take_place(self, chain: _Chain, k: int) -> bool:
        """Take the place of an embassy ("di Teheran") or the target of an envoy ("untuk PBB")."""
        head = chain.terms[-1]
        target = self.scan.is_in(k, "senders") and self._bears(chain)
        seat = self.scan.is_in(k, "seats") and (head.embassy or head.slug == "number-one")
        if not (target or seat) or not self.scan.follows(k + 1):
            return False
        hit = self.scan.name_at(k + 1)
        if hit is None:
            return target and self._take_topics(chain, k + 1)
        chain.end = k + 1 + hit[0]
        if seat and not chain.owner and head.slug == "number-one":
            chain.owner, chain.owner_span = hit[1], (k + 1, chain.end)
        chain.closed = True
        return True

    def _take_topics(self, chain: _Chain, k: int) -> bool:
        end = k
        while self.scan.follows(end) and (
            self.scan.is_in(end, "topics") or self.scan.is_in(end, "adjectives")
        ):
            end += 1
        if end > k:
            chain.end = end
        return end > k

    # ---- what a finished chain is -------------------------------------------------------------------

    def _finish(self, chain: _Chain) -> Find | None:
        head = chain.terms[0]
        if head.cls is TermClass.VAGUE or chain.vague or self._counted_states(chain):
            return self._vague(chain)
        person = self._named_person(chain)
        if person is not None:
            return self._filled(person, chain)
        if self.scan.follows(chain.end) and self.tokens.low[chain.end] in ("itu", "tersebut", "ini"):
            chain.definite, chain.last = True, chain.end + 1
        if not chain.owner and not self._may_stand_bare(chain):
            return None
        found = Find(FindKind.NOUN, chain.start, chain.end, chain.first, max(chain.last, chain.end))
        return self._filled(found, chain)

    @staticmethod
    def _counted_states(chain: _Chain) -> bool:
        return chain.count == "many" and chain.terms[0].slug == "land" and not chain.owner

    def _filled(self, found: Find, chain: _Chain) -> Find:
        found.head, found.terms = chain.terms[0], tuple(chain.terms)
        found.owner, found.owner_person, found.owner_span = chain.owner, chain.owner_person, chain.owner_span
        found.count, found.former, found.acting = chain.count, chain.former, chain.acting
        found.possessed = chain.possessed
        found.deputy, found.definite, found.sponsored = chain.deputy, chain.definite, chain.sponsored
        return found

    def _named_person(self, chain: _Chain) -> Find | None:
        k, terms = chain.end, tuple(chain.terms)
        titled = self._bears(chain)
        if chain.owner_person or not (titled or self._single_role(chain)):
            return None
        if self.tokens_at(k) and self.scan.follows(k) and self.scan.capital(k):
            found = self.person(chain.first, k, terms)
            return found if found is not None and (titled or self._sure(found)) else None
        k = self._past_seat(k)
        if self.after_comma(k):
            k += int(self.tokens.low[k] in ("yakni", "yaitu"))
            found = self.person(chain.first, k, terms) if self.scan.capital(k) else None
            return found if found is not None and self._sure(found) else None
        return None

    def _past_seat(self, k: int) -> int:
        """Return the token after "di wilayah Palestina" where a comma follows it, else `k`."""
        if not (self.scan.follows(k) and self.scan.is_in(k, "seats") and self.scan.follows(k + 1)):
            return k
        at = k + 1 + self.scan.count_in(k + 1, "place_heads")
        hit = self.scan.name_at(at) if self.scan.follows(at) else None
        return at + hit[0] if hit is not None and self.after_comma(at + hit[0]) else k

    def tokens_at(self, k: int) -> bool:
        """Whether there is a word at `k`."""
        return k < len(self.tokens)

    @staticmethod
    def _single_role(chain: _Chain) -> bool:
        head = chain.terms[0]
        return (
            head.cls is TermClass.ROLE
            and (head.unnamed or head.slug == "protesters")
            and chain.count != "many"
        )

    @staticmethod
    def _sure(found: Find) -> bool:
        return bool(found.readings) or found.end - found.start > 1

    def _may_stand_bare(self, chain: _Chain) -> bool:
        """Whether a phrase without state or name is a party: "tentara" is, "nasional" after a noun isn't."""
        head, k = chain.terms[0], chain.first
        if head.counted:
            return chain.digits
        if not head.bare and not chain.count:
            return False
        adjectival = (
            self.tokens.low[chain.end - 1] in self.lexicon.words["adjectives"] and len(chain.terms) == 1
        )
        if adjectival and chain.end - chain.start == 1 and k > 0 and self.scan.follows(k):
            before = self.tokens.low[k - 1]
            small = self.lexicon.words["oblique_prepositions"] | self.lexicon.words["conjunctions"]
            return before in small or before.startswith(("me", "di")) or before in ("bahwa", "yang", "agar")
        return True

    def _vague(self, chain: _Chain) -> Find:
        """Return a group of many states: "sekutu AS dan Eropa", "128 negara anggota PBB"."""
        scan, k = self.scan, chain.end
        while scan.follows(k):
            step = scan.count_in(k, "conjunctions") or int(self.tokens.low[k] in ("di", "kami", "mereka"))
            if step and not scan.follows(k + step):
                break
            hit = scan.name_at(k + step)
            term = scan.term_at(k + step)
            if hit is not None:
                k += step + hit[0]
            elif scan.capital(k + step):
                k += step + 1
            elif term is not None and term[1].cls is TermClass.VAGUE:
                k += step + term[0]
            elif step and self.tokens.low[k] in ("kami", "mereka"):
                k += step
            else:
                break
        found = Find(FindKind.NOUN, chain.start, k, chain.first, k, head=chain.terms[0])
        found.flags.append("vague")
        found.count = "many"
        return found

    # ---- places and appositions ---------------------------------------------------------------------

    def place(self, i: int) -> Find | None:
        """Return a place named by its kind: "Istana Haram Sarai", "perbatasan Ukraina"."""
        n = self.scan.count_in(i, "place_heads")
        k = i + n
        if n == 0 or not self.scan.follows(k):
            return None
        if self.tokens.low[k] in ("internasional", "presiden", "kepresidenan"):
            k += 1
        hit = self.scan.name_at(k) if self.scan.follows(k) else None
        if hit is not None and hit[1][0].kind is not NameKind.PERSON:
            end = k + hit[0]
            if self.tokens.low[i] == "markas" and self.scan.follows(end) and self.tokens.low[end] == "di":
                city = self.scan.name_at(end + 1)
                end += 1 + city[0] if city is not None else 0
            return Find(FindKind.PLACE, i, end, i, end, readings=hit[1])
        if not (self.scan.capital(i) and self.scan.capital(k) and self.scan.follows(k)):
            return None
        end = self.scan.run_at(k)
        return Find(FindKind.PLACE, i, end, i, end) if end > k else None

    def _extended(self, found: Find) -> Find:
        """Take a compass word ("Ukraina timur") or an apposition ("X, juru bicara Y") to a name."""
        if (
            found.kind is FindKind.NAME
            and self.scan.follows(found.end)
            and self.scan.is_in(found.end, "compass")
        ):
            land = any(r.kind in (NameKind.STATE, NameKind.PLACE) for r in found.readings)
            if land:
                end = found.end + 1
                return Find(FindKind.PLACE, found.start, end, found.start, end, readings=found.readings)
        person = found.kind is FindKind.CAPITALS or any(r.kind is NameKind.PERSON for r in found.readings)
        return self._apposed(found) if person and self.after_comma(found.end) else found

    def _apposed(self, found: Find) -> Find:
        known = bool(found.readings)
        single = found.end - found.start == 1
        np = self.noun_phrase(found.end)
        if (
            np is None
            or np.kind is not FindKind.NOUN
            or np.head is None
            or np.count == "many"
            or "vague" in np.flags
        ):
            return found
        title = self.is_title(np.head)
        if not (title or (np.head.unnamed and not known)) or (single and not known and not title):
            return found
        closed = np.last >= len(self.tokens) or not self.scan.follows(np.last)
        if not closed and self.tokens.low[np.last] not in ("yang", "dan", "serta"):
            return found
        return Find(
            FindKind.PERSON, found.start, found.end, found.first, np.last, readings=found.readings,
            head=np.head, terms=np.terms, owner=np.owner, owner_person=np.owner_person, owner_span=np.owner_span,
            former=np.former, acting=np.acting, deputy=np.deputy, name=(found.start, found.end),
            tail_at=np.first,
        )  # fmt: skip
