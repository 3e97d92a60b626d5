"""`query --name between --a USA --from 2021-12-01`: parameters of a shipped query as options of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click


class QueryCommand(click.Command):
    """A command whose `--name` says which further options there are: the parameters of that query.

    They are turned into `--param KEY=VALUE` before click reads the words. An option of the command itself
    goes before a parameter of its name, which can still be given by `--param`.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words; UsageError for an option that neither the command nor the query has."""
        name = _named(args)
        if name is not None and name != "list":
            args = list(self._written(args, name))
        return super().parse_args(ctx, args)

    def _written(self, args: list[str], name: str) -> Iterator[str]:
        from linimasa.query import named_query

        own = {word: param for param in self.params for word in param.opts if word.startswith("--")}
        known = [parameter.name for parameter in named_query(name).parameters]
        words = iter(args)
        for word in words:
            if word == "--":
                yield from (word, *words)
                return
            option, sign, value = word.partition("=")
            if not option.startswith("--") or option in own or option == "--help":
                yield word
                if option in own and not sign and not getattr(own[option], "is_flag", False):
                    yield from _next(words)  # its value may begin with hyphens too
                continue
            key = option.removeprefix("--")
            if key not in known:
                raise click.UsageError(f"no option {option}; query {name!r} takes {_listed(known)}")
            if not sign:
                value = next(words, "")
                if not value:
                    raise click.UsageError(f"option {option} needs a value")
            yield from ("--param", f"{key}={value}")


def _named(args: list[str]) -> str | None:
    for place, word in enumerate(args):
        if word == "--":
            return None
        if word == "--name":
            return args[place + 1] if place + 1 < len(args) else None
        if word.startswith("--name="):
            return word.partition("=")[2]
    return None


def _next(words: Iterator[str]) -> Iterator[str]:
    value = next(words, None)
    if value is not None:
        yield value


def _listed(known: Iterable[str]) -> str:
    return ", ".join(f"--{name}" for name in known) or "no parameters"
