"""The second witness: what a dependency parser says of each statement is written into its record."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from linimasa import resources
from linimasa.extract.extractor import Extraction
from linimasa.extract.parser.arcs import Parser, Tree
from linimasa.extract.parser.labels import load_labels
from linimasa.extract.parser.masking import MaskWords, Word, mask_words, passages
from linimasa.extract.parser.testimony import Grammar, Hearing, Said
from linimasa.lexicon.closed import load_closed
from linimasa.model.mention import Mention
from linimasa.model.statement import Witness
from linimasa.model.timex import Timex

_Span = tuple[int, int]


class SecondWitness:
    """Asks a parser about the statements of documents; each language's words are read when first met."""

    def __init__(self, parser: Parser) -> None:
        self.parser = parser
        self._labels = load_labels()
        self._languages: dict[str, tuple[MaskWords, Grammar] | None] = {}

    def hear(self, found: Extraction) -> Extraction:
        """Return the extraction with the parser's word on each statement of the text.

        Statements from titles and in languages that the parser isn't for stay without it.
        """
        told = self.testimonies(found)
        if not told:
            return found
        made = [
            replace(one, witness=Witness(self.parser.name, told[one.id].actors, told[one.id].recipients))
            if one.id in told
            else one
            for one in found.statements
        ]
        return replace(found, statements=tuple(made))

    def testimonies(self, found: Extraction) -> dict[str, Said]:
        """Return what the parser says of each statement of the text, by the statements' ids."""
        language = self._language(found.document.lang)
        asked = [one for one in found.statements if one.field == "text"]
        if language is None or not asked:
            return {}
        words, grammar = language
        spans = sorted({(one.sentence.start, one.sentence.end) for one in asked})
        here = _within(spans, found.mentions, found.timexes)
        read = [passages(found.document.text, span, *here[span], words) for span in spans]
        trees = iter(self.parser.parse([_forms(part) for parts in read for part in parts]))
        told: dict[str, Said] = {}
        for span, parts in zip(spans, read, strict=True):
            heard = [
                Hearing(part, Tree(_forms(part), next(trees), self._labels), here[span][0], grammar)
                for part in parts
            ]
            for one in asked:
                if (one.sentence.start, one.sentence.end) == span:
                    told.update((one.id, hearing.of(one)) for hearing in heard if hearing.holds(one))
        return told

    def _language(self, lang: str | None) -> tuple[MaskWords, Grammar] | None:
        if lang is None or self.parser.lang not in (None, lang):
            return None
        if lang not in self._languages:
            words = mask_words(lang)
            closed = load_closed(resources.lexicon() / lang / "closed.toml")
            grammar = Grammar(closed.agent_prepositions, closed.relatives)
            self._languages[lang] = None if words is None else (words, grammar)
        return self._languages[lang]


def _forms(words: Sequence[Word]) -> list[str]:
    return [word.form for word in words]


def _within(
    spans: Sequence[_Span], mentions: Iterable[Mention], times: Iterable[Timex]
) -> dict[_Span, tuple[list[Mention], list[Timex]]]:
    """Return the mentions and the dates that begin in each span."""
    rows: dict[_Span, tuple[list[Mention], list[Timex]]] = {span: ([], []) for span in spans}
    starts = [start for start, _ in spans]
    for mention in mentions:
        at = bisect_right(starts, mention.outer_start) - 1
        if at >= 0 and mention.outer_start < spans[at][1]:
            rows[spans[at]][0].append(mention)
    for timex in times:
        at = bisect_right(starts, timex.start) - 1
        if at >= 0 and timex.start < spans[at][1]:
            rows[spans[at]][1].append(timex)
    return rows


__all__ = ["SecondWitness"]
