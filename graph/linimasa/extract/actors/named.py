"""Mentions with a name: persons, states, organisations, places, and names recalled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from linimasa.extract.actors.bodies import name_mention, unknown_body
from linimasa.extract.actors.codes import person_codes, reading_code
from linimasa.extract.actors.draft import Draft, draft
from linimasa.extract.actors.find import Find, FindKind
from linimasa.extract.actors.lexicon import Term, TermClass
from linimasa.extract.actors.people import Entity
from linimasa.extract.actors.tokens import Gap
from linimasa.extract.actors.whose import Whose
from linimasa.lexicon.gazetteer import Person
from linimasa.lexicon.names import NameKind, fold, key_of
from linimasa.model.terms import ActorKind

#: Titles that texts give to their former bearers as well.
_LIFELONG = frozenset({"president", "prime-minister", "monarch"})
#: Titles of which the tables know all holders of the greater states.
_SINGLE = frozenset(
    {"president", "prime-minister", "foreign-minister", "defence-minister", "secretary-general"}
)
#: Sectors of titles that mean a state's own people where a text is about one state.
_PUBLIC = frozenset({"COP", "JUD", "LEG"})


def is_person(find: Find) -> bool:
    """Whether a phrase's readings are persons only."""
    return bool(find.readings) and all(r.kind is NameKind.PERSON for r in find.readings)


class Named(Whose):
    """Gives phrases with names their identities."""

    __slots__ = ()

    def _alone_words(self, finds: Sequence[Find]) -> frozenset[str]:
        """Return the unknown capitalised words that stand alone: surnames, if a full name has them."""
        stops = self.lexicon.words["stops"]
        lows = (
            self.tokens.low[f.start] for f in finds if f.kind is FindKind.CAPITALS and f.end - f.start == 1
        )
        return frozenset(low for low in lows if low not in stops)

    def _meet_persons(self, finds: Sequence[Find]) -> None:
        """Make the document's persons known: full names first, then titled short ones."""
        persons = [
            f for f in finds if f.kind is FindKind.PERSON or (f.kind is FindKind.NAME and is_person(f))
        ]
        for full in (True, False):
            for find in persons:
                if (find.end - find.start > 1) is full:
                    entity = self._entity(find)
                    if entity is not None:
                        self._note(find, entity)
                    self._titled_before = (find.last, self.owner(find) if find.terms else None)

    def _note(self, find: Find, entity: Entity) -> None:
        self.entity_of[id(find)] = entity
        entity.seen.append(find.start)
        short = self._bracketed(find)
        if short:
            entity.aliases.add(short)
        titles = entity.former_titles if find.former else entity.titles
        titles.update(t.slug for t in find.terms if t.cls is TermClass.TITLE)

    def _bracketed(self, find: Find) -> str:
        """Return the short name that a text gives in brackets behind a name, folded: "(AHY)"."""
        last = (find.name or (find.start, find.end))[1] - 1
        words = self.tokens.text[self.tokens.end[last] : self.tokens.outer[last]].strip(" ()")
        return fold(words) if len(words) > 1 and words.isalpha() and words.isupper() else ""

    def _entity(self, find: Find) -> Entity | None:
        begin, end = find.name or (find.start, find.end)
        tokens = tuple(w for w in self.tokens.low[begin:end] if w not in ("jr", "sr"))
        code = self.owner(find)
        single = len(tokens) == 1
        if single:
            known = self.people.recall(tokens, find.start, any_token=True)
            if known is not None and code in (None, known.code, known.country):
                return self._titled(known, find, None)
        ids = [r.key for r in find.readings if r.kind is NameKind.PERSON]
        person = self.people.choose(ids, code, find.terms, single) if ids else None
        if person is None and ids:
            person = self._of_another(find, ids, code, single)
        if person is None and find.kind is FindKind.PERSON and find.head is not None and not find.former:
            heads = find.head.slug in _SINGLE | _LIFELONG and not (find.deputy or find.acting)
            person = self.people.by_office(tokens, code, find.head.offices) if heads else None
        if person is None and not single:
            person = self.people.by_skeleton(tokens, code, find.terms)
        if person is not None:
            return self._titled(self.people.known(person), find, code)
        if find.kind is not FindKind.PERSON or (ids and len(ids) > 1 and single):
            return None
        if ids and code is not None:
            find.flags.append("title-conflict")
        return self._titled(self.people.unknown(self._words(begin, end), tokens), find, code)

    def _of_another(self, find: Find, ids: Sequence[str], code: str | None, single: bool) -> Person | None:
        """Return the person whose state is the other one of an owner's name ("Congolese")."""
        codes = {reading_code(self.gazetteer, r, self.day) for r in find.owner} - {code, None}
        found = (self.people.choose(ids, other, find.terms, single) for other in sorted(filter(None, codes)))
        persons = [person for person in found if person is not None]
        return persons[0] if len(persons) == 1 else None

    def _titled(self, entity: Entity, find: Find, code: str | None) -> Entity:
        """Let an entity take code and sector from its title where nothing better is known."""
        if find.terms and entity.row is None:
            code = code or self.owner(find) or self._beside(find) or self._home_code(find)
            if code is None and not find.owner and not find.sponsored:
                code = self._only_state() or (self._leading_state(find) if self._public(find) else None)
            entity.code = entity.code or code
            entity.country = entity.country or (code if code in self.gazetteer.states else None)
            entity.sector = entity.sector or self.sector(find, code)
        if find.terms and not find.former:
            entity.title_sector = entity.title_sector or self.sector(find, entity.code)
        return entity

    @staticmethod
    def _public(find: Find) -> bool:
        """Whether a person serves a state by the title: a prosecutor, a spokesperson."""
        head = find.terms[0]
        return head.cls is TermClass.TITLE and (head.sector in _PUBLIC or head.slug == "spokesperson")

    def _beside(self, find: Find) -> str | None:
        """Return the state of the titled person that a conjunction joins to this one."""
        before, code = self._titled_before
        joined = find.first - before == 1 and self.tokens.low[before] in self.lexicon.words["conjunctions"]
        same = joined and self.tokens.sentence[before - 1] == self.tokens.sentence[find.first]
        titled = any(t.cls is TermClass.TITLE for t in find.terms)
        return code if same and titled and not find.owner else None

    def _name(self, find: Find) -> Draft | None:
        if is_person(find):
            return self._recalled(find)
        weak = not any(r.strong for r in find.readings if r.kind is not NameKind.PERSON)
        if weak and not self._supported(find):
            return self._recalled(find)
        made = name_mention(self.gazetteer, self.lexicon, self.tokens, find, self.day, self.support)
        if self._minority(find):
            at_home = self._there.get(self.tokens.sentence[find.start])
            made.kind, made.actor, made.name, made.sector = ActorKind.GROUP, None, None, "CVL"
            made.code = made.country = at_home if at_home != made.code else None
        return made

    def _minority(self, find: Find) -> bool:
        """Whether the name is of a people in whatever state ("ethnic Albanians")."""
        i = find.first
        ethnic = (
            i > 0
            and self.tokens.gap[i] is Gap.JOIN
            and self.tokens.low[i - 1] in self.lexicon.words["ethnic"]
        )
        return ethnic and find.readings[0].kind is NameKind.DEMONYM

    def _supported(self, find: Find) -> bool:
        """Whether something in the text speaks for a weak name: a preposition, or its state elsewhere."""
        i = find.start
        if (
            i > 0
            and self.tokens.low[i - 1] in self.lexicon.words["place_prepositions"]
            and self.tokens.gap[i] == 0
        ):
            return True
        if any(r.kind is NameKind.STATE and self._usual(find, r.key) for r in find.readings):
            return True
        codes = {reading_code(self.gazetteer, r, self.day) for r in find.readings}
        return any(code is not None and self.support[code] > 0 for code in codes)

    def _usual(self, find: Find, code: str) -> bool:
        """Whether the words are a state's usual name, not a byname such as "Korea"."""
        state = self.gazetteer.states[code]
        words = key_of(self._words(find.start, find.end))
        return words in (key_of(state.name_en), key_of(state.name_id))

    def _recalled(self, find: Find) -> Draft | None:
        tokens = self.tokens.low[find.start : find.end]
        entity = self.people.recall(tokens, find.start, any_token=self.lexicon.lang != "en")
        if entity is not None:
            return self._person(find, entity)
        code = self._shared_country(find.readings) if is_person(find) else None
        if code is None:
            return None
        made = draft(self.tokens, find, ActorKind.PERSON, rule="person-of-several")
        made.code = made.country = code
        return made

    def _capitals(self, find: Find) -> Draft | None:
        known = self._recalled(find)
        if known is not None:
            return known
        tokens = tuple(self.tokens.low[find.start : find.end])
        if len(tokens) < 2:
            return None
        if self.tokens.gap[find.start] is Gap.STOP:
            inner = replace(
                find, kind=FindKind.NAME, start=find.start + 1, first=find.start + 1, readings=find.rest
            )
            named = self._recalled(inner) or (self._later(inner) if find.rest else None)
            if named is not None:
                return named
        if any(token in self.lexicon.words["body_words"] for token in tokens):
            made = unknown_body(self.tokens, find, self.lexicon.sectors)
            made.code = self.owner(find)
            made.country = made.code if made.code in self.gazetteer.states else None
            return made
        initial = len(tokens) > 2 and any(len(token) == 1 for token in tokens[1:-1])
        if not (initial or self._speaks(find) or tokens[-1] in self._alone):
            return None
        return self._person(find, self.people.unknown(self._words(find.start, find.end), tokens))

    def _later(self, find: Find) -> Draft | None:
        """Return a gazetteer person after a capital that only begins the sentence ("Kunjungan Putin")."""
        entity = self._entity(find)
        return self._person(find, entity) if entity is not None else None

    def _speaks(self, find: Find) -> bool:
        """Whether a verb of speech stands right beside the words."""
        speech, tokens = self.lexicon.words["speech"], self.tokens
        before = find.start > 0 and tokens.gap[find.start] == 0 and tokens.low[find.start - 1] in speech
        after = find.end < len(tokens) and tokens.gap[find.end] == 0 and tokens.low[find.end] in speech
        return before or after

    def _person(self, find: Find, entity: Entity) -> Draft:
        code = self.owner(find) if find.kind is FindKind.PERSON else None
        if code is not None and entity.row is not None and self._misread(find, entity.row, code):
            code = None
        if code is None and entity.row is not None and find.head is not None and not find.former:
            code = self._titled_code(find, entity.row, find.head)
        sector = self.sector(find, code or entity.code) if find.terms else None
        if find.former:
            sector = "ELI"
        entity.seen.append(find.start)
        made = draft(
            self.tokens,
            find,
            ActorKind.PERSON,
            rule="person" if entity.row is not None else "person-by-pattern",
        )
        made.actor, made.name = entity.actor, entity.name
        made.code = code or entity.code
        made.country = entity.country
        made.sector = sector or entity.title_sector or entity.sector
        made.gender = entity.gender
        if find.head is not None and find.head.slug == "spokesperson":
            made.speaks_for = self.body_of(find, made.code)
        return made

    def _misread(self, find: Find, person: Person, code: str) -> bool:
        """Whether the owner's name, which several states bear, means the person's own state."""
        codes = {reading_code(self.gazetteer, r, self.day) for r in find.owner}
        own = person_codes(self.gazetteer, person)
        return code not in own and bool(codes & own)

    def _titled_code(self, find: Find, person: Person, head: Term) -> str | None:
        """Return for whom a gazetteer person bears the title; flag one that the table doesn't know."""
        rows = [row for row in self.gazetteer.careers.get(person.id, ()) if row.office in head.offices]
        held = [row for row in rows if self.day is None or row.possible(self.day)]
        if not held and head.slug in _SINGLE and not (find.acting or find.deputy):
            find.flags.append("title-conflict")
        known = held or (rows if head.slug in _LIFELONG else [])
        countries = {row.country for row in known}
        return countries.pop() if len(countries) == 1 else None
