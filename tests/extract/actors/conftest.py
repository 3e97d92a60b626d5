"""The shipped gazetteer and the taggers, made once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from linimasa.extract.actors import ActorTagger, WhoIs
from linimasa.lexicon import gazetteer
from linimasa.lexicon.gazetteer import Gazetteer
from linimasa.model.mention import Mention

Tag = Callable[..., tuple[Mention, ...]]


@pytest.fixture(scope="session")
def tables() -> Gazetteer:
    return gazetteer.load()


@pytest.fixture(scope="session")
def taggers(tables: Gazetteer) -> dict[str, ActorTagger]:
    return {lang: ActorTagger(lang, tables) for lang in ("id", "en")}


@pytest.fixture(scope="session")
def tag(taggers: dict[str, ActorTagger]) -> Tag:
    """Tag sentences: `tag("id", "2021-12-29", "…", "…")` makes one document of its sentences."""

    def run(lang: str, day: str | None, *sentences: str) -> tuple[Mention, ...]:
        text, spans = "", []
        for sentence in sentences:
            spans.append((len(text), len(text) + len(sentence)))
            text += sentence + "\n"
        return taggers[lang].tag(text, spans, dt.date.fromisoformat(day) if day else None)

    return run


@pytest.fixture(scope="session")
def whois(tables: Gazetteer) -> WhoIs:
    return WhoIs(tables)
