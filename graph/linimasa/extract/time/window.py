"""A stretch of days that evidence narrows, with the reasons."""

from __future__ import annotations

from dataclasses import dataclass, replace

from linimasa.model.timevalue import Day


@dataclass(frozen=True, slots=True)
class Window:
    """Days from `begin` to `end` (None is open) and what narrowed them."""

    begin: Day | None = None
    end: Day | None = None
    why: tuple[str, ...] = ()

    def narrowed(self, begin: Day | None, end: Day | None, reason: str) -> Window:
        """Return the window cut to these days; unchanged where they add nothing or leave nothing."""
        first = max((d for d in (self.begin, begin) if d is not None), default=None)
        last = min((d for d in (self.end, end) if d is not None), default=None)
        if (first, last) == (self.begin, self.end) or (
            first is not None and last is not None and first > last
        ):
            return self
        return replace(self, begin=first, end=last, why=(*self.why, reason))

    def allows(self, begin: Day | None, end: Day | None) -> bool:
        """Whether some day lies in both."""
        early = end is not None and self.begin is not None and end < self.begin
        late = begin is not None and self.end is not None and begin > self.end
        return not (early or late)
