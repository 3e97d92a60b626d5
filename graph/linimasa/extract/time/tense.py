"""The direction of time around a match: the nearest cue of future or past."""

from __future__ import annotations

from linimasa.extract.time.encode import Tokens
from linimasa.extract.time.lexicon import TimeLexicon
from linimasa.extract.time.recognise import Found

_QUOTES = frozenset({'"', "“", "”", "„", "«", "»"})


class Tense:
    """Reads a language's cues in the tokens of a text.

    The nearest cue before the match counts, then the nearest after it; a quotation mark (and a language's own
    `stop` marks) hide what stands behind them.
    """

    def __init__(self, lexicon: TimeLexicon, tokens: Tokens) -> None:
        cues = lexicon.cues
        self._tokens = tokens
        self._future, self._past = cues.get("future", frozenset()), cues.get("past", frozenset())
        self._suffix = tuple(sorted(cues.get("past_suffix", ())))
        self._passive = cues.get("passive", frozenset())  # "will be held" isn't past
        self._that = cues.get("that", frozenset())
        self._stop = cues.get("stop", frozenset()) | _QUOTES

    def direction(self, match: Found, sentence: tuple[int, int]) -> int:
        """Return +1 for future, -1 for past, 0 where nothing tells."""
        spans, index = self._tokens.spans, match.first - 1
        if self._tokens.lower(match.last) in self._that:
            return 0  # "Kamis itu": the one told of before, else the last
        while index >= 0 and spans[index][0] >= sentence[0]:
            word = self._tokens.lower(index)
            if word in self._stop and index < match.first - 1:
                break
            found = self._cue(index)
            if found and not (found < 0 and self._tokens.lower(index - 1) in self._passive):
                return found
            index -= 1
        index = match.last
        while index < len(spans) and spans[index][1] <= sentence[1]:
            word = self._tokens.lower(index)
            found = 0 if word in _QUOTES else self._cue(index)
            if found or word in _QUOTES:
                return found
            index += 1
        return 0

    def _cue(self, index: int) -> int:
        surface = self._tokens.surface(index)
        word = surface.lower()
        if word in self._future:
            return 1
        # "United" is a name, no past
        ends = self._suffix and surface == word and len(word) > 4 and word.endswith(self._suffix)
        return -1 if ends or word in self._past else 0
