"""The pages of a folder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from rdflib import Dataset

from linimasa.model.iri import BASE
from linimasa.model.shown import TextShown
from linimasa.model.statement import Statement
from linimasa.pipeline.folder import locked, move, write_text
from linimasa.pipeline.giving import giving, to_give
from linimasa.pipeline.graph import STATEMENTS
from linimasa.pipeline.opening import open_above
from linimasa.pipeline.records import read_records


def pages(
    dataset: Dataset, base: str = BASE, sentences: Mapping[str, Sequence[tuple[int, str]]] | None = None
) -> dict[str, str]:
    """Return each page's HTML under its file name; `sentences` are those that the story shows."""
    from linimasa import render  # networkx takes 0.2 s to load
    from linimasa.analyse import read_scene

    scene = read_scene(dataset, base)
    return {
        "actors.html": render.render_actors(scene, base=base),
        "events.html": render.render_events(scene, base=base),
        "timeline.html": render.render_timeline(scene, base=base),
        "map.html": render.render_map(scene, base=base),
        "matrix.html": render.render_matrix(scene, base=base),
        "story.html": render.render_story(scene, base=base, sentences=sentences),
    }


def told_sentences(statements: Iterable[Statement], shown: TextShown) -> dict[str, list[tuple[int, str]]]:
    """Return the sentences of statements by the hash of their text, in order, if they may be shown."""
    found: defaultdict[str, set[tuple[int, str]]] = defaultdict(set)
    for statement in statements if shown is TextShown.QUOTES else ():
        if statement.field != "title" and statement.sentence.text:
            found[statement.doc.hash].add((statement.sentence.start, statement.sentence.text))
    return {digest: sorted(rows) for digest, rows in sorted(found.items())}


def _kept(folder: Path, shown: TextShown) -> dict[str, list[tuple[int, str]]]:
    """Return the sentences of a folder's statements; none where it was imported without them."""
    path = folder / STATEMENTS
    if shown is not TextShown.QUOTES or not path.is_file():
        return {}
    return told_sentences((one for one in read_records(path) if isinstance(one, Statement)), shown)


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
        for name, page in pages(dataset, base, _kept(folder, shown)).items():
            write_text(stage / name, page)
        return [folder / name for name in move(stage, folder)]
