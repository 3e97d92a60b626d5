"""One place where a document speaks of an event: a statement, or what stands nested in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from linimasa.model.statement import EventPlace, NestedEvent, Participant, Quote, Statement
from linimasa.model.terms import (
    MUTUAL,
    ActorKind,
    Certainty,
    EventType,
    Modality,
    Polarity,
)
from linimasa.resolve.dates import Moment, derived_moment, told_moment
from linimasa.resolve.identity import actor_of, place_of
from linimasa.resolve.markers import markers


class Part(StrEnum):
    """Which event of a record is meant."""

    MAIN = "main"
    CONTENT = "content"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True)
class Who:
    """A party of an event: its IRI, the code of the state or organisation it stands for, its kind."""

    iri: str
    code: str | None
    kind: ActorKind

    @property
    def unit(self) -> str:
        """What the party counts as where states are compared: its code, else itself."""
        return self.code or self.iri


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An event as one clause has it. `statement` is the record's id, `document` the document's hash."""

    statement: str
    part: Part
    document: str
    title: bool
    trigger: Quote
    sentence: Quote
    type: EventType
    mode: str | None
    modality: Modality
    polarity: Polarity
    certainty: Certainty
    actors: tuple[Who, ...]
    recipients: tuple[Who, ...]
    told: Moment | None
    derived: Moment | None
    place: EventPlace | None
    root: str
    definite: bool
    ordinal: int | None

    @property
    def order(self) -> tuple[bool, int, str, str]:
        """Place in the text: title last, so that it joins what the text tells."""
        return self.title, self.trigger.start, self.part, self.statement

    @property
    def ref(self) -> tuple[str, str, Part]:
        """What identifies the occurrence: document hash, record and part."""
        return self.document, self.statement, self.part

    @property
    def place_iri(self) -> str | None:
        """The IRI of the place, None where the clause names none."""
        return None if self.place is None else place_of(self.place)

    @property
    def realis(self) -> bool:
        """Whether the event is told as happening, scheduled or called off, not as a mere thought."""
        return self.modality in REALIS


#: Modalities of what is, was, or is on the calendar.
REALIS = frozenset(
    {Modality.OCCURRED, Modality.ONGOING, Modality.PLANNED, Modality.POSTPONED, Modality.CANCELLED}
)


def occurrences(statement: Statement) -> Iterator[Occurrence]:
    """Yield the event of a record, then its content and its condition where it has them."""
    yield _main(statement)
    for event, part in ((statement.content, Part.CONTENT), (statement.condition, Part.CONDITION)):
        whole = None if event is None else _completed(statement, event, part)
        if whole is not None:
            yield _nested(statement, whole, part)


#: Acts whose content is the speaker's own further act, and those whose content is asked of the one addressed.
_OWN_ACT = frozenset({EventType.THREATEN, EventType.AGREE, EventType.COOPERATE, EventType.CONCEDE})
_ASKED = frozenset({EventType.REQUEST})


def _completed(outer: Statement, event: NestedEvent, part: Part) -> NestedEvent | None:
    """Return a nested event with the parties that it leaves unsaid, None where it has none at all.

    Who threatens or promises would be the one to do it, to the one threatened; who is asked would be.
    """
    actors, recipients = event.actors, event.recipients
    if part is Part.CONTENT and not actors:
        if outer.type in _OWN_ACT:
            actors = outer.actors
        elif outer.type in _ASKED:
            actors = outer.recipients
    if part is Part.CONTENT and outer.type is EventType.THREATEN and not recipients:
        recipients = outer.recipients
    if not actors and not recipients:
        return None
    return replace(event, actors=actors, recipients=recipients)


def sides(
    type_: EventType, actors: Iterable[Participant], recipients: Iterable[Participant], document: str
) -> tuple[tuple[Who, ...], tuple[Who, ...]]:
    """Return the parties as actors and recipients; equal parties of a mutual act are all actors."""
    first = [_who(one, document) for one in actors]
    second = [_who(one, document) for one in recipients]
    if type_ in MUTUAL:
        first, second = first + second, []
    return tuple(dict.fromkeys(first)), tuple(dict.fromkeys(second))


def _who(one: Participant, document: str) -> Who:
    return Who(actor_of(one, document), one.code or None, one.kind)


def _main(statement: Statement) -> Occurrence:
    document = statement.doc.hash
    actors, recipients = sides(statement.type, statement.actors, statement.recipients, document)
    root, definite, ordinal = _reference(statement, statement.trigger)
    told = told_moment(statement.time)
    return Occurrence(
        statement=statement.id,
        part=Part.MAIN,
        document=document,
        title=statement.field == "title",
        trigger=statement.trigger,
        sentence=statement.sentence,
        type=statement.type,
        mode=statement.mode,
        modality=statement.modality,
        polarity=statement.polarity,
        certainty=statement.certainty,
        actors=actors,
        recipients=recipients,
        told=told,
        derived=None if told else derived_moment(statement),
        place=statement.place,
        root=root,
        definite=definite,
        ordinal=ordinal,
    )


def _nested(statement: Statement, event: NestedEvent, part: Part) -> Occurrence:
    document = statement.doc.hash
    actors, recipients = sides(event.type, event.actors, event.recipients, document)
    root, definite, ordinal = _reference(statement, event.trigger)
    modality, polarity, certainty = _stance(statement, event, part)
    return Occurrence(
        statement=statement.id,
        part=part,
        document=document,
        title=statement.field == "title",
        trigger=event.trigger,
        sentence=statement.sentence,
        type=event.type,
        mode=event.mode,
        modality=modality,
        polarity=polarity,
        certainty=certainty,
        actors=actors,
        recipients=recipients,
        told=told_moment(event.time),
        derived=None,
        place=event.place,
        root=root,
        definite=definite,
        ordinal=ordinal,
    )


def _reference(statement: Statement, trigger: Quote) -> tuple[str, bool, int | None]:
    words = markers(statement.doc.lang)
    start, end = trigger.start - statement.sentence.start, trigger.end - statement.sentence.start
    text = statement.sentence.text
    if not 0 <= start < end <= len(text):
        return words.root(trigger.text), False, None
    return words.root(trigger.text), words.definite(text, start, end), words.ordinal(text, start, end)


#: How the thing said stands in the world, by the act of saying.
_CONTENT = {
    EventType.REQUEST: Modality.DEMANDED,
    EventType.THREATEN: Modality.THREATENED,
    EventType.AGREE: Modality.COMMITTED,
    EventType.COOPERATE: Modality.COMMITTED,
    EventType.CONCEDE: Modality.COMMITTED,
    EventType.SUPPORT: Modality.HOPED,
}


def _stance(outer: Statement, event: NestedEvent, part: Part) -> tuple[Modality, Polarity, Certainty]:
    """Return modality, polarity and certainty of a nested event.

    What is refused by the one who would do it will not be; what is denied is said not to have been; what is
    rejected is, where it is itself an act of speech ("menolak permintaan Rusia"), an act that took place.
    """
    if part is Part.CONDITION:
        return Modality.HYPOTHETICAL, event.polarity, Certainty.UNKNOWN
    if outer.type is EventType.REJECT:
        return _rejected(outer, event)
    if outer.type is EventType.AGREE and outer.mode == "offer":
        return Modality.OFFERED, event.polarity, Certainty.POSSIBLE
    modality = _CONTENT.get(outer.type, Modality.HYPOTHETICAL)
    return modality, event.polarity, Certainty.POSSIBLE


def _rejected(outer: Statement, event: NestedEvent) -> tuple[Modality, Polarity, Certainty]:
    if event.type in (EventType.REQUEST, EventType.ACCUSE, EventType.THREATEN, EventType.STATEMENT):
        return Modality.OCCURRED, event.polarity, Certainty.CERTAIN
    if outer.mode == "deny":
        return Modality.OCCURRED, Polarity.NEGATIVE, Certainty.CERTAIN
    own = {who.actor or who.text for who in outer.actors} & {who.actor or who.text for who in event.actors}
    if own:
        return Modality.COMMITTED, Polarity.NEGATIVE, Certainty.CERTAIN
    return Modality.CONSIDERED, event.polarity, Certainty.POSSIBLE
