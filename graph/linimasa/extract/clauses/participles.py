"""Where participles stand in a sentence of a language that tells them from finite verbs (English)."""

from __future__ import annotations

from linimasa.extract.clauses.element import Kind
from linimasa.extract.clauses.view import View
from linimasa.lexicon.forms.form import Voice


def main_verb(view: View, i: int) -> int | None:
    """Return the main verb that the participle `i` stands before ("Accusing X of …, Y expelled …")."""
    bare = view.els[i].voice in (Voice.ING, Voice.PASSIVE) and not view.els[i].auxiliaries
    if not bare or view.closed.head_first:
        return None
    for k in range(i + 1, len(view.els) - 2):
        if view.kinds[k] is Kind.COMMA and view.kinds[k + 1] is Kind.NP and view.kinds[k + 2] is Kind.VG:
            return k + 2
    return None


def absolute(view: View, i: int, j: int) -> bool:
    """Whether the governed phrase `j` is the subject of the participle `i` ("with X accusing Y")."""
    ing = view.els[i].voice is Voice.ING and j == i - 1
    named = bool(view.els[j].names) and not view.els[j].triggers
    return ing and named and view.els[j - 1].word in view.closed.with_prepositions


def clause_verb(view: View, comma: int) -> int | None:
    """Return the verb before a comma whose clause goes on, infinitives and participles left out."""
    previous = view.previous_verb(comma)
    verb = previous
    while verb is not None and _hanging(view, verb):
        verb = view.previous_verb(verb)
    return previous if verb is None else verb


def _hanging(view: View, verb: int) -> bool:
    if view.closed.head_first:
        return False
    kinds = view.kinds
    if kinds[verb - 1] is Kind.REL and kinds[verb - 2] is Kind.COMMA:
        return True  # "…, which bans mines, citing …"
    infinitive = kinds[verb - 1] is Kind.SUB and view.els[verb - 1].link == "purpose"
    return infinitive or view.els[verb].voice is Voice.ING


def after_name(view: View, i: int, comma: int) -> bool:
    """Whether the comma closes the name of the subject ("the mayor of Kyiv, Vitali Klitschko, said")."""
    finite = not view.closed.head_first and view.els[i].voice is not Voice.ING
    if not finite or view.kinds[comma - 1] is not Kind.NP or not view.name_headed(comma - 1):
        return False
    return view.kinds[comma - 2] is Kind.COMMA or ", " in view.words(comma - 1)
