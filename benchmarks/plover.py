"""Event types against PLOVER's own records: the sentences of its manual, each with one event.

The answer is chosen as in `plv`, and every sentence is answered. The records carry older names of the types;
CONCEDE and RETREAT are one, as in the annotation guide. These sentences are among those that the weights are
learnt from, so this shows what is kept of them, not how the unseen is read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.plv import answer_of, guess, report_of, root_of
from dateline.reading import Reader
from training.annotated import read_jsonl

DEFAULT_DATA = ("conflict/plover_gsr.jsonl",)

_TODAY = {
    "DEMAND": "REQUEST",
    "FIGHT": "ASSAULT",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "CONCEDE": "YIELD",
    "RETREAT": "YIELD",
}


def run(data: Path, predictions: Path | None) -> dict[str, float]:
    """Share (x 100) of the records whose type is right, over all and by type; predictions add `predicted`."""
    rows = list(read_jsonl(data))
    reader = Reader()
    said = [answered(reader, row) for row in rows]
    if predictions:
        lines = ({**row, "predicted": root} for row, root in zip(rows, said, strict=True))
        predictions.parent.mkdir(parents=True, exist_ok=True)
        predictions.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    gold = [wanted(row["event"]) for row in rows]
    right: dict[str, list[bool]] = {root: [] for root in sorted(set(gold))}
    for root, answer in zip(gold, said, strict=True):
        right[root].append(root == answer)
    every = [one for own in right.values() for one in own]
    return {"right": _share(every)} | {root: _share(own) for root, own in right.items()}


def wanted(label: str) -> str:
    """The type of today for a record's `label`."""
    return _TODAY.get(label, label)


def answered(reader: Reader, row: Mapping[str, Any]) -> str | None:
    """The type that is read in the sentence of a record."""
    report = report_of(row["id"], row["text"])
    answer = answer_of(reader, report, _named(row["source"]), _named(row["target"]))
    return root_of(answer) if answer else guess(reader, report)


def _named(parties: Iterable[Mapping[str, str]] | str | None) -> str:
    return " ".join(p["actorText"] for p in parties or () if not isinstance(p, str))


def _share(right: list[bool]) -> float:
    return 100 * sum(right) / max(1, len(right))
