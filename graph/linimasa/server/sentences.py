"""The sentences of the statements, by document: what stands around a quote.

The graph holds quotes and offsets; the sentences stand in the folder's statement records.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from linimasa.pipeline.graph import STATEMENTS

#: Letters of a hash that documents go by (`doc:ec4b25d94c3b`).
_SHORT = 12


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """A sentence of a document with its place in it: code points into the text, or into the title."""

    start: int
    end: int
    text: str
    title: bool = False


class Sentences:
    """Looks sentences up. Without a folder, or where it holds no records, there are none."""

    def __init__(self, folder: Path | None) -> None:
        found: defaultdict[str, set[Sentence]] = defaultdict(set)
        if folder is not None:
            for document, sentence in _read(folder / STATEMENTS):
                found[document].add(sentence)
        self._found = {name: sorted(group, key=lambda s: (not s.title, s)) for name, group in found.items()}

    def of(self, document: str) -> list[Sentence]:
        """Return the sentences of a document (the local name of its IRI) in order, the title first."""
        return self._found.get(document, [])

    def around(self, document: str, start: int | None, end: int | None, *, title: bool) -> Sentence | None:
        """Return the sentence that holds a span, None where none is known that does."""
        if start is None or end is None:
            return None
        those = [sentence for sentence in self.of(document) if sentence.title == title]
        place = bisect_right([sentence.start for sentence in those], start) - 1
        if place >= 0 and end <= those[place].end:
            return those[place]
        return None


def _read(path: Path) -> Iterator[tuple[str, Sentence]]:
    if not path.is_file():
        return
    with path.open("rb") as stream:
        for line in stream:
            try:
                record = json.loads(line)
                words = record["sentence"]
                sentence = Sentence(words["start"], words["end"], words["text"], record["field"] == "title")
                document = record["doc"]["hash"][:_SHORT]
            except (ValueError, KeyError, TypeError):
                continue  # opening the graph says what is wrong with a record
            if isinstance(sentence.text, str) and sentence.end - sentence.start == len(sentence.text):
                yield document, sentence
