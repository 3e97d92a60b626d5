"""The graphs that are served: the folder's own, and those of days gone by, opened when first asked for."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rdflib import Dataset

from linimasa.model.iri import BASE
from linimasa.model.shown import TextShown
from linimasa.pipeline.giving import giving, to_give
from linimasa.pipeline.opening import open_above
from linimasa.server.search import Labels
from linimasa.server.sentences import Sentences

#: Graphs of days gone by that are kept open; the one asked for least lately goes first.
_KEPT = 3
#: Files that a build replaces: when one of them changes, the graph is opened anew.
_FILES = ("statements.jsonl", "graph.nq", "graph.trig", "graph.ttl", "report.json", "store.json")

_Mark = tuple[tuple[int, int, int] | None, ...]


@dataclass(frozen=True)
class View:
    """One graph as it is given out, with what is looked up in it. `as_of` is a day, None for all of it."""

    dataset: Dataset
    folder: Path
    base: str
    shown: TextShown
    as_of: str | None

    @cached_property
    def labels(self) -> Labels:
        """The names of everything, for searching and for links."""
        return Labels(self.dataset, self.base)

    @cached_property
    def sentences(self) -> Sentences:
        """The sentences around the quotes, where these are given on."""
        return Sentences(self.folder if self.shown is not TextShown.NONE else None)


class Views:
    """Opens views; threads may ask at the same time. A folder that was built anew is opened anew."""

    def __init__(self, folder: Path, base: str = BASE, text: str | None = None) -> None:
        self.folder, self.base, self.text = folder, base, text
        self._lock = threading.Lock()
        self._open: OrderedDict[str | None, View] = OrderedDict()
        self._mark: _Mark = ()

    def get(self, as_of: str | None = None) -> View:
        """Return the view of a day, of everything for None.

        StoreError where the folder holds no graph, SettingError where `as_of` is no day.
        """
        with self._lock:
            mark = self._read_mark()
            if mark != self._mark:
                self._open.clear()
                self._mark = mark
            view = self._open.get(as_of)
            if view is None:
                view = self._open[as_of] = self._opened(as_of)
            self._open.move_to_end(as_of)
            while len(self._open) > _KEPT:
                self._open.pop(next(key for key in self._open if key is not None))
            return view

    def _opened(self, as_of: str | None) -> View:
        store = open_above(self.folder, self.base, as_of=as_of)
        shown = giving(self.folder, self.text)
        return View(to_give(store.graph, self.folder, shown, self.base), self.folder, self.base, shown, as_of)

    def _read_mark(self) -> _Mark:
        marks: list[tuple[int, int, int] | None] = []
        for name in _FILES:
            try:
                found = (self.folder / name).stat()
            except OSError:
                marks.append(None)
            else:
                marks.append((found.st_mtime_ns, found.st_size, found.st_ino))
        return tuple(marks)
