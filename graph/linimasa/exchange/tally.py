"""What an import met: rows, bad lines, codes and names that nobody knows."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from linimasa.read import Problem

#: Kinds of unknown things are listed up to so many; what comes later is only counted.
_LISTED = 10_000
#: Bad lines are kept up to so many.
_KEPT = 1_000


@dataclass(slots=True)
class Tally:
    """Counts while rows go by; its memory has bounds."""

    used: int = 0
    bad: int = 0
    repeated: int = 0
    problems: list[Problem] = field(default_factory=list)
    unknown: dict[str, Counter[str]] = field(default_factory=dict)
    others: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    #: Ids of the readers' own things, such as rows that were passed over on purpose.
    passed: Counter[str] = field(default_factory=Counter)
    #: Rows that break a rule, as the report of a build lists them.
    refused: list[dict[str, Any]] = field(default_factory=list)

    def strange(self, kind: str, value: str) -> None:
        """Count a code or name that nobody knows; `kind` says of which column."""
        known = self.unknown.setdefault(kind, Counter())
        if value in known or len(known) < _LISTED:
            known[value] += 1
        else:
            self.others[kind] += 1

    def wrong(self, problem: Problem) -> None:
        """Count a line that can't be used."""
        self.bad += 1
        if len(self.problems) < _KEPT:
            self.problems.append(problem)

    def data(self) -> dict[str, Any]:
        """Return what is counted, in a fixed order, as plain JSON values."""
        unknown = {
            kind: {
                "different": len(counts),
                "all": counts.total() + self.others[kind],
                "values": dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))),
            }
            for kind, counts in sorted(self.unknown.items())
        }
        wrong = sorted(self.problems, key=lambda p: (p.path, p.line or 0, p.message))
        return {
            "rows": self.used + self.bad + self.repeated + self.passed.total() + len(self.refused),
            "used": self.used,
            "repeated": self.repeated,
            "left_out": self.bad,
            "passed_over": dict(sorted(self.passed.items())),
            "by_type": dict(sorted(self.types.items())),
            "unknown": unknown,
            "refused": sorted(self.refused, key=lambda row: (row["document"], row["id"])),
            "problems": [{"path": p.path, "line": p.line, "why": p.message} for p in wrong],
        }

    def json(self) -> str:
        """Return the counts as JSON."""
        return json.dumps(self.data(), ensure_ascii=True, indent=1) + "\n"
