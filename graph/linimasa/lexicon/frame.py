"""Frames: which verb or noun makes which event, and which argument plays which role.

A frame file (`data/lexicon/<lang>/verbs.toml`, `nouns.toml`) is an array of `[[frame]]` tables. Unknown keys,
unknown types and frames without an example are refused with the file and the frame named.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from linimasa.errors import LexiconError
from linimasa.model.terms import EventType

ROLES = frozenset({"actor", "recipient", "party", "place", "content", "topic", "none"})
_KEYS = frozenset(
    "id lemmas type mode subject object pp object_heads subject_heads object_actor complement speech needs"
    " status of light governed warns ahead bare weight examples forms".split()
)
_COMPLEMENTS = frozenset({"report", "content", "plan", "none"})
_STATUSES = frozenset({"planned", "hypothetical", "negated"})


@dataclass(frozen=True, slots=True)
class Frame:
    """One sense of a word: the event it makes and the roles of its arguments.

    `pp` maps a preposition to a role; `object_heads` and `subject_heads` restrict the frame to these nouns as
    object and subject; `complement` says what a clause after the word is (see the format's page in the docs);
    a `governed` noun is an event only as a light verb's object; a verb that `warns` threatens where its
    clause is about the speaker's own act and accuses where it is about another party's; an `ahead` verb is
    this event only when it lies in the future ("akan membalas" threatens); `weight` is the prior in 0..1
    that the word, its roles filled, is this event.
    """

    id: str
    noun: bool
    lemmas: tuple[str, ...]
    type: EventType
    mode: str | None
    subject: str
    object: str
    pp: Mapping[str, str]
    object_heads: frozenset[str]
    subject_heads: frozenset[str]
    object_actor: bool
    complement: str
    speech: bool
    needs: tuple[str, ...]
    status: str | None
    of: str
    light: frozenset[str]
    bare: bool
    governed: bool
    warns: bool
    ahead: bool
    weight: float
    examples: tuple[str, ...]
    forms: Mapping[str, tuple[str, ...]]


def _one_of(value: str, allowed: frozenset[str], key: str) -> str:
    if value not in allowed:
        raise ValueError(f"{key} = {value!r} isn't one of {', '.join(sorted(allowed))}")
    return value


def _frame(row: Mapping[str, Any], noun: bool) -> Frame:
    unknown = set(row) - _KEYS
    if unknown:
        raise ValueError(f"unknown key {', '.join(sorted(unknown))}")
    for key in ("id", "lemmas", "type", "examples"):
        if not row.get(key):
            raise ValueError(f"{key} is missing")
    type_ = EventType(row["type"])
    speech = bool(row.get("speech", False))
    pp = {prep: _one_of(role, ROLES, f"pp.{prep}") for prep, role in row.get("pp", {}).items()}
    status = row.get("status")
    return Frame(
        id=row["id"],
        noun=noun,
        lemmas=tuple(row["lemmas"]),
        type=type_,
        mode=row.get("mode") or None,
        subject=_one_of(row.get("subject", "actor"), ROLES, "subject"),
        object=_one_of(row.get("object", "recipient"), ROLES, "object"),
        pp=pp,
        object_heads=frozenset(row.get("object_heads", ())),
        subject_heads=frozenset(row.get("subject_heads", ())),
        object_actor=bool(row.get("object_actor", False)),
        complement=_one_of(row.get("complement", "none"), _COMPLEMENTS, "complement"),
        speech=speech,
        needs=tuple(row.get("needs", ("actor",))),
        status=None if not status else _one_of(status, _STATUSES, "status"),
        of=_one_of(row.get("of", "actor"), ROLES, "of"),
        light=frozenset(row.get("light", ())),
        bare=bool(row.get("bare", True)),
        governed=bool(row.get("governed", False)),
        warns=bool(row.get("warns", False)),
        ahead=bool(row.get("ahead", False)),
        weight=float(row.get("weight", 0.9)),
        examples=tuple(row["examples"]),
        forms={key: tuple(value) for key, value in row.get("forms", {}).items()},
    )


def read_toml(path: Path) -> dict[str, Any]:
    """Return the parsed file; LexiconError with the place where it isn't TOML."""
    try:
        with path.open("rb") as stream:
            return tomllib.load(stream)
    except OSError as error:
        raise LexiconError(f"can't be read ({error.strerror}); restore the file", path=path) from error
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"isn't valid TOML: {error}", path=path) from error


def load_frames(path: Path, *, noun: bool) -> tuple[Frame, ...]:
    """Return the frames of a file in its order; LexiconError names the frame that breaks the format."""
    frames: list[Frame] = []
    seen: set[str] = set()
    for number, row in enumerate(read_toml(path).get("frame", ()), start=1):
        try:
            frame = _frame(row, noun)
        except (ValueError, TypeError, AttributeError) as error:
            name = row.get("id") or f"number {number}"
            raise LexiconError(f"frame {name}: {error}; mend that key", path=path) from error
        if frame.id in seen:
            raise LexiconError(f"frame {frame.id} stands twice; rename or join one", path=path)
        seen.add(frame.id)
        frames.append(frame)
    return tuple(frames)
