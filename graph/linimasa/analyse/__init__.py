"""Networks of the graph and their measures, with networkx."""

from linimasa.analyse.measures import Measures, communities, measures, projection
from linimasa.analyse.naming import find_actor
from linimasa.analyse.network import actor_network, contradictions, event_network, event_pairs
from linimasa.analyse.reading import read_scene
from linimasa.analyse.scene import Actor, Claim, Event, EventKind, Office, Place, Scene, Source, Words
from linimasa.analyse.standing import Standing, one_sided, party, standing
from linimasa.analyse.tension import Tension, tension

__all__ = [
    "Actor",
    "Claim",
    "Event",
    "EventKind",
    "Measures",
    "Office",
    "Place",
    "Scene",
    "Source",
    "Standing",
    "Tension",
    "Words",
    "actor_network",
    "communities",
    "contradictions",
    "event_network",
    "event_pairs",
    "find_actor",
    "measures",
    "one_sided",
    "party",
    "projection",
    "read_scene",
    "standing",
    "tension",
]
