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
from linimasa.lexicon import checks
from linimasa.model.terms import EventType

ROLES = frozenset({"actor", "recipient", "party", "place", "content", "topic", "none"})
_KEYS = frozenset(
    "id lemmas type mode subject object pp object_heads subject_heads object_actor complement speech needs"
    " status of light governed warns ahead untargeted weight examples forms".split()
)
#: Roles of which a frame can need one; `any` is any party.
_NEEDS = frozenset({"actor", "recipient", "place", "any"})
#: The forms that a frame may give where the language's rules don't make them.
_FORMS = frozenset({"past", "participle", "plural", "passive", "bare"})
_COMPLEMENTS = frozenset({"report", "content", "plan", "none"})
_STATUSES = frozenset({"planned", "hypothetical", "negated"})


@dataclass(frozen=True, slots=True)
class Frame:
    """One sense of a word: the event it makes and the roles of its arguments.

    `pp` maps a preposition to a role; `object_heads` and `subject_heads` restrict the frame to these nouns as
    object and subject; `complement` says what a clause after the word is (see the format's page in the docs);
    a `governed` noun is an event only as a light verb's object; a verb that `warns` threatens where its
    clause is about the speaker's own act and accuses where it is about another party's; an `ahead` verb is
    this event only when it lies in the future ("akan membalas" threatens); `untargeted` is the type where
    it is aimed at nobody ("meluncurkan rudal" tests one); `weight` is the prior in 0..1 that the word, its
    roles filled, is this event.
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
    governed: bool
    warns: bool
    ahead: bool
    untargeted: EventType | None
    weight: float
    examples: tuple[str, ...]
    forms: Mapping[str, tuple[str, ...]]


def _frame(row: Mapping[str, Any], noun: bool) -> Frame:
    checks.known_keys(row, _KEYS)
    for key in ("id", "lemmas", "type", "examples"):
        if not row.get(key):
            raise ValueError(f"{key} is missing")

    def words(key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        return checks.words(row[key], key) if key in row else default

    def flag(key: str, default: bool = False) -> bool:
        return checks.flag(row.get(key, default), key)

    def role(key: str, default: str) -> str:
        return checks.one_of(row.get(key, default), ROLES, key)

    return Frame(
        id=checks.text(row["id"], "id"),
        noun=noun,
        lemmas=words("lemmas"),
        type=_type(row["type"]),
        mode=checks.text(row["mode"], "mode") if row.get("mode") else None,
        subject=role("subject", "actor"),
        object=role("object", "recipient"),
        pp=_prepositions(row.get("pp", {})),
        object_heads=frozenset(words("object_heads")),
        subject_heads=frozenset(words("subject_heads")),
        object_actor=flag("object_actor"),
        complement=checks.one_of(row.get("complement", "none"), _COMPLEMENTS, "complement"),
        speech=flag("speech"),
        needs=tuple(checks.one_of(need, _NEEDS, "needs") for need in words("needs", ("actor",))),
        status=checks.one_of(row["status"], _STATUSES, "status") if row.get("status") else None,
        of=role("of", "actor"),
        light=frozenset(words("light")),
        governed=flag("governed"),
        warns=flag("warns"),
        ahead=flag("ahead"),
        untargeted=_type(row["untargeted"]) if "untargeted" in row else None,
        weight=checks.share(row.get("weight", 0.9), "weight"),
        examples=words("examples"),
        forms=_forms(row.get("forms", {})),
    )


def plain_frame(kind: EventType, mode: str | None, *, noun: bool) -> Frame:
    """Return a frame of a type that says nothing but its type: for words that no frame file knows."""
    row = {"id": "plain", "lemmas": ["-"], "type": kind.value, "examples": ["-"], "object": "none"}
    return _frame(row | ({"mode": mode} if mode else {}), noun)


def _type(value: object) -> EventType:
    return EventType(checks.one_of(value, frozenset(EventType), "type"))


def _prepositions(value: object) -> dict[str, str]:
    return {
        prep: checks.one_of(role, ROLES, f"pp.{prep}") for prep, role in checks.table(value, "pp").items()
    }


def _forms(value: object) -> dict[str, tuple[str, ...]]:
    table = checks.table(value, "forms")
    checks.known_keys(table, _FORMS, "forms: ")
    # an empty list says that the form isn't used
    return {key: checks.words(forms, f"forms.{key}") for key, forms in table.items()}


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
    beside = () if noun else ("irregular",)  # which the language's loader reads
    for number, row in enumerate(checks.rows_of(read_toml(path), "frame", beside, path), start=1):
        try:
            frame = _frame(row, noun)
        except ValueError as error:
            name = row.get("id") or f"number {number}"
            raise LexiconError(f"frame {name}: {error}; mend that key", path=path) from error
        if frame.id in seen:
            raise LexiconError(f"frame {frame.id} stands twice; rename or join one", path=path)
        seen.add(frame.id)
        frames.append(frame)
    return tuple(frames)
