"""Where a verb group's subject, object and prepositional phrases stand.

All functions take a parsed sentence and an element's index and return what they found, never a guess: an
empty `Found` means that the words don't say. `how` tells by which rule, for `explain` and for the confidence.
"""

from __future__ import annotations

from dataclasses import dataclass

from linimasa.extract.clauses.element import Element, Kind, Sentence
from linimasa.lexicon.closed import ClosedClass
from linimasa.lexicon.forms.form import Voice
from linimasa.model.mention import Mention

_BREAKS = frozenset({Kind.COLON, Kind.STOP})
_DEPTH = 6


@dataclass(frozen=True, slots=True)
class Found:
    """Participants found: their mentions, the element of the (first) noun phrase, and the rule."""

    names: tuple[Mention, ...] = ()
    np: int | None = None
    how: str = ""

    def __bool__(self) -> bool:
        """Whether anybody was found."""
        return bool(self.names)


@dataclass(frozen=True, slots=True)
class Oblique:
    """A prepositional phrase: preposition, its noun phrase's participants, its element index."""

    preposition: str
    found: Found
    at: int


class Arguments:
    """Argument search in one sentence."""

    def __init__(self, sentence: Sentence, closed: ClosedClass) -> None:
        self.sentence = sentence
        self.els = sentence.elements
        self.closed = closed

    # -- small helpers -------------------------------------------------------------------------

    def kind(self, i: int) -> Kind | None:
        """Return the kind of element `i`, None outside the sentence."""
        return self.els[i].kind if 0 <= i < len(self.els) else None

    def names(self, i: int) -> tuple[Mention, ...]:
        """Return the mentions inside the noun phrase `i`."""
        return tuple(m for _, m in self.els[i].names)

    def name_headed(self, i: int) -> bool:
        """Whether the noun phrase begins with a name (determiners and numbers aside)."""
        el = self.els[i]
        return bool(el.names) and el.names[0][0] - el.first <= 2

    def governed(self, i: int) -> bool:
        """Whether the noun phrase `i` stands after a preposition (its own or a co-ordinated one's)."""
        if self.kind(i - 1) is Kind.PREP:
            return True
        return (
            self.kind(i - 1) is Kind.COORD and self.kind(i - 2) is Kind.NP and self.kind(i - 3) is Kind.PREP
        )

    def is_object(self, i: int) -> bool:
        """Whether the noun phrase `i` stands directly after a verb group."""
        return self.kind(i - 1) is Kind.VG

    def speechlike(self, i: int) -> bool:
        """Whether the verb group `i` has a frame of reported speech."""
        return any(s.frame is not None and s.frame.speech for s in self.els[i].senses)

    def complement(self, i: int) -> str:
        """Return what a clause after the verb group `i` is by its frames ("none" where none says)."""
        for sense in self.els[i].senses:
            if sense.frame is not None and sense.frame.complement != "none":
                return sense.frame.complement
        return "none"

    # -- chains of co-ordinated phrases --------------------------------------------------------

    def chain_right(self, i: int) -> Found:
        """Return the participants of the phrase `i` and of those joined to it on the right."""
        names = list(self.names(i))
        at = i
        while True:
            link = at + 1
            while self.kind(link) in (Kind.COMMA, Kind.COORD):
                link += 1
            if link == at + 1 or self.kind(link) is not Kind.NP or not self.name_headed(link):
                break
            joined = any(self.els[k].kind is Kind.COORD for k in range(at + 1, link))
            if not joined and not self._list_goes_on(link):
                break
            hyphen = self.els[link - 1].word == "-"
            if self.kind(link + 1) is Kind.VG and not hyphen and self._behind_verb(i):
                break
            names += self.names(link)
            at = link
        return Found(tuple(names), i, "direct")

    def _list_goes_on(self, i: int) -> bool:
        """Whether after the phrase `i` a comma or co-ordinator leads to another name ("A, B dan C")."""
        at = i
        for _ in range(12):
            if self.kind(at + 1) is Kind.COORD or (
                self.kind(at + 1) is Kind.COMMA and self.kind(at + 2) is Kind.COORD
            ):
                return True
            if self.kind(at + 1) is Kind.COMMA and self.kind(at + 2) is Kind.NP and self.name_headed(at + 2):
                at += 2
                continue
            return False
        return False

    def _behind_verb(self, i: int) -> bool:
        """Whether a verb stands before the phrase in its clause: a name before a new verb opens a new clause.

        In "Pertemuan antara X dan Y digelar" none does, so both names belong to the phrase.
        """
        k = i - 1
        while k >= 0 and self.els[k].kind in (Kind.NP, Kind.PREP, Kind.COORD, Kind.TIME):
            k -= 1
        return self.kind(k) in (Kind.VG, Kind.COMMA)

    def chain_left(self, i: int) -> Found:
        """Return the participants of the phrase `i` and of those joined to it on the left."""
        groups = [self.names(i)]
        at = i
        first = True
        while True:
            link = at - 1
            joined = False
            while self.kind(link) in (Kind.COMMA, Kind.COORD):
                joined = joined or self.els[link].kind is Kind.COORD
                link -= 1
            if link == at - 1 or self.kind(link) is not Kind.NP or not self.name_headed(link):
                break
            if (first and not joined) or self.governed(link):
                break
            if self.is_object(link) and self.complement(link - 1) != "report":
                break
            groups.insert(0, self.names(link))
            at, first = link, False
        return Found(tuple(m for group in groups for m in group), at, "direct")

    # -- subject -------------------------------------------------------------------------------

    def subject(self, i: int, depth: int = 0) -> Found:
        """Return the grammatical subject of the verb group `i`."""
        if depth > _DEPTH:
            return Found()
        inverted = self.inverted(i)
        if inverted:
            return inverted
        j = i - 1
        of_names: tuple[Mention, ...] = ()
        while j >= 0:
            el = self.els[j]
            if el.kind is Kind.QCLOSE and self.els[i].quote == 0:
                j = self._before_quote(j)
                continue
            if el.kind is Kind.QOPEN:
                return Found(how="quote-start")
            if el.kind in (Kind.TIME, Kind.REPORT):
                j -= 1
            elif el.kind is Kind.NP:
                if self.governed(j) and self.kind(j - 1) is Kind.PREP:
                    preposition = self.els[j - 1].word
                    if preposition in ("of", "dari") or preposition in self.closed.origin_prepositions:
                        of_names = self.names(j) or of_names
                    j -= 2
                    continue
                return self._subject_phrase(i, j, of_names, depth)
            elif el.kind is Kind.PREP:
                if j == i - 1:
                    return self._controlled(i, j, depth)
                j -= 1
            elif el.kind in (Kind.COMMA, Kind.DASH):
                decided = self._across_comma(i, j, depth)
                if decided is not None:
                    return decided
                j -= 1
            else:
                return self._from_linker(i, j, depth)
        return Found()

    def _before_quote(self, close: int) -> int:
        j = close - 1
        while j >= 0 and self.els[j].kind is not Kind.QOPEN:
            j -= 1
        return j - 1

    def _subject_phrase(self, i: int, j: int, of_names: tuple[Mention, ...], depth: int) -> Found:
        if self.kind(j - 1) is Kind.VG and self.kind(i - 1) is not Kind.COMMA:
            before = j - 1
            if self.els[i].voice is Voice.ING and not self.names(j):
                inherited = self.subject(before, depth + 1)
                return Found(inherited.names, inherited.np, "serial")
            if self.complement(before) == "none" and not self.speechlike(before) and self.els[before].senses:
                inherited = self.subject(before, depth + 1)
                if not self.names(j):
                    return Found(inherited.names, inherited.np, "serial")
        if not self.els[j].names:
            if of_names:
                return Found(of_names, j, "of")
            return Found((), j, "nameless")
        apposed = self._apposition(j)
        return self.chain_left(j) if apposed is None else self.chain_left(apposed)

    def _apposition(self, j: int) -> int | None:
        """Return the phrase that `j` is in apposition to ("Borrell, diplomat utama UE, mengatakan")."""
        if self.kind(j + 1) is Kind.COMMA and self.kind(j - 1) is Kind.COMMA and self.kind(j - 2) is Kind.NP:
            head = j - 2
            if self.name_headed(head) and not self.governed(head) and not self.is_object(head):
                return head
        return None

    def _across_comma(self, i: int, comma: int, depth: int) -> Found | None:
        """Decide a comma directly before the verb group: an aside's end, or a participial verb group."""
        if any(self.els[k].kind is Kind.NP and not self.governed(k) for k in range(comma + 1, i)):
            return None
        k = comma - 1
        while k >= 0 and self.els[k].kind not in (Kind.COMMA, Kind.DASH, Kind.STOP, Kind.QOPEN, Kind.COLON):
            k -= 1
        if k > 0 and self.els[k].kind in (Kind.COMMA, Kind.DASH) and self.kind(k - 1) is Kind.NP:
            head = k - 1
            if not self.is_object(head) and not self.governed(head) and self.els[head].names:
                return self.chain_left(head)
        previous = self.previous_verb(comma)
        if previous is not None and not self._fronted(previous, comma):
            inherited = self.subject(previous, depth + 1)
            return Found(inherited.names, inherited.np, "participial")
        return None

    def _fronted(self, verb: int, comma: int) -> bool:
        """Whether the verb group belongs to a fronted subordinate clause that the comma ends."""
        return any(self.els[k].kind is Kind.SUB for k in range(verb)) and not any(
            self.els[k].kind is Kind.VG for k in range(verb + 1, comma)
        )

    def previous_verb(self, i: int) -> int | None:
        """Return the nearest verb group before `i` in the same quotation level."""
        quote = self.els[i].quote
        for k in range(i - 1, -1, -1):
            if self.els[k].kind in _BREAKS:
                return None
            if self.els[k].kind is Kind.VG and self.els[k].quote == quote:
                return k
        return None

    def next_verb(self, i: int) -> int | None:
        """Return the nearest verb group after `i` in the same quotation level."""
        quote = self.els[i].quote
        for k in range(i + 1, len(self.els)):
            if self.els[k].kind in _BREAKS:
                return None
            if self.els[k].kind is Kind.VG and self.els[k].quote == quote:
                return k
        return None

    def _from_linker(self, i: int, j: int, depth: int) -> Found:
        """The subject where a linking word or another verb group stands before the verb group."""
        el = self.els[j]
        if el.kind is Kind.VG:
            inherited = self.subject(j, depth + 1)
            return Found(inherited.names, inherited.np, "serial")
        if el.kind is Kind.REL:
            return self.relative_head(j)
        if el.kind is Kind.COORD:
            previous = self._parallel(i, j)
            if previous is None:
                return Found()
            inherited = self.subject(previous, depth + 1)
            return Found(inherited.names, inherited.np, "coordinated")
        if el.kind in (Kind.SUB, Kind.COMP):
            return self._controlled(i, j, depth)
        return Found()

    def _parallel(self, i: int, coordinator: int) -> int | None:
        """Return the verb group that `i` is co-ordinated with: a verb of saying looks for its like."""
        previous = self.previous_verb(coordinator)
        if self.kind(coordinator - 1) is Kind.DASH:
            return self._first_verb(coordinator, i)
        if previous is None or not self.speechlike(i):
            return previous
        if self.kind(coordinator - 1) is Kind.COMMA:
            first = self._first_verb(coordinator, i)
            if first is not None and self.speechlike(first):
                return first
        k: int | None = previous
        while k is not None:
            closed = any(self.els[c].kind is Kind.COMMA for c in range(k, coordinator - 1))
            if self.speechlike(k) and not (self.kind(k - 1) is Kind.REL and closed):
                return k
            k = self.previous_verb(k)
        return previous

    def _first_verb(self, before: int, i: int) -> int | None:
        """Return the main verb of the sentence: its first verb group outside relative clauses."""
        for k in range(before):
            el = self.els[k]
            if el.kind is Kind.VG and el.quote == self.els[i].quote and self.kind(k - 1) is not Kind.REL:
                return k
        return None

    def _controlled(self, i: int, j: int, depth: int) -> Found:
        previous = self.previous_verb(j)
        if previous is not None:
            if self.complement(previous) == "content":
                target = self.object(previous)
                if target:
                    return Found(target.names, target.np, "object-control")
            inherited = self.subject(previous, depth + 1)
            return Found(inherited.names, inherited.np, "control")
        if any(self.els[k].kind in (Kind.COMMA,) for k in range(i, len(self.els))):
            following = self.next_verb(i)
            if following is not None and depth == 0:
                inherited = self.subject(following, _DEPTH)
                return Found(inherited.names, inherited.np, "fronted")
        return Found()

    def relative_head(self, rel: int) -> Found:
        """Return the head that a relative clause is about."""
        k = rel - 1
        while k >= 0 and self.els[k].kind in (Kind.COMMA, Kind.TIME):
            k -= 1
        if self.kind(k) is not Kind.NP:
            return Found(how="relative")
        if self.els[k].names:
            found = self.chain_left(k) if not self.governed(k) else Found(self.names(k), k)
            return Found(found.names, k, "relative")
        if self.governed(k) and self.kind(k - 2) is Kind.NP:
            return Found(self.names(k - 2), k - 2, "relative")
        return Found((), k, "relative")

    def inverted(self, i: int) -> Found:
        """Return the speaker after an inverted speech verb ("…," kata X; …, said X)."""
        if not self.speechlike(i):
            return Found()
        before = i - 1
        while self.kind(before) is Kind.TIME:
            before -= 1
        if self.kind(before) not in (Kind.COMMA, Kind.QCLOSE, None, Kind.STOP, Kind.DASH):
            return Found()
        after_quote = self.kind(before) is Kind.QCLOSE or self.kind(before - 1) is Kind.QCLOSE
        if not after_quote and not self._ends_in_speaker(i):
            return Found()
        at = i + 1
        while self.kind(at) is Kind.TIME:
            at += 1
        if self.kind(at) is Kind.NP and self.els[at].names and self._offset(at) <= 3:
            return Found(self.chain_right(at).names, at, "inverted")
        if (
            self.kind(at) is Kind.NP
            and self.kind(at + 1) is Kind.COMMA
            and self.kind(at + 2) is Kind.NP
            and self.els[at + 2].names
        ):
            return Found(self.names(at + 2), at + 2, "inverted")
        return Found()

    def _ends_in_speaker(self, i: int) -> bool:
        """Whether the verb is of an inverting form and only the speaker's phrases follow ("…, kata X.")."""
        word = self.sentence.chunks[self.els[i].head_first].lower
        if word.startswith(("me", "ber", "di")):
            return False
        at = i + 1
        while at < len(self.els) and self.els[at].kind in (
            Kind.NP,
            Kind.PREP,
            Kind.TIME,
            Kind.COMMA,
            Kind.COORD,
            Kind.DASH,
        ):
            at += 1
        return at >= len(self.els) or self.els[at].kind in (Kind.STOP, Kind.SUB, Kind.REPORT)

    def _offset(self, i: int) -> int:
        return self.els[i].names[0][0] - self.els[i].first

    # -- object and prepositional phrases ------------------------------------------------------

    def object(self, i: int) -> Found:
        """Return the phrase directly after the verb group `i` (its mentions may be modifiers)."""
        at = i + 1
        if self.kind(at) is Kind.COMP:
            return Found()
        if self.kind(at) is Kind.NP:
            return self.target(at)
        return Found()

    def target(self, at: int) -> Found:
        """Return the participants of an object phrase; examples count ("lembaga seperti IMF")."""
        found = self.chain_right(at)
        if found or self.kind(at + 1) is not Kind.PREP or self.kind(at + 2) is not Kind.NP:
            return found
        if self.els[at + 1].word in self.closed.example_prepositions:
            return Found(self.chain_right(at + 2).names, at, "example")
        return found

    def object_phrase(self, i: int) -> int | None:
        """Return the index of the noun phrase directly after the verb group, dates skipped."""
        at = i + 1
        while self.kind(at) is Kind.TIME:
            at += 1
        return at if self.kind(at) is Kind.NP else None

    def obliques_after(self, i: int) -> tuple[Oblique, ...]:
        """Return the prepositional phrases that follow the element `i` up to the next clause."""
        found: list[Oblique] = []
        at = i + 1
        event_noun = False
        while at < len(self.els):
            kind = self.els[at].kind
            if kind is Kind.PREP:
                if self.kind(at + 1) is Kind.NP:
                    if event_noun and self.els[at].word not in self.closed.place_prepositions:
                        break  # the phrase belongs to the event noun before it
                    event_noun = event_noun or bool(self.els[at + 1].triggers)
                    found.append(Oblique(self.els[at].word, self.chain_right(at + 1), at + 1))
                    at += 2
                    continue
                at += 1
                continue
            if kind is Kind.COMMA and self.kind(at + 1) in (Kind.PREP, Kind.TIME):
                at += 1
                continue
            if kind is Kind.COORD and self.kind(at + 1) in (Kind.NP, Kind.PREP):
                at += 1
                continue
            if kind is Kind.TIME or (kind is Kind.NP and self.els[i].kind is Kind.VG):
                at += 1
                continue
            if kind is Kind.COMMA and self.kind(at + 1) is Kind.NP and self.kind(at + 2) is not Kind.VG:
                at += 1
                continue
            break
        return tuple(found)

    def obliques_before(self, i: int) -> tuple[Oblique, ...]:
        """Return the prepositional phrases between the clause's start and the verb group."""
        found: list[Oblique] = []
        at = i - 1
        while at >= 0 and self.els[at].kind in (Kind.NP, Kind.PREP, Kind.TIME, Kind.COMMA):
            if self.els[at].kind is Kind.PREP and self.kind(at + 1) is Kind.NP:
                found.insert(
                    0, Oblique(self.els[at].word, Found(self.names(at + 1), at + 1, "before"), at + 1)
                )
            at -= 1
        return tuple(found)

    def clause_subject(self, i: int) -> Found:
        """Return the subject of the clause that a linking word after element `i` opens ("agar X …")."""
        link = self.els[i + 1] if i + 1 < len(self.els) else None
        if link is None or not (link.kind is Kind.COMP or (link.kind is Kind.SUB and link.link == "purpose")):
            return Found()
        if self.kind(i + 2) is Kind.NP and self.kind(i + 3) is Kind.VG:
            return Found(self.chain_right(i + 2).names or self.names(i + 2), i + 2, "clause")
        return Found()

    def element_span(self, first: int, last: int) -> tuple[int, int]:
        """Return the document span from element `first` to element `last`."""
        chunks = self.sentence.chunks
        return chunks[self.els[first].first].start, chunks[self.els[last].last].end

    def element(self, i: int) -> Element:
        """Return the element `i`."""
        return self.els[i]
