"""The changes between two folders as rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from linimasa.analyse import Scene, read_scene
from linimasa.analyse.changes import changes
from linimasa.model.iri import checked_base
from linimasa.store import open_graph

COLUMNS = ("change", "date", "label", "before", "after", "documents", "quote", "event")


def difference(old: Path, new: Path, lang: str, base: str | None) -> list[dict[str, Any]]:
    """Return a row for each change, labels in a language; StoreError where a folder holds no graph."""
    return [
        {
            "change": change.kind.value,
            "date": change.event.date,
            "label": change.event.label.id if lang == "id" else change.event.label.en,
            "before": change.before or None,
            "after": change.after or None,
            "documents": "; ".join(change.documents) or None,
            "quote": change.quote or None,
            "event": change.event.iri,
        }
        for change in changes(_scene(old, base), _scene(new, base))
    ]


def _scene(folder: Path, base: str | None) -> Scene:
    chosen = checked_base(base)
    store = open_graph(folder, chosen)
    try:
        return read_scene(store.graph, chosen)
    finally:
        store.close()
