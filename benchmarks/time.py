"""Times: found and resolved time expressions against TIMEX3, scored as TempEval-3 did.

Relaxed: any overlap with a gold expression, one to one; strict: the same span; value: an overlap with the
same value. F1 x 100. WikiWars keeps the values of its TIMEX2 originals, whose years before Christ and days
of the week are written as TIMEX3 does.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from dateline.grounding.when import find_times
from dateline.language import load
from dateline.model import Original, Report, When, report_id
from training.annotated import read_jsonl

DEFAULT_DATA = ("tempeval3/train.jsonl", "tempeval3/meantime_timex.jsonl", "wikiwars")

Timex = tuple[int, int, str]


def run(data: Path, predictions: Path | None) -> dict[str, float]:
    """Figures over a JSONL file in the shape of `tempeval3/` or `wikiwars/`, or over a folder's files."""
    files = sorted(data.rglob("*.jsonl")) if data.is_dir() else [data]
    counts: Counter[str] = Counter()
    for path in files:
        rows = list(read_jsonl(path))
        docs = load().parse_many(row["text"] for row in rows)
        found = [find_times(doc, _report(row)) for row, doc in zip(rows, docs, strict=True)]
        for row, times in zip(rows, found, strict=True):
            _compare(_gold(row), [(w.span.start, w.span.end, w.value or "") for w in times], counts)
        if predictions:
            target = predictions / path.name if data.is_dir() else predictions
            _write(target, [_predicted(row, times) for row, times in zip(rows, found, strict=True)])
    return {name: _f1(counts, name) for name in ("relaxed", "strict", "value")} | {
        "precision": 100 * counts["relaxed"] / max(1, counts["found"]),
        "recall": 100 * counts["relaxed"] / max(1, counts["gold"]),
        "value_accuracy": 100 * counts["value"] / max(1, counts["relaxed"]),
    }


def _report(row: dict[str, Any]) -> Report:
    text, published = row["text"], (row["dct"] or "")[:10] or None
    return Report(
        id=report_id(text, None, None, published, None),
        name=row["id"],
        text=text,
        original=Original("0" * 64, "jsonl", len(text)),
        published=published,
    )


def _gold(row: dict[str, Any]) -> list[Timex]:
    """The expressions of a row without the document's own date; WikiWars by its TIMEX2 values."""
    return [
        (
            timex["begin"],
            timex["end"],
            timex["timex2"].get("val", "") if "timex2" in timex else timex["value"],
        )
        for timex in row["timex3"]
        if timex.get("functionInDocument") != "CREATION_TIME"
    ]


def _compare(gold: list[Timex], found: list[Timex], counts: Counter[str]) -> None:
    counts["gold"] += len(gold)
    counts["found"] += len(found)
    free = list(gold)
    for begin, end, value in found:
        match = next((g for g in free if g[:2] == (begin, end)), None)
        match = match or next((g for g in free if g[0] < end and begin < g[1]), None)
        if match:
            free.remove(match)
            counts["relaxed"] += 1
            counts["strict"] += match[:2] == (begin, end)
            counts["value"] += match[2] == value


def _f1(counts: Counter[str], name: str) -> float:
    total = counts["gold"] + counts["found"]
    return 200 * counts[name] / total if total else 0.0


def _predicted(row: dict[str, Any], times: tuple[When, ...]) -> dict[str, Any]:
    """The row with our expressions in place of the corpus', in the corpus' own shape."""
    timexes = [
        {"begin": w.span.start, "end": w.span.end, "type": w.kind, "value": w.value, "text": w.span.text}
        for w in times
    ]
    return {"id": row["id"], "dct": row["dct"], "text": row["text"], "timex3": timexes}


def _write(target: Path, rows: list[dict[str, Any]]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
