"""What a graph says that another one doesn't, told event by event: mostly, what a new article changed.

Events are matched by their IRIs, those held to be one (`sameEventAs`) counted together, and by the claims
that tell of them: an IRI carries a date and may be another one, a claim stays where it stands in its
document. An event of a day is also matched with the one that the other graph knows by its month or year.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from linimasa.analyse.scene import Claim, Event, Scene
from linimasa.model.iri import local_name
from linimasa.model.shown import shown_words


class ChangeKind(StrEnum):
    """What has changed, in the order in which it is told of one event."""

    NEW = "new"
    GONE = "gone"
    JOINED = "joined"
    PARTED = "parted"
    MOVED = "moved"
    HELD = "held"
    STATUS = "status"
    CONTRADICTED = "contradicted"
    SOURCE = "source"


_PLANS = frozenset({"planned", "postponed"})
_FACTS = frozenset({"occurred", "ongoing"})
#: Precisions that say less than a date's value does.
_BOUNDS = frozenset({"asOf", "notAfter", "notBefore"})
#: How much of an EDTF date a precision leaves, and precisions that say more.
_COARSE = {"month": 7, "year": 4}
_FINE = frozenset({"day", "days"})
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
_ORDER = tuple(ChangeKind)


@dataclass(frozen=True, slots=True)
class Change:
    """One change of an event, which is as the second graph has it; a gone one as the first had it.

    `before` and `after` are dates in EDTF, statuses, or how many events are held to be one; `documents` are
    the titles of those that tell it and weren't there before, `quote` the words of one of them.
    """

    kind: ChangeKind
    event: Event
    before: str
    after: str
    documents: tuple[str, ...]
    quote: str


def changes(old: Scene, new: Scene) -> tuple[Change, ...]:
    """Return what is otherwise in the second graph, by day (undated last), event and kind of change."""
    groups = list(_matched(old, new))
    exact = dict(_refined(groups))
    found: list[Change] = []
    for group in groups:
        before, after = group
        if not before and (known := exact.get(after[0].iri)) is not None:
            found += _compared([known], after, old, new)
        elif after or not any(event in exact.values() for event in before):
            found += _compared(before, after, old, new)
    return tuple(
        sorted(found, key=lambda c: (c.event.date or "9999", c.event.iri, _ORDER.index(c.kind), c.quote))
    )


_Group = tuple[list[Event], list[Event]]


def _matched(old: Scene, new: Scene) -> Iterator[_Group]:
    """Yield the events of both graphs that are one: groups joined by IRIs and claims that they share."""
    head: dict[str, str] = {}

    def find(name: str) -> str:
        while head.setdefault(name, name) != name:
            head[name] = head[head[name]]
            name = head[name]
        return name

    for scene in (old, new):
        for event in scene.events.values():
            for name in (*event.merged, *event.claims):
                head[find(name)] = find(event.iri)
    groups: defaultdict[str, _Group] = defaultdict(lambda: ([], []))
    for side, scene in enumerate((old, new)):
        for iri, event in scene.events.items():
            groups[find(iri)][side].append(event)
    for name in sorted(groups):
        yield groups[name]


def _refined(groups: Iterable[_Group]) -> Iterator[tuple[str, Event]]:
    """Yield by IRI the new events that the first graph has already by the month or year alone, or on a day.

    An event is one with that of another date where type and parties agree, one date lies within the other,
    and no second event comes in question on either side.
    """
    news = [after[0] for before, after in groups if not before and len(after) == 1]
    olds: defaultdict[tuple[str, frozenset[str]], list[Event]] = defaultdict(list)
    for event in (event for before, _ in groups for event in before):
        olds[event.root, _parties(event)].append(event)
    alike = ((one, known) for one in news for known in olds[one.root, _parties(one)])
    pairs = [(one, known) for one, known in alike if _within(one, known) or _within(known, one)]
    times = Counter(event.iri for pair in pairs for event in dict.fromkeys(pair))
    yield from ((one.iri, known) for one, known in pairs if times[one.iri] == times[known.iri] == 1)


def _within(fine: Event, coarse: Event) -> bool:
    """Whether the date of an event lies in the month or year that is known of another one of its kind."""
    if fine.date is None or fine.precision not in _FINE or coarse.precision not in _COARSE:
        return False
    if coarse.type not in (coarse.root, fine.type):
        return False
    head = (coarse.edtf or "")[: _COARSE[coarse.precision]]
    return bool(head) and fine.date.startswith(head)


def _parties(event: Event) -> frozenset[str]:
    return frozenset((*event.actors, *event.recipients))


def _compared(before: list[Event], after: list[Event], old: Scene, new: Scene) -> Iterator[Change]:
    if not before or not after:
        kind, scene = (ChangeKind.NEW, new) if after else (ChangeKind.GONE, old)
        for event in after or before:
            told = _told(event.claims, scene)
            values = ("", event.status) if after else (event.status, "")
            yield Change(kind, event, *values, _titles(told, scene), _words(told))
        return
    first, last = _main(before), _main(after)
    known = {iri for event in before for iri in event.claims}
    added = _told((iri for event in after for iri in event.claims if iri not in known), new)
    titles, words = _titles(added, new), _words(added)
    count = (str(len(before)), str(len(after)))
    if len(before) != len(after):
        kind = ChangeKind.JOINED if len(before) > len(after) else ChangeKind.PARTED
        yield Change(kind, last, *count, titles, words)
    vaguer = last.iri not in {event.iri for event in before} and _within(first, last)
    if _when(first) != _when(last) and not vaguer:
        yield Change(ChangeKind.MOVED, last, _when(first), _when(last), titles, words)
    elif not vaguer and (days := sorted(_days(after) - _days(before))):
        yield Change(ChangeKind.MOVED, last, _when(first), ", ".join(days), titles, words)
    if first.status != last.status:
        held = first.status in _PLANS and last.status in _FACTS
        kind = ChangeKind.HELD if held else ChangeKind.STATUS
        yield Change(kind, last, first.status, last.status, titles, words)
    yield from _contradicted(last, after, old, new)
    tellers = {old.claims[iri].document for iri in known if iri in old.claims}
    fresh = [claim for claim in added if claim.document not in tellers]
    if fresh:
        now = tellers | {claim.document for claim in fresh}
        count = (str(len(tellers)), str(len(now)))
        yield Change(ChangeKind.SOURCE, last, *count, _titles(fresh, new), _words(fresh))


def _contradicted(event: Event, after: Iterable[Event], old: Scene, new: Scene) -> Iterator[Change]:
    """Yield the claims that another one contradicts now; of each pair the later claim is quoted."""
    pairs: dict[frozenset[str], tuple[Claim, Claim]] = {}
    for claim in _told((iri for one in after for iri in one.claims), new):
        for other in claim.contradicts:
            known = old.claims.get(claim.iri)
            if other in new.claims and (known is None or other not in known.contradicts):
                pairs.setdefault(frozenset({claim.iri, other}), (claim, new.claims[other]))
    for pair in pairs.values():
        earlier, later = sorted(pair, key=lambda claim: (_clock(claim, new), claim.iri))
        yield Change(
            ChangeKind.CONTRADICTED,
            event,
            _words([earlier]),
            _words([later]),
            _titles([later], new),
            _words([later]),
        )


def _main(events: Iterable[Event]) -> Event:
    """Return the event that most is told of."""
    return min(events, key=lambda event: (-len(event.claims), event.date is None, event.iri))


def _when(event: Event) -> str:
    value = event.edtf or event.date or ""
    return f"{event.precision} {event.date}" if event.date and event.precision in _BOUNDS else value


def _days(events: Iterable[Event]) -> set[str]:
    """Return the days that those held to be one are told of: each stands at the head of its IRI."""
    heads = (local_name(iri)[:10] for event in events for iri in (event.iri, *event.merged))
    return {head for head in heads if _DAY.match(head)}


def _told(iris: Iterable[str], scene: Scene) -> list[Claim]:
    claims = [scene.claims[iri] for iri in sorted(set(iris)) if iri in scene.claims]
    return sorted(claims, key=lambda claim: (_clock(claim, scene), claim.iri))


def _clock(claim: Claim, scene: Scene) -> str:
    document = scene.documents.get(claim.document)
    return claim.said_on or claim.public_on or (document.issued if document else None) or "9999"


def _titles(claims: Iterable[Claim], scene: Scene) -> tuple[str, ...]:
    found: Mapping[str, None] = dict.fromkeys(
        scene.documents[claim.document].label for claim in claims if claim.document in scene.documents
    )
    return tuple(found)


def _words(claims: list[Claim]) -> str:
    return shown_words(claims[0].quote, claims[0].start, claims[0].end) if claims else ""
