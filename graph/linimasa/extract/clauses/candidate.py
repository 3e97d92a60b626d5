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

    `scope_of` is the candidate (by position in the sentence's list) whose content or condition this one is.
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
    in_relative: bool = False
    repeated: bool = False
    anaphoric: bool = False
    inherited: bool = False
    demonstrative: bool = False
    subject_how: str = ""
    clause_first: int = 0
    clause_last: int = 0
    dropped: str = ""

    @property
    def parties(self) -> list[Mention]:
        """All participants."""
        return [*self.actors, *self.recipients]
