"""The files of the folder that is served: its pages are read, its graph is changed where that is allowed."""

from __future__ import annotations

import threading

from linimasa.pipeline.edits import edited, edits_of, write_edits
from linimasa.pipeline.folder import locked
from linimasa.pipeline.giving import giving
from linimasa.pipeline.graph import publish
from linimasa.pipeline.pages import pages
from linimasa.server.refused import RefusedError
from linimasa.server.settings import ServeSettings
from linimasa.server.site import pictures
from linimasa.server.updating import updated
from linimasa.server.views import View, Views
from linimasa.store import make_graph, open_graph
from linimasa.store.choice import remembered


class Shelf:
    """Gives out pages and takes updates; threads may ask at the same time."""

    def __init__(self, views: Views, settings: ServeSettings) -> None:
        self._views, self._settings = views, settings
        self._lock = threading.Lock()
        self._made: dict[str, str] = {}
        self._of: View | None = None

    def picture(self, name: str, as_of: str | None) -> str:
        """Return the HTML of a page of the build (`actors`, `timeline`, …).

        RefusedError 404 where it has none.

        Where a day is asked for, or less of the sources' words is given on than was built, the page is made
        anew from the graph that is served.
        """
        view = self._views.get(as_of)
        path = {one.stem: one for one in pictures(view.folder)}.get(name)
        if path is None:
            raise RefusedError(404, "there is no such page; `linimasa render` writes the pages of a folder")
        if as_of is None and view.shown == giving(view.folder):
            return path.read_text(encoding="utf-8")
        with self._lock:
            if self._of is not view:
                self._made, self._of = pages(view.dataset, view.base), view
            made = self._made.get(path.name)
        if made is None:
            raise RefusedError(404, f"{path.name} isn't a page of this program")
        return made

    def update(self, text: str) -> None:
        """Run a SPARQL Update on the folder's graph and write it; nothing is changed where it fails."""
        folder, base = self._settings.folder, self._settings.base
        with self._lock, locked(folder) as stage:
            store = open_graph(folder, base)
            changed = updated(store.graph, text, base)
            old, new = (list(one.quads((None, None, None, None))) for one in (store.graph, changed))
            store.close()
            before = edits_of(folder)
            edits = edited(before, old, new, base)
            built = [quad for quad in old if tuple(quad) not in before]
            make_graph(stage, [*built, *edits], remembered(folder), base).close()
            write_edits(stage, edits)
            publish(stage, folder, ())
