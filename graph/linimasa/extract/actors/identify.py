"""From phrases to mentions: who is meant, for whom they stand, of what kind they are."""

from __future__ import annotations

from collections.abc import Sequence

from linimasa.extract.actors.bodies import body_mention, name_mention, place_mention
from linimasa.extract.actors.codes import office_sector, owner_code, reading_code
from linimasa.extract.actors.draft import Draft, draft
from linimasa.extract.actors.find import Find, FindKind
from linimasa.extract.actors.lexicon import Term, TermClass
from linimasa.extract.actors.named import Named
from linimasa.extract.actors.people import Entity
from linimasa.extract.actors.tokens import Gap
from linimasa.lexicon.names import NameKind
from linimasa.model.terms import ActorKind

#: Titles that no table of offices can turn into one person.
_MANY = frozenset(
    "spokesperson adviser special-envoy general member-of-parliament head judge governor high-commissioner"
    " group-leader commander minister".split()
)
_HOME = "IDN"
#: Sectors that people keep when they leave: a retired officer is no notable.
_ARMED = frozenset({"MIL", "SPY", "COP", "REB", "PRM", "UAF", "CRM"})
#: Sectors of people that belong to the state in which something happens to them.
_LOCAL = frozenset({"CVL", "OPP", "LAB", "EDU", "REF"})
#: Sectors whose people are at home where a text speaks of one state only.
_DOMESTIC = frozenset(
    {"GOV", "MIL", "LEG", "JUD", "COP", "OPP", "CVL", "LAB", "EDU", "MED", "CRM", "JRN", "PTY", "SOC"}
)
#: Sectors of a state's organs: in a text about one state they are its own, whatever others it names.
_ORGANS = frozenset({"MIL", "JUD", "COP"})


class Identify(Named):
    """Gives the phrases of one document their identities."""

    __slots__ = ()

    def mentions(self, finds: Sequence[Find]) -> list[Draft]:
        """Return the drafts of all phrases that can be identified or that name a party by their words."""
        self._count_support(finds)
        self._meet_persons(finds)
        self._alone = self._alone_words(finds)
        self._there = self._places(finds)
        drafts = []
        for find in finds:
            made = self._mention(find)
            if made is not None:
                drafts.append(made)
        return drafts

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

    def _noun(self, find: Find) -> Draft | None:
        head = find.head
        assert head is not None
        if "vague" in find.flags:
            return self._unnamed(find, None, ActorKind.UNNAMED if head.unnamed else ActorKind.GROUP)
        code = self.owner(find)
        if head.cls is TermClass.TITLE:
            return self._title(find, head, code)
        if head.cls is TermClass.BODY:
            return self._body(find, head, code)
        if find.definite and not find.owner:
            return self._definite(find, head)
        kind = ActorKind.UNNAMED if head.unnamed else ActorKind.GROUP
        code = code or self._inner_code(find)
        if code is None and not find.owner and not find.sponsored and not self._others(find):
            if head.sector in _LOCAL and not head.counted:
                code = self._state_there(find)
            if code is None and head.sector in _DOMESTIC and not self._called(find):
                code = self._only_state() or (self._leading_state(find) if head.sector in _ORGANS else None)
        return self._unnamed(find, code, kind)

    def _inner_code(self, find: Find) -> str | None:
        """Return the code of a body inside a phrase: "juru bicara Departemen Luar Negeri"."""
        for term in find.terms[1:]:
            if term.cls is TermClass.BODY:
                return self._bare_code(find, term)
        return None

    def _state_there(self, find: Find) -> str | None:
        """Return the state of the one place of the sentence: whose people died or protest there."""
        return self._there.get(self.tokens.sentence[find.start])

    def _places(self, finds: Sequence[Find]) -> dict[int, str]:
        """Return the state of each sentence whose places lie in one only."""
        codes: dict[int, set[str]] = {}
        for find in finds:
            i, before = find.first, self.lexicon.words["place_prepositions"]
            at = i > 0 and self.tokens.gap[i] is Gap.JOIN and self.tokens.low[i - 1] in before
            if find.kind is FindKind.PLACE or (find.kind is FindKind.NAME and at):
                code = owner_code(self.gazetteer, find.readings, self.day, self.support)
                if code in self.gazetteer.states and code is not None:
                    codes.setdefault(self.tokens.sentence[i], set()).add(code)
        return {sentence: found.pop() for sentence, found in codes.items() if len(found) == 1}

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
        if head.slug in _MANY:
            return self._words(find.start, find.end)  # "Head of Kenya" would say too little
        state = self.gazetteer.states.get(code or "")
        of = state.name_en if state is not None else code
        return f"{head.en} of {of}" if of else head.en

    def _body(self, find: Find, head: Term, code: str | None) -> Draft | None:
        bare = code is None and not find.owner
        if code is None and find.readings:
            named = next((r for r in find.readings if r.kind is NameKind.ORGANISATION), None)
            code_of = reading_code(self.gazetteer, named, self.day) if named is not None else None
            # "Kemlu" may be any state's; "Parlemen Eropa" is one body
            international = code_of is not None and code_of not in self.gazetteer.states
            if code_of is not None and (international or self.support[code_of]):
                return name_mention(self.gazetteer, self.lexicon, self.tokens, find, self.day, self.support)
        if bare and any(w in self.lexicon.words["joint"] for w in self.tokens.low[find.start : find.end]):
            return None  # "angkatan laut gabungan" is nobody's own
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
        home = self.lexicon.lang == "id" and head.state and head.slug == "government"
        if home and (self.support[_HOME] or not self._leading_state(find)):
            return None  # an Indonesian paper's "pemerintah" may be its own
        return self._only_state() or (self._leading_state(find) if head.bare else None)

    def _definite(self, find: Find, head: Term) -> Draft | None:
        """Return "pejabat itu", "sang presiden", "the minister": an anaphor of its title."""
        if not head.bare and head.cls is not TermClass.TITLE:
            return None
        made = draft(self.tokens, find, ActorKind.UNNAMED, rule="anaphor")
        made.refers = "head"
        made.sector = head.sector
        foreign = head.cls is TermClass.ROLE and self._foreign(find)
        made.code = self._only_state() if head.sector in _DOMESTIC and not foreign else None
        return made

    def _others(self, find: Find) -> bool:
        """Whether people aren't of the place: foreign, or called by a name ("Achaemenid troops")."""
        if self._foreign(find):
            return True
        i, text = find.first - 1, self.tokens
        if self.lexicon.lang == "id" or i < 0 or text.gap[find.first] is not Gap.JOIN:
            return False
        inside = i > 0 and text.sentence[i - 1] == text.sentence[i]
        return inside and text.word[i][:1].isupper() and text.low[i] not in self.lexicon.small

    def _foreign(self, find: Find) -> bool:
        """Whether the words say that people aren't of the place ("foreign troops")."""
        foreign = self.lexicon.words["foreign"]
        return any(word in foreign for word in self.tokens.low[find.first : find.last])

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
            in_office = [] if borne else self._in_office(head)
            if len(in_office) == 1:
                return in_office[0]
            if (
                borne
                or in_office
                or head.slug in _MANY
                or not (self.lexicon.lang == "id" and self._at_home())
            ):
                return None
            code = _HOME
        if code is None or head.slug in _MANY - {"commander"}:
            return borne[0] if len(borne) == 1 and head.slug not in _MANY else None
        if len(borne) == 1:
            return borne[0]
        return self._office_holder(find, head, code)

    def _in_office(self, head: Term) -> list[Entity]:
        """Return the persons of the document who held the office on its day, though it doesn't say so."""
        if self.day is None or head.slug in _MANY:
            return []
        return [
            entity
            for actor, entity in self.people.entities.items()
            if any(row.office in head.offices for row in self.gazetteer.career(actor, self.day))
        ]

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
