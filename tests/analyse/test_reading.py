from __future__ import annotations

from rdflib import Dataset, Graph

from linimasa.analyse import Scene, read_scene
from linimasa.model.iri import BASE

EVENT, ACTOR, CLAIM = BASE + "event/", BASE + "actor/", BASE + "claim/"


def test_events_held_to_be_one_are_one_with_the_claims_of_both(scene: Scene) -> None:
    assert EVENT + "2031-03-01-consult-b" not in scene.events
    event = scene.events[EVENT + "2031-03-01-consult"]
    assert event.merged == (EVENT + "2031-03-01-consult-b",)
    assert event.actors == (ACTOR + "budi-laga", ACTOR + "sinta-wira")
    assert [scene.claims[iri].quote for iri in event.claims] == [
        "Sinta Wira bertemu Budi Laga di Selat Uji",
        "Ms Wira held a meeting",
    ]
    assert all(scene.claims[iri].event == event.iri for iri in event.claims)


def test_relations_point_to_the_event_that_stands_for_the_others(scene: Scene) -> None:
    assert scene.events[EVENT + "2031-03-20-consult"].after == (EVENT + "2031-03-01-consult",)


def test_claims_keep_speaker_date_span_and_opposition(scene: Scene) -> None:
    claim = scene.claims[CLAIM + "aaaaaaaaaaaa-0130-1"]
    assert claim.sources == (ACTOR + "aaaaaaaaaaaa-src-1",)
    assert claim.speaks_for == (ACTOR + "bas",)
    assert claim.contradicts == (CLAIM + "aaaaaaaaaaaa-0100-1",)
    assert (claim.polarity, claim.start, claim.end, claim.lang) == ("negative", 130, 153, "id")
    assert scene.claims[CLAIM + "aaaaaaaaaaaa-0100-1"].said_on == "2031-03-02"


def test_a_label_without_a_language_serves_both(scene: Scene) -> None:
    label = scene.actors[ACTOR + "x-evil"].label
    assert label.id == label.en == "<script>alert(1)</script>"


def test_a_dataset_without_union_gives_the_same_records(story: Dataset, scene: Scene) -> None:
    split = Dataset()
    for s, p, o, _ in story.quads((None, None, None, None)):
        split.graph(BASE + ("doc/one" if hash(str(s)) % 2 else "doc/two")).add((s, p, o))
    assert read_scene(split) == scene


def test_an_actor_that_is_named_but_not_described_is_still_found() -> None:
    graph = Graph().parse(
        data=f"""@prefix lini: <{BASE}ont#> .
        <{EVENT}e> a lini:Event ; lini:type <{BASE}type/aid> ; lini:actor <{ACTOR}x-some-body> ."""
    )
    scene = read_scene(graph)
    assert scene.actors[ACTOR + "x-some-body"].label.en == "some body"
    assert scene.events[EVENT + "e"].status == "unrealized"


def test_an_empty_graph_gives_an_empty_scene() -> None:
    scene = read_scene(Dataset())
    assert not scene.events
    assert not scene.actors
