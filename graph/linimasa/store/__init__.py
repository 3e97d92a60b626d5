"""The graph in rdflib: made from statement records, written with fixed bytes, opened again."""

from linimasa.state import settle
from linimasa.store.choice import checked_store
from linimasa.store.dataset import Settings, build_dataset, build_quads, dataset_of
from linimasa.store.facts import ActorFacts, NoReference, PlaceFacts, Reference, RoleFacts
from linimasa.store.folder import GRAPH_TRIG, GRAPH_TTL, Store, make_graph, open_graph, write_graph
from linimasa.store.scheme import Scheme, TypeInfo, load_scheme
from linimasa.store.status import Assertion, consolidated
from linimasa.store.turtle import nquads, trig, turtle
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
    "build_quads",
    "checked_store",
    "consolidated",
    "dataset_of",
    "load_scheme",
    "make_graph",
    "nquads",
    "open_graph",
    "prefixes",
    "settle",
    "trig",
    "turtle",
    "write_graph",
]
