"""What a plot is asked to show."""

from __future__ import annotations

from dataclasses import dataclass

from linimasa.analyse import Scene
from linimasa.render.words import load_words
from linimasa.store.labels import load_wording


@dataclass(frozen=True, slots=True)
class Plot:
    """What to draw: `a` and `b` are the IRIs of a pair for `tension`; `first` and `last` bound the period."""

    kind: str
    a: str | None = None
    b: str | None = None
    first: str | None = None
    last: str | None = None
    lang: str = "id"
    title: str | None = None

    def word(self, key: str) -> str:
        """Return a word of the pages in the plot's language."""
        return load_words()[self.lang][key]

    def name(self, scene: Scene, iri: str) -> str:
        """Return an actor's name in the plot's language."""
        label = scene.actors[iri].label
        return label.id if self.lang == "id" else label.en

    def column(self, column: str) -> str:
        """Return what is written below the column of a month (`2022-01`) or a year."""
        if len(column) == 4:
            return column
        return f"{load_wording()[self.lang].months[int(column[5:]) - 1][:3]}\n{column[:4]}"
