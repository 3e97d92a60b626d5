"""The stores beside rdflib's own in memory; run as `python tests/bench/bench_store.py [--events N]`.

Events are imported from quadruples (`--rows`, by default the ICEWS test set of the shared material), repeated
over the years until there are N of them (35,000), each with claim and source. In one run, each in a process
of its own and in CPU seconds: loading N-Quads, every shipped query with fixed parameters, writing Turtle,
peak memory. Rows must be equal. Then every query at a tenth of the data: for ten times the data a selective
one may take twelve times as long. A query that rdflib doesn't finish within `--patience` CPU seconds counts
as so long.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import math
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
BOUNDS = {"disk": {"load": 4.0, "turtle": 8.0}, "memory": {"load": 10.0, "turtle": 8.0}}
QUERIES, PEAK, GROWTH = 8.0, 0.75, 12.0
#: A query is asked again until it has taken so many CPU seconds: the clock may tick in steps of 4 ms.
ENOUGH, FLOOR = 0.2, 0.0001
#: One that takes longer is asked once; of others the first time, when a disk is cold, doesn't count.
LONG = 5.0
GIVEN = {"actor": "CHN", "a": "CHN", "b": "JPN", "day": "2014-06-15"}


def cpu() -> float:
    """Return the CPU seconds of this process."""
    return time.process_time()


def make(rows: Path, events: int, folder: Path) -> Path:
    """Write the graph of so many events as N-Quads."""
    from linimasa.exchange.desk import open_desk
    from linimasa.exchange.joining import Tables
    from linimasa.exchange.nquads import line
    from linimasa.exchange.quadruples import read_quadruples
    from linimasa.exchange.records import RecordSet
    from linimasa.exchange.table import sorted_records
    from linimasa.exchange.tally import Tally
    from linimasa.lexicon import gazetteer
    from linimasa.model.iri import BASE
    from linimasa.store.gazetteer import GazetteerReference

    folder.mkdir()
    given = [text.split("\t")[:4] for text in rows.read_text(encoding="utf-8").splitlines()]
    source, records, runs = folder / "rows.tsv", folder / "records.jsonl", folder / "runs"
    runs.mkdir()
    with source.open("w", encoding="utf-8") as stream:
        for number in range(events):
            who, does, whom, day = given[number % len(given)]
            later = datetime.date.fromisoformat(day) + datetime.timedelta(365 * (number // len(given)))
            stream.write(f"{who}\t{does}\t{whom}\t{later}\n")
    tables, tally = gazetteer.load(), Tally()
    found = read_quadruples(open_desk(tables, tally), [source], runs)
    with records.open("w", encoding="utf-8") as stream:
        stream.writelines(sorted_records(found, RecordSet("icews", "quadruples", ""), tally, runs))
    out = folder / "graph.nq"
    with out.open("w", encoding="utf-8") as stream:
        stream.writelines(map(line, Tables([records], [], GazetteerReference(tables)).quads(BASE)))
    return out


def opened(kind: str, path: Path) -> Any:
    """Return the graph of an N-Quads file in a store."""
    from linimasa.store import UnionDataset
    from linimasa.store.loading import flat_file
    from linimasa.store.oxigraph import OxStore, open_flat

    if kind == "rdflib":
        return UnionDataset().parse(path, format="nquads")
    if kind == "memory":
        return UnionDataset(store=OxStore(flat_file(path), path))
    place = path.parent / "store"
    made = flat_file(path, place)
    del made  # it is opened again as a build's folder is
    return UnionDataset(store=open_flat(place, path))


def measured(kind: str, path: Path, patience: float, turtle: bool) -> dict[str, Any]:
    """Return the CPU seconds of loading, each query and Turtle, the rows as digests, and the peak memory."""
    from linimasa.query import named_query, query_names, run_query
    from linimasa.store import turtle as ours

    started = cpu()
    graph = opened(kind, path)
    out: dict[str, Any] = {"load": cpu() - started, "triples": 0, "queries": {}, "rows": {}}
    out["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    first = "SELECT (MIN(?e) AS ?event) { ?e lini:actor act:chn ; lini:recipient act:jpn }"
    given = {**GIVEN, "event": str(run_query(graph, first).rows[0][0])}
    for name in query_names():
        params = {p.name: given[p.name] for p in named_query(name).parameters if p.default is None}
        seconds, digest = timed(lambda n=name, p=params: run_query(graph, n, p).plain(), patience)
        out["queries"][name], out["rows"][name] = seconds, digest
    if turtle:
        started = cpu()
        text = graph.serialize(format="turtle") if kind == "rdflib" else ours(graph)
        out["turtle"], out["size"] = cpu() - started, len(text)
    return out


def timed(ask: Any, patience: float) -> tuple[float, str]:
    """Return the CPU seconds of a query, the mean of as many as take ENOUGH, and a digest of its rows."""

    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, patience)
    started = cpu()
    try:
        rows = ask()
    except Exception as error:  # noqa: BLE001 - the query engine may wrap what stops it
        return (patience, "") if cpu() - started >= patience * 0.9 else (math.inf, repr(error))
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    seconds, number = cpu() - started, 1
    digest = f"{len(rows)} {hashlib.sha256(repr(sorted(rows)).encode()).hexdigest()[:12]}"
    if seconds < LONG:
        started, number = cpu(), 0
        while (seconds := cpu() - started) < ENOUGH:
            ask()
            number += 1
    return seconds / number, digest


def apart(kind: str, path: Path, patience: float, turtle: bool = True) -> dict[str, Any]:
    """Return what `measured` gives in a process of its own."""
    words = [sys.executable, __file__, "--part", kind, "--rows", str(path), "--patience", str(patience)]
    words += ["--no-turtle"] * (not turtle)
    done = subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def compare(base: dict[str, Any], found: dict[str, Any], kind: str) -> list[str]:
    """Print the ratios of one store to rdflib's and return what misses its bound."""
    missed = []
    for what in ("load", "turtle"):
        ratio, bound = base[what] / found[what], BOUNDS[kind][what]
        print(f"{kind:8} {what:18} {base[what]:9.2f} {found[what]:9.2f} s  {ratio:7.1f}x  (at least {bound})")
        missed += [f"{kind} {what}"] * (ratio < bound)
    logs = []
    for name, seconds in found["queries"].items():
        theirs = base["queries"][name]
        ratio = max(theirs, FLOOR) / max(seconds, FLOOR)
        logs.append(math.log(ratio))
        equal = base["rows"][name] in ("", found["rows"][name])
        note = "" if equal else "  ROWS DIFFER"
        print(f"{kind:8} {name:18} {theirs:9.4f} {seconds:9.4f} s  {ratio:7.1f}x{note}")
        missed += [f"{kind} {name}"] * (ratio < 1 or not equal)
    mean = math.exp(sum(logs) / len(logs))
    print(f"{kind:8} {'queries, mean':18} {mean:30.1f}x  (at least {QUERIES})")
    share = found["peak"] / base["peak"]
    peaks = f"{base['peak']:9.0f} {found['peak']:9.0f} MB"
    print(f"{kind:8} {'peak memory':18} {peaks} {share:7.2f}   (at most {PEAK})")
    missed += [f"{kind} queries"] * (mean < QUERIES) + [f"{kind} memory"] * (share > PEAK)
    return missed


def growth(whole: dict[str, float], tenth: dict[str, float], kind: str) -> list[str]:
    """Print how much longer each query takes for ten times the data and return which miss the bound.

    It holds for the selective ones, which ask about something that must be given. The others look at the
    whole graph or list all of it in order.
    """
    from linimasa.query import named_query

    missed = []
    for name, seconds in whole.items():
        times = max(seconds, FLOOR) / max(tenth[name], FLOOR)
        selective = any(p.default is None for p in named_query(name).parameters)
        bound = f"(at most {GROWTH})" if selective else ""
        print(f"{kind:8} {name:18} {tenth[name]:9.4f} {seconds:9.4f} s  {times:7.1f} times as long {bound}")
        missed += [f"{kind} growth of {name}"] * (selective and times > GROWTH)
    return missed


def main() -> int:
    """Print every figure; exit code 1 where one misses its bound."""
    parser = argparse.ArgumentParser(description=__doc__)
    shared = Path(os.environ.get("LINIMASA_SHARED") or ROOT.parent / "shared")
    parser.add_argument("--rows", type=Path, default=shared / "data/events_icews14/icews_2014_test.txt")
    parser.add_argument("--events", type=int, default=35_000)
    parser.add_argument("--patience", type=float, default=120.0)
    parser.add_argument("--part", help=argparse.SUPPRESS)
    parser.add_argument("--no-turtle", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.part:
        print(json.dumps(measured(chosen.part, chosen.rows, chosen.patience, not chosen.no_turtle)))
        return 0
    if not chosen.rows.is_file():
        print(f"needs quadruples, which aren't at {chosen.rows}; give --rows FILE")
        return 0
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        whole = make(chosen.rows, chosen.events, Path(folder, "whole"))
        tenth = make(chosen.rows, chosen.events // 10, Path(folder, "tenth"))
        print(
            f"{chosen.events} events, {sum(1 for _ in whole.open('rb'))} quads; rdflib's store, ours, ratio"
        )
        base = apart("rdflib", whole, chosen.patience)
        missed = []
        for kind in ("disk", "memory"):
            found = apart(kind, whole, chosen.patience)
            missed += compare(base, found, kind)
            small = apart(kind, tenth, chosen.patience, turtle=False)
            missed += growth(found["queries"], small["queries"], kind)
    verdict = f"missed: {', '.join(missed)}" if missed else "all bounds kept"
    print(f"{time.monotonic() - started:.0f} s; {verdict}")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
