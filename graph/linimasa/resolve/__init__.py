"""From statement records to events: what is one event, when it was, and which claims bear on each other."""

from linimasa.resolve.dates import Moment
from linimasa.resolve.happening import Happening, happenings, resolve
from linimasa.resolve.linking import Link, links
from linimasa.resolve.occurrence import Occurrence, Part, Who
from linimasa.resolve.relations import Relation, RelationKind, relations

__all__ = [
    "Happening",
    "Link",
    "Moment",
    "Occurrence",
    "Part",
    "Relation",
    "RelationKind",
    "Who",
    "happenings",
    "links",
    "relations",
    "resolve",
]
