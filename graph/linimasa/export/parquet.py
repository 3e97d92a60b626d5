"""Events as a Parquet table, by pyarrow: days are dates, parties lists."""

from __future__ import annotations

import datetime
import io
from typing import Any

from rdflib import Dataset

from linimasa.errors import SettingError
from linimasa.export.happenings import EventRow, event_rows
from linimasa.export.select import EVERYTHING, Selection


def to_parquet(dataset: Dataset, base: str, selection: Selection = EVERYTHING) -> bytes:
    """Return the events as Parquet; SettingError where pyarrow isn't installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        message = "--format parquet needs pyarrow; install it with `pip install 'linimasa[parquet]'`"
        raise SettingError(message) from error
    text, day, texts = pyarrow.string(), pyarrow.date32(), pyarrow.list_(pyarrow.string())
    kinds = {"date": day, "begin": day, "end": day, "fact": pyarrow.bool_()}
    kinds |= dict.fromkeys(("lat", "lon"), pyarrow.float64())
    lists = ("actors", "actor_codes", "recipients", "recipient_codes", "documents", "quotes")
    kinds |= dict.fromkeys(lists, texts)
    rows = [_row(event) for event in event_rows(dataset, base, selection)]
    schema = pyarrow.schema([(name, kinds.get(name, text)) for name in COLUMNS])
    out = io.BytesIO()
    table = pyarrow.Table.from_pylist(rows, schema=schema)
    pyarrow.parquet.write_table(table, out)  # type: ignore[no-untyped-call]
    return out.getvalue()


#: The columns, in order.
COLUMNS = tuple(
    "date begin end edtf precision status fact type mode label_id label_en actors actor_codes recipients"
    " recipient_codes place lat lon documents quotes event".split()
)


def _row(event: EventRow) -> dict[str, Any]:
    return {
        **{name: _day(getattr(event, name)) for name in ("date", "begin", "end")},
        **{name: getattr(event, name) or None for name in ("edtf", "precision", "mode", "place")},
        **{name: getattr(event, name) for name in ("status", "fact", "type", "label_id", "label_en")},
        **{name: float(getattr(event, name)) if getattr(event, name) else None for name in ("lat", "lon")},
        "actors": [party.name_en for party in event.actors],
        "actor_codes": [party.code for party in event.actors],
        "recipients": [party.name_en for party in event.recipients],
        "recipient_codes": [party.code for party in event.recipients],
        "documents": [source.document for source in event.sources],
        "quotes": [source.quote for source in event.sources],
        "event": event.iri,
    }


def _day(text: str) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None
