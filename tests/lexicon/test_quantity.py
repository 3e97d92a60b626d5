"""Words of quantity are read strictly, and each language has what numbers need."""

from __future__ import annotations

from pathlib import Path

import pytest

from linimasa import resources
from linimasa.errors import LexiconError
from linimasa.lexicon.language import available
from linimasa.lexicon.quantity import load_quantities

LANGUAGES = available()


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('decimal = ","', "", "decimal"),
        ("[scales]", "[powers]", "scales"),
        ('"sekitar" = "about"', '"sekitar" = "near"', "near"),
        ('"puluhan" = [10, 99]', '"puluhan" = [10]', "unpack"),
        ('"puluhan" = [10, 99]', '"puluhan" = ["ten", "many"]', "ten"),
        ("[units]\n", "units = 3\n", ""),
        ("[measures]\n", '[measures]\nlost = "hilang"\n', "measures.lost = 'hilang'"),
    ],
)
def test_a_broken_file_is_refused_with_its_name(old: str, new: str, says: str, tmp_path: Path) -> None:
    text = (resources.lexicon() / "id" / "quantities.toml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "quantities.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(LexiconError, match=r"quantities\.toml: ") as error:
        load_quantities(path)
    assert says in str(error.value)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_shipped_file_is_sound(lang: str) -> None:
    words = load_quantities(resources.lexicon() / lang / "quantities.toml")
    assert {words.decimal, words.group} == {",", "."}
    assert all(low < high for low, high in words.vague.values())
    assert all(n >= 1 for n in words.words.values())
    assert all(n >= 100 for n in words.scales.values())
    assert set(words.approximations.values()) == {"about", "above", "below", "atleast", "atmost"}
    for table in (words.units, words.measures, words.approximations, words.scales, words.words):
        assert all(word == word.lower().strip() for word in table)


def test_the_languages_measure_the_same_things() -> None:
    tables = [load_quantities(resources.lexicon() / lang / "quantities.toml") for lang in LANGUAGES]
    assert len({frozenset(u for u in t.units.values() if not u.isupper()) for t in tables}) == 1
    assert len({frozenset(t.measures.values()) for t in tables}) == 1
