"""Features of candidates, and the table that makes a share of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linimasa.errors import LexiconError
from linimasa.extract.confidence import FEATURES, LEAST, MOST, ConfidenceTable, load_table
from linimasa.extract.extractor import Extractor
from linimasa.model.document import Document


def asked(text: str, lang: str = "id") -> list[dict[str, str]]:
    """The features of a text's statements."""
    seen: list[dict[str, str]] = []

    def judge(found: object) -> float:
        assert isinstance(found, dict)
        seen.append(found)
        return 0.5

    Extractor(judge=judge).extract(Document("a", text, lang))
    return seen


def test_the_features_of_a_verb_with_a_known_actor() -> None:
    (found,) = asked("Rusia mengecam Ukraina.")
    assert list(found) == list(FEATURES)
    assert found == {
        "kind": "saying", "word": "verb", "subject": "direct", "weight": "high",
        "actor": "known", "lang": "id",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "feature", "value"),
    [
        ("Rusia dan Ukraina bertemu.", "kind", "consult"),
        ("Rusia menyerang Ukraina.", "kind", "deed"),
        ("Rusia melancarkan serangan ke Ukraina.", "word", "noun-light"),
        ("Serangan Rusia ke Ukraina mengejutkan dunia.", "word", "noun"),
        ("Ukraina, yang mengecam Rusia, sedang berduka.", "subject", "relative"),
    ],
)
def test_a_feature_by_itself(text: str, feature: str, value: str) -> None:
    assert value in [found[feature] for found in asked(text)]


def test_the_judge_gives_the_confidence() -> None:
    document = Document("a", "Rusia mengecam Ukraina.", "id")
    (statement,) = Extractor(judge=lambda _: 0.125).extract(document).statements
    assert statement.confidence == 0.125


def test_the_table_multiplies_odds() -> None:
    table = ConfidenceTable(4.0, {"word": {"noun": 0.25}})
    assert table.confidence({"word": "verb"}) == 0.8
    assert table.confidence({"word": "noun"}) == 0.5


@given(st.floats(1e-6, 1e6), st.floats(1e-6, 1e6))
def test_a_share_stays_inside_its_bounds_and_grows_with_the_odds(base: float, factor: float) -> None:
    table = ConfidenceTable(base, {"word": {"noun": factor}})
    plain, moved = table.confidence({}), table.confidence({"word": "noun"})
    assert LEAST <= plain <= MOST
    assert moved >= plain if factor >= 1 else moved <= plain


def test_the_shipped_table_names_every_feature() -> None:
    table = load_table()
    assert set(table.factors) == set(FEATURES)
    assert all(len(values) > 1 for values in table.factors.values())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "base = None must be a number above 0"),
        ("base = 0", "base = 0 must be"),
        ("base = true", "base = True must be"),
        ("base = 2\n[word]\nnoun = -1", "word.noun = -1 must be"),
        ("base = 2\n[word]\nnoun = 'x'", "word.noun = 'x' must be"),
        ("base = 2\nword = 3", "word = 3 must be a table"),
        ("base = 2\n[colour]\nred = 1", "unknown key colour"),
    ],
)
def test_a_wrong_table_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "confidence.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=re.escape(message)) as found:
        load_table(path)
    assert "calibrate.py" in str(found.value)
    assert str(path) in str(found.value)
