"""What the search for arguments finds: participants, and prepositional phrases with their participants."""

from __future__ import annotations

from dataclasses import dataclass

from linimasa.model.mention import Mention


@dataclass(frozen=True, slots=True)
class Found:
    """Participants found: their mentions, the element of the (first) noun phrase, and the rule.

    An empty one means that the words don't say; `how` is for `explain` and for the confidence.
    """

    names: tuple[Mention, ...] = ()
    np: int | None = None
    how: str = ""

    def __bool__(self) -> bool:
        """Whether anybody was found."""
        return bool(self.names)


@dataclass(frozen=True, slots=True)
class Oblique:
    """A prepositional phrase: preposition, its noun phrase's participants, its element index.

    `event`: the phrase tells an event, so that its names are that event's, no place ("in a Russian attack").
    """

    preposition: str
    found: Found
    at: int
    event: bool = False


NOBODY = Found()
