"""Persons of a document: who a name or title means, and the memory by which later short names resolve."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from linimasa.extract.actors.codes import person_code, person_codes, person_sector
from linimasa.extract.actors.lexicon import Term
from linimasa.lexicon.gazetteer import Gazetteer, Person
from linimasa.lexicon.names import fold, key_of
from linimasa.model.iri import slug

#: Persons by the skeleton of their full name.
Skeletons = dict[str, tuple[str, ...]]
_EVEN = (
    ("ph", "f"), ("ck", "k"), ("sch", "s"), ("ch", "x"), ("ce", "se"), ("ci", "si"), ("c", "k"), ("q", "k"),
    ("sh", "s"), ("sy", "s"), ("ou", "u"), ("oe", "u"), ("oo", "u"), ("ee", "i"), ("y", "i"), ("j", "i"),
    ("w", "v"),
)  # fmt: skip

#: Where the family name comes first.
_FAMILY_FIRST = frozenset({"CHN", "HKG", "KHM", "KOR", "MAC", "PRK", "TWN", "VNM"})


def skeleton(word: str) -> str:
    """Return a folded word with the spellings of transliteration evened out (Zelenskiy = Zelensky)."""
    for spelling, even in _EVEN:
        if spelling in word:
            word = word.replace(spelling, even)
    word = word[:1] + word[1:].replace("h", "")
    return "".join(c for i, c in enumerate(word) if i == 0 or c != word[i - 1])


@dataclass(slots=True)
class Entity:
    """A person of the document. `row` is the gazetteer's person, None for one known from the text alone."""

    actor: str
    name: str
    code: str | None
    sector: str | None
    country: str | None
    tokens: tuple[str, ...]
    row: Person | None = None
    titles: set[str] = field(default_factory=set)
    former_titles: set[str] = field(default_factory=set)
    aliases: set[str] = field(default_factory=set)
    seen: list[int] = field(default_factory=list)
    gender: str = ""
    speaks_for: str | None = None
    title_sector: str | None = None


class People:
    """The persons met in one document, and the choice among the gazetteer's."""

    __slots__ = ("_gazetteer", "_skeletons", "day", "entities", "support")

    def __init__(
        self,
        gazetteer: Gazetteer,
        skeletons: Callable[[], Skeletons],
        day: str | None,
        support: Counter[str],
    ) -> None:
        self._gazetteer = gazetteer
        self._skeletons = skeletons
        self.day = day
        self.support = support
        self.entities: dict[str, Entity] = {}

    def choose(
        self, ids: Iterable[str], code: str | None, terms: Sequence[Term], surname: bool
    ) -> Person | None:
        """Return the one person that fits country, office and day; None where none or several do."""
        pool = [self._gazetteer.persons[i] for i in dict.fromkeys(ids)]
        if code is not None:
            pool = [p for p in pool if code in person_codes(self._gazetteer, p)]
        if len(pool) > 1:
            pool = self._in_office(pool, code, terms) or pool
        if len(pool) > 1:
            pool = [p for p in pool if p.id in self.entities] or pool
        if len(pool) > 1 and self.day is not None:
            pool = [p for p in pool if self._gazetteer.career(p.id, self.day)] or pool
        if len(pool) > 1 and surname:
            best = max(self.support[p.country] for p in pool)
            pool = [p for p in pool if best and self.support[p.country] == best] or pool
        return pool[0] if len(pool) == 1 else None

    def _in_office(self, pool: list[Person], code: str | None, terms: Sequence[Term]) -> list[Person]:
        offices = {office for term in terms for office in term.offices}
        fits = []
        for person in pool:
            rows = self._gazetteer.career(person.id, self.day)
            if any(row.office in offices and code in (None, row.country) for row in rows):
                fits.append(person)
        return fits

    def by_skeleton(self, tokens: Sequence[str], code: str | None, terms: Sequence[Term]) -> Person | None:
        """Return the person of a full name in another transliteration, only within the state given."""
        ids = self._skeletons().get(" ".join(map(skeleton, tokens)), ())
        return self.choose(ids, code, terms, surname=False) if ids else None

    def by_office(self, tokens: Sequence[str], code: str | None, offices: Iterable[str]) -> Person | None:
        """Return who held an office on the day under this surname and, where there is one, first name.

        The tables often lack what the text has: a middle name or initial ("Boris N. Yeltsin"). Nobody is
        returned where the text names another state, or where two of that name held the office somewhere.
        """
        if self.day is None:
            return None
        wanted, found = set(offices), set()
        for (office, country), rows in self._gazetteer.offices.items():
            if office not in wanted or code not in (None, country):
                continue
            for row in rows:
                if row.possible(self.day):
                    name = key_of(self._gazetteer.persons[row.person].name).split()
                    first = len(tokens) == 1 or name[0] == tokens[0]
                    if first and len(name) > 1 and name[-1] == tokens[-1]:
                        found.add(row.person)
        return self._gazetteer.persons[found.pop()] if len(found) == 1 else None

    def known(self, person: Person) -> Entity:
        """Return the document's entity of a gazetteer person."""
        entity = self.entities.get(person.id)
        if entity is None:
            names = (person.name, person.name_id)
            tokens = tuple(dict.fromkeys(w for name in names for w in key_of(name).split()))
            entity = Entity(
                person.id, person.name, person_code(self._gazetteer, person, self.day),
                person_sector(self._gazetteer, person, self.day), person.country or None, tokens, person,
                gender=person.gender,
            )  # fmt: skip
            self.entities[person.id] = entity
        return entity

    def unknown(self, words: str, tokens: tuple[str, ...]) -> Entity:
        """Return the document's entity of a person whom only the text knows."""
        actor = "x-" + slug(words)
        entity = self.entities.get(actor)
        if entity is None:
            entity = self.entities[actor] = Entity(actor, words, None, None, None, tokens)
        return entity

    def recall(self, tokens: Sequence[str], at: int, any_token: bool) -> Entity | None:
        """Return the entity that a short name means: all its words belong to one person's name.

        `any_token` lets a first name do (Indonesian papers use it), else the last word must be there. Of
        several, the one mentioned last before `at` is meant if they are of one name, else nobody.
        """
        fits = [e for e in self.entities.values() if self._short(e, tokens, any_token)]
        if not fits and len(tokens) == 1 and len(tokens[0]) > 5:
            bare = skeleton(tokens[0])
            fits = [e for e in self.entities.values() if skeleton(e.tokens[-1]) == bare]
        if len(fits) > 1:
            before = [e for e in fits if e.seen and e.seen[0] < at]
            fits = before if len(before) == 1 else fits
        return fits[0] if len(fits) == 1 else None

    @staticmethod
    def _short(entity: Entity, tokens: Sequence[str], any_token: bool) -> bool:
        if len(tokens) == 1 and tokens[0] in entity.aliases:
            return True
        if not set(tokens) <= set(entity.tokens):
            return False
        if any_token or len(tokens) > 1 or tokens[-1] in entity.tokens[-1:]:
            return True
        return entity.country in _FAMILY_FIRST and tokens[0] == entity.tokens[0]

    def titled(self, slugs: set[str], code: str | None, at: int, former: bool = False) -> list[Entity]:
        """Return the entities that bear (or bore) one of these titles, the last mentioned first."""
        everyone = self.entities.values()
        fits = [e for e in everyone if (e.former_titles if former else e.titles) & slugs]
        fits = [e for e in fits if code in (None, e.code, e.country)]
        return sorted(fits, key=lambda e: (-max((s for s in e.seen if s < at), default=-1), e.actor))


def skeletons_of(gazetteer: Gazetteer) -> Skeletons:
    """Index full names by their skeletons; the work is done when the first odd spelling turns up."""
    table: Skeletons = {}
    for person in gazetteer.persons.values():
        for name in dict.fromkeys((person.name, person.name_id, *person.aliases.split("|"))):
            words = [skeleton(fold(w)) for w in key_of(name).split()]
            if len(words) > 1:
                key = " ".join(words)
                table[key] = (*table.get(key, ()), person.id)
    return table
