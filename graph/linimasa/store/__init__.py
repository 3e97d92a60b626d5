"""The graph in rdflib: made from statement records, written with fixed bytes, opened again."""

from linimasa.store.dataset import Settings, build_dataset
from linimasa.store.facts import ActorFacts, NoReference, PlaceFacts, Reference, RoleFacts
from linimasa.store.folder import GRAPH_TRIG, GRAPH_TTL, Store, open_graph, write_graph
from linimasa.store.scheme import Scheme, TypeInfo, load_scheme
from linimasa.store.status import Assertion, consolidated
from linimasa.store.turtle import trig, turtle
from linimasa.store.union import UnionDataset
from linimasa.store.vocab import Names, prefixes

__all__ = [
    "GRAPH_TRIG",
    "GRAPH_TTL",
    "ActorFacts",
    "Assertion",
    "Names",
    "NoReference",
    "PlaceFacts",
    "Reference",
    "RoleFacts",
    "Scheme",
    "Settings",
    "Store",
    "TypeInfo",
    "UnionDataset",
    "build_dataset",
    "consolidated",
    "load_scheme",
    "open_graph",
    "prefixes",
    "trig",
    "turtle",
    "write_graph",
]
