"""Whole records against gold in the shape of the annotation guide: the figure that decides."""

import json
from pathlib import Path

from dateline.evaluation import canonical_by, evaluate
from dateline.export.record import record_of
from dateline.grounding.who import Registry
from dateline.reading import Reader
from dateline.sources import read_paths

DEFAULT_DATA = ("../gold/dev", "../gold/train")


def run(data: Path, predictions: Path | None) -> dict[str, float]:
    """The scores of `dateline evaluate` over the gold folder `data`; predictions are one ID.json a report."""
    reader = Reader()
    texts = sorted(data.glob("*.txt"))
    result = evaluate(
        data, read_paths(texts), lambda r: record_of(r, reader.read(r)), canonical_by(Registry.load())
    )
    if predictions:
        predictions.mkdir(parents=True, exist_ok=True)
        for name, record in result.records.items():
            lines = json.dumps(record, ensure_ascii=False, indent=1)
            (predictions / f"{name}.json").write_text(lines + "\n", "utf-8")
    return result.scores.table() | {"skipped": float(len(result.skipped))}
