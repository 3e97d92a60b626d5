"""All the lexicon knows of one language, indexed by word form."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from linimasa import resources
from linimasa.errors import LexiconError, SettingError
from linimasa.lexicon import checks
from linimasa.lexicon.closed import ClosedClass, load_closed
from linimasa.lexicon.forms import FORMS
from linimasa.lexicon.forms.form import Voice
from linimasa.lexicon.frame import Frame, load_frames, read_toml
from linimasa.lexicon.quantity import QuantityWords, load_quantities
from linimasa.model.terms import EventType, Modality

#: The parts that a light verb's subject can play in the event of its object.
_LIGHT_ROLES = frozenset({"actor", "recipient"})


@dataclass(frozen=True, slots=True)
class LightVerb:
    """A verb that lends its subject, time and modality to the event noun that is its object.

    It does so to the event types of `types`, to all where there are none.
    """

    lemma: str
    aspect: Modality
    role: str
    types: frozenset[EventType] = frozenset()


@dataclass(frozen=True, slots=True)
class WordSense:
    """One reading of a form: a frame (or a light verb) in a voice; `words` is the whole form, split."""

    words: tuple[str, ...]
    voice: Voice
    frame: Frame | None
    light: LightVerb | None
    lemma: str


@dataclass(frozen=True, slots=True)
class Language:
    """One language's lexicon. `senses` maps the first word of a form to its senses, longest form first."""

    code: str
    closed: ClosedClass
    frames: tuple[Frame, ...]
    quantities: QuantityWords
    senses: Mapping[str, tuple[WordSense, ...]]


def available() -> tuple[str, ...]:
    """Return the codes of the languages that have frames, sorted."""
    folder = resources.lexicon()
    return tuple(sorted(p.name for p in folder.iterdir() if (p / "verbs.toml").is_file() and p.name in FORMS))


def digest(codes: Iterable[str] | None = None) -> str:
    """Return 12 hex digits over all lexicon and gazetteer files: what a run's results depend on."""
    sha = hashlib.sha256()
    lexicon = resources.lexicon()
    folders = [*(lexicon / code for code in sorted(codes or available())), lexicon, resources.gazetteer()]
    for folder in folders:
        for path in sorted(p for p in folder.iterdir() if p.suffix in (".toml", ".csv")):
            sha.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return sha.hexdigest()[:12]


def _irregular(path: Path) -> dict[str, tuple[str, ...]]:
    try:
        table = checks.table(read_toml(path).get("irregular", {}), "irregular")
        return {word: checks.words(forms, word) for word, forms in table.items()}
    except ValueError as error:
        raise LexiconError(f"[irregular] {error}; mend that key", path=path) from error


def _light_verbs(path: Path) -> tuple[LightVerb, ...]:
    if not path.is_file():
        return ()
    verbs: list[LightVerb] = []
    for number, row in enumerate(checks.rows_of(read_toml(path), "light", (), path), start=1):
        try:
            verbs.append(_light_verb(row))
        except ValueError as error:
            name = row.get("lemma") or f"number {number}"
            raise LexiconError(f"light verb {name}: {error}; mend that key", path=path) from error
    return tuple(verbs)


def _light_verb(row: Mapping[str, Any]) -> LightVerb:
    checks.known_keys(row, ("lemma", "role", "aspect", "types", "examples"))
    if not row.get("lemma"):
        raise ValueError("lemma is missing")
    checks.words(row.get("examples", []), "examples")
    aspect = checks.one_of(row.get("aspect", "occurred"), frozenset(Modality), "aspect")
    role = checks.one_of(row.get("role", "actor"), _LIGHT_ROLES, "role")
    named = checks.words(row.get("types", []), "types")
    types = frozenset(EventType(checks.one_of(name, frozenset(EventType), "types")) for name in named)
    return LightVerb(checks.text(row["lemma"], "lemma"), Modality(aspect), role, types)


def _special_forms(
    frame_forms: Mapping[str, tuple[str, ...]], lemma: str, irregular: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    forms = dict(frame_forms)
    listed = irregular.get(lemma.split(" ")[0])
    if listed:
        forms.setdefault("past", (listed[0],))
        forms.setdefault("participle", (listed[-1],))
    return forms


def load_language(code: str) -> Language:
    """Return a language's lexicon; SettingError where there is none, LexiconError for a wrong file."""
    if code not in FORMS:
        raise SettingError(f"no language {code!r}; there are: {', '.join(available())}")
    folder = resources.lexicon() / code
    inflection = FORMS[code]
    verbs = load_frames(folder / "verbs.toml", noun=False)
    nouns = load_frames(folder / "nouns.toml", noun=True)
    irregular = _irregular(folder / "verbs.toml")
    senses: dict[str, list[WordSense]] = {}

    def add(text: str, voice: Voice, frame: Frame | None, light: LightVerb | None, lemma: str) -> None:
        words = tuple(text.split(" "))
        senses.setdefault(words[0], []).append(WordSense(words, voice, frame, light, lemma))

    for frame in (*verbs, *nouns):
        forms_of = inflection.nouns if frame.noun else inflection.verbs
        for lemma in frame.lemmas:
            for form in forms_of(lemma, _special_forms(frame.forms, lemma, irregular)):
                add(form.text, form.voice, frame, None, lemma)
    for light in _light_verbs(folder / "light.toml"):
        for form in inflection.verbs(light.lemma, _special_forms({}, light.lemma, irregular)):
            add(form.text, form.voice, None, light, light.lemma)
    ordered = {
        first: tuple(sorted(rows, key=lambda s: (-len(s.words), s.frame is None, s.lemma)))
        for first, rows in senses.items()
    }
    closed = load_closed(folder / "closed.toml")
    quantities = load_quantities(folder / "quantities.toml")
    return Language(code, closed, (*verbs, *nouns), quantities, ordered)
