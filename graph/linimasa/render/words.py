"""The words of the pages in each language, from `assets/words.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from linimasa.errors import LinimasaError, SettingError

ASSETS = Path(__file__).resolve().parent / "assets"
LANGUAGES = ("id", "en")

#: The days of the week from Monday on, as short as a calendar's head has room for.
WEEKDAYS = {"id": list("SSRKJSM"), "en": list("MTWTFSS")}


@cache
def load_words() -> Mapping[str, Mapping[str, str]]:
    """Return the words by language and key; LinimasaError where a language lacks a key of another."""
    path = ASSETS / "words.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LinimasaError(f"can't be read ({error}); install linimasa again", path=path) from error
    words = {lang: {str(k): str(v) for k, v in data.get(lang, {}).items()} for lang in LANGUAGES}
    odd = words["id"].keys() ^ words["en"].keys()
    if odd:
        raise LinimasaError(f"key {min(odd)!r} stands in one language only; add it to the other", path=path)
    return words


def check_language(lang: str) -> str:
    """Return a language of the pages; SettingError for any other."""
    if lang not in LANGUAGES:
        raise SettingError(f"pages are in {' or '.join(LANGUAGES)}, not in {lang!r}; choose one of them")
    return lang
