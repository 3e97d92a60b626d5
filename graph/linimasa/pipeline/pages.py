"""The pages of a folder."""

from __future__ import annotations

from pathlib import Path

from rdflib import Dataset

from linimasa.model.iri import BASE
from linimasa.pipeline.folder import locked, move, write_text
from linimasa.pipeline.giving import giving, to_give
from linimasa.pipeline.opening import open_above


def pages(dataset: Dataset, base: str = BASE) -> dict[str, str]:
    """Return each page's HTML under its file name."""
    from linimasa import render  # networkx takes 0.2 s to load
    from linimasa.analyse import read_scene

    scene = read_scene(dataset, base)
    return {
        "actors.html": render.render_actors(scene, base=base),
        "events.html": render.render_events(scene, base=base),
        "timeline.html": render.render_timeline(scene, base=base),
        "map.html": render.render_map(scene, base=base),
    }


def render(
    folder: Path, base: str = BASE, min_confidence: float = 0.0, text: str | None = None
) -> list[Path]:
    """Write the pages of the graph in a folder and return their paths; StoreError where there is no graph.

    The pages show what statements of `min_confidence` at least tell, and as much of the sources as `text`
    says (full, quotes or none), by default as the folder was built.
    """
    shown = giving(folder, text)
    dataset = to_give(open_above(folder, base, min_confidence).graph, folder, shown, base)
    with locked(folder) as stage:
        for name, page in pages(dataset, base).items():
            write_text(stage / name, page)
        return [folder / name for name in move(stage, folder)]
