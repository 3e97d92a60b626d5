"""A process that answers queries, so that one that takes too long can be ended whatever it is doing."""

from __future__ import annotations

import signal
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection

from linimasa.errors import LinimasaError, QueryError
from linimasa.query import Result, run_limited
from linimasa.server.settings import ServeSettings
from linimasa.server.views import Views


@dataclass(frozen=True, slots=True)
class Question:
    """A query as SPARQL or by name with its parameters, over the graph of a day (None: over all of it)."""

    text: str
    params: tuple[tuple[str, str], ...] = ()
    as_of: str | None = None


#: What a worker answers: rows, or why there are none.
Answer = Result | LinimasaError


def work(pipe: Connection, settings: ServeSettings) -> None:
    """Answer questions from the pipe until it is closed; None is sent once the graph is open."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the whole group; the server ends this one
    views = Views(settings.folder, settings.base, settings.text)
    with suppress(LinimasaError):  # each question is answered by the error, until the folder is mended
        views.get()
    with suppress(EOFError, OSError):  # the server is gone, so this process goes too
        pipe.send(None)
        while True:
            pipe.send(_answer(views, pipe.recv(), settings))


def _answer(views: Views, question: Question, settings: ServeSettings) -> Answer:
    try:
        view = views.get(question.as_of)
        params: Mapping[str, str] = dict(question.params)
        found = run_limited(view.dataset, question.text, params, view.base, max_rows=settings.rows)
    except LinimasaError as error:
        return error
    except MemoryError:
        return QueryError("the answer doesn't fit into memory; ask for less, such as by LIMIT")
    except RecursionError:
        return QueryError("the query is nested too deeply; write it with fewer brackets")
    if found.cut:
        return QueryError(
            f"the answer has more than {settings.rows:,} rows; add LIMIT {settings.rows} or ask for less"
        )
    return found.result
