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


@dataclass(frozen=True, slots=True)
class Proposals:
    """What became of the statements that a model proposed for a document.

    `kept` are those that became statements, `careful` how many of these got a more careful status than the
    model gave; `dropped` and `left_out` count, by reason, the others and the parts (parties, dates, …) that
    kept ones lost. Both are sorted by reason.
    """

    made: int
    kept: int
    careful: int
    dropped: tuple[tuple[str, int], ...]
    left_out: tuple[tuple[str, int], ...]
