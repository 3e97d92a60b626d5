"""First-person words inside quotations: the speaker takes part in what is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from linimasa.extract.clauses.chunk import ChunkKind
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.report import Report
from linimasa.extract.clauses.view import View
from linimasa.model.mention import Mention


def first_persons(view: View, reports: Sequence[Report]) -> list[Mention]:
    """Return the speaker as a mention at each first-person word inside the speaker's quotation."""
    words = view.closed.first_person
    out: list[Mention] = []
    for i, el in enumerate(view.els):
        if not el.quote or (el.kind is not Kind.NP and el.kind is not Kind.VG):
            continue
        chunks = view.chunks[el.first : el.last + 1]
        named = {m.outer_end for _, m in el.names} if view.closed.head_first else set()
        said = [
            c
            for c in chunks
            if c.lower in words and c.kind is ChunkKind.WORD and c.start - 1 not in named  # "warga Fiji kita"
        ]
        source = _speaker(view, i, reports) if said else None
        if source is not None:
            out += [
                replace(source, outer_start=c.start, outer_end=c.end, pronoun=True, rule="first-person")
                for c in said
            ]
    return out


def _speaker(view: View, i: int, reports: Sequence[Report]) -> Mention | None:
    """Return who says the element `i`, resolved where it is a pronoun."""

    def rank(report: Report) -> tuple[bool, bool, int]:
        # A speech verb that itself stands in a quotation: its subject isn't the one who quotes.
        inside = report.verb is not None and view.els[report.verb].quote != 0
        return report.verb is None, inside, len(report.scope)

    said = [r for r in reports if i in r.scope and r.sources and r.how != "outlet"]
    if not said:
        return None
    source = min(said, key=rank).sources[0]
    return source.antecedent[0] if source.antecedent else source
