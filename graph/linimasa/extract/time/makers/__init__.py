"""The makers: from a match and its context to a value, or None where it is no time after all."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from linimasa.extract.time.context import Context, Outcome
from linimasa.extract.time.makers.dates import (
    make_absolute,
    make_date,
    make_named,
    make_numeric,
    make_range,
    make_sunday,
    make_week,
    make_weekday,
)
from linimasa.extract.time.makers.lengths import make_away, make_elapsed, make_length, make_set, make_window
from linimasa.extract.time.makers.near import (
    make_clock,
    make_near,
    make_nothing,
    make_reference,
    make_same,
    make_unit,
    make_weekend,
)
from linimasa.extract.time.makers.periods import (
    make_century,
    make_decade,
    make_holiday,
    make_month,
    make_numbered,
    make_period,
    make_season,
    make_year,
    make_years,
)
from linimasa.extract.time.recognise import Found

Maker = Callable[[Found, Context], Outcome | None]

#: The makers by the name that rules use.
MAKERS: Mapping[str, Maker] = {
    "absolute": make_absolute,
    "away": make_away,
    "century": make_century,
    "clock": make_clock,
    "date": make_date,
    "decade": make_decade,
    "elapsed": make_elapsed,
    "holiday": make_holiday,
    "length": make_length,
    "month": make_month,
    "named": make_named,
    "near": make_near,
    "nothing": make_nothing,
    "numbered": make_numbered,
    "numeric": make_numeric,
    "period": make_period,
    "range": make_range,
    "reference": make_reference,
    "same": make_same,
    "season": make_season,
    "set": make_set,
    "sunday": make_sunday,
    "unit": make_unit,
    "week": make_week,
    "weekday": make_weekday,
    "weekend": make_weekend,
    "window": make_window,
    "year": make_year,
    "years": make_years,
}
