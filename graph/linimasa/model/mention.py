"""A span of text that names an actor or a place."""

from __future__ import annotations

from dataclasses import dataclass, replace

from linimasa.model.terms import ActorKind


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, title, role phrase or pronoun with the identity it was given.

    `start`/`end`/`text` are the shortest words that name the participant ("Vladimir Putin");
    `outer_start`/`outer_end` the whole phrase ("Presiden Rusia Vladimir Putin"), which the clause grammar
    masks. `actor` is the local name of the actor's IRI (`rus`, `joe-biden`, `x-nama`, `src-1` for a source
    of the document's own; for a place the place's local name), None where nothing is known but the words.
    `code` is an ISO 3166 alpha-3 code or an organisation's acronym, None where no one fits. `literally` is
    the place that a metonym names ("Moskow": actor `rus`, literally `moscow`). `antecedent` is set for
    pronouns and anaphoric phrases ("ia", "kedua pemimpin"): the mentions that it stands for.
    `speaks_for` is the local name of the body that a spokesperson speaks for.
    """

    start: int
    end: int
    text: str
    outer_start: int
    outer_end: int
    kind: ActorKind
    actor: str | None = None
    name: str | None = None
    code: str | None = None
    sector: str | None = None
    literally: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    speaks_for: str | None = None
    antecedent: tuple[Mention, ...] = ()
    pronoun: bool = False
    plural: bool = False
    rule: str = ""
    flags: tuple[str, ...] = ()

    @property
    def is_place(self) -> bool:
        """Whether the mention can be read as a place (its own kind, or a metonym's letter)."""
        return self.kind is ActorKind.PLACE or self.literally is not None or self.kind is ActorKind.STATE

    def moved(self, **changes: object) -> Mention:
        """Return a copy with some fields replaced."""
        return replace(self, **changes)  # type: ignore[arg-type]
