"""Press releases: the day, the province, the killed and the captured of ISAF's operations.

`date` the first event's first day; `province` any of the places, or a place that holds one of them;
`killed` and `captured` the least numbers. Each is the share of releases that have it right, x 100.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dateline.model import EventClaim, Original, Report, report_id
from dateline.reading import Reader

DEFAULT_DATA = ("conflict/isaf_press.jsonl",)
FIGURES = ("date", "province", "killed", "captured")


def run(data: Path, predictions: Path | None) -> dict[str, float]:
    """Figures over a JSONL file in the shape of `conflict/isaf_press.jsonl`; predictions too."""
    rows = [json.loads(line) for line in data.open(encoding="utf-8")]
    reader = Reader()
    written = []
    right = dict.fromkeys(FIGURES, 0)
    for row in rows:
        found = summary([claim for claim in reader.read(_report(row)) if isinstance(claim, EventClaim)])
        gold = row["event"]
        right["date"] += found["start_date"] == gold["start_date"]
        right["province"] += any(name.lower() in found["province"] for name in gold["province"] if name)
        right["killed"] += found["min_killed"] == gold["min_killed"]
        right["captured"] += found["min_captured"] == gold["min_captured"]
        written.append({**row, "event": found})
    if predictions:
        predictions.parent.mkdir(parents=True, exist_ok=True)
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in written)
        predictions.write_text("".join(lines), "utf-8")
    return {name: 100 * count / max(1, len(rows)) for name, count in right.items()}


def summary(events: Sequence[EventClaim]) -> dict[str, Any]:
    """What a release's events say, in the corpus's own fields."""
    dated = [event.when.earliest for event in events if event.when and event.when.earliest]
    places = {name.lower() for e in events for where in e.places for name in (where.name, *where.containing)}
    return {
        "start_date": dated[0] if dated else None,
        "province": sorted(places),
        "min_killed": _least(events, {"killed"}),
        "min_captured": _least(events, {"detained", "captured"}),
    }


def _least(events: Sequence[EventClaim], what: set[str]) -> int:
    """The highest toll of one event: a release tells one operation, first in short and then at length."""
    tolls = ({c.span: c.min or 0 for c in e.counts if c.what in what} for e in events)
    return max((sum(toll.values()) for toll in tolls), default=0)


def _report(row: dict[str, Any]) -> Report:
    text = row["text"]
    return Report(
        id=report_id(text, None, None, None, None),
        name=row["id"],
        text=text,
        original=Original("0" * 64, "jsonl", len(text)),
    )
