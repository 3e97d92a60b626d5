"""What stands around a verb group, and whether it can hold its subject: asides, appositions, quotations."""

from __future__ import annotations

from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.view import View
from linimasa.lexicon.forms.form import Voice
from linimasa.model.terms import ActorKind

_ASIDE = frozenset({Kind.COMMA, Kind.NP, Kind.PREP, Kind.TIME})


def before_outlet(view: View, j: int) -> int:
    """Return the place before an aside that names the source ("X, dilansir AFP, Kamis, mengecam …")."""
    if j < 0 or view.kinds[j] is not Kind.COMMA:
        return j
    k = j
    while k > 0 and view.kinds[k] in _ASIDE:
        k -= 1
    return k - 2 if k > 1 and view.kinds[k] is Kind.REPORT and view.kinds[k - 1] is Kind.COMMA else j


def clause_about(view: View, i: int, j: int) -> bool:
    """Whether a preposition tells a clause, of which the phrase `j` is the subject.

    "Menlu Fiji buka suara soal tindakan Samoa menyita kapal"; "…, dengan Presiden Kenya mendesak Uganda".
    """
    closed, before = view.closed, view.els[j - 1].word
    if not closed.head_first or j != i - 1 or not view.els[j].names or view.els[i].voice is Voice.PASSIVE:
        return False
    if deed(view, j):
        return tells_deed(view, j)
    if before in closed.with_prepositions:
        return view.kinds[j - 2] is Kind.COMMA and view.name_headed(j)
    other = closed.inside_prepositions | closed.subordinators.keys()  # "dalam", "untuk"
    about = before in closed.about_prepositions and before not in other
    after_verb = view.kinds[j - 2] in (Kind.VG, Kind.NP) and view.previous_verb(j - 1) is not None
    return about and after_verb


def deed(view: View, j: int) -> bool:
    """Whether a phrase names somebody's plan, decision or step, which a verb behind it tells: "upaya X V"."""
    closed, el = view.closed, view.els[j]
    head = view.chunks[el.first].lower
    known = head in closed.operators or head in closed.decisions or head in closed.deeds
    return known and bool(el.names) and el.names[0][0] > el.first


def tells_deed(view: View, j: int) -> bool:
    """Whether the verb behind such a phrase isn't the main one: what stands before is, or nothing does."""
    if view.previous_verb(j) is not None or (j == 1 and view.governed(j)):
        return True
    if not view.governed(j) or view.kinds[j - 2] is not Kind.NP:
        return False
    before = view.els[j - 2]
    return (
        bool(before.names) and view.name_headed(j - 2) and before.names[-1][0] < before.last
    )  # "X kecewa atas"


def of_somebody(view: View, preposition: str) -> bool:
    """Whether the preposition tells whose something is, or where it comes from."""
    closed = view.closed
    return preposition in closed.genitive_prepositions or preposition in closed.origin_prepositions


def outside(view: View, head: int) -> bool:
    """Whether the phrase is somebody who doesn't act for whom he is named by ("a critic of X")."""
    return not view.closed.outsiders.isdisjoint(view.words(head).split(" "))


def examples(view: View, head: int, comma: int) -> bool:
    """Whether an aside only gives examples of people whom the phrase `head` doesn't name by a state."""
    kinds, first = view.kinds, head + 2
    if any(m.code for m in view.names(head)) or (view.governed(head) and kinds[head - 2] is not Kind.NP):
        return False
    if kinds[first] is not Kind.PREP or view.els[first].word not in view.closed.example_prepositions:
        return False
    el = view.els[first + 1]
    if el.kind is not Kind.NP or not el.names or Kind.VG in kinds[first:comma]:
        return False
    return (el.names[0][0], el.names[-1][0]) == (el.first, el.last)  # not "goods, including Russian cars"


def behind_list(view: View, i: int) -> bool:
    """Whether a verb of saying stands behind names alone or a list: "…, Peru, dan Cile, katanya"."""
    kinds, last = view.kinds, i - 2
    if kinds[i - 1] is not Kind.COMMA or not view.goes_on(i):
        return False
    return Kind.VG not in kinds[:i] or (kinds[last] is Kind.NP and kinds[last - 1] is Kind.COORD)


def before_country(view: View, j: int) -> int:
    """Return the place before the country of a city ("duta besar X di Wina, Austria mengatakan …")."""
    kinds, names, city = view.kinds, view.names(j), j - 2
    apart = kinds[j - 1] is Kind.COMMA and kinds[city] is Kind.NP and kinds[city - 1] is Kind.PREP
    alone = len(names) == 1 and view.words(j) == names[0].text.lower() and names[0].kind is ActorKind.STATE
    whose = city - 2
    if not (apart and alone and kinds[whose] is Kind.NP and view.names(whose)) or view.governed(whose):
        return j
    cities = view.names(city)
    if not cities:  # a city that no list knows
        return city if view.els[city - 1].word in view.closed.place_prepositions else j
    last = cities[-1]
    of_it = last.kind is not ActorKind.STATE and last.code == names[0].code
    return city if of_it and view.words(city).endswith(last.text.lower()) else j


def before_quote(view: View, close: int) -> int:
    """Return the place before the quotation that the element `close` ends."""
    j = close - 1
    while j >= 0 and view.kinds[j] is not Kind.QOPEN:
        j -= 1
    return j - 1


def agent_of_relative(view: View, k: int) -> bool:
    """Whether the phrase `k` is the agent of a passive relative clause ("yang didanai X")."""
    return (
        view.kinds[k] is Kind.NP
        and view.kinds[k - 1] is Kind.VG
        and view.kinds[k - 2] is Kind.REL
        and view.els[k - 1].voice is Voice.PASSIVE
    )


def takes(view: View, verb: int) -> bool:
    """Whether the phrase after a verb is its object or agent, not the subject of a clause it reports."""
    if view.els[verb].voice is Voice.PASSIVE:
        return True
    frames = [s.frame for s in view.els[verb].senses if s.frame is not None]
    return bool(frames) and all(f.object in ("recipient", "party", "place", "actor") for f in frames)


def journey(view: View, verb: int) -> bool:
    """Whether a verb tells of going to the phrase after it."""
    closed = view.closed
    return not closed.reduced_relatives and any(s.lemma in closed.journeys for s in view.els[verb].senses)


def bare(view: View, verb: int) -> bool:
    """Whether a known verb takes no clause: the phrase after it is its object."""
    known = bool(view.els[verb].senses) and not view.speechlike(verb)
    return known and view.complement(verb) == "none"


def apposition(view: View, j: int) -> int | None:
    """Return the phrase that `j` is in apposition to ("Borrell, diplomat utama UE, mengatakan")."""
    kinds, head = view.kinds, j - 2
    aside = kinds[j + 1] is Kind.COMMA and kinds[j - 1] is Kind.COMMA and kinds[head] is Kind.NP
    return head if aside and heads(view, head) and view.name_headed(head) else None


def heads(view: View, i: int) -> bool:
    """Whether the phrase `i` hangs on no preposition and no verb before it."""
    return not view.governed(i) and not view.is_object(i)


def opening(view: View, j: int) -> bool:
    """Whether the phrase `j` is a name that opens the sentence."""
    return j >= 0 and view.kinds[j] is Kind.NP and not view.governed(j) and Kind.VG not in view.kinds[:j]


def fronted(view: View, verb: int, comma: int) -> bool:
    """Whether the verb group belongs to a fronted subordinate clause that the comma ends."""
    if Kind.SUB not in view.kinds[:verb] or Kind.VG in view.kinds[verb + 1 : comma]:
        return False
    return Kind.VG not in view.kinds[: view.kinds.index(Kind.SUB)]
