"""Sentences as a parser gets them: dates, names and quotations are one token each.

A statistical parser goes wrong on long names and on what is said inside quotation marks far more often than
on plain clauses, and these are found better by rules (design: mask, then parse).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from linimasa import resources
from linimasa.errors import LexiconError
from linimasa.extract.clauses.chunk import Chunk, ChunkKind, chunk_sentence
from linimasa.extract.clauses.marks import asides, quote_marks
from linimasa.lexicon.frame import read_toml
from linimasa.model.mention import Mention
from linimasa.model.timex import Timex


@dataclass(frozen=True, slots=True)
class MaskWords:
    """The words that stand for a date and for a quotation in one language."""

    date: str
    quotation: str


@dataclass(frozen=True, slots=True)
class Word:
    """A token for the parser: `form` is what the parser reads, `start`/`end` the text that it stands for.

    `space` is whether a blank follows; `masked` whether the form isn't the text's own words.
    """

    form: str
    start: int
    end: int
    space: bool
    masked: bool = False


def mask_words(lang: str) -> MaskWords | None:
    """Return a language's words for masks, None where it has none; LexiconError where a key is wrong."""
    path = resources.lexicon() / lang / "witness.toml"
    if not path.is_file():
        return None
    data = read_toml(path)
    names = set(MaskWords.__dataclass_fields__)
    if set(data) != names or not all(isinstance(word, str) and word for word in data.values()):
        raise LexiconError(f"needs the keys {', '.join(sorted(names))}, each a word; mend it", path=path)
    return MaskWords(**data)


def passages(
    text: str,
    span: tuple[int, int],
    mentions: Sequence[Mention],
    times: Sequence[Timex],
    words: MaskWords,
) -> tuple[tuple[Word, ...], ...]:
    """Return a sentence as the parser reads it, then each quotation in it by itself.

    Parentheses are left out, as the clause grammar leaves them out.
    """
    chunks = chunk_sentence(text, span, mentions, times)
    skipped = asides(chunks)
    whole: list[Word] = []
    inside: list[tuple[Word, ...]] = []
    opened: int | None = None
    marks = quote_marks(chunks)
    for at, chunk in enumerate(chunks):
        if marks.get(at) is True:
            opened = at
        elif marks.get(at) is False and opened is not None:
            inside.append(_words(chunks, range(opened + 1, at), skipped, words, text))
            first = chunks[opened].start
            whole.append(Word(words.quotation, first, chunk.end, _blank(text, chunk.end), masked=True))
            opened = None
        elif opened is None:
            whole += _words(chunks, range(at, at + 1), skipped, words, text)
    if opened is not None:  # a quotation that goes on in the next sentence
        inside.append(_words(chunks, range(opened + 1, len(chunks)), skipped, words, text))
    return tuple(part for part in (tuple(whole), *inside) if part)


def _words(
    chunks: Sequence[Chunk], places: range, skipped: frozenset[int], words: MaskWords, text: str
) -> tuple[Word, ...]:
    return tuple(_word(chunks[i], words, text) for i in places if i not in skipped)


def _word(chunk: Chunk, words: MaskWords, text: str) -> Word:
    space = _blank(text, chunk.end)
    if chunk.kind is ChunkKind.TIME:
        return Word(words.date, chunk.start, chunk.end, space, masked=True)
    if chunk.kind is ChunkKind.NAME and chunk.mention is not None:
        return Word(_name(chunk.mention), chunk.start, chunk.end, space, masked=True)
    return Word(chunk.text, chunk.start, chunk.end, space)


def _name(mention: Mention) -> str:
    """Return one word for a name: its last one with a capital, else its last one."""
    parts = mention.text.split()
    named = [part for part in parts if part[:1].isupper()]
    return (named or parts or [mention.text])[-1]


def _blank(text: str, at: int) -> bool:
    return text[at : at + 1].isspace()


__all__ = ["MaskWords", "Word", "mask_words", "passages"]
