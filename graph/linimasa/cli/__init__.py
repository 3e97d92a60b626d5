"""The command line: thin commands, each in its own file, loaded when called."""

from linimasa.cli.app import main

__all__ = ["main"]
