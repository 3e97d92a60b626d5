"""What the phrase grammars find: words with their grammar, before anyone is identified."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from linimasa.extract.actors.lexicon import Term
from linimasa.lexicon.names import Reading


class FindKind(Enum):
    """The kind of phrase: a gazetteer name, a titled or described party, a place, …"""

    NAME = "name"
    PERSON = "person"
    NOUN = "noun"
    PLACE = "place"
    ANAPHOR = "anaphor"
    CAPITALS = "capitals"


@dataclass(slots=True)
class Find:
    """Token ranges `[start, end)` (naming words) within `[first, last)` (whole phrase), and what they say.

    `head` is the term that names the party, `terms` all terms of the phrase, the head first; `owner` the
    readings of the state, body or place after or before it, `sponsored` that the owner only backs the party;
    `count` is "one", "many" or "" where the words don't say; `name` the token range of a person's name;
    `rest` the persons that all words but the first can be ("Kunjungan Putin"); `possessed` that -nya says
    whose; `tail_at` where an apposition after the name begins, -1 for none.
    """

    kind: FindKind
    start: int
    end: int
    first: int
    last: int
    readings: tuple[Reading, ...] = ()
    head: Term | None = None
    terms: tuple[Term, ...] = ()
    owner: tuple[Reading, ...] = ()
    owner_person: bool = False
    owner_span: tuple[int, int] = (0, 0)
    count: str = ""
    former: bool = False
    acting: bool = False
    deputy: bool = False
    refers: str = ""
    name: tuple[int, int] | None = None
    adjective: bool = False
    definite: bool = False
    sponsored: bool = False
    possessed: bool = False
    tail_at: int = -1
    rest: tuple[Reading, ...] = ()
    flags: list[str] = field(default_factory=list)
