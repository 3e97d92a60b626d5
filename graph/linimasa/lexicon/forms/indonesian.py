"""Indonesian verb morphology: voice is in the prefix.

meN- is active, di- passive, the bare root a headline's verb or an inverted speech verb ("kata X"); ber- and
rootlike verbs have one form. The nasal of meN- hides the root's first letter, so all roots that the rules of
the standard grammar allow are made; forms that no text contains do no harm.
"""

from __future__ import annotations

from collections.abc import Mapping

from linimasa.lexicon.forms.form import Form, Voice

_VOWELS = "aeiou"


def roots(verb: str) -> tuple[str, ...]:
    """Return the roots that the meN- verb may have, likeliest first (empty for other verbs)."""
    if verb.startswith("menge") and len(verb) <= 8 and verb[5:6] not in _VOWELS:
        return (verb[5:], "k" + verb[4:], verb[4:])
    if verb.startswith("meny"):
        return ("s" + verb[4:],)
    if verb.startswith("meng"):
        rest = verb[4:]
        return (rest, "k" + rest) if rest[:1] in _VOWELS else (rest,)
    if verb.startswith("mem"):
        rest = verb[3:]
        return ("p" + rest, "m" + rest) if rest[:1] in _VOWELS else (rest,)
    if verb.startswith("men"):
        rest = verb[3:]
        return ("t" + rest, "n" + rest) if rest[:1] in _VOWELS else (rest,)
    if verb.startswith("me") and verb[2:3] in "lrwynm":
        return (verb[2:],)
    return ()


def verb_forms(lemma: str, irregular: Mapping[str, tuple[str, ...]]) -> tuple[Form, ...]:
    """Return active, passive and bare forms; only the first word of a longer lemma inflects."""
    head, _, tail = lemma.lower().partition(" ")
    rest = f" {tail}" if tail else ""
    forms = [Form(head + rest, Voice.ACTIVE)]
    passive, bare = irregular.get("passive"), irregular.get("bare")
    made = roots(head)
    forms += [Form(text, Voice.PASSIVE) for text in passive or ()]
    forms += [Form(text, Voice.BARE) for text in bare or ()]
    if passive is None:
        forms += [Form(f"di{root}{rest}", Voice.PASSIVE) for root in made]
    if bare is None:
        forms += [Form(root + rest, Voice.BARE) for root in made if len(root) > 3]
    return tuple(dict.fromkeys(forms))


def noun_forms(lemma: str, irregular: Mapping[str, tuple[str, ...]]) -> tuple[Form, ...]:
    """Return the noun and its reduplicated plural."""
    word = lemma.lower()
    forms = [Form(word, Voice.NOUN), *(Form(text, Voice.NOUN) for text in irregular.get("plural", ()))]
    head, _, tail = word.partition(" ")
    if "-" not in head:
        forms.append(Form(f"{head}-{head}" + (f" {tail}" if tail else ""), Voice.NOUN))
    return tuple(forms)
