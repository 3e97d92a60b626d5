"""A pipeline of a few rules, so that tests need no trained model.

A verb is a word of VERBS; the noun group before it is its subject, the one after it its object, and one after
a preposition hangs on the verb by `obl`. Names, being masked, are one word.
"""

from __future__ import annotations

from typing import Any

VERBS = {
    "mengancam": "nsubj",
    "mengecam": "nsubj",
    "bertemu": "nsubj",
    "diserang": "nsubj:pass",
    "dikunjungi": "nsubj:pass",
    "menarik": "nsubj",
    "condemned": "nsubj",
}
PREPOSITIONS = {"oleh", "dengan", "di", "dari", "kepada", "by"}
ENDS = {",", ".", "dan", "itu"}


def labels(words: list[str]) -> tuple[list[int], list[str]]:
    """Return heads and labels of a clause with one verb; without one, all words hang on the first."""
    low = [word.lower() for word in words]
    verb = next((i for i, word in enumerate(low) if word in VERBS), None)
    root = verb or 0
    heads, deps = [root] * len(words), ["dep"] * len(words)
    deps[root] = "ROOT"
    if verb is None:
        return heads, deps
    before = [i for i in range(verb) if low[i] not in ENDS | PREPOSITIONS]
    if before:
        deps[before[0]] = VERBS[low[verb]]
    case: int | None = None
    for i in range(verb + 1, len(words)):
        if low[i] in PREPOSITIONS:
            case = i
        elif low[i] not in ENDS:
            deps[i] = "obl" if case is not None else "obj"
            if case is not None:
                heads[case], deps[case] = i, "case"
            case = None
    return heads, deps


def pipeline(lang: str = "xx", *, swapped: bool = False) -> Any:
    """Return the pipeline; `swapped` takes subjects for objects and the other way round."""
    import spacy
    from spacy.language import Language
    from spacy.tokens import Doc

    turned = {"nsubj": "obj", "obj": "nsubj"} if swapped else {}

    def parse(doc: Doc) -> Doc:
        heads, deps = labels([token.text for token in doc])
        names = [turned.get(dep, dep) for dep in deps]
        return Doc(doc.vocab, words=[token.text for token in doc], heads=heads, deps=names)

    nlp = spacy.blank(lang)
    name = "tiny_swapped" if swapped else "tiny"
    Language.component(name, func=parse)
    nlp.add_pipe(name)
    nlp.meta.update(name=name, version="1")
    return nlp
