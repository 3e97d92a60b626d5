"""Where the words of a condition stand."""

from __future__ import annotations

from linimasa.extract.clauses.element import Kind, Sentence

_GOES_ON = frozenset({Kind.NP, Kind.PREP, Kind.TIME})


def condition_span(sentence: Sentence, element: int) -> tuple[int, int] | None:
    """Return the document span of the conditional clause that the element stands in."""
    els = sentence.elements
    opens = [k for k in range(element + 1) if els[k].kind is Kind.SUB and els[k].link == "condition"]
    if not opens:
        return None
    last = element
    while last + 1 < len(els) and els[last + 1].kind in _GOES_ON:
        last += 1
    return sentence.chunks[els[opens[-1]].first].start, sentence.chunks[els[last].last].end
