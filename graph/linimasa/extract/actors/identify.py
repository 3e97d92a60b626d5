"""From phrases to mentions: who is meant, for whom they stand, of what kind they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from linimasa.extract.actors.bodies import body_mention, name_mention, place_mention, unknown_body
from linimasa.extract.actors.codes import office_sector, owner_code, reading_code
from linimasa.extract.actors.draft import Draft, draft
from linimasa.extract.actors.find import Find, FindKind
from linimasa.extract.actors.lexicon import ActorLexicon, Term, TermClass
from linimasa.extract.actors.people import Entity, People, Skeletons
from linimasa.extract.actors.tokens import Gap, Tokens
from linimasa.lexicon.gazetteer import Gazetteer, Person
from linimasa.lexicon.names import NameKind, Reading, key_of
from linimasa.model.terms import ActorKind

#: Titles that no table of offices can turn into one person.
_MANY = frozenset(
    "spokesperson adviser special-envoy general member-of-parliament head judge governor high-commissioner"
    " group-leader commander minister".split()
)
_HOME = "IDN"
#: Sectors that people keep when they leave: a retired officer is no notable.
_ARMED = frozenset({"MIL", "SPY", "COP", "REB", "PRM", "UAF", "CRM"})
#: Titles that texts give to their former bearers as well.
_LIFELONG = frozenset({"president", "prime-minister", "monarch"})
#: Titles of which the tables know all holders of the greater states.
_SINGLE = frozenset(
    {"president", "prime-minister", "foreign-minister", "defence-minister", "secretary-general"}
)
#: Sectors whose people are at home where a text speaks of one state only.
_DOMESTIC = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "OPP", "CVL", "LAB", "EDU", "MED"})


def is_person(find: Find) -> bool:
    """Whether a phrase's readings are persons only."""
    return bool(find.readings) and all(r.kind is NameKind.PERSON for r in find.readings)


class Identify:
    """Gives the phrases of one document their identities."""

    __slots__ = (
        "_alone",
        "_bodies",
        "_sources",
        "day",
        "entity_of",
        "gazetteer",
        "lexicon",
        "people",
        "support",
        "tokens",
    )

    def __init__(
        self, gazetteer: Gazetteer, lexicon: ActorLexicon, tokens: Tokens, day: str | None,
        skeletons: Callable[[], Skeletons],
    ) -> None:  # fmt: skip
        self.gazetteer = gazetteer
        self.lexicon = lexicon
        self.tokens = tokens
        self.day = day
        self.support: Counter[str] = Counter()
        self.people = People(gazetteer, skeletons, day, self.support)
        self.entity_of: dict[int, Entity] = {}
        self._bodies: dict[str, str] = {}
        self._alone: frozenset[str] = frozenset()
        self._sources = 0

    def mentions(self, finds: Sequence[Find]) -> list[Draft]:
        """Return the drafts of all phrases that can be identified or that name a party by their words."""
        self._count_support(finds)
        self._meet_persons(finds)
        self._alone = self._alone_words(finds)
        drafts = []
        for find in finds:
            made = self._mention(find)
            if made is not None:
                drafts.append(made)
        return drafts

    def _alone_words(self, finds: Sequence[Find]) -> frozenset[str]:
        """Return the unknown capitalised words that stand alone: surnames, if a full name has them."""
        stops = self.lexicon.words["stops"]
        lows = (
            self.tokens.low[f.start] for f in finds if f.kind is FindKind.CAPITALS and f.end - f.start == 1
        )
        return frozenset(low for low in lows if low not in stops)

    # ---- the document as a whole ------------------------------------------------------------------------

    def _count_support(self, finds: Sequence[Find]) -> None:
        """Count how often each state or organisation is surely named: what weak names lean on."""
        for find in finds:
            for readings in (find.readings, find.owner):
                strong = [r for r in readings if r.strong]
                codes = {reading_code(self.gazetteer, r, self.day) for r in strong[:1]}
                self.support.update(c for c in codes if c is not None)

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

    def _note(self, find: Find, entity: Entity) -> None:
        self.entity_of[id(find)] = entity
        entity.seen.append(find.start)
        titles = entity.former_titles if find.former else entity.titles
        titles.update(t.slug for t in find.terms if t.cls is TermClass.TITLE)

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
        if person is None and not single:
            person = self.people.by_skeleton(tokens, code, find.terms)
        if person is not None:
            return self._titled(self.people.known(person), find, code)
        if find.kind is not FindKind.PERSON or (ids and len(ids) > 1 and single):
            return None
        if ids and code is not None:
            find.flags.append("title-conflict")
        return self._titled(self.people.unknown(self._words(begin, end), tokens), find, code)

    def _titled(self, entity: Entity, find: Find, code: str | None) -> Entity:
        """Let an entity take code and sector from its title where nothing better is known."""
        if find.terms and entity.row is None:
            code = code or self.owner(find) or self._home_code(find)
            if code is None and not find.owner and not find.sponsored:
                code = self._only_state()
            entity.code = entity.code or code
            entity.country = entity.country or (code if code in self.gazetteer.states else None)
            entity.sector = entity.sector or self.sector(find, code)
        if find.terms and not find.former:
            entity.title_sector = entity.title_sector or self.sector(find, entity.code)
        return entity

    def _home_code(self, find: Find) -> str | None:
        """Return Indonesia for a minister without a state in an Indonesian text that is about Indonesia."""
        home = self.lexicon.lang == "id" and self._at_home()
        titled = any(t.cls is TermClass.TITLE and t.sector in ("GOV", "LEG", "COP") for t in find.terms)
        return _HOME if home and titled and not find.owner else None

    def _only_state(self) -> str | None:
        """Return the one state that the text names at all: whose police, protesters and people it means."""
        states = [code for code in self.support if code in self.gazetteer.states]
        return states[0] if len(states) == 1 and self.support.most_common(1)[0][0] == states[0] else None

    def _at_home(self) -> bool:
        top = self.support.most_common(1)
        if not top or not self.support[_HOME]:
            return False
        return self.support[_HOME] * 2 >= top[0][1] or any(
            e.row is not None and e.code == _HOME for e in self.people.entities.values()
        )

    def _words(self, begin: int, end: int) -> str:
        text = self.tokens.text[self.tokens.start[begin] : self.tokens.end[end - 1]]
        return text.replace(" - ", "-").replace("\n", " ")

    # ---- one phrase -------------------------------------------------------------------------------------

    def owner(self, find: Find) -> str | None:
        """Return the code of the state or organisation that the phrase itself names."""
        for term in find.terms:
            if term.country is not None:
                return term.country
        if find.sponsored:
            return None
        if find.owner_person:
            entity = self._owner_entity(find)
            return entity.country or entity.code if entity is not None else self._shared_country(find.owner)
        return owner_code(self.gazetteer, find.owner, self.day, self.support)

    def _shared_country(self, readings: Sequence[Reading]) -> str | None:
        """Return the country of several persons of one name who all come from it ("Bush")."""
        persons = [self.gazetteer.persons[r.key] for r in readings if r.kind is NameKind.PERSON]
        countries = {person.country for person in persons}
        return countries.pop() or None if len(countries) == 1 else None

    def _owner_entity(self, find: Find) -> Entity | None:
        tokens = self.tokens.low[find.owner_span[0] : find.owner_span[1]]
        known = self.people.recall(tokens, find.start, any_token=True)
        if known is not None:
            return known
        ids = [r.key for r in find.owner if r.kind is NameKind.PERSON]
        person = self.people.choose(ids, None, (), len(tokens) == 1)
        return self.people.known(person) if person is not None else None

    def sector(self, find: Find, code: str | None) -> str | None:
        """Return the sector that the head words give, else that of the owner."""
        own = self._body_sector(find) if find.terms and find.terms[0].own else None
        if own is not None:
            return own
        for term in find.terms:
            if term.sector is not None:
                international = code is not None and code not in self.gazetteer.states
                return "IGO" if international and term.sector == "GOV" else term.sector
        body = self._body_sector(find)
        if body is not None:
            return body
        return "GOV" if code is not None and any(t.cls is TermClass.TITLE for t in find.terms) else None

    def _body_sector(self, find: Find) -> str | None:
        """Return the sector of the body that people belong to: "Hamas officials", "police official"."""
        for term in find.terms[1:]:
            if term.cls is TermClass.BODY and term.sector is not None:
                return term.sector
        for reading in find.owner:
            if reading.kind is NameKind.ORGANISATION:
                return self.gazetteer.organisations[reading.key].sector
            if reading.kind is NameKind.GROUP:
                return self.gazetteer.groups[reading.key].sector
        return None

    def _mention(self, find: Find) -> Draft | None:
        if find.kind is FindKind.ANAPHOR:
            return draft(self.tokens, find, ActorKind.UNNAMED, rule="anaphor")
        entity = self.entity_of.get(id(find))
        if entity is not None:
            return self._person(find, entity)
        if find.kind is FindKind.PLACE:
            return place_mention(self.gazetteer, self.tokens, find)
        if find.kind is FindKind.NAME:
            return self._name(find)
        if find.kind is FindKind.CAPITALS:
            return self._capitals(find)
        return self._noun(find) if find.head is not None else None

    def _name(self, find: Find) -> Draft | None:
        if is_person(find):
            return self._recalled(find)
        weak = not any(r.strong for r in find.readings if r.kind is not NameKind.PERSON)
        if weak and not self._supported(find):
            return self._recalled(find)
        return name_mention(self.gazetteer, self.lexicon, self.tokens, find, self.day, self.support)

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
        if any(token in self.lexicon.words["body_words"] for token in tokens):
            made = unknown_body(self.tokens, find, self.lexicon.sectors)
            made.code = self.owner(find)
            made.country = made.code if made.code in self.gazetteer.states else None
            return made
        initial = len(tokens) > 2 and any(len(token) == 1 for token in tokens[1:-1])
        if not (initial or self._speaks(find) or tokens[-1] in self._alone):
            return None
        return self._person(find, self.people.unknown(self._words(find.start, find.end), tokens))

    def _speaks(self, find: Find) -> bool:
        """Whether a verb of speech stands right beside the words."""
        speech, tokens = self.lexicon.words["speech"], self.tokens
        before = find.start > 0 and tokens.gap[find.start] == 0 and tokens.low[find.start - 1] in speech
        after = find.end < len(tokens) and tokens.gap[find.end] == 0 and tokens.low[find.end] in speech
        return before or after

    def _person(self, find: Find, entity: Entity) -> Draft:
        code = self.owner(find) if find.kind is FindKind.PERSON else None
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

    def _titled_code(self, find: Find, person: Person, head: Term) -> str | None:
        """Return for whom a gazetteer person bears the title; flag one that the table doesn't know."""
        rows = [row for row in self.gazetteer.careers.get(person.id, ()) if row.office in head.offices]
        held = [row for row in rows if self.day is None or row.possible(self.day)]
        if not held and head.slug in _SINGLE and not (find.acting or find.deputy):
            find.flags.append("title-conflict")
        known = held or (rows if head.slug in _LIFELONG else [])
        countries = {row.country for row in known}
        return countries.pop() if len(countries) == 1 else None

    def body_of(self, find: Find, code: str | None) -> str | None:
        """Return the local name of the body that a spokesperson speaks for."""
        for reading in find.owner:
            if reading.kind is NameKind.ORGANISATION:
                return reading.key
        for term in find.terms:
            if term.cls is TermClass.BODY and code is not None:
                return code.lower() if term.state else f"{code.lower()}-{term.slug}"
        return code.lower() if code is not None and find.owner else None

    # ---- phrases without a name -------------------------------------------------------------------------

    def _noun(self, find: Find) -> Draft | None:
        if "vague" in find.flags:
            return self._unnamed(find, None, ActorKind.GROUP)
        head = find.head
        assert head is not None
        code = self.owner(find)
        if head.cls is TermClass.TITLE:
            return self._title(find, head, code)
        if head.cls is TermClass.BODY:
            return self._body(find, head, code)
        if find.definite and not find.owner:
            return self._definite(find, head)
        kind = ActorKind.UNNAMED if head.unnamed else ActorKind.GROUP
        code = code or self._inner_code(find)
        if code is None and not find.owner and not find.sponsored and head.sector in _DOMESTIC:
            code = self._only_state()
        return self._unnamed(find, code, kind)

    def _inner_code(self, find: Find) -> str | None:
        """Return the code of a body inside a phrase: "juru bicara Departemen Luar Negeri"."""
        for term in find.terms[1:]:
            if term.cls is TermClass.BODY:
                return self._bare_code(find, term)
        return None

    def _unnamed(self, find: Find, code: str | None, kind: ActorKind) -> Draft:
        made = draft(self.tokens, find, kind, rule="noun" if "vague" not in find.flags else "vague")
        made.code, made.country = code, code if code in self.gazetteer.states else None
        made.sector = self.sector(find, code)
        if find.former and made.sector not in _ARMED:
            made.sector = "ELI"
        made.plural = find.count != "one" and (find.count == "many" or kind is ActorKind.GROUP)
        stable = kind is ActorKind.GROUP and code is not None and find.head is not None and not find.count
        if stable and find.head is not None and code is not None:
            made.actor = f"{code.lower()}-{find.head.slug}"
        else:
            self._sources += 1
            made.actor = f"src-{self._sources}"
        if find.head is not None and find.head.slug == "spokesperson":
            made.speaks_for = self.body_of(find, code)
        made.name = self._english(find, code)
        return made

    def _english(self, find: Find, code: str | None) -> str | None:
        head = find.head
        if head is None or not head.en:
            return None
        state = self.gazetteer.states.get(code or "")
        of = state.name_en if state is not None else code
        return f"{head.en} of {of}" if of else head.en

    def _body(self, find: Find, head: Term, code: str | None) -> Draft:
        bare = code is None and not find.owner
        if bare and find.readings:
            named = next((r for r in find.readings if r.kind is NameKind.ORGANISATION), None)
            code_of = reading_code(self.gazetteer, named, self.day) if named is not None else None
            if code_of is not None and self.support[code_of]:
                return name_mention(self.gazetteer, self.lexicon, self.tokens, find, self.day, self.support)
        if bare:
            code = self._bare_code(find, head)
        if code is not None:
            self._bodies[head.slug] = code
            if head.slug.endswith("-ministry"):
                self._bodies["ministry"] = code
        return body_mention(self.gazetteer, self.tokens, find, head, code)

    def _bare_code(self, find: Find, head: Term) -> str | None:
        """Return whose body stands there without its state: the one spoken of before, else a usual one."""
        known = self._bodies.get(head.slug)
        if known is not None:
            return known
        if head.embassy:
            borne = self.people.titled({"ambassador"}, None, find.start)
            return borne[0].code if borne else None
        if self.lexicon.lang == "id" and head.bare and self._at_home():
            return _HOME
        if head.usual is not None and self.support[head.usual]:
            return head.usual
        return self._only_state()

    def _definite(self, find: Find, head: Term) -> Draft | None:
        """Return "pejabat itu", "sang presiden", "the minister": an anaphor of its title."""
        if not head.bare and head.cls is not TermClass.TITLE:
            return None
        made = draft(self.tokens, find, ActorKind.UNNAMED, rule="anaphor")
        made.refers = "head"
        made.sector = head.sector
        made.code = self._only_state() if head.sector in _DOMESTIC else None
        return made

    def _title(self, find: Find, head: Term, code: str | None) -> Draft | None:
        entity = self._holder(find, head, code)
        if entity is not None:
            made = self._person(find, entity)
            made.rule = "title"
            made.code = code or made.code
            return made
        code = code or self._inner_code(find)
        if find.definite and not find.owner:
            return self._definite(find, head)
        if head.slug in _MANY or find.count == "many":
            return self._unnamed(find, code, ActorKind.UNNAMED)
        made = draft(self.tokens, find, ActorKind.PERSON, rule="title")
        made.code, made.sector = code, "ELI" if find.former else self.sector(find, code)
        made.country = code if code in self.gazetteer.states else None
        made.name = self._english(find, code)
        return made

    def _holder(self, find: Find, head: Term, code: str | None) -> Entity | None:
        """Return who bears a title that stands alone: whom the document calls so, else who held it then."""
        if find.former:
            borne = self.people.titled({head.slug}, code, find.start, former=True)
            return borne[0] if len(borne) == 1 else None
        plain = not (find.deputy or find.acting or find.count == "many" or len(find.terms) > 1)
        if not plain or find.possessed or self._predicate(find):
            return None
        borne = self.people.titled({head.slug}, code, find.start)
        if code is None and not find.owner:
            home = [e for e in borne if e.code == _HOME]
            if self.lexicon.lang == "id" and len(home) == 1:
                return home[0]
            if len(borne) == 1:
                return borne[0]
            if borne or head.slug in _MANY or not (self.lexicon.lang == "id" and self._at_home()):
                return None
            code = _HOME
        if code is None or head.slug in _MANY - {"commander"}:
            return borne[0] if len(borne) == 1 and head.slug not in _MANY else None
        if len(borne) == 1:
            return borne[0]
        return self._office_holder(find, head, code)

    def _predicate(self, find: Find) -> bool:
        """Whether the title is said of someone: "menjabat sebagai perdana menteri", "elected president"."""
        words, i = self.lexicon.words["predicates"], find.first
        return i > 0 and self.tokens.gap[i] is Gap.JOIN and self.tokens.low[i - 1] in words

    def _office_holder(self, find: Find, head: Term, code: str) -> Entity | None:
        if self.day is None:
            return None
        bodies = {r.key for r in find.owner if r.kind is NameKind.ORGANISATION}
        for office in head.offices:
            rows = self.gazetteer.holders((office,), code, self.day)
            rows = tuple(r for r in rows if r.body in bodies) or (
                () if bodies and code not in bodies else rows
            )
            persons = sorted({row.person for row in rows})
            if len(persons) == 1:
                entity = self.people.known(self.gazetteer.persons[persons[0]])
                entity.sector = entity.sector or office_sector(self.gazetteer, rows[0])
                return entity
            if persons:
                return None
        return None


def party_readings(find: Find) -> tuple[Reading, ...]:
    """Return the readings of a find that aren't persons."""
    return tuple(r for r in find.readings if r.kind is not NameKind.PERSON)
