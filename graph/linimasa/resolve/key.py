"""IRIs of events: readable, and the same for the same event wherever it is told.

`<date, month, year or "undated">-<type>-<up to three parties>-<4 hex>`; the four digits are the head of a
SHA-256 over what makes the event itself. An undated event, and one that is only demanded, feared or thought
of, is its document's own: the document joins the hash.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from linimasa.model.iri import event_iri, local_name

#: Hex digits of the hash in an IRI; doubled where two different events would share a name.
DIGITS = 4


@dataclass(frozen=True, slots=True, order=True)
class EventKey:
    """What an event's IRI is made of: local names of parties and place, EDTF date, owning document.

    `document` is empty for a dated event that took place or is scheduled; `number` counts events of one
    document that are alike in all else; `day` is the readable head of the IRI.
    """

    type: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    edtf: str
    place: str
    document: str = ""
    number: int = 1
    day: str = "undated"

    @property
    def digest(self) -> str:
        """SHA-256 in hex over type, parties, date and place, joined by the owning document if any."""
        parts = [self.type, ",".join(self.actors), ",".join(self.recipients), self.edtf, self.place]
        if self.document:
            parts.append(self.document)
        if self.number > 1:
            parts.append(str(self.number))
        return hashlib.sha256("|".join(parts).encode("utf-8")).hexdigest()

    def local(self, digits: int = DIGITS) -> str:
        """Return the local name with this many digits of the hash."""
        parties = (*self.actors, *self.recipients)[:3]
        return "-".join((self.day, self.type, *parties, self.digest[:digits]))


def mint(keys: set[EventKey]) -> dict[EventKey, str]:
    """Return an IRI for each key.

    Where the short hashes of different events meet, the one with the smallest digest keeps the short name and
    the others get a longer one: the same set of keys always gives the same IRIs.
    """
    named: dict[str, list[EventKey]] = {}
    for key in keys:
        named.setdefault(key.local(), []).append(key)
    iris: dict[EventKey, str] = {}
    for local, group in named.items():
        first, *others = sorted(group, key=lambda k: (k.digest, k))
        iris[first] = event_iri(local)
        for other in others:
            same = other.digest == first.digest
            iris[other] = iris[first] if same else event_iri(other.local(4 * DIGITS))
    return iris


def slugs(iris: set[str]) -> tuple[str, ...]:
    """Return the sorted local names of IRIs."""
    return tuple(sorted(local_name(iri) for iri in iris))
