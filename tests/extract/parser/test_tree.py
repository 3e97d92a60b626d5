"""What the edges of a verb tell, without a parser."""

from __future__ import annotations

import pytest

from linimasa.errors import LexiconError
from linimasa.extract.parser.arcs import Arc, Heard, Tree
from linimasa.extract.parser.labels import load_labels

AGENT, RELATIVE = frozenset({"oleh", "by"}), frozenset({"yang", "which"})


def heard(verb: int, *rows: tuple[str, int, str]) -> Heard:
    words, arcs = [row[0] for row in rows], [Arc(head, label) for _, head, label in rows]
    return Tree(words, arcs, load_labels()).heard(verb, AGENT, RELATIVE)


def test_an_active_verb() -> None:
    found = heard(
        1,
        ("Rusia", 1, "nsubj"), ("mengancam", 1, "ROOT"), ("Ukraina", 1, "obj"), ("di", 4, "case"),
        ("PBB", 1, "obl"),
    )  # fmt: skip
    assert found == Heard((0,), (2,), (4,))


def test_a_passive_verb_has_its_agent_from_the_preposition() -> None:
    found = heard(
        1,
        ("Ukraina", 1, "nsubj:pass"), ("diserang", 1, "ROOT"), ("oleh", 3, "case"), ("Rusia", 1, "obl"),
    )  # fmt: skip
    assert found == Heard((3,), (0,), ())


def test_a_passive_verb_without_an_agent_has_no_doer() -> None:
    assert heard(1, ("Ukraina", 1, "nsubj:pass"), ("diserang", 1, "ROOT")) == Heard((), (0,), ())


def test_other_labels_of_english_pipelines() -> None:
    found = heard(
        1,
        ("Ukraine", 1, "nsubjpass"), ("attacked", 1, "ROOT"), ("by", 1, "agent"), ("Russia", 2, "pobj"),
    )  # fmt: skip
    assert found == Heard((2,), (0,), ())


def test_a_relative_clause_is_about_its_noun() -> None:
    rows = (("Rusia", 3, "nsubj"), ("yang", 2, "nsubj"), ("mengancam", 0, "acl:relcl"), ("mundur", 3, "ROOT"))
    assert heard(2, *rows).doers == (0,)
    rows = (
        ("Kyiv", 3, "nsubj"),
        ("yang", 2, "nsubj:pass"),
        ("diserang", 0, "acl:relcl"),
        ("diam", 3, "ROOT"),
    )
    assert heard(2, *rows).objects == (0,)
    rows = (("Rusia", 2, "nsubj"), ("mengancam", 0, "acl:relcl"), ("mundur", 2, "ROOT"))
    assert heard(1, *rows).doers == (0,)


def test_a_second_verb_shares_the_subject() -> None:
    rows = (("Rusia", 1, "nsubj"), ("mengancam", 1, "ROOT"), ("dan", 3, "cc"), ("menyerang", 1, "conj"))
    assert heard(3, *rows).doers == (0,)


def test_a_passive_subject_isnt_shared_as_a_doer() -> None:
    rows = (("Kyiv", 1, "nsubj:pass"), ("diserang", 1, "ROOT"), ("dan", 3, "cc"), ("menuduh", 1, "conj"))
    assert heard(3, *rows).doers == ()


def test_edges_in_a_ring_end() -> None:
    assert heard(0, ("a", 1, "conj"), ("b", 0, "conj")).doers == ()


def test_a_phrase_holds_the_names_of_its_party() -> None:
    words = ["Presiden", "Rusia", "dan", "Iran", "bertemu"]
    arcs = [Arc(4, "nsubj"), Arc(0, "nmod"), Arc(3, "cc"), Arc(0, "conj"), Arc(4, "ROOT")]
    assert Tree(words, arcs, load_labels()).phrase(0) == (0, 1, 3)


@pytest.mark.parametrize("text", ["[labels]\nsubject = 1\n", "x = 1\n", "labels = 1\n"])
def test_a_wrong_table_is_refused_with_its_file(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("labels") / "witness.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=r"witness\.toml"):
        load_labels(path)
