"""The program's version, which every run names."""

__version__ = "0.1.0"
