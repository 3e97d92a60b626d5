"""English phrases: owner and adjectives first, then the head words ("Israel's new Foreign Ministry")."""

from __future__ import annotations

from typing import ClassVar

from linimasa.extract.actors.chains_en import Chain, EnglishChains
from linimasa.extract.actors.find import Find, FindKind
from linimasa.extract.actors.lexicon import Term, TermClass
from linimasa.extract.actors.tokens import Gap
from linimasa.lexicon.names import NameKind

_AFTER_NOUN = frozenset(
    "and or who that has have had is was are were will would could may might must can did does to in at on of"
    " from by for with also then not".split()
)


class EnglishPhrases(EnglishChains):
    """Finds the phrases of an English text."""

    __slots__ = ()
    starts: ClassVar[tuple[str, ...]] = (
        "quantifiers",
        "amounts",
        "ones",
        "numbers",
        "former",
        "acting",
        "deputies",
        "adjectives",
        "honorifics",
        "compass",
    )

    def opens(self, i: int) -> bool:
        """Whether a small word or number can begin a phrase."""
        low = self.tokens.low[i]
        return low in self.openers or low[0].isdigit() or low == "the"

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

    def noun_phrase(self, i: int) -> Find | None:
        """Return the phrase that begins at `i`."""
        chain = self._core(i)
        if chain is None:
            return self._honorific(i)
        return self._finish(chain)

    def _honorific(self, i: int) -> Find | None:
        """Return the person after "Mr", "Sheikh" …"""
        n = self.scan.count_in(i, "honorifics")
        if n == 0 or not self.scan.follows(i + n) or not self.scan.capital(i + n):
            return None
        return self.person(i, i + n, ())

    def _finish(self, chain: Chain) -> Find | None:
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

    def _filled(self, found: Find, chain: Chain) -> Find:
        terms = chain.terms
        found.head, found.terms = terms[0], terms
        found.owner, found.owner_person, found.owner_span = chain.owner, chain.owner_person, chain.owner_span
        found.former, found.acting, found.deputy = chain.former, chain.acting, chain.deputy
        found.sponsored, found.definite = chain.sponsored, chain.definite and not chain.owner
        found.count = chain.count or ("many" if terms[0].plural else "")
        return found

    def _named_person(self, chain: Chain) -> Find | None:
        head, k = chain.heads[-1], chain.end
        titled = head.cls is TermClass.TITLE and not head.plural
        single = head.cls is TermClass.ROLE and head.unnamed and not head.plural and chain.count != "many"
        if not (titled or single) or (k < len(self.tokens) and self.tokens.owner[k - 1]):
            return None
        if self.scan.follows(k) and self.scan.capital(k):
            found = self.person(chain.first, k, chain.terms)
            return found if found is not None and (titled or self._sure(found)) else None
        k = self._past_seat(k) if titled else k
        if self.after_comma(k) and self.scan.capital(k):
            found = self.person(chain.first, k, chain.terms)
            return found if found is not None and self._sure(found) and self._closed(found.end) else None
        return None

    def _past_seat(self, k: int) -> int:
        """Return the token after "in Vienna" where a comma follows it, else `k`."""
        if not (
            self.scan.follows(k) and self.tokens.low[k] in ("in", "at", "to") and self.scan.follows(k + 1)
        ):
            return k
        at = k + 1 + int(self.tokens.low[k + 1] == "the")
        hit = self.scan.name_at(at)
        return at + hit[0] if hit is not None and self.after_comma(at + hit[0]) else k

    @staticmethod
    def _sure(found: Find) -> bool:
        return bool(found.readings) or found.end - found.start > 1

    def _closed(self, k: int) -> bool:
        """Whether the words end at `k`: a comma, a stop or the end follows."""
        return k >= len(self.tokens) or self.tokens.gap[k] is not Gap.JOIN

    def _may_stand_bare(self, chain: Chain, head: Term) -> bool:
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
            if head.slug == "general" or not (alone or self._ends_noun(chain.end)):
                return False
            return alone or chain.definite or chain.count == "one" or head.plural or len(chain.terms) > 1
        if head.cls is TermClass.BODY:
            capital = self.scan.capital(chain.end - 1)
            return (
                (chain.definite or capital or head.slug in ("police",)) and head.slug != "government"
            ) or (chain.definite and len(chain.terms) == 1 and self._ends_noun(chain.end))
        return self._ends_noun(chain.end) or chain.count != ""

    def _named_body(self, chain: Chain, head: Term) -> bool:
        """Whether the words are a body's own name: "Democratic Party"."""
        words = range(chain.start, chain.end)
        return head.cls is TermClass.BODY and len(words) > 1 and all(map(self.scan.capital, words))

    def _ends_noun(self, k: int) -> bool:
        """Whether the noun ends at `k`: no unknown noun makes it an adjective ("rebel stronghold")."""
        if not self.scan.follows(k) or self.tokens.low[k - 1].endswith("s"):
            return True
        low = self.tokens.low[k]
        return low in _AFTER_NOUN or low in self.lexicon.words["speech"] or low.endswith(("s", "ed"))

    def _vague(self, chain: Chain) -> Find | None:
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
