"""Time expressions: found by rules, valued against their anchors, never against today."""

from linimasa.extract.time.document import DocumentDate, document_date
from linimasa.extract.time.tagger import TimeTagger

__all__ = ["DocumentDate", "TimeTagger", "document_date"]
