"""The code tables of `data/exchange`: CAMEO's events and actor types, names of roles, old country codes."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from linimasa import resources
from linimasa.errors import LexiconError
from linimasa.exchange.row import What
from linimasa.model.terms import EventType, Modality


def rows(name: str, header: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a table with their line numbers; LexiconError where it isn't one."""
    path = resources.exchange() / name
    columns = header.split()
    with path.open(encoding="utf-8", newline="") as stream:
        lines = csv.reader(stream, strict=True)
        if next(lines, None) != columns:
            raise LexiconError(f"the header must be {','.join(columns)}", path=path, line=1)
        for number, cells in enumerate(lines, 2):
            if len(cells) != len(columns):
                message = f"{len(cells)} cells where {len(columns)} are expected; quote cells with a comma"
                raise LexiconError(message, path=path, line=number)
            yield number, cells


def keyed(name: str, header: str) -> dict[str, tuple[str, ...]]:
    """Return the rows of a table by their first cell."""
    return {cells[0]: tuple(cells[1:]) for _, cells in rows(name, header)}


@dataclass(frozen=True, slots=True)
class Cameo:
    """CAMEO's event codes: `types` by code, `codes` by name in lower case, `names` by code."""

    types: dict[str, What]
    codes: dict[str, str]
    names: dict[str, str]

    def what(self, code: str) -> What | None:
        """Return the kind of event of a code; of an unknown one that of the code above it, else None."""
        while code and code not in self.types:
            code = code[:-1]
        return self.types.get(code)


def load_cameo() -> Cameo:
    """Read `cameo.csv`.

    Codes and names are those of the CAMEO codebook (Schrodt, *CAMEO: Conflict and Mediation Event
    Observations, Event and Actor Codebook*, 1.1b3, 2012) with ICEWS's spellings; types are ours. A code
    without a type has that of the code above it; the mode `-` is none.
    """
    path = resources.exchange() / "cameo.csv"
    types: dict[str, What] = {}
    codes: dict[str, str] = {}
    names: dict[str, str] = {}
    for number, (code, type_, mode, modality, name, alias) in rows(
        "cameo.csv", "code type mode modality name alias"
    ):
        types[code] = _what(types, code, type_, mode, modality, path, number)
        names[code] = name
        for spelling in (name, alias):
            if spelling:
                codes.setdefault(spelling.lower(), code)
    return Cameo(types, codes, names)


def _what(
    types: dict[str, What], code: str, type_: str, mode: str, modality: str, path: Path, line: int
) -> What:
    said = Modality(modality) if modality else Modality.OCCURRED
    if type_:
        if type_ not in EventType.__members__:
            raise LexiconError(f"type {type_!r} isn't one of ours", path=path, line=line)
        return What(type_, None if mode in ("", "-") else mode, said)
    above = types.get(code[:-1])
    if above is None:
        raise LexiconError(f"code {code} needs a type: there is no code above it", path=path, line=line)
    return What(above.type, above.mode, said)
