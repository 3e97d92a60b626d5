"""Looking things up at a token: gazetteer names, head words, small words, runs of capitals."""

from __future__ import annotations

import re

from linimasa.extract.actors.lexicon import ActorLexicon, Term
from linimasa.extract.actors.tokens import Gap, Tokens
from linimasa.lexicon.names import NameIndex, NameKind, Reading

_PARTY = (NameKind.STATE, NameKind.CAPITAL, NameKind.ORGANISATION, NameKind.GROUP, NameKind.SEAT)
_MAX_RUN = 9
_ABSTRACT = re.compile(r"(?:pe|ke|per)[a-z]{4,}an$")
#: Name and number of words, or nothing.
Hit = tuple[int, tuple[Reading, ...]]


class Scan:
    """One document's words with the language's tables."""

    __slots__ = ("_names", "casefree", "headlines", "index", "lexicon", "tokens")

    def __init__(self, tokens: Tokens, lexicon: ActorLexicon, index: NameIndex) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.index = index
        self.casefree = tokens.text.islower()
        self._names: dict[int, Hit | None] = {}
        self.headlines = _headlines(tokens)

    def is_in(self, i: int, words: str) -> bool:
        """Whether the single word at `i` is in a list of small words."""
        return i < len(self.tokens) and self.tokens.low[i] in self.lexicon.words[words]

    def count_in(self, i: int, words: str) -> int:
        """Return how many words at `i` make an entry of a list, 0 for none."""
        tokens = self.tokens
        if i >= len(tokens):
            return 0
        table = self.lexicon.words[words]
        for n in range(self.lexicon.phrases.get(tokens.low[i], 1), 1, -1):
            if self.joined(i, i + n) and " ".join(tokens.low[i : i + n]) in table:
                return n
        return int(tokens.low[i] in table)

    def joined(self, i: int, j: int) -> bool:
        """Whether the tokens `[i, j)` exist and nothing but blanks and hyphens stands between them."""
        gap = self.tokens.gap
        return j <= len(self.tokens) and all(gap[k] is Gap.JOIN for k in range(i + 1, j))

    def follows(self, i: int, gap: Gap = Gap.JOIN) -> bool:
        """Whether there is a token at `i` no further from the one before it than `gap`."""
        return i < len(self.tokens) and self.tokens.gap[i] <= gap and not self.tokens.masked[i]

    def capital(self, i: int) -> bool:
        """Whether the word at `i` begins with a capital."""
        return i < len(self.tokens) and self.tokens.word[i][0].isupper() and not self.tokens.masked[i]

    def term_at(self, i: int) -> tuple[int, Term] | None:
        """Return the longest head word at `i` with its number of words."""
        tokens, lexicon = self.tokens, self.lexicon
        if i >= len(tokens):
            return None
        first = tokens.low[i]
        if first.endswith("nya") and first not in lexicon.longest:
            first = first[:-3]
        for n in range(lexicon.longest.get(first, 0), 0, -1):
            if n == 1 or self.joined(i, i + n):
                key = " ".join(tokens.low[i : i + n]) if n > 1 else tokens.low[i]
                term = lexicon.terms.get(key)
                if term is None and key.endswith("nya") and lexicon.lang != "en":
                    term = lexicon.terms.get(key[:-3])
                if term is not None:
                    return n, term
        return None

    def anaphor_at(self, i: int) -> tuple[int, str] | None:
        """Return the longest anaphor at `i` with its number of words; bare titles are left to the grammar."""
        tokens, lexicon = self.tokens, self.lexicon
        for n in range(lexicon.longest.get(tokens.low[i], 0), 0, -1):
            if self.joined(i, i + n):
                refers = lexicon.anaphora.get(" ".join(tokens.low[i : i + n]))
                if refers is not None and refers != "title":
                    return n, refers
        return None

    def name_at(self, i: int) -> Hit | None:
        """Return the readings of the longest gazetteer name at `i` with its number of words."""
        if i not in self._names:
            self._names[i] = self._name_at(i)
        return self._names[i]

    def _name_at(self, i: int) -> Hit | None:
        tokens = self.tokens
        if i >= len(tokens) or tokens.masked[i] or self._money(i):
            return None
        readings = self.index.readings
        for n in range(self.index.longest.get(tokens.low[i], 0), 0, -1):
            if n > 1 and not self._spans(i, n):
                continue
            found = readings.get(" ".join(tokens.low[i : i + n]) if n > 1 else tokens.low[i])
            if found is not None:
                fitting = tuple(r for r in found if self._written(i, n, r))
                if fitting:
                    return n, fitting
        return None

    def _money(self, i: int) -> bool:
        """Whether a currency's sign follows: "US$ 2 juta" names no state."""
        return self.tokens.text[self.tokens.end[i] : self.tokens.end[i] + 1] in ("$", "€", "£", "¥")

    def _spans(self, i: int, n: int) -> bool:
        """Whether `n` words at `i` can be one name: joined, or "Washington, D.C."."""
        tokens = self.tokens
        if i + n > len(tokens):
            return False
        for k in range(i + 1, i + n):
            comma = tokens.gap[k] is Gap.COMMA and k == i + n - 1 and tokens.low[k] == "dc"
            if tokens.gap[k] is not Gap.JOIN and not comma:
                return False
        return True

    def _written(self, i: int, n: int, reading: Reading) -> bool:
        """Whether the words at `i` are written as the name asks for."""
        words = self.tokens.word[i : i + n]
        if reading.shape == "upper":
            if self.casefree:
                return len(words[0]) > 2 and reading.strong
            return all(w.replace(".", "").isupper() for w in words if w.isalpha() or "." in w)
        if reading.shape == "lower":
            return True
        if self.casefree:
            return len(words[0]) > 3 and (reading.strong or reading.kind is NameKind.PERSON)
        if words[0][0].isupper():
            return n == 1 or any(w[0].isupper() for w in words[1:])
        return n == 2 and words[1][0].isupper() and len(words[0]) == 2  # "al-Qaeda"

    def party_at(self, i: int) -> Hit | None:
        """Return a state, capital, organisation or group at `i`: what a head word can belong to."""
        hit = self.name_at(i)
        if hit is None:
            return None
        readings = tuple(r for r in hit[1] if r.kind in _PARTY or r.kind is NameKind.DEMONYM)
        return (hit[0], readings) if readings else None

    def person_at(self, i: int) -> Hit | None:
        """Return the persons that the name at `i` can be."""
        hit = self.name_at(i)
        if hit is None:
            return None
        readings = tuple(r for r in hit[1] if r.kind is NameKind.PERSON)
        return (hit[0], readings) if readings else None

    def run_at(self, i: int) -> int:
        """Return the end of the run of capitalised name words from `i` on (`i` where there is none)."""
        if self.tokens.sentence[i] in self.headlines:
            person = self.person_at(i)  # every word has a capital: only known names can be told
            return i + person[0] if person is not None else i
        j = i
        while j < len(self.tokens) and j - i < _MAX_RUN:
            if j > i and (not self.follows(j) or self.tokens.owner[j - 1]):
                break
            step = self._run_step(i, j)
            if step == 0:
                break
            j += step
        return self._junior(i, j)

    def _junior(self, i: int, j: int) -> int:
        """Take a ", Jr" after a name into it."""
        tokens = self.tokens
        if i < j < len(tokens) and tokens.low[j] in ("jr", "sr") and tokens.gap[j] is Gap.COMMA:
            return j + 1
        return j

    def _given_name(self, j: int) -> bool:
        """Whether a capitalised conjunction is a given name: "Dan Bennett" inside a sentence."""
        inside = self.tokens.gap[j] is Gap.JOIN and self.follows(j + 1) and self.capital(j + 1)
        return inside and self.tokens.low[j] in self.lexicon.words["conjunctions"]

    def _run_step(self, i: int, j: int) -> int:
        tokens = self.tokens
        low = tokens.low[j]
        if tokens.masked[j]:
            return 0
        if not tokens.word[j][0].isupper():
            particle = low in self.lexicon.words["particles"] and j > i
            given = j > i and tokens.hyphen[j] and len(low) < 6 and tokens.word[j - 1][0].isupper()
            return int(given or (particle and self.follows(j + 1) and self.capital(j + 1)))
        if low in self.lexicon.words["stops"] and not self._given_name(j):
            return 0
        person = self.person_at(j)
        if person is not None and person[0] > 1:
            return (
                person[0] if j == i or len(tokens.word[i].rstrip(".")) <= 3 else 0
            )  # "Incumbent X Y" isn't all name
        if person is not None and j > i:
            return person[0]
        party = self.party_at(j)
        if party is not None and any(r.strong for r in party[1]):
            return 0
        term = len(low) > 2 and low not in self.lexicon.words["body_words"] and self.term_at(j) is not None
        if term:
            last = not (self.follows(j + 1) and self.capital(j + 1)) or tokens.low[j + 1] in ("jr", "sr")
            return int(last and self.lexicon.lang == "en" and j > i)  # "Martin Luther King"
        return int(not self._abstract(low))

    def _abstract(self, low: str) -> bool:
        """Whether a word has the form of an Indonesian abstract noun ("Pengembangan"): never a name."""
        return self.lexicon.lang == "id" and _ABSTRACT.match(low) is not None and low not in self.index.ends


def _headlines(tokens: Tokens) -> frozenset[int]:
    """Return the sentences in which nearly every longer word has a capital: headlines."""
    words: dict[int, int] = {}
    capitals: dict[int, int] = {}
    ends: dict[int, int] = {}
    for word, sentence, end in zip(tokens.word, tokens.sentence, tokens.end, strict=True):
        ends[sentence] = end
        if len(word) > 3:
            words[sentence] = words.get(sentence, 0) + 1
            if word[0].isupper():
                capitals[sentence] = capitals.get(sentence, 0) + 1
    dense = (s for s, n in words.items() if n > 6 and capitals.get(s, 0) >= 0.85 * n)
    return frozenset(
        s for s in dense if tokens.text[ends[s] : ends[s] + 1] not in (".", "?", '"', "”", ",", ":")
    )
