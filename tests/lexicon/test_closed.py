"""Closed-class files are read strictly, and the shipped ones are sound."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from linimasa import resources
from linimasa.errors import LexiconError
from linimasa.lexicon.closed import ClosedClass, load_closed
from linimasa.lexicon.grammar import Grammar
from linimasa.lexicon.language import available
from linimasa.model.terms import Modality

LANGUAGES = available()


@pytest.fixture
def copy(tmp_path: Path) -> Callable[[str, str], Path]:
    """A copy of the Indonesian file with one change."""

    def change(old: str, new: str) -> Path:
        text = (resources.lexicon() / "id" / "closed.toml").read_text(encoding="utf-8")
        assert old in text
        path = tmp_path / "closed.toml"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return path

    return change


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("\nnegators = ", "\nnegations = ", "negat"),
        ("\nname = ", '\nnickname = "x"\nname = ', "nickname"),
        ("\n[certainty]\n", "\n[sureness]\n", "certainty"),
        ('"jika" = "condition"', '"jika" = "when"', "'when'"),
        ('"akan" = "planned"', '"akan" = "future"', "future"),
        ('"rencana" = "planned"', '"rencana" = "plan"', "plan"),
        ('"diduga" = "probable"', '"diduga" = "likely"', "likely"),
        ("\nchannels = ", "\nmedia = ", "channels"),
        ("\ncoordinators = [", "\ncoordinators = [3, ", "coordinators = [3, "),
        ("\nhead_first = true", '\nhead_first = "yes"', "head_first"),
        ('\nagent_prepositions = ["oleh"]', "\nagent_prepositions = true", "agent_prepositions = True"),
        ('\nagent_prepositions = ["oleh"]', '\nagent_prepositions = "oleh"', "agent_prepositions = 'oleh'"),
    ],
)
def test_a_broken_file_is_refused_with_its_name(
    old: str, new: str, says: str, copy: Callable[[str, str], Path]
) -> None:
    with pytest.raises(LexiconError, match=r"closed\.toml: ") as error:
        load_closed(copy(old, new))
    assert says in str(error.value)


#: A language may do without these.
MAY_BE_EMPTY = {
    "adverb_markers",
    "appeal_links",
    "attributed",
    "bare_agent_prefixes",
    "belief_passives",
    "deeds",
    "factive_verbs",
    "irrealis_verbs",
    "genitive_prepositions",
    "possessive_endings",
    "teaser",
    "transitive_prefixes",
    "unappealing",
    "uninverted_prefixes",
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_shipped_file_is_whole(lang: str) -> None:
    closed = load_closed(resources.lexicon() / lang / "closed.toml")
    for field in fields(ClosedClass):
        words = getattr(closed, field.name)
        if isinstance(words, Grammar | bool):
            continue  # a Grammar: test_grammar.py
        assert words or field.name in MAY_BE_EMPTY, field.name
        if not isinstance(words, str):
            assert all(word == word.lower().strip() and "  " not in word for word in words), field.name
    re.compile(closed.verb_shape)
    re.compile(closed.boilerplate)


TASKS = [f.name for f in fields(ClosedClass) if f.name.endswith("_prepositions")]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("task", TASKS)
def test_prepositions_with_a_task_are_prepositions(lang: str, task: str) -> None:
    closed = load_closed(resources.lexicon() / lang / "closed.toml")
    assert getattr(closed, task) <= closed.prepositions


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_modal_words_reach_every_status(lang: str) -> None:
    closed = load_closed(resources.lexicon() / lang / "closed.toml")
    told = {*closed.auxiliaries.values(), *closed.operators.values()}
    assert told >= {
        Modality.PLANNED,
        Modality.HYPOTHETICAL,
        Modality.CONSIDERED,
        Modality.DEMANDED,
        Modality.FEARED,
        Modality.OFFERED,
        Modality.CANCELLED,
        Modality.POSTPONED,
    }
    assert "condition" in closed.subordinators.values()
