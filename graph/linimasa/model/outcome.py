"""What became of a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """Every sentence has exactly one."""

    STATEMENTS = "statements"
    NO_EVENT_WORD = "no event word"
    ABSTAINED = "abstained"


@dataclass(frozen=True, slots=True)
class SentenceOutcome:
    """A sentence's outcome; `reasons` say why an event word gave nothing."""

    start: int
    end: int
    outcome: Outcome
    reasons: tuple[str, ...]
    statements: int
