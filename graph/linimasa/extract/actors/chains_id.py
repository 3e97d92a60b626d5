"""Indonesian noun phrases word by word: modifiers, head words, adjectives, owner."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

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
    "minister head adviser special-envoy commander agency officials spokesperson experts ministry"
    " high-commissioner deputy-secretary-general".split()
)
_FILLERS = 2
#: People of some body beside the unnamed ones and those with a title.
_SENT = frozenset({"officials", "diplomats", "leaders", "intelligence-officials"})
_STAFF = frozenset({"soldiers", "police"})


@dataclass(slots=True)
class Chain:
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


class IndonesianChains(Phrases):
    """Builds Indonesian noun phrases from left to right."""

    __slots__ = ()

    def _premodifiers(self, chain: Chain) -> None:
        scan, k = self.scan, chain.first
        while k < len(self.tokens) and (k == chain.first or scan.follows(k)):
            low = self.tokens.low[k]
            if low not in self.openers and not low[0].isdigit():
                break
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

    def _links_of(self, chain: Chain) -> None:
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

    def _take_sponsor(self, chain: Chain, k: int) -> bool:
        """Take "pimpinan Rusia", "yang didukung Iran": a backer isn't whose the group is."""
        n = self.scan.count_in(k, "sponsors") if chain.terms and not chain.closed else 0
        if n and self.scan.follows(k + n) and self._take_linked(chain, k + n):
            chain.sponsored = True
            return True
        return False

    def _take_term(self, chain: Chain, k: int) -> bool:
        hit = self.scan.term_at(k)
        if hit is None:
            return False
        n, term = hit
        party = self.scan.party_at(k)
        owned = self.scan.follows(k + n) and self.scan.party_at(k + n) is not None
        if chain.terms and party is not None and party[0] >= n and self._strong(party) and not owned:
            return False
        if chain.closed and not (term.cls is TermClass.TITLE and self.scan.capital(k) and self._bears(chain)):
            return False
        if chain.terms and term.cls is TermClass.VAGUE:
            return self._take_vague(chain, k + n)
        chain.terms.append(term)
        chain.end = k + n
        last = self.tokens.low[chain.end - 1]
        chain.possessed |= last.endswith("nya") and last not in self.lexicon.terms
        if term.country is not None and not (term.cls is TermClass.ROLE and self._bears(chain)):
            chain.closed = True  # but "Direktur Perlindungan WNI Kemlu" goes on
        return True

    def _take_vague(self, chain: Chain, end: int) -> bool:
        """Take "Barat" after officials, who are then of several states ("diplomat negara Arab")."""
        if len(chain.terms) > 1 or chain.terms[0].slug not in _SENT or chain.closed:
            return False
        chain.vague, chain.closed, chain.end = True, True, end
        return True

    @staticmethod
    def _bears(chain: Chain) -> bool:
        return any(t.cls is TermClass.TITLE for t in chain.terms)

    def _take_owner(self, chain: Chain, k: int) -> bool:
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

    def _owner_at(self, chain: Chain, k: int) -> Hit | None:
        party = self.scan.party_at(k)
        if party is not None:
            return None if chain.owner and party[1][0].kind is not NameKind.STATE else party
        hit = self.scan.name_at(k)
        if hit is None or chain.owner:
            return None
        head = chain.terms[-1]
        if hit[1][0].kind is NameKind.PERSON:
            owns = head.cls is TermClass.BODY or head.slug in _SERVANTS
            named = hit[0] > 1 and self._bears(chain) and head.slug != "office"
            return hit if owns and not named else None
        if head.cls is TermClass.BODY:
            return hit
        return hit if hit[1][0].kind is NameKind.PLACE and self._strong(hit) else None

    @staticmethod
    def _strong(hit: Hit) -> bool:
        return any(r.strong for r in hit[1])

    def _take_small(self, chain: Chain, k: int) -> bool:
        if not chain.terms:
            return False
        scan, low = self.scan, self.tokens.low[k]
        if n := scan.count_in(k, "late_adjectives" if chain.closed else "adjectives"):
            chain.end = k + n
            return True
        if self._unknown_seat(chain, k):
            chain.end, chain.closed = k + 1, True
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
        # In "menarik duta besarnya dari X" the ambassador is the subject's, not X's.
        owned = scan.tokens.low[k - 1].endswith("nya")
        if (n := scan.count_in(k, "links")) and scan.follows(k + n) and not owned:
            return self._take_linked(chain, k + n)
        if not owned and (scan.is_in(k, "seats") or low == "pada") and self._take_served(chain, k):
            return True
        return self._take_named(chain, k) or self._take_place(chain, k) or self._take_fillers(chain, k)

    def _unknown_seat(self, chain: Chain, k: int) -> bool:
        """Whether the seat of a mission follows that the gazetteer lacks: "KJRI LA"."""
        mission = chain.terms[-1].embassy and chain.terms[-1].country is not None and chain.end == k
        word = self.scan.capital(k) and not self.scan.is_in(k, "stops") and self.scan.term_at(k) is None
        return mission and word and self.scan.party_at(k) is None and self.scan.person_at(k) is None

    def _take_linked(self, chain: Chain, k: int) -> bool:
        """Take "pimpinan Rusia", "dari Korut", "asal Prancis"."""
        party = self.scan.party_at(k)
        term = self.scan.term_at(k)
        if party is None and term is not None and term[1].cls is TermClass.VAGUE:
            chain.vague, chain.end = True, k + term[0]
            return True
        if party is None and term is not None and term[1].cls is TermClass.BODY and self._serves(chain):
            return self._take_term(chain, k)  # "sumber dari pemerintahan Yordania"
        if party is None or chain.owner or chain.terms[-1].cls is TermClass.BODY:
            return False
        chain.owner, chain.owner_span, chain.closed = party[1], (k, k + party[0]), True
        chain.end = k + party[0]
        return True

    def _serves(self, chain: Chain) -> bool:
        """Whether the phrase so far names people who can be some body's: a source, an official, a general."""
        head = chain.terms[-1]
        return head.unnamed or head.cls is TermClass.TITLE or head.slug in _STAFF

    def _take_served(self, chain: Chain, k: int) -> bool:
        """Take "pada Angkatan Darat AS", "di Kementerian Keuangan", and "di Kyiv" of officials."""
        if chain.owner or not self._serves(chain) or not self.scan.follows(k + 1):
            return False
        hit, term = self.scan.name_at(k + 1), self.scan.term_at(k + 1)
        if term is not None and term[1].cls is TermClass.BODY and not term[1].state:
            return self._take_term(chain, k + 1)
        capital = hit is not None and any(r.kind is NameKind.CAPITAL for r in hit[1])
        if hit is None or not capital or self.tokens.low[k] not in self.lexicon.words["seats"]:
            return False
        if chain.terms[-1].slug != "officials":
            return False
        chain.owner, chain.owner_span, chain.closed = hit[1], (k + 1, k + 1 + hit[0]), True
        chain.end = k + 1 + hit[0]
        return True

    def _take_named(self, chain: Chain, k: int) -> bool:
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

    def _take_fillers(self, chain: Chain, k: int) -> bool:
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

    def _take_place(self, chain: Chain, k: int) -> bool:
        """Take the place of an embassy ("di Teheran") or the target of an envoy ("untuk PBB")."""
        head = chain.terms[-1]
        target = self.scan.is_in(k, "senders") and self._bears(chain)
        seat = self.scan.is_in(k, "seats") and (head.embassy or head.slug == "number-one")
        if not (target or seat) or not self.scan.follows(k + 1):
            return False
        hit = self.scan.name_at(k + 1)
        if hit is None:
            return target and (self._take_topics(chain, k + 1) or self._take_unknown(chain, k + 1))
        chain.end = k + 1 + hit[0]
        spoken_for = target and head.slug == "spokesperson"
        if (spoken_for or (seat and head.slug == "number-one")) and not chain.owner:
            chain.owner, chain.owner_span = hit[1], (k + 1, chain.end)
        chain.closed = True
        return True

    def _take_unknown(self, chain: Chain, k: int) -> bool:
        """Take a state or body that the gazetteer lacks, after "untuk"."""
        end = self.scan.run_at(k) if self.scan.capital(k) else k
        if end > k:
            chain.end, chain.closed = end, True
        return end > k

    def _take_topics(self, chain: Chain, k: int) -> bool:
        end = k
        while self.scan.follows(end) and (
            self.scan.is_in(end, "topics") or self.scan.is_in(end, "adjectives")
        ):
            end += 1
        if end > k:
            chain.end = end
        return end > k
