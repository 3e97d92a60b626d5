"""What the phrase grammars of all languages share: names, places by pattern, runs of capitals."""

from __future__ import annotations

from typing import ClassVar

from linimasa.extract.actors.find import Find, FindKind
from linimasa.extract.actors.lexicon import Term, TermClass
from linimasa.extract.actors.scan import Scan
from linimasa.extract.actors.tokens import Gap
from linimasa.lexicon.names import NameKind, Reading

#: Kinds of names whose weak ones are doubtful beside another capitalised word ("Michael Jordan").
_COUNTRY = (NameKind.STATE, NameKind.CAPITAL, NameKind.DEMONYM)


class Phrases:
    """Finds the phrases of a document from left to right."""

    __slots__ = ("lexicon", "openers", "scan", "tokens")
    #: The lists whose words can begin a phrase in this language.
    starts: ClassVar[tuple[str, ...]] = ()

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.tokens = scan.tokens
        self.lexicon = scan.lexicon
        lists = (self.lexicon.words[name] for name in self.starts)
        self.openers = frozenset(self.lexicon.phrases).union(*lists)

    def all(self) -> list[Find]:
        """Return every phrase of the document in order; none overlaps another."""
        finds: list[Find] = []
        i, n = 0, len(self.tokens)
        longest, names = self.lexicon.longest, self.scan.index.longest
        low, word, masked = self.tokens.low, self.tokens.word, self.tokens.masked
        while i < n:
            i += self._money(i)
            if i >= n:
                break
            starts = word[i][0].isupper() or low[i] in longest or low[i] in names or self.opens(i)
            if masked[i] or not starts:
                i += 1
                continue
            found = [] if self.scan.count_in(i, "blocked") else self.at(i)
            finds.extend(self.led(self._with_state(f)) for f in found)
            i = max([i + 1, *(f.last for f in found)])
        return finds

    def _money(self, i: int) -> int:
        """Return how many words name a state's money from `i` on ("dolar AS"): there no state is meant."""
        if i + 1 >= len(self.tokens) or self.tokens.low[i] not in self.lexicon.words["currencies"]:
            return 0
        hit = self.scan.name_at(i + 1)
        return 0 if hit is None or self.tokens.masked[i + 1] else 1 + hit[0]

    def _with_state(self, found: Find) -> Find:
        """Take the state after a place into its phrase: "in Goma, North Kivu, Congo"."""
        place = found.kind is FindKind.PLACE or any(
            r.kind in (NameKind.PLACE, NameKind.CAPITAL) for r in found.readings[:1]
        )
        if not place or found.first == 0 or not self.scan.follows(found.first):
            return found
        if not self.scan.is_in(found.first - 1, "place_prepositions"):
            return found
        while self.after_comma(found.last):
            hit = self.scan.name_at(found.last)
            if hit is None or hit[1][0].kind not in (NameKind.STATE, NameKind.PLACE, NameKind.CAPITAL):
                break
            end = found.last + hit[0]
            if self.scan.follows(end):
                break
            found.last = end
            if not found.owner and hit[1][0].kind is NameKind.STATE:
                found.owner = hit[1]
        return found

    def opens(self, i: int) -> bool:
        """Whether a word that isn't a head or name can begin a phrase."""
        return self.tokens.low[i] in self.lexicon.phrases

    def at(self, i: int) -> list[Find]:
        """Return what begins at `i`."""
        found = self.name(i) or self.anaphor(i) or self.capitals(i)
        return [found] if found is not None else []

    @staticmethod
    def tied(best: Find, name: Find | None) -> Find:
        """Give a phrase the readings of the gazetteer name that has the same end ("Pope Francis")."""
        if name is None or name.last != best.last:
            return best
        persons = bool(name.readings) and name.readings[0].kind is NameKind.PERSON
        if best.kind is FindKind.NOUN and not persons:
            best.readings = name.readings
        elif best.kind is FindKind.PERSON and persons and not best.readings:
            best.readings, best.start, best.name = name.readings, name.start, (name.start, name.end)
        return best

    @staticmethod
    def only_name(best: Find, name: Find) -> bool:
        """Whether a strong name of the same words beats a bare head word or a place by pattern."""
        bare = best.kind is FindKind.PLACE or (best.kind is FindKind.NOUN and not best.owner)
        same = bare and best.last == name.last
        return same and any(r.strong and r.kind is not NameKind.PERSON for r in name.readings)

    def anaphor(self, i: int) -> Find | None:
        """Return the anaphor at `i`."""
        hit = self.scan.anaphor_at(i)
        if hit is None:
            return None
        j = i + hit[0]
        name = self.scan.name_at(i + 1)
        if name is not None and i + 1 + name[0] > j:  # "the Organization for Security …"
            return None
        return Find(FindKind.ANAPHOR, i, j, i, j, refers=hit[1])

    def name(self, i: int) -> Find | None:
        """Return the gazetteer name at `i`, if nothing around it speaks against it."""
        hit = self.scan.name_at(i)
        if hit is None:
            return None
        n, readings = hit
        j = i + n
        acronym = any(r.shape == "upper" for r in readings)
        if n == 1 and (self._after_particle(i) or (self._small_word(i) and not acronym)):
            return None
        doubtful = n == 1 and not any(r.strong for r in readings)
        headline = self.tokens.sentence[i] in self.scan.headlines
        if doubtful and not headline and self._beside_capital(j):
            return None
        return Find(FindKind.NAME, i, j, i, j, readings=readings)

    def _after_particle(self, i: int) -> bool:
        """Whether the word is the end of a surname such as "al-Sabah"."""
        return self.tokens.hyphen[i] and i > 0 and self.tokens.low[i - 1] in self.lexicon.words["particles"]

    def _small_word(self, i: int) -> bool:
        """Whether the word is one of the language's small words that begins a sentence ("Lima", "Dan")."""
        low, words = self.tokens.low[i], self.lexicon.words
        if low in words["conjunctions"]:
            return True
        return self.tokens.gap[i] is Gap.STOP and (low in words["numbers"] or low in words["stops"])

    def _beside_capital(self, j: int) -> bool:
        """Whether an unknown capitalised word stands right at `j`, after a name."""
        return self._unknown_capital(j) if self.scan.follows(j) else False

    def _unknown_capital(self, j: int) -> bool:
        tokens, scan = self.tokens, self.scan
        if not scan.capital(j) or tokens.hyphen[j] or tokens.owner[j - 1]:
            return False
        if tokens.low[j] in self.lexicon.words["stops"] or scan.term_at(j) is not None:
            return False
        return scan.party_at(j) is None

    def capitals(self, i: int) -> Find | None:
        """Return the run of unknown capitalised words at `i`."""
        if not self.scan.capital(i):
            return None
        j = self.scan.run_at(i)
        if j == i:
            return None
        readings: tuple[Reading, ...] = ()
        hit = self.scan.person_at(i)
        if hit is not None and i + hit[0] == j:
            readings = hit[1]
        found = Find(FindKind.CAPITALS, i, j, i, j, readings=readings)
        rest = self.scan.person_at(i + 1) if j - i > 1 and self.tokens.gap[i] is Gap.STOP else None
        if rest is not None and i + 1 + rest[0] == j:
            found.rest = rest[1]
        return found

    def person(self, first: int, i: int, terms: tuple[Term, ...]) -> Find | None:
        """Return the person whose name begins at `i` and whose whole phrase begins at `first`."""
        j = self.scan.run_at(i)
        if j == i:
            return None
        hit = self.scan.person_at(i)
        readings = hit[1] if hit is not None and i + hit[0] == j else ()
        if not readings and any(self.tokens.low[k] in self.lexicon.words["body_words"] for k in range(i, j)):
            return None
        if not readings and hit is not None and hit[0] > 1:
            longer = any(self.tokens.low[k] in self.lexicon.words["particles"] for k in range(i + hit[0], j))
            j, readings = j if longer else i + hit[0], hit[1]
        if not readings and len(self.tokens.low[i]) <= 2:  # "K.P. Sharma Oli"
            rest = self.scan.person_at(i + 1) if i + 1 < j else None
            readings = rest[1] if rest is not None and i + 1 + rest[0] == j else ()
        head = terms[0] if terms else None
        return Find(FindKind.PERSON, i, j, first, j, readings=readings, head=head, terms=terms, name=(i, j))

    def led(self, found: Find) -> Find:
        """Give a person the state whose delegation it leads: "X, who led the Russian delegation"."""
        person = found.kind in (FindKind.PERSON, FindKind.CAPITALS)
        k = found.last
        if not person or found.owner or not (self.after_comma(k) or self.scan.follows(k)):
            return found
        n = self.scan.count_in(k, "leads")
        at = k + n
        if not n or not self.scan.follows(at):
            return found
        at += int(self.tokens.low[at] == "the")
        before = self.scan.count_in(at, "delegations")
        hit = self.scan.party_at(at + before) if self.scan.follows(at + before) else None
        if hit is None or hit[1][0].kind is NameKind.ORGANISATION:
            return found
        if before or self.scan.count_in(at + before + hit[0], "delegations"):
            found.owner, found.kind, found.name = hit[1], FindKind.PERSON, (found.start, found.end)
        return found

    def after_comma(self, i: int) -> bool:
        """Whether `i` follows a comma."""
        return i < len(self.tokens) and self.tokens.gap[i] is Gap.COMMA and not self.tokens.masked[i]

    @staticmethod
    def is_title(term: Term) -> bool:
        """Whether the term is a title that a person can bear before the name."""
        return term.cls is TermClass.TITLE
