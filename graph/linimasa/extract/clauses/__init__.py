"""The clause grammar: masked sentences to events with their arguments."""
