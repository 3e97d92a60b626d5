"""How sure a statement is: the share of statements like it that people annotated too.

The table `data/lexicon/confidence.toml` holds the odds over all annotated statements (`base`) and, by feature
and value, a factor on these odds. `tests/eval/calibrate.py` writes it from the annotated texts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import inf
from pathlib import Path

from linimasa import resources
from linimasa.errors import LexiconError
from linimasa.extract.clauses.candidate import Candidate
from linimasa.extract.participants import expand
from linimasa.lexicon.frame import read_toml
from linimasa.model.terms import EventType

#: Gives the confidence of a statement with these features.
Judge = Callable[[Mapping[str, str]], float]

#: Features in the order in which their factors are fitted; each explains what those before it leave.
FEATURES = ("kind", "word", "subject", "weight", "actor", "lang")
#: No statement is certain, and none that is made is hopeless.
LEAST, MOST = 0.05, 0.99

_SAYING = frozenset(
    {
        EventType.AGREE, EventType.SUPPORT, EventType.REQUEST, EventType.ACCUSE, EventType.REJECT,
        EventType.THREATEN, EventType.PROTEST,
    }
)  # fmt: skip
#: Frame weights at which a band begins, highest first.
_BANDS = ((0.85, "high"), (0.7, "middle"), (0.0, "low"))


def features(candidate: Candidate, lang: str) -> dict[str, str]:
    """Return a candidate's value of each of FEATURES."""
    return {
        "kind": _kind(candidate.frame.type),
        "word": _word(candidate),
        "subject": candidate.subject_how or "none",
        "weight": next(name for least, name in _BANDS if candidate.frame.weight >= least),
        "actor": _actor(candidate),
        "lang": lang,
    }


def _kind(type_: EventType) -> str:
    if type_ is EventType.STATEMENT:
        return "statement"
    if type_ is EventType.CONSULT:
        return "consult"
    return "saying" if type_ in _SAYING else "deed"


def _word(candidate: Candidate) -> str:
    word = "noun" if candidate.noun else "verb"
    if candidate.light is not None:
        word += "-light"
    return word + "-anaphoric" if candidate.anaphoric else word


def _actor(candidate: Candidate) -> str:
    """Whether the tables know whose the actors are: of all, some or none, or there is no actor."""
    known = [party.code is not None for party in expand(candidate.actors)]
    if not known:
        return "absent"
    return "known" if all(known) else "part" if any(known) else "unknown"


@dataclass(frozen=True, slots=True)
class ConfidenceTable:
    """`base` are the odds of all statements; `factors` maps a feature's values to factors on the odds.

    A value that isn't listed has the factor 1: the annotated texts tell nothing about it.
    """

    base: float
    factors: Mapping[str, Mapping[str, float]]

    def confidence(self, found: Mapping[str, str]) -> float:
        """Return the expected share of right statements among those with these features, 3 digits."""
        odds = self.base
        for feature, value in found.items():
            odds *= self.factors.get(feature, {}).get(value, 1.0)
        return round(min(MOST, max(LEAST, odds / (1 + odds))), 3)


def table_path() -> Path:
    """Return where the shipped table is."""
    return resources.lexicon() / "confidence.toml"


def load_table(path: Path | None = None) -> ConfidenceTable:
    """Return the table of a file, by default the shipped one; LexiconError where it breaks the format."""
    file = path or table_path()
    data = read_toml(file)
    advice = "write the file again with tests/eval/calibrate.py"
    extra = sorted(set(data) - {"base", *FEATURES})
    if extra:
        raise LexiconError(f"unknown key {', '.join(extra)}; {advice}", path=file)
    factors = {feature: data.get(feature, {}) for feature in FEATURES}
    for feature, values in factors.items():
        if not isinstance(values, dict):
            raise LexiconError(f"{feature} = {values!r} must be a table; {advice}", path=file)
    named = [(f"{feature}.{value}", x) for feature, values in factors.items() for value, x in values.items()]
    for name, number in [("base", data.get("base")), *named]:
        if not isinstance(number, (int, float)) or isinstance(number, bool) or not 0 < number < inf:
            raise LexiconError(f"{name} = {number!r} must be a number above 0; {advice}", path=file)
    return ConfidenceTable(data["base"], factors)


__all__ = ["FEATURES", "ConfidenceTable", "Judge", "features", "load_table", "table_path"]
