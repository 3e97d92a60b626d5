"""Asking the graph: SPARQL with all prefixes bound, and the shipped queries by name."""

from linimasa.query.named import NamedQuery, named_query, query_names
from linimasa.query.parameters import Parameter
from linimasa.query.result import FORMATS, Result, compact
from linimasa.query.run import Limited, QueryTimeoutError, run_limited, run_query

__all__ = [
    "FORMATS",
    "Limited",
    "NamedQuery",
    "Parameter",
    "QueryTimeoutError",
    "Result",
    "compact",
    "named_query",
    "query_names",
    "run_limited",
    "run_query",
]
