"""Whose a phrase is: the code and sector that its owner, its heads or the whole text give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from linimasa.extract.actors.codes import owner_code, reading_code
from linimasa.extract.actors.find import Find
from linimasa.extract.actors.lexicon import ActorLexicon, TermClass
from linimasa.extract.actors.people import Entity, People, Skeletons
from linimasa.extract.actors.tokens import Gap, Tokens
from linimasa.lexicon.gazetteer import Gazetteer
from linimasa.lexicon.names import NameKind, Reading

_HOME = "IDN"
#: A text is about the state that it names so often, and so many times as often as the next one.
_OFTEN = 4
_FAR_MORE = 2


class Whose:
    """What one document says about owners; the base of the identification."""

    __slots__ = (
        "_alone",
        "_bodies",
        "_sources",
        "_there",
        "_titled_before",
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
        self._there: dict[int, str] = {}
        self._titled_before: tuple[int, str | None] = (0, None)

    def _count_support(self, finds: Sequence[Find]) -> None:
        """Count how often each state or organisation is surely named: what weak names lean on."""
        for find in finds:
            for readings in (find.readings, find.owner):
                strong = [r for r in readings if r.strong and not self._hosts(readings)]
                bodies = [r for r in readings if strong and r.kind is strong[0].kind is NameKind.ORGANISATION]
                codes = {reading_code(self.gazetteer, r, self.day) for r in bodies or strong[:1]} - {None}
                if len(codes) == 1:  # a name that several bear speaks for none of them
                    self.support.update(filter(None, codes))

    @staticmethod
    def _hosts(readings: Sequence[Reading]) -> bool:
        """Whether a capital also stands for an organisation that it hosts ("Brussels")."""
        kinds = {r.kind for r in readings}
        return {NameKind.CAPITAL, NameKind.ORGANISATION} <= kinds

    def _home_code(self, find: Find) -> str | None:
        """Return Indonesia for a minister without a state in an Indonesian text that is about Indonesia."""
        home = self.lexicon.lang == "id" and self._at_home()
        titled = any(t.cls is TermClass.TITLE and t.sector in ("GOV", "LEG", "COP") for t in find.terms)
        return _HOME if home and titled and not find.owner else None

    def _only_state(self) -> str | None:
        """Return the one state that the text names at all: whose police, protesters and people it means."""
        states = [code for code in self.support if code in self.gazetteer.states]
        return states[0] if len(states) == 1 and self.support.most_common(1)[0][0] == states[0] else None

    def _leading_state(self, find: Find) -> str | None:
        """Return the state that a text is about, of whose organs it speaks ("pasukan keamanan", "kabinet").

        It is named often, and far more often than any other.
        """
        owned = find.possessed and find.name is None  # "kebijakan imigrasinya"
        if find.count == "many" or find.sponsored or owned or self._called(find):
            return None
        ranked = [(code, n) for code, n in self.support.most_common() if code in self.gazetteer.states]
        if not ranked or ranked[0][1] < _OFTEN:
            return None
        second = ranked[1][1] if len(ranked) > 1 else 0
        return ranked[0][0] if ranked[0][1] >= _FAR_MORE * second else None

    def _called(self, find: Find) -> bool:
        """Whether a name that no table has stands right behind the phrase ("pemimpin Zendaria")."""
        tokens = self.tokens
        if find.tail_at >= 0:  # "X, juru bicara koalisi Front Selatan"
            return any(word[:1].isupper() for word in tokens.word[find.tail_at : find.last])
        i = find.end
        behind = i < len(tokens) and tokens.gap[i] is Gap.JOIN and tokens.word[i][:1].isupper()
        return behind and find.name is None

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

    def body_of(self, find: Find, code: str | None) -> str | None:
        """Return the local name of the body that a spokesperson speaks for."""
        for reading in find.owner:
            if reading.kind is NameKind.ORGANISATION:
                return reading.key
        for term in find.terms:
            if term.cls is TermClass.BODY and code is not None:
                return code.lower() if term.state else f"{code.lower()}-{term.slug}"
        return code.lower() if code is not None and find.owner else None
