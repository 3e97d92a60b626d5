from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest

from linimasa.analyse import Scene, Standing, actor_network, event_network, measures, party, standing
from linimasa.model.iri import BASE, local_name
from seeds import outputs

EVENT, ACTOR = BASE + "event/", BASE + "actor/"


def edges(graph: nx.MultiDiGraph) -> set[tuple[str, str, str, int]]:
    """Each edge as (from, to, key, weight), local names only."""
    return {
        (local_name(a), local_name(b), k, d["weight"]) for a, b, k, d in graph.edges(keys=True, data=True)
    }


@pytest.mark.parametrize(
    ("event", "stand"),
    [
        ("2031-03-01-consult", Standing.HELD),
        ("2031-03-20-consult", Standing.PLANNED),
        ("2031-03-02-retreat", Standing.CLAIMED),
        ("2031-03-03-accuse", Standing.CLAIMED),
        ("2031-03-04-threaten", Standing.HELD),
        ("undated-sanction", Standing.SPOKEN),
        ("undated-assault", Standing.SPOKEN),
        ("2029-assault", Standing.HELD),
    ],
)
def test_an_event_stands_by_its_status_and_by_who_tells_of_it(
    scene: Scene, event: str, stand: Standing
) -> None:
    assert standing(scene, scene.events[EVENT + event]) is stand


@pytest.mark.parametrize(
    ("actor", "day", "whom"),
    [
        ("sinta-wira", "2031-03-01", "aru"),
        ("sinta-wira", "2030-06-01", "uni"),
        ("sinta-wira", None, "aru"),
        ("budi-laga", "2031-03-01", "bas"),
        ("aru-army", "2031-03-01", "aru"),
        ("rebels", "2031-03-01", "rebels"),
        ("aaaaaaaaaaaa-src-1", "2031-03-01", "bas"),
        ("uni", "2031-03-01", "uni"),
        ("x-evil", "2031-03-01", "x-evil"),
    ],
)
def test_people_stand_for_a_state_by_office_on_the_day_else_by_country(
    scene: Scene, actor: str, day: str | None, whom: str
) -> None:
    assert party(scene, ACTOR + actor, day) == ACTOR + whom


def test_an_edge_is_a_pair_a_type_and_a_standing(scene: Scene) -> None:
    assert edges(actor_network(scene)) == {
        ("budi-laga", "sinta-wira", "consult/held", 1),
        ("aru", "bas", "consult/planned", 1),
        ("aru", "uni", "consult/planned", 1),
        ("bas", "uni", "consult/planned", 1),
        ("aru-army", "bas", "retreat/claimed", 1),
        ("aru", "bas", "accuse/claimed", 1),
        ("bas", "aru", "threaten/held", 1),
        ("rebels", "bas", "assault/held", 1),
        ("sinta-wira", "bas", "support/held", 1),
        ("x-evil", "aru", "support/held", 1),
    }


def test_rolled_up_the_office_of_the_day_decides_and_rebels_stay_themselves(scene: Scene) -> None:
    found = edges(actor_network(scene, rolled=True))
    assert ("aru", "bas", "consult/held", 1) in found
    assert ("uni", "bas", "support/held", 1) in found
    assert ("aru", "bas", "retreat/claimed", 1) in found
    assert ("rebels", "bas", "assault/held", 1) in found


def test_what_is_only_spoken_of_has_an_edge_only_where_it_is_asked_for(scene: Scene) -> None:
    keys = {k for _, _, k in actor_network(scene).edges(keys=True)}
    asked = {k for _, _, k in actor_network(scene, spoken=True).edges(keys=True)}
    assert not {"sanction/spoken", "assault/spoken"} & keys
    assert asked - keys == {"sanction/spoken", "assault/spoken"}


def test_statements_stay_out_unless_asked_for(scene: Scene) -> None:
    assert EVENT + "2031-03-05-statement" not in {
        iri for _, _, d in actor_network(scene).edges(data=True) for iri in d["events"]
    }
    alone = actor_network(scene, statements=True).nodes[ACTOR + "x-evil"]
    assert alone["events"] == 2


def test_the_event_network_has_actors_and_links_between_events(scene: Scene) -> None:
    found = {
        (local_name(a), local_name(b), d["relation"]) for a, b, d in event_network(scene).edges(data=True)
    }
    assert ("2031-03-04-threaten", "undated-sanction", "content") in found
    assert ("undated-sanction", "undated-assault", "condition") in found
    assert ("2031-03-20-consult", "2031-03-01-consult", "after") in found
    assert ("aru-army", "2031-03-02-retreat", "actor") in found
    assert ("2031-03-02-retreat", "bas", "recipient") in found


def test_the_broker_lies_between_the_others(scene: Scene) -> None:
    found = measures(actor_network(scene))
    assert max(found, key=lambda iri: found[iri].brokerage) == ACTOR + "bas"
    assert found[ACTOR + "bas"].strength == 7
    assert min(m.community for m in found.values()) == 1


def test_measures_of_nothing_are_nothing() -> None:
    assert measures(nx.MultiDiGraph()) == {}


def test_measures_do_not_hang_on_the_hash_seed() -> None:
    code = (
        "from linimasa.store import open_graph; from linimasa.analyse import *;"
        f"g = actor_network(read_scene(open_graph({str(Path(__file__).with_name('story.ttl'))!r}).graph));"
        "print(list(g.edges(keys=True)), measures(g))"
    )
    assert len(outputs(code)) == 1
