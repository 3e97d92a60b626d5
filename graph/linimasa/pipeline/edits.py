"""What users added to a graph by SPARQL Update, kept beside the state that builds make and carried over.

`edits.nq` holds the quads, sorted: those told no graph in `gra:edits`, others in graphs of the user's own.
What a build makes can't be changed by an update, since the next build would bring it back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from rdflib import URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from linimasa.errors import QueryError, StoreError
from linimasa.model.iri import BASE
from linimasa.model.statement import Statement
from linimasa.pipeline.folder import write_text
from linimasa.pipeline.leaving import SHORT, words_of
from linimasa.store.terms import text_of
from linimasa.store.vocab import Names

#: The file in the folder of a build.
EDITS = "edits.nq"

#: So many characters are a phrase of a source, not a name that may stand anywhere.
_PHRASE = 12

#: A triple with the name of its graph.
Quad = tuple[Any, Any, Any, Any]


def edits_of(folder: Path, stage: Path | None = None) -> set[Quad]:
    """Return the quads that users added to a folder's graph, as `stage`, its next state, has them.

    StoreError for a file that can't be read.
    """
    path = next((p / EDITS for p in (stage, folder) if p is not None and (p / EDITS).is_file()), None)
    if path is None or not path.stat().st_size:
        return set()
    import pyoxigraph as ox

    from linimasa.store.oxterms import Nodes

    node = Nodes()
    try:
        return {
            (node(quad.subject), node(quad.predicate), node(quad.object), node(quad.graph_name))
            for quad in ox.parse(path=str(path), format=ox.RdfFormat.N_QUADS, lenient=True)
        }
    except SyntaxError as error:
        raise StoreError(f"isn't N-Quads ({error}); mend or delete the file", path=path) from error


def write_edits(stage: Path, edits: Iterable[Quad]) -> None:
    """Write quads as a folder's edits."""
    write_text(stage / EDITS, "".join(sorted(" ".join(map(text_of, quad)) + " .\n" for quad in edits)))


def edited(
    edits: Collection[Quad], old: Collection[Quad], new: Collection[Quad], base: str = BASE
) -> set[Quad]:
    """Return the edits after an update that made the quads `new` of `old`.

    QueryError where it would change what builds make.
    """
    before, own = {_placed(quad, base) for quad in old}, set(edits)
    after = {_placed(quad, base) for quad in new}
    built = {str(quad[3]) for quad in before - own}
    for quad in sorted(before - after - own, key=str):
        raise QueryError(
            f"what the graph says of <{quad[0]}> by <{quad[1]}> comes from the records, and the next build "
            "would bring it back; updates take away only what updates added (see `linimasa remove`)",
            path="update",
        )
    added = after - before
    for quad in sorted(added, key=str):
        if str(quad[3]) in built:
            raise QueryError(
                f"the graph <{quad[3]}> is made by builds; leave GRAPH out or name a graph of your own",
                path="update",
            )
    return (own & after) | added


def _placed(quad: Quad, base: str) -> Quad:
    """Return a quad with the graph that it is kept in."""
    name = getattr(quad[3], "identifier", quad[3])
    if name is None or name == DATASET_DEFAULT_GRAPH_ID:
        name = Names(base).graph("edits")
    return (*quad[:3], URIRef(name))


def take_edits(folder: Path, stage: Path, gone: Iterable[str], out: Iterable[Statement]) -> None:
    """Write the edits that name none of the documents of these hashes and repeat none of their words."""
    if not (folder / EDITS).is_file():
        return
    marks = {digest[:SHORT] for digest in gone}
    words = {word for one in out for word in words_of(one) if word}
    write_edits(stage, (quad for quad in edits_of(folder) if not _tells(quad, marks, words)))


def _tells(quad: Quad, marks: Collection[str], words: Collection[str]) -> bool:
    """Whether a quad repeats some words, or has one of some marks anywhere."""
    text = str(quad[2])
    repeated = text in words or (len(text) >= _PHRASE and any(text in word for word in words))
    return repeated or any(mark in term for term in quad for mark in marks)
