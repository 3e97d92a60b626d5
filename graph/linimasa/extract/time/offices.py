"""When a text can have been written, by the offices that it gives people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linimasa.extract.time.lexicon import TimeLexicon
from linimasa.extract.time.window import Window
from linimasa.lexicon.gazetteer import Gazetteer, Office, first_day, items, last_day
from linimasa.model.timevalue import Day

#: Only the beginning of a text is read: farther on titles are given for the time told of.
_LEAD = 1500
#: "mantan", "ketika itu" count so many words before a title.
_BEFORE = 4
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


def office_window(text: str, lexicon: TimeLexicon, gazetteer: Gazetteer) -> Window:
    """Return the days on which all titled persons of the lead held office; open where they disagree."""
    names = _names(gazetteer)
    window = Window()
    for person, title, kinds in _titled(text[:_LEAD], lexicon, names):
        terms = [office for office in gazetteer.careers.get(person, ()) if office.office in kinds]
        if not terms:
            continue
        begin, end = _hull(terms)
        if not window.allows(begin, end):
            return Window()
        window = window.narrowed(begin, end, f"{title} {gazetteer.persons[person].name}")
    return window


def _names(gazetteer: Gazetteer) -> dict[str, str]:
    found: dict[str, str] = {}
    for person in gazetteer.persons.values():
        for name in (person.name, person.name_id, *items(person.aliases)):
            if " " in name:
                found.setdefault(" ".join(_WORD.findall(name)).casefold(), person.id)
    return found


def _titled(
    text: str, lexicon: TimeLexicon, names: dict[str, str]
) -> Iterator[tuple[str, str, frozenset[str]]]:
    words = _WORD.findall(text)
    lower = [word.lower() for word in words]
    former = lexicon.sets.get("former", frozenset())
    index = 0
    while index < len(words):
        size, kinds = _title_at(lower, index, lexicon)
        if not size:
            index += 1
            continue
        if former.isdisjoint(lower[max(0, index - _BEFORE) : index] + lower[index + size : index + size + 3]):
            person = _person_after(words[index + size : index + size + 6], names)
            if person is not None:
                yield person, " ".join(lower[index : index + size]), kinds
        index += size


def _title_at(lower: list[str], index: int, lexicon: TimeLexicon) -> tuple[int, frozenset[str]]:
    for size in (4, 3, 2, 1):
        kinds = lexicon.titles.get(" ".join(lower[index : index + size]))
        if kinds:
            return size, kinds
    return 0, frozenset()


def _person_after(words: list[str], names: dict[str, str]) -> str | None:
    for first in range(len(words)):
        if not words[first][:1].isupper():
            return None
        for size in (4, 3, 2):
            person = names.get(" ".join(words[first : first + size]).casefold())
            if person is not None:
                return person
    return None


def _hull(terms: list[Office]) -> tuple[Day | None, Day | None]:
    begins = [first_day(office.start) for office in terms if office.start]
    ends = [last_day(office.end) for office in terms]
    begin = min(begins) if len(begins) == len(terms) else None
    end = max(ends) if all(office.end for office in terms) else None
    return _day(begin), _day(end)


def _day(text: str | None) -> Day | None:
    if text is None:
        return None
    year, month, day = (int(part) for part in text.split("-"))
    while day > 28:
        try:
            return Day(year, month, day)
        except ValueError:
            day -= 1  # the gazetteer's "-31" stands for the month's end
    return Day(year, month, day)
