"""The program `linimasa`: finds the command, and turns errors into one line and an exit code."""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

from linimasa.errors import LinimasaError
from linimasa.version import __version__

#: Each command's module in this package; it holds the command as `command`.
COMMANDS = {
    "build": "build",
    "extract": "extract",
    "times": "times",
    "who": "who",
    "actors": "actors",
    "remove": "remove",
    "query": "query",
    "timeline": "timeline",
    "diff": "diff",
    "explain": "explain",
    "serve": "serve",
    "render": "render",
    "import": "importing",
    "plot": "plot",
    "export": "export",
    "validate": "validate",
}
DONE, LEFT_OUT, FAILED, INTERRUPTED = 0, 1, 2, 130


class Verbs(click.Group):
    """Loads a command when it is called; sources without a command are built."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names in the order of the work."""
        return list(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        cmd_name: str,
    ) -> click.Command | None:
        """Return a command by name."""
        if cmd_name not in COMMANDS:
            return None
        found = import_module(f"linimasa.cli.{COMMANDS[cmd_name]}").command
        return found if isinstance(found, click.Command) else None

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default command before arguments that begin with a source or an option of `build`."""
        if args and args[0] not in COMMANDS and args[0] not in ("--help", "-h", "--version"):
            if args[0] != "-" and not args[0].startswith("-") and not Path(args[0]).exists():
                _refuse(args[0])
            args = ["build", *args]
        return super().parse_args(ctx, args)


def _refuse(word: str) -> None:
    near = difflib.get_close_matches(word, COMMANDS, 1)
    hint = f"did you mean `linimasa {near[0]}`?" if near else "see `linimasa --help`"
    raise click.UsageError(f"{word!r} is neither a command nor a file; {hint}")


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="linimasa")
def linimasa() -> None:
    """Read diplomatic news into a dated graph of who did, said or plans what towards whom.

    Without a command, sources are built: `linimasa articles/ -o out`. Exit code 0: done; 1: done, but some
    documents were left out; 2: couldn't.
    """


def main(args: Sequence[str] | None = None) -> None:
    """Run the program and leave with its exit code."""
    sys.exit(run(args))


def run(args: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code."""
    words = list(sys.argv[1:] if args is None else args) or ["--help"]
    try:
        # Not click's own main(): that turns a closed pipe into exit code 1.
        with linimasa.make_context("linimasa", words) as context:
            code = linimasa.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.ClickException as error:
        return _fail(error.format_message())
    except LinimasaError as error:
        return _fail(str(error))
    except BrokenPipeError:
        # The reader has what it wanted (`| head`); Python would complain again at its own flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except (KeyboardInterrupt, click.Abort):
        return _fail("interrupted", INTERRUPTED)
    except OSError as error:
        return _fail(f"{error.filename or ''}: {error.strerror or error}; check the name and its permissions")
    return code if isinstance(code, int) else DONE


def _fail(message: str, code: int = FAILED) -> int:
    line = " ".join(message.split())
    click.echo(f"linimasa: {line}", err=True)
    return code
