"""What the reference data says of an actor or place, as the store needs it.

The store asks through the `Reference` protocol, so that it can stand on the shipped gazetteer, on a test's
few facts, or on none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from linimasa.model.terms import ActorKind


@dataclass(frozen=True, slots=True)
class RoleFacts:
    """An office held: `body` is an actor's local name; `begin` and `end` are ISO days, months or years."""

    office: str
    body: str
    country: str | None
    title_en: str
    title_id: str
    begin: str | None
    end: str | None

    def held_on(self, day: str) -> bool:
        """Whether the office may have been held on this day; a coarse bound counts as wide as it is."""
        return (self.begin is None or self.begin <= day) and (
            self.end is None or day[: len(self.end)] <= self.end
        )


@dataclass(frozen=True, slots=True)
class ActorFacts:
    """An actor of the reference data. `code` is alpha-3 or an acronym, `country` an alpha-3 code."""

    kind: ActorKind
    name_en: str
    name_id: str
    code: str | None = None
    country: str | None = None
    sector: str | None = None
    qid: str | None = None
    aliases_en: tuple[str, ...] = ()
    aliases_id: tuple[str, ...] = ()
    roles: tuple[RoleFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """A place of the reference data; `country` is an alpha-3 code, None where states contest it."""

    name_en: str
    name_id: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


class Reference(Protocol):
    """Where the store learns what an actor or place is."""

    def actor(self, local: str) -> ActorFacts | None:
        """Return the facts of the actor with this local name."""
        ...

    def place(self, local: str) -> PlaceFacts | None:
        """Return the facts of the place with this local name."""
        ...

    def party(self, code: str) -> str | None:
        """Return the local name of the state or organisation that a code stands for."""
        ...


class NoReference:
    """Knows nothing: actors are what the records say, and a code is its own local name."""

    def actor(self, local: str) -> ActorFacts | None:  # noqa: ARG002 - the protocol's signature
        """Return None."""
        return None

    def place(self, local: str) -> PlaceFacts | None:  # noqa: ARG002 - the protocol's signature
        """Return None."""
        return None

    def party(self, code: str) -> str | None:
        """Return the code in lower case."""
        return code.lower()
