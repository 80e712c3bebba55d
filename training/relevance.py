"""Train the relevance gate on dated news items and annotated reports.

    python -m training.relevance CORPORA

An item of Wikipedia's current events is about conflict where it stands under "Armed conflicts and attacks",
a passage of an annotated Wikinews report where it holds an attack or a mobilisation. Items from HELD_OUT on
train nothing: `python -m benchmarks relevance` measures on them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.reading.relevance import RELEVANT, features, passages
from training.annotated import read_jsonl
from training.linear import Sample, fit, write
from training.reports import ANNOTATIONS

WEIGHTS = Path(__file__).parent.parent / "src" / "dateline" / "reading" / "data" / "relevance.npz"
HELD_OUT = "2025-12-26"
"""First of the last 120 days of the items."""

OTHER = "other"
PENALTY = 0.7
_VIOLENT = frozenset({"ASSAULT", "MOBILIZE"})


def is_conflict(item: dict[str, Any]) -> bool:
    """True for an item under the heading of armed conflicts, in whichever words it stood that day."""
    return "armed conflict" in item["category"].lower()


def samples(corpora: Path) -> Iterator[Sample]:
    """Every passage to learn from, its document and its class."""
    for item in read_jsonl(corpora / "current_events/items.jsonl"):
        if item["date"] < HELD_OUT:
            label = RELEVANT if is_conflict(item) else OTHER
            yield from (Sample(features(words), label, item["id"]) for words in passages(item["text"]))
    for path in sorted((ANNOTATIONS / "wikinews").glob("*.txt")):
        yield from _report_samples(path)


def _report_samples(path: Path) -> Iterator[Sample]:
    """The passages of an annotated report, its paragraphs one by one."""
    events = json.loads(path.with_suffix(".json").read_text("utf-8"))["events"]
    quotes = [m["quote"] for event in events if _is_violent(event) for m in event["mentions"]]
    for paragraph in filter(str.strip, path.read_text("utf-8").partition("\n---\n")[2].split("\n")):
        label = RELEVANT if any(quote in paragraph for quote in quotes) else OTHER
        yield from (Sample(features(words), label, path.stem) for words in passages(paragraph))


def _is_violent(event: dict[str, Any]) -> bool:
    return event["type"] in _VIOLENT and event.get("core", True)


def main() -> None:
    """Write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    options = parser.parse_args()
    found = list(samples(options.corpora))
    size = write(fit(found, PENALTY, by_rarity=True), WEIGHTS, smallest=0.0)
    print(f"{len(found)} passages, {size} bytes")


if __name__ == "__main__":
    main()
