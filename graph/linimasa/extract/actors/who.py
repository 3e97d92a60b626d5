"""One phrase's identity: who is meant, for whom they stand on a day, and the row that the answer rests on."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from linimasa.extract.actors.codes import owner_code
from linimasa.extract.actors.tagger import ActorTagger
from linimasa.lexicon.gazetteer import Gazetteer, Office
from linimasa.lexicon.names import NameKind, fold, key_of
from linimasa.model.mention import Mention
from linimasa.model.terms import ActorKind

_LANGUAGES = ("en", "id")


@dataclass(frozen=True, slots=True)
class Who:
    """The answer: `code` and `sector` as in the statement records, `actor` a local name, `why` for people.

    `code` of an armed group or movement is the state that it belongs to, which records leave out.
    All but `why` are None where the phrase names nobody known; `code` is None where it names no one state or
    organisation ("troops") or the tables leave it open.
    """

    code: str | None
    sector: str | None
    kind: str | None
    actor: str | None
    name: str | None
    why: str


class WhoIs:
    """Answers many phrases with one set of tables."""

    __slots__ = ("_gazetteer", "_taggers")

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._taggers = {lang: ActorTagger(lang, gazetteer) for lang in _LANGUAGES}

    def who(self, phrase: str, on: dt.date | None) -> Who:
        """Return who an English or Indonesian phrase means on a day (None: whenever)."""
        mentions = self._mentions(phrase, on)
        main = _main(mentions)
        if main is None:
            return self._weak(phrase, on)
        code = main.code if main.code is not None or _vague(main) else _country(mentions)
        if _vague(main):
            code = self._organisation(main.text)
        if code is None and main.actor in self._gazetteer.groups:
            code = main.country  # as a phrase alone, a group is asked for with its state
        sector = self._sector(phrase, main)
        return Who(code, sector, main.kind.value, main.actor, main.name, self._why(main, on))

    def _mentions(self, phrase: str, on: dt.date | None) -> tuple[Mention, ...]:
        lang = self._language(phrase)
        mentions = self._taggers[lang].tag(phrase, ((0, len(phrase)),), on)
        if _main(mentions) is not None:
            return mentions
        return self._taggers["en" if lang == "id" else "id"].tag(phrase, ((0, len(phrase)),), on)

    def _sector(self, phrase: str, main: Mention) -> str | None:
        """Return the sector of the phrase's own head where the mention is only its owner."""
        owner = main.kind in (ActorKind.STATE, ActorKind.PLACE) and main.rule in ("name", "metonym", "place")
        if owner and main.start > 0:
            words = key_of(phrase[: main.start]).split()
            for tagger in self._taggers.values():
                terms = (tagger.lexicon.terms.get(word) for word in words)
                sector = next((term.sector for term in terms if term is not None and term.sector), None)
                if sector is not None:
                    return sector
        if "adjective" in main.flags and main.text == phrase.strip():
            return "CVL"  # one of that people
        return main.sector or ("UNK" if main.kind is ActorKind.PLACE else None)

    def _weak(self, phrase: str, on: dt.date | None) -> Who:
        """Answer a phrase that is a weak name and nothing else ("Congo")."""
        day = on.isoformat() if on is not None else None
        for lang, tagger in self._taggers.items():
            readings = tagger.index.readings.get(key_of(phrase), ())
            code = owner_code(self._gazetteer, readings, day, Counter())
            if code is not None:
                return Who(code, None, None, None, None, f"a weak name of {code} ({lang})")
        return Who(None, None, None, None, None, "no name or head word that the tables know")

    def _organisation(self, phrase: str) -> str | None:
        """Return the one international organisation that a vague phrase names ("sekutu NATO")."""
        words = phrase.split()
        keys = {key_of(" ".join(words[i:])) for i in range(1, len(words))} | {key_of(w) for w in words}
        readings = {r for key in keys for t in self._taggers.values() for r in t.index.readings.get(key, ())}
        codes = {
            self._gazetteer.organisations[r.key].code
            for r in readings
            if r.kind is NameKind.ORGANISATION and r.strong
        }
        return codes.pop() or None if len(codes) == 1 else None

    def _language(self, phrase: str) -> str:
        """Return the language of whose words the phrase has more; English where it has as many of both."""
        words = [fold(word) for word in phrase.replace("'", " ").replace("-", " ").split()]
        scores = {}
        for lang, tagger in self._taggers.items():
            small, index = tagger.lexicon.small, tagger.index
            scores[lang] = sum((w in small) + (w in index.longest or w in index.ends) for w in words)
        return "id" if scores["id"] > scores["en"] else "en"

    def _why(self, mention: Mention, on: dt.date | None) -> str:
        actor = mention.actor or ""
        if actor in self._gazetteer.persons:
            row = self._office(actor, mention, on)
            person = f"persons.csv {actor}"
            return f"{person}; offices.csv {_line(row)}" if row is not None else person
        if actor in self._gazetteer.organisations:
            return f"organisations.csv {actor}"
        if actor in self._gazetteer.groups:
            return f"groups.csv {actor}"
        if actor in self._gazetteer.places:
            return f"places.csv {actor}"
        if mention.rule in ("name", "metonym") and mention.code is not None:
            return f"state_names.csv {mention.code},{mention.text}"
        return f"pattern {mention.rule}: {mention.text}"

    def _office(self, person: str, mention: Mention, on: dt.date | None) -> Office | None:
        rows = self._gazetteer.career(person, on.isoformat() if on is not None else None)
        fitting = [row for row in rows if mention.code in (None, row.country)]
        return fitting[-1] if fitting else None


def _line(row: Office) -> str:
    return f"{row.title_en} {row.start or '?'} to {row.end or 'open'}"


def _vague(mention: Mention) -> bool:
    return mention.rule == "vague"


def _main(mentions: tuple[Mention, ...]) -> Mention | None:
    """Return the mention that the phrase is about: its first party, else its first place."""
    parties = [m for m in mentions if m.kind is not ActorKind.PLACE and not m.pronoun]
    heads = [m for m in parties if "adjective" not in m.flags]
    nouns = [m for m in heads if m.rule == "noun"] if heads and heads[0].rule == "name" else []
    nouns = nouns if heads and heads[0].kind is ActorKind.STATE else []
    return next(iter(nouns or heads or parties or mentions), None)


def _country(mentions: tuple[Mention, ...]) -> str | None:
    """Return the one state that other words of the phrase name, where the main ones name none."""
    codes = {m.code for m in mentions if m.code is not None}
    return codes.pop() if len(codes) == 1 else None


def who(phrase: str, on: dt.date | None, gazetteer: Gazetteer) -> Who:
    """Return who one phrase means; for many, make one `WhoIs` and ask that."""
    return WhoIs(gazetteer).who(phrase, on)
