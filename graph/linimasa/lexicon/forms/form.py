"""A word form and what it tells of voice and tense."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Voice(StrEnum):
    """What a verb form says of its subject.

    `BARE` is a root that stands as a verb in headlines (Indonesian) or an infinitive (English);
    `PARTICIPLE` an English form that is past or passive; `ING` an English present participle.
    """

    ACTIVE = "active"
    PASSIVE = "passive"
    BARE = "bare"
    PARTICIPLE = "participle"
    ING = "ing"
    NOUN = "noun"


class Form(NamedTuple):
    """A surface form in lower case, of one word or several, with its voice."""

    text: str
    voice: Voice


Forms = Callable[[str, Mapping[str, tuple[str, ...]]], tuple[Form, ...]]


@dataclass(frozen=True, slots=True)
class Inflection:
    """The functions of one language: lemma and irregular forms to all surface forms."""

    verbs: Forms
    nouns: Forms
