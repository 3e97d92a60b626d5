"""The actors of a title, settled by the text: a headline's bare surname is the person the text introduces."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from linimasa.model.mention import Mention
from linimasa.model.terms import ActorKind

_SHORTEST = 3


def settled(title: str, found: Sequence[Mention], text: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return the title's mentions, with those that only the text makes sure.

    A person's name as the text has it, or its last word, names that person in the title, unless the text
    knows two of that name. It is taken where the title's own mention names nobody surely, or there is none.
    """
    people = _people(text)
    known = [_settle(mention, people) for mention in found]
    taken = [(mention.outer_start, mention.outer_end) for mention in known]
    added = _named(title, people, taken)
    return tuple(sorted([*known, *added], key=lambda mention: mention.start))


def _people(text: Iterable[Mention]) -> dict[str, Mention]:
    """Return the persons of the text by each name that names one of them only."""
    by_name: defaultdict[str, dict[str, Mention]] = defaultdict(dict)
    for mention in text:
        if mention.kind is not ActorKind.PERSON or mention.actor is None or mention.pronoun:
            continue
        for name in {mention.text, mention.text.split()[-1]}:
            if len(name) >= _SHORTEST and name[0].isupper():
                by_name[name].setdefault(mention.actor, mention)
    return {name: next(iter(found.values())) for name, found in by_name.items() if len(found) == 1}


def _settle(mention: Mention, people: dict[str, Mention]) -> Mention:
    unsure = mention.actor is None or mention.code is None or mention.actor.startswith("x-")
    person = people.get(mention.text)
    if mention.kind is not ActorKind.PERSON or not unsure or person is None:
        return mention
    return _as(person, mention.start, mention.end, mention.outer_start, mention.outer_end, mention.text)


def _named(title: str, people: dict[str, Mention], taken: Sequence[tuple[int, int]]) -> Iterator[Mention]:
    if not people:
        return
    names = "|".join(re.escape(name) for name in sorted(people, key=lambda name: (-len(name), name)))
    for match in re.finditer(rf"(?<!\w)(?:{names})(?!\w)", title):
        if all(match.end() <= start or end <= match.start() for start, end in taken):
            yield _as(people[match[0]], match.start(), match.end(), match.start(), match.end(), match[0])


def _as(person: Mention, start: int, end: int, outer_start: int, outer_end: int, words: str) -> Mention:
    return replace(
        person,
        start=start,
        end=end,
        text=words,
        outer_start=outer_start,
        outer_end=outer_end,
        antecedent=(),
        rule="title",
    )
