"""Bundles: reports of one happening each, with traps beside it, woven together (`bundles/README.md`).

Two parts: errors may be looked into on `open`, `held` only measures. Figures are those of `benchmarks.cases`.
Bundles over a corpus are left out where the corpus is not there.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.cases import Example, Plain, measure
from dateline.model import Report
from dateline.sources import read_paths, read_text

DEFAULT_DATA = str(Path(__file__).parent / "bundles")
_CORPORA = Path("../shared/corpora")
_PARTS = ("open", "held")
_NONE: Mapping[str, Any] = {
    "core": True, "actor": [], "target": [], "status": "actual", "source": [], "claimed_by": [],
    "denied_by": [], "time": None, "place": [], "counts": [], "instrument": None, "responds_to": None,
}  # fmt: skip
_MONTHS_FIRST = (2, 0, 1)


def run(data: Path, predictions: Path | None) -> dict[str, float]:
    """The figures of each part and `bundles`, how many there are; `predictions`: the errors of `open`."""
    parts = {part: list(examples(data / part)) for part in _PARTS}
    figures = {"bundles": float(sum(map(len, parts.values())))}
    for part, found in parts.items():
        errors = predictions if part == "open" else None
        figures |= {f"{part}.{name}": value for name, value in measure(found, errors).items()}
    return figures


def examples(folder: Path, corpora: Path = _CORPORA) -> Iterator[Example]:
    """The bundles in `folder`, those whose reports are there."""
    for file in sorted(folder.glob("*/case.json")):
        bundle = json.loads(file.read_text("utf-8"))
        if "corpus" not in bundle:
            reports = {
                r.name: r for r in read_paths([file.parent / "reports.jsonl"]) if isinstance(r, Report)
            }
        elif (corpora / bundle["corpus"]).exists():
            reports = _from_corpus(corpora / bundle["corpus"], bundle["events"])
        else:
            continue
        yield Example(reports, _keys(bundle), _whole(bundle))


def _from_corpus(corpus: Path, wanted: Mapping[str, Any]) -> dict[str, Report]:
    """Reports of FA-KES by their ids; its dates are written month/day/year."""
    reports = {}
    with corpus.open(encoding="utf-8") as lines:
        for item in map(json.loads, lines):
            if item["id"] in wanted:
                numbers = [int(part) for part in item["date"].split("/")]
                year, month, day = (numbers[at] for at in _MONTHS_FIRST)
                front = f"outlet: {item['source']}\npublished: {year}-{month:02}-{day:02}"
                reports[item["id"]] = read_text(f"---\n{front}\n---\n{item['text']}").report
    return reports


def _keys(bundle: Plain) -> dict[str, Plain]:
    """The bundle's events in the shape of the guide, report by report."""
    return {
        name: {"events": [_event(event) for event in events], "relations": []}
        for name, events in bundle["events"].items()
    }


def _event(short: Plain) -> Plain:
    full = {**_NONE, **short}
    full["mentions"] = [{"quote": quote, "trigger": trigger} for quote, trigger in short["mentions"]]
    full["counts"] = [
        dict(zip(("what", "who", "min", "max"), count, strict=True)) for count in full["counts"]
    ]
    if full["time"]:
        full["time"] = dict(zip(("text", "earliest", "latest"), full["time"], strict=True))
    return full


def _whole(bundle: Plain) -> Plain:
    happenings = [
        {**one, "members": [{"report": report, "event": event} for report, event in one["members"].items()]}
        for one in bundle["happenings"]
    ]
    disagreements = [
        {**one, "reports": list(dict.fromkeys(quote["report"] for quote in one["quotes"]))}
        for one in bundle["disagreements"]
    ]
    return {**bundle, "happenings": happenings, "disagreements": disagreements}
