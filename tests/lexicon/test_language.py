"""Every language folder loads, and its frames can be met in text."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from linimasa import resources
from linimasa.errors import LexiconError, SettingError
from linimasa.lexicon import language
from linimasa.lexicon.forms import FORMS
from linimasa.lexicon.forms.form import Voice
from linimasa.lexicon.language import Language, available, digest, load_language
from linimasa.model.terms import EventType, Modality

LANGUAGES = available()


@pytest.fixture(scope="module", params=LANGUAGES)
def loaded(request: pytest.FixtureRequest) -> Language:
    return load_language(request.param)


def test_indonesian_and_english_are_there() -> None:
    assert {"en", "id"} <= set(LANGUAGES)
    assert list(LANGUAGES) == sorted(LANGUAGES)


def test_no_folder_with_frames_is_left_out() -> None:
    folders = {p.parent.name for p in resources.lexicon().glob("*/verbs.toml")}
    assert folders == set(LANGUAGES) == set(FORMS)


def test_an_unknown_language_is_refused_with_those_there_are() -> None:
    with pytest.raises(SettingError, match=r"no language 'xx'; there are: .*en.*id"):
        load_language("xx")


def test_every_type_has_frames(loaded: Language) -> None:
    assert {frame.type for frame in loaded.frames} == set(EventType)


def test_ids_are_unique_within_a_part_of_speech(loaded: Language) -> None:
    counts = Counter((frame.noun, frame.id) for frame in loaded.frames)
    assert [key for key, count in counts.items() if count > 1] == []


#: Applying for a warrant accuses already.
_DONE_BY_SEEKING = {("accuse-arrest-warrant-n", "seek")}


def test_no_noun_makes_a_fact_of_what_its_light_verb_plans(loaded: Language) -> None:
    lights = [sense.light for rows in loaded.senses.values() for sense in rows if sense.light is not None]
    plans = {light.lemma for light in lights if light.aspect is Modality.PLANNED}
    assert plans
    taken = {
        (frame.id, verb) for frame in loaded.frames if frame.noun for verb in frame.light if verb in plans
    }
    assert taken <= _DONE_BY_SEEKING


def test_every_lemma_reaches_its_frame(loaded: Language) -> None:
    reached = {
        (sense.frame.noun, sense.frame.id, sense.lemma)
        for rows in loaded.senses.values()
        for sense in rows
        if sense.frame is not None
    }
    assert {(f.noun, f.id, lemma) for f in loaded.frames for lemma in f.lemmas} == reached


def test_senses_stand_under_their_first_word_longest_first(loaded: Language) -> None:
    for first, rows in loaded.senses.items():
        assert all(sense.words[0] == first for sense in rows)
        lengths = [len(sense.words) for sense in rows]
        assert lengths == sorted(lengths, reverse=True)


def test_no_frame_says_the_same_as_another(loaded: Language) -> None:
    """Of two frames of a type with the same lemma and the same heads only one could ever fire."""
    seen = Counter(
        (f.noun, lemma, f.type, f.object_heads, f.subject_heads, f.object_actor, f.ahead)
        for f in loaded.frames
        for lemma in f.lemmas
    )
    assert {f"{loaded.code} {key[1]}" for key, count in seen.items() if count > 1} == set()


def test_roots_that_no_rule_can_tell_are_given() -> None:
    passive = [s.voice for s in load_language("id").senses["dinyatakan"] if s.lemma == "menyatakan"]
    assert passive == [Voice.PASSIVE]


def test_the_light_verbs_of_noun_frames_are_verbs(loaded: Language) -> None:
    """A noun's own light verbs needn't stand in light.toml, but must be words in their dictionary form."""
    for frame in loaded.frames:
        assert frame.noun or not frame.light, frame.id
        assert all(verb == verb.strip().lower() for verb in frame.light), frame.id


# -- broken folders ---------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the Indonesian lexicon that a test may spoil."""
    shutil.copytree(resources.lexicon() / "id", tmp_path / "id")
    monkeypatch.setattr(language.resources, "lexicon", lambda: tmp_path)
    return tmp_path / "id"


def _append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def _remove(path: Path, _: str) -> None:
    path.unlink()


@pytest.mark.parametrize(
    ("name", "spoil", "text", "says"),
    [
        ("verbs.toml", _append, '\n[[frame]]\nid = "x"\n', "frame x: lemmas is missing"),
        ("nouns.toml", _append, '\n[[frame]]\nid = "x"\n', "frame x: lemmas is missing"),
        ("verbs.toml", _append, '\n[irregular]\nmenemui = "temui"\n', "[irregular] menemui = 'temui'"),
        ("nouns.toml", _remove, "", "can't be read"),
        ("closed.toml", _remove, "", "can't be read"),
        ("quantities.toml", _remove, "", "can't be read"),
        ("light.toml", _append, '\n[[light]]\nrole = "actor"\n', "lemma is missing"),
        (
            "light.toml",
            _append,
            '\n[[light]]\nlemma = "x"\naspect = "done"\n',
            "light verb x: aspect = 'done'",
        ),
        ("light.toml", _append, '\n[[light]]\nlemma = "x"\nrole = "agent"\n', "light verb x: role = 'agent'"),
        ("light.toml", _append, '\n[[light]]\nlemma = "x"\nasspect = "planned"\n', "x: unknown key asspect"),
        ("light.toml", _append, '\n[[light]]\nlemma = ["x"]\n', "lemma = ['x']"),
        ("light.toml", _append, '\n[[ligth]]\nlemma = "x"\n', "unknown table ligth; known are [[light]]"),
    ],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_a_spoilt_folder_is_refused_with_the_file_named(
    name: str, spoil: Callable[[Path, str], None], text: str, says: str, folder: Path
) -> None:
    spoil(folder / name, text)
    with pytest.raises(LexiconError) as error:
        load_language("id")
    assert str(folder / name) in str(error.value)
    assert says in str(error.value)


def test_light_verbs_may_be_missing(folder: Path) -> None:
    (folder / "light.toml").unlink()
    rows = load_language("id").senses.values()
    assert not any(sense.light for senses in rows for sense in senses)


def test_the_digest_changes_with_every_file(folder: Path) -> None:
    before = digest()
    for path in sorted(folder.glob("*.toml")):
        _append(path, "\n# a comment\n")
        after = digest()
        assert after != before, path.name
        before = after


def test_the_digest_stays_where_nothing_changes() -> None:
    assert digest() == digest(reversed(available()))
    assert len(digest()) == 12
