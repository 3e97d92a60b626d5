"""Sources to documents: one file a format, one bad document never stops the others."""

from linimasa.read.origin import Given, Problem
from linimasa.read.sources import FORMATS, read_sources

__all__ = ["FORMATS", "Given", "Problem", "read_sources"]
