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
        self._that = cues.get("that", frozenset())
        self._stop = cues.get("stop", frozenset()) | _QUOTES

    def direction(self, match: Found, sentence: tuple[int, int]) -> int:
        """Return +1 for future, -1 for past, 0 where nothing tells."""
        spans, index = self._tokens.spans, match.first - 1
        if self._tokens.lower(match.last) in self._that:
            return -1
        while index >= 0 and spans[index][0] >= sentence[0]:
            word = self._tokens.lower(index)
            if word in self._stop and index < match.first - 1:
                break
            found = self._cue(word)
            if found:
                return found
            index -= 1
        index = match.last
        while index < len(spans) and spans[index][1] <= sentence[1]:
            word = self._tokens.lower(index)
            found = 0 if word in _QUOTES else self._cue(word)
            if found or word in _QUOTES:
                return found
            index += 1
        return 0

    def _cue(self, word: str) -> int:
        if word in self._future:
            return 1
        if word in self._past or (self._suffix and len(word) > 4 and word.endswith(self._suffix)):
            return -1
        return 0
