"""How much of the sources' text a folder gives on: what is asked for, else as it was built."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from linimasa.errors import StoreError
from linimasa.model.iri import BASE
from linimasa.model.shown import TextShown, text_shown
from linimasa.pipeline.report import REPORT
from linimasa.read.texts import TEXTS, kept_texts

if TYPE_CHECKING:
    from rdflib import Dataset


def giving(folder: Path, asked: str | None = None) -> TextShown:
    """Return how much to give on; StoreError where whole texts are asked for that aren't kept."""
    shown = text_shown(asked) if asked else _built(folder)
    if shown is TextShown.FULL and not (folder / TEXTS).is_file():
        raise StoreError("the whole texts aren't kept here; build with --text full", path=folder)
    return shown


def _built(folder: Path) -> TextShown:
    try:
        return TextShown(json.loads((folder / REPORT).read_bytes())["text"])
    except (OSError, ValueError, KeyError, TypeError):  # imported, or made by an older version
        return TextShown.QUOTES


def to_give(dataset: Dataset, folder: Path, shown: TextShown, base: str = BASE) -> Dataset:
    """Return a folder's graph as it is given out, with the texts kept there where they are wanted."""
    from linimasa.store.shown import given_out  # rdflib takes 0.2 s to load

    texts = kept_texts(folder) if shown is TextShown.FULL else {}
    return given_out(dataset, shown, base, texts)
