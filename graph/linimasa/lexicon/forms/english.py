"""English inflection: regular by rule, irregular from the lexicon's table."""

from __future__ import annotations

from collections.abc import Mapping

from linimasa.lexicon.forms.form import Form, Voice

_VOWELS = "aeiou"


def _double(verb: str) -> bool:
    """Whether the last consonant doubles: one-syllable consonant-vowel-consonant ("ban", "quit")."""
    if len(verb) < 3 or verb[-1] in _VOWELS + "wxy" or verb[-2] not in _VOWELS or verb[-3] in _VOWELS:
        return False
    return sum(letter in _VOWELS for letter in verb) == 1


def third_person(verb: str) -> str:
    """Return the form with -s."""
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def past(verb: str) -> str:
    """Return the regular past form."""
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    return verb + (verb[-1] if _double(verb) else "") + "ed"


def present_participle(verb: str) -> str:
    """Return the form with -ing."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return verb + (verb[-1] if _double(verb) else "") + "ing"


def verb_forms(lemma: str, irregular: Mapping[str, tuple[str, ...]]) -> tuple[Form, ...]:
    """Return all forms; only the first word of a phrasal verb inflects.

    `irregular` may give `past` and `participle`; a form that is both is `PARTICIPLE`.
    """
    head, _, tail = lemma.lower().partition(" ")
    rest = f" {tail}" if tail else ""
    pasts = irregular.get("past") or (past(head),)
    participles = irregular.get("participle") or pasts
    doubled = {head + head[-1] + "ing", head + head[-1] + "ed"} if head[-1] in "lpt" else set()
    forms = [
        Form(head + rest, Voice.BARE),
        Form(third_person(head) + rest, Voice.ACTIVE),
        Form(present_participle(head) + rest, Voice.ING),
        *(Form(word + rest, Voice.PARTICIPLE) for word in participles),
        *(Form(word + rest, Voice.ACTIVE) for word in pasts if word not in participles),
        *(Form(w + rest, Voice.ING if w.endswith("ing") else Voice.PARTICIPLE) for w in sorted(doubled)),
    ]
    return tuple(dict.fromkeys(forms))


def noun_forms(lemma: str, irregular: Mapping[str, tuple[str, ...]]) -> tuple[Form, ...]:
    """Return singular and plural; the last word of a compound inflects."""
    word = lemma.lower()
    plural = irregular.get("plural") or (
        word if word.endswith("s") and not word.endswith("ss") else third_person(word),
    )
    return tuple(dict.fromkeys([Form(word, Voice.NOUN), *(Form(p, Voice.NOUN) for p in plural)]))
