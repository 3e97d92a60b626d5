"""A mention in the making: fields are filled in turn, then frozen."""

from __future__ import annotations

from dataclasses import dataclass

from linimasa.extract.actors.find import Find
from linimasa.extract.actors.tokens import Tokens
from linimasa.model.mention import Mention
from linimasa.model.terms import ActorKind


@dataclass(slots=True)
class Draft:
    """See `Mention`; besides, where it stands among the tokens and what coreference must know."""

    find: Find
    start: int
    end: int
    text: str
    outer_start: int
    outer_end: int
    kind: ActorKind
    rule: str
    sentence: int
    actor: str | None = None
    name: str | None = None
    code: str | None = None
    sector: str | None = None
    literally: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    speaks_for: str | None = None
    plural: bool = False
    refers: str = ""
    gender: str = ""
    flags: tuple[str, ...] = ()
    mention: Mention | None = None

    def frozen(self, antecedent: tuple[Mention, ...] = (), pronoun: bool = False) -> Mention:
        """Return the mention."""
        self.mention = Mention(
            self.start, self.end, self.text, self.outer_start, self.outer_end, self.kind, self.actor,
            self.name, self.code, self.sector, self.literally, self.country, self.lat, self.lon,
            self.speaks_for, antecedent, pronoun, self.plural, self.rule, (*self.flags, *self.find.flags),
        )  # fmt: skip
        return self.mention


def draft(tokens: Tokens, find: Find, kind: ActorKind, rule: str) -> Draft:
    """Return the draft of a phrase with its spans."""
    start, end = tokens.start[find.start], tokens.end[find.end - 1]
    return Draft(
        find=find,
        start=start,
        end=end,
        text=tokens.text[start:end],
        outer_start=tokens.start[find.first],
        outer_end=max(end, tokens.outer[find.last - 1]),
        kind=kind,
        rule=rule,
        sentence=tokens.sentence[find.start],
        plural=find.count == "many",
        refers=find.refers,
    )
