"""What the story shows of its documents: whole texts, sentences, or the places of the claims without a word.

A piece of a document is a paragraph, a sentence, or a quote where its sentence isn't known; with it go the
claims inside it. How much may be shown was decided before: a graph that was given out without words has none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from linimasa.analyse import Claim, Scene, Source
from linimasa.render.payload import key

#: Sentences of each document by the hash of its text: where each starts (code points) and its words.
Sentences = Mapping[str, Sequence[tuple[int, str]]]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a document from `start` to `end` (code points); `text` is None where words are withheld."""

    start: int
    end: int
    text: str | None
    title: bool = False

    def holds(self, claim: Claim) -> bool:
        """Whether a claim begins in this piece."""
        return (
            claim.start is not None
            and self.title == claim.in_title
            and self.start <= claim.start < max(self.end, self.start + 1)
        )


def texts(scene: Scene, base: str, sentences: Sentences) -> dict[str, Any]:
    """Return the texts of a page by document: hash, length, whether whole, and the pieces with their claims.

    A piece is `[start, end, text or null, claims, in title]`, a claim `[key, start, end]`.
    """
    told: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in scene.claims.values():
        if claim.event in scene.events:
            told[claim.document].append(claim)
    return {
        key(iri, base): _text(scene.documents[iri], told[iri], base, sentences)
        for iri in sorted(told.keys() & scene.documents.keys())
    }


def _text(source: Source, claims: Sequence[Claim], base: str, sentences: Sentences) -> dict[str, Any]:
    ordered = sorted(claims, key=lambda c: (c.start or 0, c.end or 0, c.iri))
    known = [] if source.text else sentences.get(source.text_hash, ())
    pieces = [*_paragraphs(source.text), *(Piece(at, at + len(text), text) for at, text in known)]
    if any(claim.in_title and claim.quote for claim in ordered):
        pieces.append(Piece(0, len(source.label), source.label, title=True))
    inside: defaultdict[Piece, list[Claim]] = defaultdict(list)
    for claim in ordered:
        home = next((piece for piece in pieces if piece.holds(claim)), None)
        inside[home or _alone(claim)].append(claim)
    shown = inside.keys() | {piece for piece in pieces if source.text}
    return {
        "hash": source.text_hash,
        "length": source.length,
        "whole": bool(source.text),
        "pieces": [
            _piece(piece, inside.get(piece, ()), base)
            for piece in sorted(shown, key=lambda p: (not p.title, p.start, p.end, p.text or ""))
        ],
    }


def _paragraphs(text: str) -> Iterator[Piece]:
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield Piece(at, at + len(line), line)
        at += len(line) + 1


def _alone(claim: Claim) -> Piece:
    """Return the piece of a claim whose sentence isn't known: its quote, or its place alone."""
    start = claim.start or 0
    end = claim.end if claim.end is not None else start + len(claim.quote)
    return Piece(start, end, claim.quote or None, claim.in_title)


def _piece(piece: Piece, claims: Iterable[Claim], base: str) -> list[Any]:
    spans = []
    for claim in claims:
        start = claim.start or 0
        end = claim.end if claim.end is not None else start + len(claim.quote)
        spans.append([key(claim.iri, base), start, min(end, piece.end)])
    return [piece.start, piece.end, piece.text, spans, piece.title]
