"""The claims of a graph: each says what a document, maybe through a speaker, holds of an event.

Built from the records before any RDF is made, because the status of events depends on them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from linimasa.model.statement import Attribution, Quantity, Quote, Statement
from linimasa.model.terms import Certainty, DateBasis, Modality, Polarity
from linimasa.resolve import Occurrence, Part, Relation, RelationKind
from linimasa.resolve.dates import SPOKEN
from linimasa.resolve.identity import actor_of, own_source, short_hash, told_to_of
from linimasa.resolve.occurrence import occurrences
from linimasa.resolve.relations import denies
from linimasa.store.status import Assertion

_ID = re.compile(r"([0-9a-f]{12})-[0-9]{4,}-[0-9]+\Z")


@dataclass(frozen=True, slots=True)
class Source:
    """Who says it: IRIs as in the records, days in ISO form."""

    actor: str
    speaks_for: str | None = None
    told_to: str | None = None
    channel: str | None = None
    made_public_on: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim. `local` is its local name, `event` its event's IRI, `embedded_in` the outer claim's name.

    `quote` is the span of the document that carries it. `part` says which event of the record it is about;
    `primary` is true for the one claim of each that stands for it, false for those who only report it.
    """

    local: str
    document: str
    statement: Statement
    event: str
    quote: Quote
    modality: Modality
    polarity: Polarity
    certainty: Certainty
    sources: tuple[Source, ...] = ()
    said_on: str | None = None
    embedded_in: str | None = None
    condition: str | None = None
    date_words: str | None = None
    date_basis: DateBasis | None = None
    quantities: tuple[Quantity, ...] = ()
    part: Part = Part.MAIN
    primary: bool = True

    @property
    def own_voice(self) -> bool:
        """Whether the document says it itself, with no source named."""
        return not self.sources


@dataclass(slots=True)
class _Namer:
    """Gives out local names of one document's claims: `<hash>-<start>-<n>`, n counting from 1."""

    document: str
    taken: set[str] = field(default_factory=set)

    def name(self, start: int, wanted: str = "") -> str:
        match = _ID.match(wanted)
        local = wanted if match and match[1] == self.document else ""
        count = 1
        while not local or local in self.taken:
            local = f"{self.document}-{start:04}-{count}"
            count += 1
        self.taken.add(local)
        return local


def claims(statements: Iterable[Statement], iris: Mapping[tuple[str, str, Part], str]) -> list[Claim]:
    """Return the claims of these statements; `iris` has the event of every occurrence."""
    documents: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        documents[statement.doc.hash].append(statement)
    return [claim for key in sorted(documents) for claim in _document(documents[key], iris)]


def _document(statements: list[Statement], iris: Mapping[tuple[str, str, Part], str]) -> Iterable[Claim]:
    namer = _Namer(short_hash(statements[0].doc.hash))
    ordered = sorted(statements, key=lambda s: (s.trigger.start, s.id))
    told = {iris[s.doc.hash, s.id, Part.MAIN] for s in ordered}
    mains = []
    for statement in ordered:
        main = _main(statement, iris, namer.name(statement.trigger.start, statement.id))
        mains.append(main)
    for main in mains:
        outer = _outer(main, namer)
        yield from outer
        if outer:
            yield replace(main, embedded_in=outer[-1].local)
        else:
            yield main
        for one in occurrences(main.statement):
            if one.part is not Part.MAIN and (iris[one.ref] not in told or denies(one)):
                yield _nested(main, one, iris[one.ref], namer)


def _main(statement: Statement, iris: Mapping[tuple[str, str, Part], str], local: str) -> Claim:
    levels = _levels(statement.attributed_to)
    days = [source.said_on for source in statement.attributed_to if source.said_on]
    time = statement.time
    return Claim(
        local=local,
        document=statement.doc.hash,
        statement=statement,
        event=iris[statement.doc.hash, statement.id, Part.MAIN],
        quote=statement.quote,
        modality=statement.modality,
        polarity=statement.polarity,
        certainty=statement.certainty,
        sources=_sources(levels[-1], statement) if levels else (),
        said_on=statement.said_on or min(days, default=None),
        condition=statement.condition_text,
        date_words=None if time is None else time.text,
        date_basis=None if time is None else time.basis,
        quantities=statement.quantities,
    )


def _levels(sources: tuple[Attribution, ...]) -> list[list[Attribution]]:
    """Return the sources by depth: those that the document cites, then those that they cite, and so on."""
    levels: list[list[Attribution]] = []
    for source in sources:
        depth, seen, outer = 0, {id(source)}, source.within
        while outer is not None and 0 <= outer < len(sources) and id(sources[outer]) not in seen:
            seen.add(id(sources[outer]))
            depth, outer = depth + 1, sources[outer].within
        while len(levels) <= depth:
            levels.append([])
        levels[depth].append(source)
    return [level for level in levels if level]


def _sources(level: Iterable[Attribution], statement: Statement) -> tuple[Source, ...]:
    document = statement.doc.hash
    return tuple(
        Source(
            actor=actor_of(source, document),
            speaks_for=None if not source.speaks_for else own_source(source.speaks_for, document),
            told_to=None if not source.told_to else told_to_of(source.told_to, document),
            channel=source.channel,
            made_public_on=source.made_public_on,
        )
        for source in level
    )


def _outer(main: Claim, namer: _Namer) -> list[Claim]:
    """Return the claims of those who report what the inner source says, outermost first."""
    levels = _levels(main.statement.attributed_to)
    found: list[Claim] = []
    for level in levels[:-1]:
        start = level[0].start
        found.append(
            Claim(
                local=namer.name(start),
                document=main.document,
                statement=main.statement,
                event=main.event,
                quote=main.quote,
                modality=main.modality,
                polarity=main.polarity,
                certainty=main.certainty,
                sources=_sources(level, main.statement),
                said_on=next((source.said_on for source in level if source.said_on), None),
                embedded_in=found[-1].local if found else None,
                primary=False,
            )
        )
    return found


def _nested(main: Claim, one: Occurrence, event: str, namer: _Namer) -> Claim:
    """Return the claim about what is demanded, threatened, offered, rejected or made a condition."""
    statement = main.statement
    sources = main.sources
    if statement.type in SPOKEN and statement.actors and one.part is Part.CONTENT:
        sources = tuple(Source(actor_of(who, statement.doc.hash)) for who in statement.actors)
    return Claim(
        local=namer.name(one.trigger.start),
        document=main.document,
        statement=statement,
        event=event,
        quote=one.trigger,
        modality=one.modality,
        polarity=one.polarity,
        certainty=one.certainty,
        sources=sources,
        said_on=main.said_on,
        embedded_in=main.local,
        part=one.part,
    )


def assertions(found: Iterable[Claim], related: Iterable[Relation]) -> dict[str, list[tuple[str, Assertion]]]:
    """Return for each event what its claims say, each with its document's hash."""
    against = {
        ref
        for relation in related
        if relation.kind is RelationKind.CONTRADICTS
        for ref in (relation.claim, relation.other)
    }
    by_event: defaultdict[str, list[tuple[str, Assertion]]] = defaultdict(list)
    for claim in found:
        ref = (claim.document, claim.statement.id, claim.part)
        assertion = Assertion(
            modality=claim.modality,
            polarity=claim.polarity,
            certainty=claim.certainty,
            clock=claim.said_on or claim.statement.doc.published or "",
            contradicted=ref in against,
        )
        by_event[claim.event].append((claim.document, assertion))
    return by_event
