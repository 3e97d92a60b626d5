"""Which events go into an export: of some days, with or without plain statements."""

from __future__ import annotations

from dataclasses import dataclass

from linimasa.errors import SettingError
from linimasa.read.day import given_day


@dataclass(frozen=True, slots=True)
class Selection:
    """Events that can have been between `first` and `last` (ISO days, None where open).

    An undated event is left out where a day is asked for. `statements` lets the tables of other event coders
    have the type STATEMENT too, which those that have codes for it leave out otherwise.
    """

    first: str | None = None
    last: str | None = None
    statements: bool = False

    @property
    def dated(self) -> bool:
        """Whether days are asked for."""
        return self.first is not None or self.last is not None

    def holds(self, date: str, begin: str, end: str) -> bool:
        """Whether an event of these ISO days ("" where unknown) is among them."""
        if not self.dated:
            return True
        earliest, latest = begin or date, end or date
        if not earliest and not latest:
            return False
        return (self.first is None or (latest or "9999") >= self.first) and (
            self.last is None or (earliest or "0000") <= self.last
        )


def selection(first: str | None, last: str | None, statements: bool = False) -> Selection:
    """Return the selection of these days; SettingError where one is none or they are the wrong way round."""
    begin, end = given_day(first, "--from"), given_day(last, "--to")
    if begin and end and end < begin:
        raise SettingError(f"--to {end} lies before --from {begin}; give the earlier day first")
    return Selection(begin, end, statements)


EVERYTHING = Selection()
