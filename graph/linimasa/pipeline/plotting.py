"""A picture of a folder's graph."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from linimasa.errors import SettingError
from linimasa.model.iri import BASE
from linimasa.pipeline.opening import open_above


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person asked for: parties as they named them, days as `YYYY-MM-DD`."""

    kind: str
    a: str | None = None
    b: str | None = None
    first: str | None = None
    last: str | None = None
    lang: str = "id"
    title: str | None = None


def plot(
    folder: Path, out: Path, wanted: Wanted, base: str | None = None, min_confidence: float = 0.0
) -> None:
    """Draw a picture into a file whose ending says the format.

    SettingError for another ending, a wrong day or a party that the graph doesn't know.
    """
    form = out.suffix.removeprefix(".").lower()
    if form not in ("svg", "png"):
        raise SettingError(f"-o {out}: pictures are .svg or .png; end the name with one of these")
    first, last = (_day(name, day) for name, day in (("--from", wanted.first), ("--to", wanted.last)))
    root = base or BASE
    dataset = open_above(folder, root, min_confidence).graph

    from linimasa.analyse import find_actor, read_scene
    from linimasa.render.plots import Plot, draw_plot

    scene = read_scene(dataset, root)
    a, b = (None if name is None else find_actor(scene, name, root) for name in (wanted.a, wanted.b))
    made = Plot(wanted.kind, a, b, first, last, wanted.lang, wanted.title)
    out.write_bytes(draw_plot(scene, made, form))


def _day(name: str, value: str | None) -> str | None:
    if value is None:
        return None
    try:
        return datetime.date.fromisoformat(value).isoformat()
    except ValueError:
        raise SettingError(f"{name} {value!r} is no day; write it as 2022-01-31") from None
