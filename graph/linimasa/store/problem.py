"""A rule that a graph breaks, told to people."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A broken rule: the node that breaks it, the property (or ""), the value, and what is asked for.

    `quote` and `document` are those of the node where it is a claim or mention, else of a claim about it.
    """

    focus: str
    path: str
    value: str
    message: str
    quote: str = ""
    document: str = ""

    def __str__(self) -> str:
        where = f" {self.path}" if self.path else ""
        value = f" ({self.value})" if self.value else ""
        told = f"; {self.document}: “{self.quote}”" if self.quote else ""
        return f"{self.focus}{where}{value}: {self.message}{told}"
