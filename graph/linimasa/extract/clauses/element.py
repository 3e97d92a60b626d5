"""The constituents that the clause grammar works on: noun phrases, verb groups and what links them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from linimasa.extract.clauses.chunk import Chunk
from linimasa.lexicon.forms.form import Voice
from linimasa.lexicon.language import WordSense
from linimasa.model.mention import Mention
from linimasa.model.terms import Certainty, Modality
from linimasa.model.timex import Timex


class Kind(StrEnum):
    """What an element is in its sentence."""

    NP = "np"
    VG = "vg"
    PREP = "prep"
    SUB = "sub"
    REL = "rel"
    COORD = "coord"
    COMP = "comp"
    TIME = "time"
    COMMA = "comma"
    DASH = "dash"
    COLON = "colon"
    STOP = "stop"
    QOPEN = "qopen"
    QCLOSE = "qclose"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class NounTrigger:
    """An event noun inside a noun phrase: chunk positions `first`..`last` (inclusive) and its senses."""

    first: int
    last: int
    senses: tuple[WordSense, ...]
    operator: Modality | None
    negated: bool


class Element(NamedTuple):
    """One constituent; fields that don't belong to its kind keep their defaults.

    `first`/`last` are inclusive positions in the sentence's chunks. `quote` numbers the quotation that the
    element stands in (0: none). A verb group's `head_first`..`head_last` are the verb's own chunks.
    A named tuple for the reason that `Chunk` is one.
    """

    kind: Kind
    first: int
    last: int
    word: str = ""
    quote: int = 0
    # verb groups
    head_first: int = -1
    head_last: int = -1
    senses: tuple[WordSense, ...] = ()
    voice: Voice | None = None
    auxiliaries: tuple[tuple[str, Modality], ...] = ()
    negated: bool = False
    certainty: Certainty | None = None
    repeated: bool = False
    pronoun_suffix: bool = False
    # noun phrases
    names: tuple[tuple[int, Mention], ...] = ()
    triggers: tuple[NounTrigger, ...] = ()
    demonstrative: bool = False
    # subordinators
    link: str = ""
    # dates
    timex: Timex | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A parsed sentence: its span, chunks and elements."""

    start: int
    end: int
    chunks: tuple[Chunk, ...]
    elements: tuple[Element, ...]
