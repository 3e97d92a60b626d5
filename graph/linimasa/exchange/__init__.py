"""Event tables of others: their rows as statement records, and these as a graph of any size."""
