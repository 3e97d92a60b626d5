"""Where a clause of content, condition or purpose ends."""

from __future__ import annotations

from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.inversions import Inversions
from linimasa.extract.clauses.view import View
from linimasa.lexicon.forms.form import Voice

_WALLS = frozenset({Kind.STOP, Kind.COLON, Kind.DASH, Kind.REPORT})
_CLAUSE_ENDS = frozenset({Kind.COMMA, Kind.STOP, Kind.DASH, Kind.SUB, Kind.REPORT, Kind.COMP})
_OPENERS = frozenset({Kind.SUB, Kind.COMP, Kind.REL})
_SIDE_CLAUSES = frozenset({"contrast", "time", "cause", "condition", "result"})


def clause_end(view: View, opener: int) -> int:
    """Return the element at which the clause that a linking word opens ends."""
    quote = view.els[opener].quote
    for k in range(opener + 1, len(view.els)):
        el = view.els[k]
        if el.quote != quote:
            return k
        if el.kind is Kind.SUB and el.link == "purpose" and view.kinds[opener] is Kind.COMP:
            continue
        if el.kind is Kind.SUB and el.link == "manner":
            continue  # "asalkan X meredakan ketegangan dengan menarik pasukannya": both are the condition
        if el.kind in _CLAUSE_ENDS:
            return k
    return len(view.els)


def matrix_end(view: View, inversions: Inversions, matrix: Candidate) -> int:
    """Return the element at which the clause after the matrix word ends."""
    verbs = int(" to " in matrix.lemma)  # "vow to attack": the word itself has an infinitive
    quote = view.els[matrix.element].quote
    for k in range(matrix.element + 1, len(view.els)):
        el = view.els[k]
        if el.quote != quote and el.kind is not Kind.QOPEN:
            if el.quote:
                continue
            return k
        if el.kind is Kind.VG:
            verbs += 1
            second = matrix.noun and view.kinds[k - 1] not in _OPENERS
            if second or inversions.of(k):
                return k
        elif el.kind in _WALLS or _next_clause(view, k, verbs):
            return k
    return len(view.els)


def _next_clause(view: View, k: int, verbs: int) -> bool:
    """Whether the linking word or comma `k` leads on to a clause beside the content."""
    match view.kinds[k]:
        case Kind.SUB:
            return view.els[k].link in _SIDE_CLAUSES
        case Kind.COORD:
            return view.kinds[k + 1] is Kind.VG and _matrix_goes_on(view, k + 1, verbs)
        case Kind.COMMA:
            return _clause_starts(view, k + 1)
    return False


def _matrix_goes_on(view: View, verb: int, verbs: int) -> bool:
    """Whether a co-ordinated verb belongs beside the matrix verb: it has no infinitive to stand beside.

    Where forms tell infinitives, so does its own: "vowed to attack X and recalled …", "… and recall …".
    """
    previous = view.previous_verb(verb)
    infinitive = previous is not None and (
        view.els[previous].voice is Voice.BARE or " to " in view.words(previous)
    )
    if verbs and infinitive:
        voice = view.els[verb].voice
        if voice in (Voice.ACTIVE, Voice.BARE):
            return voice is Voice.ACTIVE
    return verbs == 0 or view.speechlike(verb)


def _clause_starts(view: View, after: int) -> bool:
    if view.kinds[after] is Kind.COORD:
        after += 1
    if view.kinds[after] is Kind.VG:
        return True
    if view.kinds[after] is Kind.PREP and view.els[after].word in view.closed.with_prepositions:
        after += 1  # ", with Y accusing X"
    return view.kinds[after] is Kind.NP and view.kinds[after + 1] is Kind.VG
