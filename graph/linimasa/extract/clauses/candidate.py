"""An event that a trigger may tell, while its arguments are being gathered."""

from __future__ import annotations

from dataclasses import dataclass, field

from linimasa.lexicon.frame import Frame
from linimasa.model.mention import Mention
from linimasa.model.terms import Certainty, Modality, Polarity
from linimasa.model.timex import Timex


@dataclass(slots=True)
class Candidate:
    """A trigger with its frame and what was found for it; `element` is the trigger's element.

    `content_of` and `condition_of` are the candidate, by its position in the sentence's list, that this one
    hangs on.
    """

    element: int
    start: int
    end: int
    frame: Frame
    noun: bool
    lemma: str
    actors: list[Mention] = field(default_factory=list)
    recipients: list[Mention] = field(default_factory=list)
    places: list[Mention] = field(default_factory=list)
    time: Timex | None = None
    modality: Modality = Modality.OCCURRED
    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    rule: str = ""
    light: int | None = None
    governor: int | None = None
    placed_by: int | None = None
    content_of: int | None = None
    condition_of: int | None = None
    in_condition: bool = False
    in_purpose: bool = False
    repeated: bool = False
    anaphoric: bool = False
    demonstrative: bool = False
    presupposed: bool = False
    subject_how: str = ""
    dropped: str = ""

    @property
    def parties(self) -> list[Mention]:
        """All participants."""
        return [*self.actors, *self.recipients]
