"""Scores of the time tagger on the shared material; run as `python tests/bench/bench_time.py [part …]`.

Parts: gold-id, gold-en (the annotated documents), weekday (weekdays whose date was printed), tbaq (TimeBank
and AQUAINT), articles (every expression found in the articles, for reading), speed. `--errors N` lists them.
"""

from __future__ import annotations

import argparse
import collections
import datetime as dt
import json
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from linimasa.extract.time import TimeTagger
from linimasa.model.timex import Timex

SHARED = Path(os.environ.get("LINIMASA_SHARED") or Path(__file__).resolve().parents[3] / "shared")
_END = re.compile(r"(?<=[.!?])[\"”’')]*\s+(?=[\"“‘'(]*[A-Z0-9À-Þ])|\n+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|St|U\.S|U\.N|[A-Z]))\.\s*$"
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences, split at full stops before capitals and at line ends."""
    spans, start = [], 0
    for cut in _END.finditer(text):
        if cut.group().strip("\n") and _ABBREVIATION.search(text[start : cut.start() + 1]):
            continue
        spans.append((start, cut.start()))
        start = cut.end()
    return [*spans, (start, len(text))]


def jsonl(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a JSON-lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


class Score:
    """Recognition, strict spans and values over documents."""

    def __init__(self) -> None:
        self.counts: collections.Counter[str] = collections.Counter()
        self.wrong: list[str] = []

    def add(self, name: str, text: str, gold: list[dict[str, Any]], found: list[Timex]) -> None:
        """Count one document's expressions."""
        used: set[int] = set()
        for g in gold:
            hits = [
                k
                for k, p in enumerate(found)
                if k not in used and min(p.end, g["end"]) > max(p.start, g["start"])
            ]
            around = text[max(0, g["start"] - 40) : g["end"] + 30].replace("\n", " ")
            if not hits:
                self.wrong.append(f"{name} MISS {g['text']!r} {g['value']} | {around}")
                continue
            k = min(hits, key=lambda k: (found[k].start, found[k].end) != (g["start"], g["end"]))
            used.add(k)
            p = found[k]
            self.counts["overlap"] += 1
            self.counts["strict"] += (p.start, p.end) == (g["start"], g["end"])
            right = (g["value"] or "").rstrip("~") == p.timex3.rstrip("~")
            self.counts["value"] += right
            self.counts["type"] += g["type"] == p.type
            if (p.start, p.end) != (g["start"], g["end"]):
                self.wrong.append(f"{name} SPAN {g['text']!r} got {p.text!r} | {around}")
            if not right:
                self.wrong.append(
                    f"{name} VALUE {g['text']!r} {g['value']} got {p.timex3} [{p.rule}] | {around}"
                )
        for k, p in enumerate(found):
            if k not in used:
                around = text[max(0, p.start - 40) : p.end + 30].replace("\n", " ")
                self.wrong.append(f"{name} EXTRA {p.text!r} {p.timex3} [{p.rule}] | {around}")
        self.counts["gold"] += len(gold)
        self.counts["found"] += len(found)

    def lines(self) -> Iterator[str]:
        """Yield a line a figure."""
        for key in ("overlap", "strict", "type", "value"):
            tp, n, m = self.counts[key], self.counts["found"], self.counts["gold"]
            p, r = tp / max(n, 1), tp / max(m, 1)
            f1 = 2 * p * r / max(p + r, 1e-9)
            yield f"{key:8} P {p:.3f} R {r:.3f} F1 {f1:.3f} ({tp} of {m} gold, {n} found)"


def gold(lang: str, path: Path | None = None) -> Score:
    """Score the annotated documents of a language."""
    tagger, score = TimeTagger(lang), Score()
    for doc in jsonl(path or SHARED / "gold" / f"dev-{lang}.jsonl"):
        day = dt.date.fromisoformat(doc["published"])
        score.add(
            doc["id"], doc["text"], doc["times"], list(tagger.tag(doc["text"], sentences(doc["text"]), day))
        )
    return score


def weekday() -> tuple[collections.Counter[str], list[str]]:
    """Score the weekdays whose date the journalist printed, by how far they lie from publication."""
    tagger, counts, wrong = TimeTagger("id"), collections.Counter[str](), []
    for row in jsonl(SHARED / "data" / "times" / "weekday-dates-id.jsonl"):
        text, offset = row["text_masked"], row["offset_days"]
        starts = [m.start() for m in re.finditer(r"\b" + re.escape(row["expr"]) + r"\b", text)]
        original = row["text"].find(row["expr"])
        at = min(starts, key=lambda s: abs(s - original), default=text.find(row["expr"]))
        found = tagger.tag(text, sentences(text), dt.date.fromisoformat(row["pub"]))
        hit = next((t for t in found if t.start <= at < t.end), None)
        right = hit is not None and hit.timex3[:10] == row["gold"]
        groups = ["future" if offset > 0 else "past7" if offset >= -7 else "older"]
        if offset >= -7:
            groups.append("main")
        for group in groups:
            counts[group] += 1
            counts[group + "-right"] += right
        if not right:
            got = f"{hit.text!r} {hit.timex3}" if hit else "nothing"
            around = (
                text[max(0, at - 90) : at] + "[" + row["expr"] + "]" + text[at + len(row["expr"]) : at + 60]
            )
            wrong.append(f"{groups[0]} {row['pub']} {offset:+d} got {got} | {around}")
    return counts, wrong


def timeml(path: Path) -> tuple[str, dt.date, list[dict[str, Any]]]:
    """Return text, creation day and expressions of a TimeML file."""
    raw = path.read_text(encoding="utf-8")
    created = re.search(r"<DCT>.*?value=\"(\d{4}-\d{2}-\d{2})", raw, re.S)
    body = re.search(r"<TEXT>(.*?)</TEXT>", raw, re.S)
    assert created and body
    plain, spans, opened = [], [], None
    size = 0
    for piece in re.split(r"(<[^>]+>)", body[1]):
        if piece.startswith("<TIMEX3"):
            opened = (size, dict(re.findall(r'(\w+)="([^"]*)"', piece)))
        elif piece == "</TIMEX3>" and opened:
            start, attributes = opened
            spans.append(
                {"start": start, "end": size, "type": attributes["type"], "value": attributes["value"]}
            )
            opened = None
        elif not piece.startswith("<"):
            piece = (
                piece.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
            )
            plain.append(piece)
            size += len(piece)
    text = "".join(plain)
    for span in spans:
        span["text"] = text[span["start"] : span["end"]]
    return text, dt.date.fromisoformat(created[1]), spans


def tbaq() -> Score:
    """Score TimeBank and AQUAINT: values as TempEval-3 counts them."""
    tagger, score = TimeTagger("en", vague=True), Score()
    for path in sorted((SHARED / "data" / "timex_tempeval3_tbaq").glob("*/*.tml")):
        text, day, spans = timeml(path)
        parts = []
        for start, end in sentences(text.replace("\n\n", "\n\n")):
            parts.append((start, end))
        score.add(path.stem, text, spans, list(tagger.tag(text, parts, day)))
    return score


def articles() -> Iterator[str]:
    """Yield every expression of the articles with its surroundings."""
    tagger = TimeTagger("id")
    for name in ("indosum", "news-2025"):
        for doc in jsonl(SHARED / "data" / "articles" / f"{name}.jsonl"):
            text = doc["text"]
            day = doc.get("published") or doc.get("date")
            for t in tagger.tag(text, sentences(text), dt.date.fromisoformat(day[:10]) if day else None):
                around = text[max(0, t.start - 30) : t.start] + "[" + t.text + "]" + text[t.end : t.end + 25]
                yield f"{day} {t.type} {t.timex3:22} {t.rule:18} {t.relation:6} | {around!r}"


def speed() -> Iterator[str]:
    """Yield sentences a second, with and without a date."""
    begin = time.perf_counter()
    tagger = TimeTagger("id")
    tagger.tag("Kamis", [(0, 5)], dt.date(2025, 6, 19))
    yield f"load {time.perf_counter() - begin:.3f} s"
    day, dated, plain = dt.date(2025, 6, 19), [], []
    for doc in jsonl(SHARED / "data" / "articles" / "indosum.jsonl"):
        for start, end in sentences(doc["text"]):
            part = doc["text"][start:end]
            (dated if tagger.tag(part, [(0, len(part))], day) else plain).append(part)
    for name, rows in (("without", plain), ("with", dated)):
        begin = time.process_time()
        for _ in range(3):
            for row in rows:
                tagger.tag(row, [(0, len(row))], day)
        yield f"{name} a date: {3 * len(rows) / (time.process_time() - begin):.0f} sentences/s ({len(rows)})"


def main() -> None:
    """Run the parts named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", default=["gold-id", "gold-en", "weekday", "tbaq", "speed"])
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    for part in options.parts:
        print("==", part)
        if part.startswith("gold-") or part == "tbaq":
            score = tbaq() if part == "tbaq" else gold(part[5:])
            print(*score.lines(), *score.wrong[: options.errors], sep="\n")
        elif part == "weekday":
            counts, wrong = weekday()
            for key in ("main", "past7", "future", "older"):
                right, whole = counts[key + "-right"], counts[key]
                print(f"{key:7} {right}/{whole} = {right / whole:.4f}")
            print(*wrong[: options.errors], sep="\n")
        else:
            print(*(articles() if part == "articles" else speed()), sep="\n")


if __name__ == "__main__":
    main()
