"""Documents to statement records: dates, actors, clauses, events."""
