"""Documents to extractions, one after the other or by several processes, in the documents' order."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from functools import cache

from linimasa.errors import EndpointError, LinimasaError, SettingError
from linimasa.extract.extractor import Extraction, ExtractorSettings
from linimasa.extract.methods import Method, method_for
from linimasa.model.document import Document
from linimasa.read import Problem

#: Below this many characters a second process costs more than it saves (measured: 0.4 s to load a language).
_WORTH_A_PROCESS = 2_000_000
_BATCH = 16


def extract_all(
    documents: Sequence[Document], settings: ExtractorSettings, jobs: int | None = None
) -> Iterator[Extraction | Problem]:
    """Yield an extraction or a problem for each document, in order.

    `jobs` is the number of processes, None for as many as the amount of text is worth. What is yielded
    doesn't depend on it.
    """
    count = _processes(documents, jobs)
    if count == 1:
        method = method_for(settings)
        for document in documents:
            yield extract_one(method, document)
        return
    # Forked processes share what is loaded, and the caller's module isn't run again as with "spawn".
    start = "fork" if sys.platform == "linux" else "spawn"
    batches = [documents[i : i + _BATCH] for i in range(0, len(documents), _BATCH)]
    with ExitStack() as stack:
        pool = stack.enter_context(ProcessPoolExecutor(count, multiprocessing.get_context(start)))
        stack.callback(pool.shutdown, wait=False, cancel_futures=True)
        for batch in pool.map(_Worker(settings), batches):
            yield from batch


def _processes(documents: Sequence[Document], jobs: int | None) -> int:
    if jobs is not None and jobs < 1:
        raise SettingError(f"--jobs {jobs}: there must be at least one process")
    most = max(1, -(-len(documents) // _BATCH))
    if jobs is None:
        worth = sum(len(document.text) for document in documents) // _WORTH_A_PROCESS + 1
        jobs = min(os.cpu_count() or 1, worth)
    return min(jobs, most)


def extract_one(method: Method, document: Document) -> Extraction | Problem:
    """Return a document's extraction, or what stands in its way; one document never stops the others."""
    try:
        return method.extract(document)
    except EndpointError:
        raise
    except LinimasaError as error:
        if error.path is not None and error.path != document.path:
            raise  # the installation is broken, not the document
        return Problem(document.path, document.line, error.message, document.id)
    except Exception as error:  # noqa: BLE001 - a fault of ours in one document mustn't lose the others
        message = f"extraction failed ({type(error).__name__}: {error}); please report it with the text"
        return Problem(document.path, document.line, message, document.id)


@cache
def _method(settings: ExtractorSettings) -> Method:
    return method_for(settings)


class _Worker:
    """Extracts a batch in a process of its own; the method is made at the first batch and kept."""

    def __init__(self, settings: ExtractorSettings) -> None:
        self.settings = settings

    def __call__(self, batch: Sequence[Document]) -> list[Extraction | Problem]:
        method = _method(self.settings)
        return [extract_one(method, document) for document in batch]
