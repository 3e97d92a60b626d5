"""Days of publication: what the user gives is strict, what a page or file name says counts where it fits."""

from __future__ import annotations

import datetime
import re

from linimasa.errors import SettingError, SourceError

_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?")
_IN_NAME = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")


def iso_day(value: str) -> str | None:
    """Return the ISO day that a day or time stamp begins with, None where it is none."""
    match = _ISO.fullmatch(value.strip())
    return _valid(match[1]) if match else None


def given_day(value: str | None, option: str = "--published") -> str | None:
    """Return the day of an option; SettingError where it isn't `YYYY-MM-DD`."""
    if value is None:
        return None
    day = _valid(value.strip()) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value.strip()) else None
    if day is None:
        raise SettingError(f"{option} {value!r} isn't a day; write it as YYYY-MM-DD, such as 2021-12-29")
    return day


def field_day(value: object, name: str) -> str | None:
    """Return the day of a record's field; SourceError where it holds something else."""
    if value is None or value == "":
        return None
    day = iso_day(value) if isinstance(value, str) else None
    if day is None:
        raise SourceError(f"{name} {value!r} isn't a day; write it as YYYY-MM-DD or leave it out")
    return day


def named_day(name: str) -> str | None:
    """Return the one day that a file name holds (`2021-12-29-talks.txt`), None where it holds none or two."""
    days = {found for match in _IN_NAME.finditer(name) if (found := _valid("-".join(match.groups())))}
    return days.pop() if len(days) == 1 else None


def _valid(value: str) -> str | None:
    try:
        return datetime.date.fromisoformat(value).isoformat()
    except ValueError:
        return None
