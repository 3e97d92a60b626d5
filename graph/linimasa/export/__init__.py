"""The graph in other programs' formats."""
