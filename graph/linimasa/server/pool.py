"""Processes that answer queries side by side, each ended and replaced where a query takes too long."""

from __future__ import annotations

import multiprocessing
import queue
import threading
import time
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from linimasa.errors import LinimasaError
from linimasa.query import Result
from linimasa.server.refused import RefusedError
from linimasa.server.settings import ServeSettings
from linimasa.server.worker import Question, work

#: Seconds that a new process may take to open the graph before that counts as failed.
_START = 300.0


class Worker:
    """One process with the pipe to it."""

    def __init__(self, settings: ServeSettings) -> None:
        # A new interpreter, not a fork: the server has threads, and stores on disk don't outlive a fork.
        context = multiprocessing.get_context("spawn")
        self._pipe: Connection
        self._pipe, theirs = context.Pipe()
        self._process: BaseProcess = context.Process(target=work, args=(theirs, settings), daemon=True)
        self._process.start()
        theirs.close()
        self._ready = False

    def ask(self, question: Question, timeout: float) -> Result | LinimasaError:
        """Return the answer. TimeoutError after `timeout` seconds, EOFError where the process died; after
        either it must be ended."""
        if not self._ready:
            self._receive(_START)
            self._ready = True
        self._pipe.send(question)
        answer = self._receive(timeout)
        if isinstance(answer, Result | LinimasaError):
            return answer
        raise EOFError

    def _receive(self, timeout: float) -> object:
        if not self._pipe.poll(timeout):
            raise TimeoutError
        answer: object = self._pipe.recv()
        return answer

    def end(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.join()
        self._pipe.close()


class Pool:
    """Answers questions; threads may ask at the same time. `close` ends all processes."""

    def __init__(self, settings: ServeSettings) -> None:
        self._settings = settings
        self._idle: queue.LifoQueue[Worker | None] = queue.LifoQueue()
        self._all: set[Worker] = set()
        self._lock = threading.Lock()
        self._closed = False

    def start(self) -> None:
        """Start the processes; they open the graph while nobody waits."""
        for _ in range(self._settings.workers):
            self._idle.put(self._new())

    def answer(self, question: Question) -> Result:
        """Return the answer.

        RefusedError 503 where it takes too long or too many ask at once; a LinimasaError where the query or
        the folder is at fault.
        """
        limit = self._settings.timeout
        started = time.monotonic()
        try:
            worker = self._idle.get(timeout=limit)
        except queue.Empty:
            raise RefusedError(
                503, f"other queries took all of {limit:g} seconds; try again later", {"Retry-After": "30"}
            ) from None
        kept: Worker | None = None
        try:
            if worker is None:
                worker = self._new()
            answer = worker.ask(question, max(limit - (time.monotonic() - started), limit / 2))
            kept = worker
        except TimeoutError:
            self._end(worker)
            message = f"the query took longer than {limit:g} seconds and was ended; ask for less"
            raise RefusedError(503, message, {"Retry-After": "30"}) from None
        except (EOFError, OSError):
            self._end(worker)
            message = "the process that answered died, maybe for want of memory; ask for less"
            raise RefusedError(503, message, {"Retry-After": "30"}) from None
        finally:
            self._idle.put(kept or self._spare())
        if isinstance(answer, LinimasaError):
            raise answer
        return answer

    def close(self) -> None:
        """End all processes."""
        with self._lock:
            self._closed = True
            workers, self._all = self._all, set()
        for worker in workers:
            worker.end()

    def _new(self) -> Worker:
        with self._lock:
            if self._closed:
                raise RefusedError(503, "the server is being stopped")
            worker = Worker(self._settings)
            self._all.add(worker)
            return worker

    def _spare(self) -> Worker | None:
        """Return a new process in the place of one that was ended: it opens the graph while nobody waits."""
        try:
            return self._new()
        except (RefusedError, OSError):
            return None

    def _end(self, worker: Worker | None) -> None:
        if worker is not None:
            with self._lock:
                self._all.discard(worker)
            worker.end()
