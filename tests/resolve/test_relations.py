"""Claims that confirm or contradict each other."""

from __future__ import annotations

import pytest

from factories import day, document, force, nested, source, state, statement
from linimasa.model.statement import Quote, Statement
from linimasa.resolve import Part, RelationKind, links, relations

ARMY = force("tentara Rusia", "RUS")
USA, RUS, UKR = state("USA"), state("RUS"), state("UKR")


def pair(sentence: str, **changes: object) -> list[Statement]:
    gone = statement("RETREAT", [ARMY], trigger="ditarik", sentence=sentence, start=sentence.index("ditarik"))
    here = statement(
        "MOBILIZE",
        [force("pasukan Rusia", "RUS")],
        trigger="kehadiran",
        sentence=sentence,
        start=sentence.index("kehadiran"),
        modality="ongoing",
        **changes,  # type: ignore[arg-type]
    )
    return [gone, here]


def test_a_force_that_left_and_is_still_there() -> None:
    records = pair("Meski sepuluh ribu tentara disebut ditarik, pejabat melihat kehadiran pasukan besar")
    (relation,) = relations(records)
    assert relation.kind is RelationKind.CONTRADICTS
    assert relation.claim[1] == records[1].id
    assert relation.other[1] == records[0].id


def test_without_a_contrast_both_can_be_true() -> None:
    assert relations(pair("Sebagian pasukan ditarik dan kehadiran pasukan lain diumumkan")) == ()


def test_the_extractor_may_mark_the_contrast() -> None:
    records = pair("Sebagian ditarik dan kehadiran yang lain diumumkan", flags=("contrast",))
    assert len(relations(records)) == 1


def test_the_next_sentence_may_hold_the_contrast() -> None:
    gone = statement("RETREAT", [ARMY], trigger="ditarik", start=0, sentence="ditarik.")
    text = "Namun kehadiran mereka berlanjut."
    here = statement("MOBILIZE", [RUS], trigger="kehadiran", start=9 + 6, sentence=text, modality="ongoing")
    assert here.sentence == Quote(9, 9 + len(text), text)
    assert len(relations([gone, here])) == 1


def test_another_army_contradicts_nothing() -> None:
    records = pair("Meski tentara disebut ditarik, kehadiran pasukan berlanjut")
    other = [records[0], statement("MOBILIZE", [USA], trigger="kehadiran", sentence=records[1].sentence.text,
                                   start=records[1].trigger.start, modality="ongoing")]  # fmt: skip
    assert relations(other) == ()


def test_a_denial_contradicts_the_report() -> None:
    told = statement("ASSAULT", [RUS], [UKR], trigger="menyerang", attributed_to=(source("Kiev", "UKR"),))
    denied = statement("ASSAULT", [RUS], [UKR], trigger="menyerang", start=90, polarity="negative")
    (relation,) = relations([told, denied])
    assert (relation.kind, relation.claim[1], relation.other[1]) == (
        RelationKind.CONTRADICTS,
        denied.id,
        told.id,
    )


def test_a_second_source_confirms_the_first() -> None:
    first = statement(
        actors=[USA, RUS], time=day("2022-01-10"), attributed_to=(source("Emily Horne", "USA"),)
    )
    second = statement(
        actors=[USA, RUS], time=day("2022-01-10"), start=90, attributed_to=(source("Sergey Ryabkov", "RUS"),)
    )
    again = statement(
        actors=[USA, RUS], time=day("2022-01-10"), start=190, attributed_to=(source("Emily Horne", "USA"),)
    )
    (relation,) = relations([first, second, again])
    assert (relation.kind, relation.claim[1], relation.other[1]) == (
        RelationKind.CONFIRMS,
        second.id,
        first.id,
    )


def test_a_denial_in_another_document_reaches_a_linked_event() -> None:
    told = statement(actors=[USA, RUS], time=day("2022-01-10"), doc=document("a"))
    denied = statement(
        actors=[USA, RUS], time=day("2022-01-11"), doc=document("b", "2022-01-12"), polarity="negative"
    )
    assert relations([told, denied]) == ()
    assert len(relations([told, denied], links([told, denied]))) == 1


@pytest.mark.parametrize("modality", ["planned", "committed", "feared"])
def test_what_is_not_yet_contradicts_nothing(modality: str) -> None:
    told = statement("ASSAULT", [RUS], [UKR], trigger="menyerang")
    future = statement(
        "ASSAULT", [RUS], [UKR], trigger="menyerang", start=90, polarity="negative", modality=modality
    )
    assert relations([told, future]) == ()


def test_a_denial_that_is_told_as_a_rejection_contradicts_too() -> None:
    told = statement("ASSAULT", [RUS], [UKR], trigger="menyerang", start=30)
    content = nested("ASSAULT", [RUS], [UKR], trigger=Quote(120, 129, "menyerang"))
    denied = statement("REJECT", [RUS], trigger="membantah", start=105, mode="deny", content=content)
    (relation,) = relations([told, denied])
    assert relation.kind is RelationKind.CONTRADICTS
    assert relation.claim == (denied.doc.hash, denied.id, Part.CONTENT)
    assert relation.other[1] == told.id
