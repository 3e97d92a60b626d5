"""What two sides of a translation tell is compared sentence by sentence."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import parallel
import pytest
from parallel import Agreement, Pair, Reader, Side, agreement

from linimasa.extract.extractor import Extractor

VISIT = (frozenset({"IDN", "JPN"}), "CONSULT", frozenset[str]())
BLAME = (frozenset({"IDN"}), "ACCUSE", frozenset({"JPN"}))
TEXTS = {
    "a-1": ("Japan condemned Myanmar.", "Jepang mengecam Myanmar."),
    "a-2": ("Thailand met with Japan.", "Rumah itu berwarna biru."),
    "a-3": ("The house is blue.", "Rumah itu berwarna biru."),
}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(Extractor())


def rows() -> list[Mapping[str, str]]:
    return [{"sid": sid, "doc": sid[0], "en": en, "id": other} for sid, (en, other) in TEXTS.items()]


def pair(english: set[parallel.Key], indonesian: set[parallel.Key], *, act: bool = True) -> Pair:
    return Pair("s", Side("", frozenset(english), act), Side("", frozenset(indonesian), False))


@pytest.mark.parametrize("group", ["", "doc"])
def test_each_sentence_has_what_its_sides_tell(reader: Reader, group: str) -> None:
    blamed, met, empty = reader.pairs(rows(), group=group)
    assert [one.id for one in (blamed, met, empty)] == list(TEXTS)
    assert blamed.common == blamed.all == {(frozenset({"JPN"}), "ACCUSE", frozenset({"MMR"}))}
    assert met.english.keys == {(frozenset({"JPN", "THA"}), "CONSULT", frozenset())}
    assert met.common == frozenset()
    assert (blamed.act, met.act, empty.act) == (True, True, False)


def test_the_figures_are_shares_of_sentences_and_of_events() -> None:
    found = agreement(
        [pair({VISIT}, {VISIT}), pair({VISIT, BLAME}, {VISIT}), pair({BLAME}, set()), pair(set(), set())]
    )
    assert found == Agreement(4, 3, 2, 1, 4, 2, 4, 3)
    assert found.figures == {
        "agree": pytest.approx(2 / 3),
        "identical": pytest.approx(1 / 3),
        "overlap": pytest.approx(1 / 2),
        "told": pytest.approx(3 / 4),
    }


def test_a_sentence_without_a_word_for_an_act_is_not_asked_for_events() -> None:
    assert agreement([pair(set(), set(), act=False)]).acts == 0


def test_no_sentence_gives_no_share() -> None:
    assert set(agreement([]).figures.values()) == {0.0}


def test_a_word_for_an_act_needs_a_party(reader: Reader) -> None:
    tanks = "The tanks attacked."
    assert not reader.acts["en"].in_text(tanks, ())
    found = reader.extractor.sentence("Japan attacked.", "en", None)
    assert reader.acts["en"].in_text("Japan attacked.", found.mentions)
    assert not reader.acts["en"].in_text("Japan slept.", found.mentions)


def test_the_command_shows_figures_and_differences(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    line = '{"sid": "x", "doc": "d", "en": "Japan condemned Myanmar.", "id": "Rumah itu biru."}\n'
    for folder, name in (("parallel", "ntrex.jsonl"), ("ud_pud_diplomatic", "parallel.jsonl")):
        (tmp_path / "data" / folder).mkdir(parents=True)
        (tmp_path / "data" / folder / name).write_text(line, encoding="utf-8")
    monkeypatch.setenv("LINIMASA_SHARED", str(tmp_path))
    assert parallel.main(["--differences", "1"]) == 0
    shown = capsys.readouterr().out
    assert "news, articles: 1 sentences, 1 with events" in shown
    assert "JPN ACCUSE MMR | Japan condemned Myanmar." in shown
    assert "nothing | Rumah itu biru." in shown


def test_without_the_texts_the_command_says_what_to_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LINIMASA_SHARED", str(tmp_path))
    with pytest.raises(SystemExit, match="LINIMASA_SHARED"):
        parallel.main([])
