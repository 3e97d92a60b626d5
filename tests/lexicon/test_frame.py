"""Frame files are read strictly: what breaks the format is refused with the file and the frame named."""

from __future__ import annotations

from pathlib import Path

import pytest

from linimasa.errors import LexiconError
from linimasa.lexicon.frame import ROLES, Frame, load_frames
from linimasa.model.terms import EventType

WHOLE = {
    "id": '"consult-menemui"',
    "lemmas": '["menemui"]',
    "type": '"CONSULT"',
    "examples": '["Menlu Jepang menemui Menlu Filipina di Manila."]',
}


def written(tmp_path: Path, *frames: dict[str, str], more: str = "") -> Path:
    """Write frames, each a table of keys to TOML values; a key without a value is left out."""
    path = tmp_path / "verbs.toml"
    tables = ["[[frame]]\n" + "".join(f"{k} = {v}\n" for k, v in f.items() if v) for f in frames]
    path.write_text("\n".join(tables) + more, encoding="utf-8")
    return path


def loaded(tmp_path: Path, **changes: str) -> Frame:
    (frame,) = load_frames(written(tmp_path, {**WHOLE, **changes}), noun=False)
    return frame


def test_a_short_frame_has_the_defaults_of_the_format(tmp_path: Path) -> None:
    frame = loaded(tmp_path)
    assert frame.type is EventType.CONSULT
    assert (frame.subject, frame.object, frame.of, frame.needs) == ("actor", "recipient", "actor", ("actor",))
    assert (frame.complement, frame.status, frame.mode, frame.weight) == ("none", None, None, 0.9)
    assert not (frame.noun or frame.speech or frame.governed or frame.warns or frame.ahead)


def test_a_noun_file_has_noun_frames(tmp_path: Path) -> None:
    (frame,) = load_frames(written(tmp_path, WHOLE), noun=True)
    assert frame.noun


def test_frames_keep_the_order_of_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, {**WHOLE, "id": '"b"'}, {**WHOLE, "id": '"a"'})
    assert [f.id for f in load_frames(path, noun=False)] == ["b", "a"]


@pytest.mark.parametrize("role", sorted(ROLES))
def test_every_role_may_be_played_by_every_argument(role: str, tmp_path: Path) -> None:
    word = f'"{role}"'
    frame = loaded(tmp_path, subject=word, object=word, of=word, pp=f"{{ dengan = {word} }}")
    assert (frame.subject, frame.object, frame.of, frame.pp) == (role, role, role, {"dengan": role})


BROKEN = {
    "no id": ({"id": ""}, "id is missing"),
    "empty id": ({"id": '""'}, "id is missing"),
    "no lemma": ({"lemmas": ""}, "lemmas is missing"),
    "empty lemmas": ({"lemmas": "[]"}, "lemmas is missing"),
    "no type": ({"type": ""}, "type is missing"),
    "no example": ({"examples": ""}, "examples is missing"),
    "empty examples": ({"examples": "[]"}, "examples is missing"),
    "unknown key": ({"lemma": '"menemui"'}, "unknown key lemma"),
    "unknown type": ({"type": '"MEET"'}, "MEET"),
    "type in small letters": ({"type": '"consult"'}, "consult"),
    "subject's role": ({"subject": '"agent"'}, "subject = 'agent'"),
    "object's role": ({"object": '"patient"'}, "object = 'patient'"),
    "role of the name after a noun": ({"of": '"owner"'}, "of = 'owner'"),
    "preposition's role": ({"pp": '{ dengan = "friend" }'}, "pp.dengan = 'friend'"),
    "prepositions no table": ({"pp": '["dengan"]'}, "pp"),
    "complement": ({"complement": '"clause"'}, "complement = 'clause'"),
    "status": ({"status": '"actual"'}, "status = 'actual'"),
    "weight no number": ({"weight": '"high"'}, "high"),
    "forms no table": ({"forms": '["ditemui"]'}, "forms"),
    # strings where lists belong would be read letter by letter
    "lemmas no list": ({"lemmas": '"menemui"'}, "lemmas"),
    "examples no list": ({"examples": '"Menlu Jepang menemui Menlu Filipina."'}, "examples"),
    "needs no list": ({"needs": '"actor"'}, "needs"),
    "object heads no list": ({"object_heads": '"menteri"'}, "object_heads"),
    "light verbs no list": ({"light": '"melakukan"'}, "light"),
    # words of no meaning would be taken for silence
    "needs no role": ({"needs": '["agent"]'}, "agent"),
    "weight above one": ({"weight": "9"}, "weight"),
    "weight below nought": ({"weight": "-0.5"}, "weight"),
    "flag no truth value": ({"speech": '"no"'}, "speech"),
    "a flag of figures": ({"governed": "1"}, "governed = 1 is neither true nor false"),
    "weight a truth value": ({"weight": "true"}, "weight = True"),
    "a word that is none": ({"lemmas": '["menemui", 3]'}, "lemmas = ['menemui', 3]"),
    "preposition's role no word": ({"pp": "{ dengan = 3 }"}, "pp.dengan = 3"),
    "form no list": ({"forms": '{ passive = "ditemui" }'}, "forms.passive = 'ditemui'"),
    "unknown form": ({"forms": '{ pasive = ["ditemui"] }'}, "pasive"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_frame_is_refused_with_file_and_frame(name: str, tmp_path: Path) -> None:
    changes, says = BROKEN[name]
    path = written(tmp_path, {**WHOLE, "id": '"whole"'}, {**WHOLE, **changes})
    with pytest.raises(LexiconError) as error:
        load_frames(path, noun=False)
    named = "number 2" if "id" in changes else "consult-menemui"
    assert str(path) in str(error.value)
    assert f"frame {named}" in str(error.value)
    assert says in str(error.value)


def test_an_id_that_stands_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"verbs\.toml: frame consult-menemui stands twice"):
        load_frames(written(tmp_path, WHOLE, WHOLE), noun=False)


@pytest.mark.parametrize("text", ["[[frame]\nid = 1", "frame", 'a = "', "\x00"])
def test_what_is_no_toml_is_refused_with_the_place(text: str, tmp_path: Path) -> None:
    path = tmp_path / "verbs.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=r"verbs\.toml: isn't valid TOML: .*(line 1|end of document)"):
        load_frames(path, noun=False)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"nouns\.toml: can't be read"):
        load_frames(tmp_path / "nouns.toml", noun=True)


SHAPES = {
    "one table": ('[frame]\nid = "a"\n', "write each under [[frame]]"),
    "a number": ("frame = 3\n", "write each under [[frame]]"),
    "a list of words": ('frame = ["consult"]\n', "write each under [[frame]]"),
    "misspelt": ('[[frmae]]\nid = "a"\n', "unknown table frmae; known are [[frame]]"),
    "verbs' table": ('[irregular]\nsee = ["saw", "seen"]\n', "unknown table irregular"),
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_file_of_another_shape_is_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / "nouns.toml"
    text, says = SHAPES[name]
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=r"nouns\.toml: ") as error:
        load_frames(path, noun=True)
    assert says in str(error.value)
