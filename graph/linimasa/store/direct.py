"""Direct triples: who did what to whom in one triple, for what happened (`rel:`) or is scheduled (`plan:`).

The safety rule: an event that is denied, demanded, threatened, considered or disputed has none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from linimasa.model.terms import EventStatus
from linimasa.store.scheme import TypeInfo

#: The family of direct predicates for each status that has one.
FAMILY = {EventStatus.OCCURRED: "rel", EventStatus.ONGOING: "rel", EventStatus.PLANNED: "plan"}


def family(status: EventStatus, info: TypeInfo) -> str | None:
    """Return `rel` or `plan` where an event of this status and type has direct triples, else None."""
    return None if info.predicate is None else FAMILY.get(status)


def pairs(
    actors: Iterable[str],
    recipients: Iterable[str],
    info: TypeInfo,
    country: Callable[[str], str | None],
) -> Iterator[tuple[str, str]]:
    """Yield subject and object of each direct triple: the parties themselves, and their states."""
    doers, targets = list(actors), list(recipients)
    if info.symmetric:
        targets = targets + doers
    for first, second in ((doers, targets), (_states(doers, country), _states(targets, country))):
        for a in first:
            for b in second:
                if a != b:
                    yield a, b


def _states(iris: Iterable[str], country: Callable[[str], str | None]) -> list[str]:
    return [state for state in map(country, iris) if state is not None]
