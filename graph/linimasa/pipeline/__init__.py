"""The whole way: sources in, a folder with records, graph, pages and report out."""

from linimasa.pipeline.build import BuildSettings, build
from linimasa.pipeline.extraction import extract_all
from linimasa.pipeline.records import read_records, statement_line
from linimasa.pipeline.report import BuildReport

__all__ = ["BuildReport", "BuildSettings", "build", "extract_all", "read_records", "statement_line"]
