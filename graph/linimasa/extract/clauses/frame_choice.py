"""Which of a word's frames is meant: the restrictions on the object decide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from linimasa.extract.clauses import roles
from linimasa.extract.clauses.found import Found
from linimasa.lexicon.frame import Frame
from linimasa.lexicon.language import Language, WordSense

#: Ranks: no restriction, an object that is a party, one of the frame's nouns (and the noun's length).
_UNMET, _FREE, _PARTY, _HEAD = -1, 0, 1, 2
#: A plural by doubling: "rudal-rudal".
_DOUBLED = re.compile(r"(\w+)-\1")


def _passivable(frame: Frame) -> bool:
    return frame.object != "none" or frame.subject == "recipient" or frame.speech


class FrameChooser:
    """Chooses among the frames of one language; immutable once built."""

    def __init__(self, language: Language) -> None:
        self._endings = tuple(sorted(language.closed.noun_endings))
        counts = (head.count(" ") + 1 for frame in language.frames for head in frame.object_heads)
        self._longest = max(counts, default=0)

    def choose(
        self,
        senses: Iterable[WordSense],
        words: Sequence[str],
        target: Found,
        *,
        passive: bool,
        subject: str = "",
    ) -> tuple[Frame | None, str]:
        """Return the frame whose restrictions subject and object meet, the tightest first, and the lemma.

        `words` are the object's words in lower case, `target` its participants, `subject` the words of the
        subject's phrase with a space around them.
        """
        best: Frame | None = None
        lemma, highest = "", 2 * _UNMET + 1
        nouns: frozenset[str] | None = None
        for sense in senses:
            frame = sense.frame
            if frame is None or (passive and not _passivable(frame)) or not _meets(frame, subject):
                continue
            if nouns is None and frame.object_heads:
                nouns = self._nouns(words)
            rank = 2 * _rank(frame, nouns or frozenset(), target) + bool(frame.subject_heads)
            if rank > highest:
                best, lemma, highest = frame, sense.lemma, rank
        return best, lemma

    def _nouns(self, words: Sequence[str]) -> frozenset[str]:
        """Return every stretch of the words that may be a frame's noun, with and without its ending."""
        parts = [_DOUBLED.sub(r"\1", word) for word in " ".join(words).split(" ")]
        last = len(parts)
        found = {
            " ".join(parts[at:end])
            for at in range(last)
            for end in range(at + 1, min(at + self._longest, last) + 1)
        }
        bare = {noun.removesuffix(ending) for ending in self._endings for noun in found}
        return frozenset(found | bare | set(words))  # "mata-mata" is no plural


def _meets(frame: Frame, subject: str) -> bool:
    """Whether the subject's words hold one of the nouns that the frame wants there."""
    return not frame.subject_heads or any(f" {head} " in subject for head in frame.subject_heads)


def _rank(frame: Frame, nouns: frozenset[str], target: Found) -> int:
    """Return how well the object meets the restrictions: the longest noun first, -1 for not at all."""
    if frame.object_heads:
        met = frame.object_heads & nouns
        return _HEAD + max(map(len, met)) if met else _UNMET
    if frame.object_actor:
        return _PARTY if any(roles.is_party(m) and m.sector != "JRN" for m in target.names) else _UNMET
    return _FREE
