"""Indonesian phrases: head first, then adjectives and owner, then the name."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from linimasa.extract.actors.chains_id import Chain, IndonesianChains
from linimasa.extract.actors.find import Find, FindKind
from linimasa.extract.actors.lexicon import TermClass
from linimasa.extract.actors.tokens import Gap
from linimasa.lexicon.names import NameKind

#: Between "negara" and "itu" stand fewer words than this.
_EPITHET = 4
#: How verbs begin.
_VERBAL = ("ber", "di", "me", "ter")


class IndonesianPhrases(IndonesianChains):
    """Finds the phrases of an Indonesian text."""

    __slots__ = ()
    starts: ClassVar[tuple[str, ...]] = (
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

    def opens(self, i: int) -> bool:
        """Whether a small word or number can begin a phrase."""
        low = self.tokens.low[i]
        if low in self.openers or low[0].isdigit():
            return True
        return low.endswith("nya") and low[:-3] in self.lexicon.longest

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

    @staticmethod
    def only_name(best: Find, name: Find) -> bool:
        """Whether the name goes before the phrase; "Kemlu" may be any state's, so the text decides."""
        body = best.head is not None and best.head.cls is TermClass.BODY
        byname = name.end - name.start > 1 and name.last == best.last  # "rezim zionis"
        if body and byname and all(r.kind is NameKind.STATE and r.strong for r in name.readings):
            return True
        return not body and IndonesianChains.only_name(best, name)

    def noun_phrase(self, i: int) -> Find | None:
        """Return the phrase whose head word or modifier stands at `i`."""
        chain = Chain(i, i, i)
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

    def anaphor(self, i: int) -> Find | None:
        """Return the anaphor at `i`: one of the lexicon's, or "negara tertutup itu"."""
        return super().anaphor(i) or self._epithet(i)

    def _epithet(self, i: int) -> Find | None:
        """Return "negara kepulauan itu": a state told from others by words that aren't its name."""
        words = self.lexicon.words
        if not (self.scan.is_in(i, "lands") and self.scan.follows(i + 1)):
            return None
        for j in range(i + 1, i + 1 + _EPITHET):
            if not self.scan.follows(j) or j >= len(self.tokens):
                return None
            low = self.tokens.low[j]
            if low in words["definite"] and j > i + 1:
                known = self.scan.index.readings.get(" ".join(self.tokens.low[i:j]), ())
                if any(r.kind is NameKind.STATE for r in known):  # "republik Islam itu"
                    return Find(FindKind.NAME, i, j, i, j + 1, readings=known)
                return Find(FindKind.ANAPHOR, i, j + 1, i, j + 1, refers="state")
            other = self.scan.term_at(j) is not None and low not in words["adjectives"]
            if other or low in words["glue"] or self.scan.name_at(j) is not None:
                return None
        return None

    def _honorific(self, chain: Chain) -> Find | None:
        """Return the person after "Ibu", "Pak", "mantan" …: an honorific needs a name."""
        k = chain.end
        if k == chain.first or not (chain.honorific or chain.former) or not self.scan.follows(k):
            return None
        found = self.person(chain.first, k, ()) if self.scan.capital(k) else None
        if found is not None:
            found.former = chain.former
        return found

    def _finish(self, chain: Chain) -> Find | None:
        head = chain.terms[0]
        if head.cls is TermClass.VAGUE or chain.vague or self._counted_states(chain):
            joins = head.cls is TermClass.VAGUE and chain.first > 0 and not chain.count
            if joins and self.scan.is_in(chain.first - 1, "predicates"):
                return None  # "menjadi anggota NATO" speaks of NATO
            return self._vague(chain)
        person = self._named_person(chain)
        if person is not None:
            return self._filled(person, chain)
        if self.scan.follows(chain.end) and self.scan.is_in(chain.end, "definite"):
            chain.definite, chain.last = True, chain.end + 1
        if not chain.owner and not self._may_stand_bare(chain):
            return None
        found = Find(FindKind.NOUN, chain.start, chain.end, chain.first, max(chain.last, chain.end))
        return self._filled(found, chain)

    @staticmethod
    def _counted_states(chain: Chain) -> bool:
        return chain.count == "many" and chain.terms[0].slug == "land" and not chain.owner

    def _filled(self, found: Find, chain: Chain) -> Find:
        found.head, found.terms = chain.terms[0], tuple(chain.terms)
        found.owner, found.owner_person, found.owner_span = chain.owner, chain.owner_person, chain.owner_span
        found.count, found.former, found.acting = chain.count, chain.former, chain.acting
        found.possessed = chain.possessed
        found.deputy, found.definite, found.sponsored = chain.deputy, chain.definite, chain.sponsored
        return found

    def _named_person(self, chain: Chain) -> Find | None:
        k, terms = chain.end, tuple(chain.terms)
        titled = self._bears(chain)
        if chain.owner_person or not (titled or self._single_role(chain)):
            return None
        if self.tokens_at(k) and self.scan.follows(k) and self.scan.capital(k):
            found = self.person(chain.first, k, terms)
            if found is not None and not self._sure(found) and self.after_comma(found.end):
                second = self._after_comma(chain, found.end)  # "Menlu Ruritania, Budi Santoso, …"
                found = second if second is not None and not self.scan.follows(second.end) else found
            return found if found is not None and (titled or self._sure(found)) else None
        k = self._past_seat(k)
        return self._after_comma(chain, k) if self.after_comma(k) else None

    def _after_comma(self, chain: Chain, k: int) -> Find | None:
        """Return the surely named person after a comma at `k`."""
        k += int(self.tokens.low[k] in ("yakni", "yaitu"))
        found = self.person(chain.first, k, tuple(chain.terms)) if self.scan.capital(k) else None
        return found if found is not None and self._sure(found) else None

    def _past_seat(self, k: int) -> int:
        """Return the token after "di wilayah Palestina" where a comma follows it, else `k`."""
        seat = self.scan.is_in(k, "seats") or self.scan.is_in(k, "senders")
        if not (self.scan.follows(k) and seat and self.scan.follows(k + 1)):
            return k
        back = self.scan.anaphor_at(k + 1)  # "untuk organisasi itu"
        if back is not None:
            return k + 1 + back[0] if self.after_comma(k + 1 + back[0]) else k
        at = k + 1 + self.scan.count_in(k + 1, "place_heads")
        hit = self.scan.name_at(at) if self.scan.follows(at) else None
        return at + hit[0] if hit is not None and self.after_comma(at + hit[0]) else k

    def tokens_at(self, k: int) -> bool:
        """Whether there is a word at `k`."""
        return k < len(self.tokens)

    @staticmethod
    def _single_role(chain: Chain) -> bool:
        head = chain.terms[0]
        return (
            head.cls is TermClass.ROLE
            and (head.unnamed or head.slug == "protesters")
            and chain.count != "many"
        )

    @staticmethod
    def _sure(found: Find) -> bool:
        return bool(found.readings) or found.end - found.start > 1

    def _may_stand_bare(self, chain: Chain) -> bool:
        """Whether a phrase without state or name is a party: "tentara" is, "nasional" after a noun isn't."""
        head, k = chain.terms[0], chain.first
        if head.counted:
            return chain.digits
        if not head.bare and chain.count in ("", "one"):
            return False
        adjectival = (
            self.tokens.low[chain.end - 1] in self.lexicon.words["adjectives"] and len(chain.terms) == 1
        )
        if adjectival and chain.end - chain.start == 1 and k > 0 and self.scan.follows(k):
            before = self.tokens.low[k - 1]
            lists = ("oblique_prepositions", "conjunctions", "glue")
            return before.startswith(("me", "di")) or any(before in self.lexicon.words[k] for k in lists)
        return True

    def _vague(self, chain: Chain) -> Find:
        """Return a group of many states: "sekutu AS dan Eropa", "128 negara anggota PBB"."""
        scan, k = self.scan, chain.end
        while scan.follows(k):
            step = scan.count_in(k, "conjunctions") or int(self.tokens.low[k] in ("di", "kami", "mereka"))
            if step and not scan.follows(k + step):
                break
            hit = scan.name_at(k + step)
            term = scan.term_at(k + step)
            if hit is not None and step and k == chain.end and not chain.owner:
                break  # "para sekutu serta Ukraina": a party of its own
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
            known = self.scan.index.readings.get(" ".join(self.tokens.low[i:end]), ())  # "markas besar PBB"
            whole = tuple(r for r in known if r.kind is NameKind.PLACE)
            return Find(FindKind.PLACE, i, end, i, end, readings=whole or hit[1])
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
            and not self._under_way(found)
        ):
            land = any(r.kind in (NameKind.STATE, NameKind.PLACE) for r in found.readings)
            if land:
                end = found.end + 1
                return Find(FindKind.PLACE, found.start, end, found.start, end, readings=found.readings)
        person = found.kind is FindKind.CAPITALS or any(r.kind is NameKind.PERSON for r in found.readings)
        return self._apposed(found) if person and self.after_comma(found.end) else found

    def _under_way(self, found: Find) -> bool:
        """Whether a compass word before a verb says that it goes on ("Rusia tengah menyerang")."""
        low, at = self.tokens.low, found.end
        if low[at] not in self.lexicon.words["under_way"] or self.scan.capital(at):
            return False
        before = low[found.start - 1] if found.start else ""
        words = self.lexicon.words
        inside = before in words["oblique_prepositions"] or before in words["place_prepositions"]
        return not inside and self.scan.follows(at + 1) and low[at + 1].startswith(_VERBAL)

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
        if single and not known and self.tokens.gap[found.start] is Gap.STOP:
            return found  # "Sebelumnya, Kepala Kantor …" is no name
        if not (title or (np.head.unnamed and not known)) or (single and not known and not title):
            return found
        closed = np.last >= len(self.tokens) or not self.scan.follows(np.last)
        if not closed and self.tokens.low[np.last] not in ("yang", "dan", "serta"):
            return found
        made = replace(np, kind=FindKind.PERSON, readings=found.readings, name=(found.start, found.end))
        made.start, made.end, made.first, made.tail_at = found.start, found.end, found.first, np.first
        return made
