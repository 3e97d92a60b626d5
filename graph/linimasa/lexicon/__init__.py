"""Language knowledge read from data files into frozen tables."""
