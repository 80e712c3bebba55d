"""Copies, updates and different reports: pairs of texts labelled by what was done to the second one."""

import json
from collections import Counter
from pathlib import Path

from dateline.model import Original, Report, report_id
from dateline.weaving.copy import compare
from training.annotated import read_jsonl

DEFAULT_DATA = "neardup/synthetic_pairs.dev.jsonl"


def run(data: Path, predictions: Path | None) -> dict[str, float]:
    """Share labelled right, by label too; `updated_unshown`: updates called a copy without a change."""
    pairs = list(read_jsonl(data))
    answers = [label(pair["a"], pair["b"]) for pair in pairs]
    if predictions:
        lines = [json.dumps({**pair, "label": mine}) for pair, mine in zip(pairs, answers, strict=True)]
        predictions.write_text("\n".join(lines) + "\n", "utf-8")
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    unshown = 0
    for pair, mine in zip(pairs, answers, strict=True):
        gold = _coarse(pair["label"])
        total[gold] += 1
        right[gold] += mine == gold
        unshown += (gold, mine) == ("updated", "duplicate")
    shares = {name: right[name] / total[name] for name in sorted(total)}
    return {"right": right.total() / total.total(), **shares, "updated_unshown": unshown}


def label(one: str, other: str) -> str:
    """ "different", "duplicate" or "updated", as `dateline.weaving` sees the pair."""
    copy = compare(report_of(one), report_of(other))
    if copy is None:
        return "different"
    return "updated" if copy.changes else "duplicate"


def _coarse(label: str) -> str:
    """Two reports of one day and place are two texts: whether they tell one event is not asked here."""
    return "different" if label == "same_date_place" else label


def report_of(text: str) -> Report:
    """A bare text as a report."""
    identity = report_id(text, None, None, None, None)
    return Report(identity, identity, text, Original("0" * 64, "text", len(text)))
