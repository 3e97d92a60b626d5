"""Regenerate ``state_names.csv`` from CLDR's territory names and the hand-kept rows.

Run with Babel installed: ``python data/gazetteer/build_state_names.py``. It reads ``states.csv`` (which
states there are) and ``state_names_own.csv`` (aliases, demonyms, capitals, seats; same columns as the
output) beside it and writes ``state_names.csv``, sorted. A hand-kept row wins over the CLDR row of the
same code, language and name, which is how an ambiguous CLDR name is made weak.

Source of the generated names: Unicode CLDR as packed in Babel (Unicode licence).
"""

import csv
from pathlib import Path

from babel import Locale
from babel.core import get_global

HERE = Path(__file__).resolve().parent
FIELDS = ("code", "lang", "name", "kind", "strength", "source", "checked")
LANGUAGES = ("ar", "en", "es", "fr", "id", "ms", "ru", "zh")
SOURCE = "CLDR 47"
CHECKED = "2026-11-23"

# Codes that CLDR's alpha-3 alias table lacks.
EXTRA_ALPHA2 = {"XKX": "XK"}
# CLDR's display names of these are made for menus ("Congo - Kinshasa", "Hong Kong SAR China",
# "Myanmar (Burma)", "Palestinian Territories"); what people write stands in state_names_own.csv.
MENU_NAMES_ONLY = frozenset({"CCK", "COD", "COG", "HKG", "MAC", "MMR", "PSE", "SGS", "UMI"})

Row = dict[str, str]


def read_rows(path: Path) -> list[Row]:
    """Return the rows of a CSV file with a header."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def alpha2_of(code: str) -> str | None:
    """Return the two-letter territory code that CLDR uses for an alpha-3 code, if there is one."""
    if code in EXTRA_ALPHA2:
        return EXTRA_ALPHA2[code]
    territories: list[str] = list(get_global("territory_aliases").get(code, ()))
    return territories[0] if len(territories) == 1 else None


def spellings(name: str) -> set[str]:
    """Return a name with its typographic apostrophe and with the straight one that newspapers type."""
    return {name, name.replace("’", "'")}


def cldr_rows(states: list[Row]) -> list[Row]:
    """Return one row for each CLDR name of each living state or territory in each language."""
    rows: list[Row] = []
    for state in states:
        code = state["code"]
        alpha2 = alpha2_of(code)
        if state["kind"] == "historical" or code in MENU_NAMES_ONLY or alpha2 is None:
            continue
        for lang in LANGUAGES:
            name = Locale(lang).territories.get(alpha2)
            if name is None:
                continue
            rows.extend(
                {
                    "code": code,
                    "lang": lang,
                    "name": spelling,
                    "kind": "name",
                    "strength": "strong",
                    "source": SOURCE,
                    "checked": CHECKED,
                }
                for spelling in spellings(name)
            )
    return rows


def merged(generated: list[Row], own: list[Row]) -> list[Row]:
    """Return both sets of rows, the hand-kept ones winning, sorted by code, language and name."""
    by_key = {(row["code"], row["lang"], row["name"]): row for row in generated}
    for row in own:
        if row["lang"] == "*":
            for lang in LANGUAGES:
                by_key.pop((row["code"], lang, row["name"]), None)
        by_key[(row["code"], row["lang"], row["name"])] = row
    return [by_key[key] for key in sorted(by_key)]


def main() -> None:
    """Write ``state_names.csv`` beside this script."""
    rows = merged(cldr_rows(read_rows(HERE / "states.csv")), read_rows(HERE / "state_names_own.csv"))
    with (HERE / "state_names.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, FIELDS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
