"""The words of the site in each language: its own from `words.toml`, the rest from those of the pages."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from linimasa.errors import LinimasaError
from linimasa.render.words import LANGUAGES, load_words
from linimasa.server.negotiate import Form, chosen
from linimasa.store.labels import load_wording

ASSETS = Path(__file__).resolve().parent / "assets"


@cache
def site_words() -> Mapping[str, Mapping[str, str]]:
    """Return the words by language and key; LinimasaError where a language lacks a key of another."""
    path = ASSETS / "words.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LinimasaError(f"can't be read ({error}); install linimasa again", path=path) from error
    own = {lang: {str(key): str(value) for key, value in data.get(lang, {}).items()} for lang in LANGUAGES}
    odd = own["id"].keys() ^ own["en"].keys()
    if odd:
        raise LinimasaError(f"key {min(odd)!r} stands in one language only; add it to the other", path=path)
    return {lang: {**load_words()[lang], **own[lang]} for lang in LANGUAGES}


def reader_language(asked: str | None, accept: str | None) -> str:
    """Return a reader's language: the one asked for, else the best of Accept-Language, else Indonesian."""
    if asked in LANGUAGES:
        return asked
    if not accept:
        return LANGUAGES[0]
    # Languages are negotiated as media types are: "en-GB" counts as "en".
    ranges = ",".join(_as_type(part) for part in accept.split(","))
    forms = [Form(lang, f"lang/{lang}") for lang in LANGUAGES]
    best = chosen(ranges, forms)
    return best.name if best else LANGUAGES[0]


def day_words(day: str, lang: str) -> str:
    """Return an ISO day in words, as it is where it is none."""
    try:
        date = datetime.date.fromisoformat(day)
    except ValueError:
        return day
    wording = load_wording()[lang]
    return wording.words["day"].format(
        day=date.day, month=wording.months[date.month - 1], year=f"{date.year:04}"
    )


def _as_type(part: str) -> str:
    tag, semicolon, rest = part.strip().partition(";")
    name = tag.strip().lower().partition("-")[0]
    return f"{'*/*' if name == '*' else 'lang/' + name}{semicolon}{rest}"
