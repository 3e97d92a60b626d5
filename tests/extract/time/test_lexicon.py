"""The time lexicons: every file loads, every maker is known, typos are refused."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from linimasa import resources
from linimasa.errors import LexiconError
from linimasa.extract.time import TimeTagger
from linimasa.extract.time.encode import Encoder
from linimasa.extract.time.layers import layered
from linimasa.extract.time.lexicon import load
from linimasa.extract.time.makers import MAKERS
from linimasa.extract.time.numbers import NumberReader
from linimasa.extract.time.pattern import first_of, parse, words_of

LANGUAGES = sorted(path.parent.name for path in resources.lexicon().glob("*/time.toml"))


def test_the_languages() -> None:
    assert LANGUAGES == ["en", "id", "ms"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_rule_has_a_maker_and_classes_that_exist(lang: str) -> None:
    lexicon = load(lang, vague=True)
    known = {name for classes in Encoder(lexicon).codes for name in classes}
    names = [rule.name for rule in lexicon.rules]
    assert len(names) == len(set(names))
    for rule in lexicon.rules:
        assert rule.make in MAKERS, rule.name
        missing = {name for name in words_of(rule.node) if name not in known}
        assert missing <= {"sunday", "other"}, (rule.name, missing)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_rule_matches_nothing(lang: str) -> None:
    for rule in load(lang, vague=True).rules:
        assert not first_of(rule.node)[1], rule.name


def test_a_language_without_a_lexicon_reads_written_dates() -> None:
    text = "Le président est arrivé à Moscou mercredi 18 juin 2025."
    (timex,) = TimeTagger("fr").tag(text, [(0, len(text))], None)
    assert (timex.text, timex.timex3) == ("mercredi 18 juin 2025", "2025-06-18")


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(LexiconError, match="no calendar words for 'qqq'"):
        TimeTagger("qqq")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("clases = {}", "unknown key 'clases'"),
        ("[[rule]", "isn't TOML"),
    ],
)
def test_a_typo_in_a_file_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "xx" / "time.toml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=message):
        layered(path)


@pytest.mark.parametrize("pattern", ["<day> [<month>", "<day>)", "{nothing}", "<day", "( <day> ]"])
def test_a_broken_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(LexiconError, match="pattern"):
        parse(pattern, {})


@pytest.mark.parametrize(
    ("lang", "words", "number"),
    [
        ("id", "dua puluh lima", 25),
        ("id", "sebelas", 11),
        ("id", "dua belas", 12),
        ("id", "seratus dua puluh", 120),
        ("id", "tiga ribu lima ratus", 3500),
        ("en", "twenty - five", 25),
        ("en", "one hundred and twenty", 120),
        ("en", "three thousand five hundred", 3500),
        ("ms", "lapan", 8),
    ],
)
def test_number_words(lang: str, words: str, number: int) -> None:
    tokens = words.split()
    reader = NumberReader(load(lang).numbers)
    assert reader.read(lambda at: tokens[at] if at < len(tokens) else "", 0) == (number, len(tokens))


def test_languages_with_a_calendar_of_their_own_load_no_dateparser() -> None:
    code = "import sys; from linimasa.extract.time import TimeTagger; TimeTagger('id'); TimeTagger('en'); "
    code += "sys.exit(any(name.startswith('dateparser') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
