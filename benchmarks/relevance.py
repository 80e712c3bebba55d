"""Is this about conflict at all: the relevance gate on four sets, none of which it was trained on.

`current_events`: items of the last 120 days, gold is their heading "Armed conflicts and attacks"; `muc4`:
gold is whether a message has a template; `satp`: every report is of a conflict; `bbc`: general news, in which
at most a passing word is of a conflict. `passed` is the share that the gate lets through.
"""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.reading.relevance import THRESHOLD, relevance
from training.annotated import read_jsonl
from training.relevance import HELD_OUT, is_conflict

DEFAULT_DATA = "."


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text of one set, and whether it is about conflict."""

    part: str
    id: str
    text: str
    is_relevant: bool


def run(data: Path, predictions: Path | None) -> dict[str, float]:
    """Figures x 100 over the corpora folder; predictions are lines of set, id, gold and score."""
    texts = list(_labelled(data))
    relevance("")  # loading is no part of the speed
    start = time.process_time()
    scores = [relevance(text.text) for text in texts]
    seconds = time.process_time() - start
    if predictions:
        _write(predictions, texts, scores)
    figures: dict[str, float] = {}
    for part in ("current_events", "muc4", "satp", "bbc"):
        figures |= _figures(part, [(t, s) for t, s in zip(texts, scores, strict=True) if t.part == part])
    return figures | {"reports_per_s": len(texts) / seconds}


def _labelled(corpora: Path) -> Iterator[Labelled]:
    for row in read_jsonl(corpora / "current_events/items.jsonl"):
        if row["date"] >= HELD_OUT:
            yield Labelled("current_events", row["id"], row["text"], is_conflict(row))
    for row in read_jsonl(corpora / "muc4/dev.jsonl"):
        yield Labelled("muc4", row["id"], row["text"], bool(row["templates"]))
    for part, name in (("satp", "satp_relevant"), ("bbc", "BBC_News")):
        for row in read_jsonl(corpora / f"conflict/{name}.jsonl"):
            if row["split"] == "dev":
                yield Labelled(part, row["id"], row["text"], part == "satp")


def _figures(part: str, scored: list[tuple[Labelled, float]]) -> dict[str, float]:
    passed = sum(score >= THRESHOLD for _, score in scored)
    relevant = sum(text.is_relevant for text, _ in scored)
    right = sum(text.is_relevant and score >= THRESHOLD for text, score in scored)
    figures = {f"{part}.passed": 100 * passed / len(scored)}
    if relevant:
        figures[f"{part}.recall"] = 100 * right / relevant
    if 0 < relevant < len(scored):
        figures[f"{part}.precision"] = 100 * right / max(passed, 1)
        figures[f"{part}.f1"] = 200 * right / (passed + relevant)
    return figures


def _write(path: Path, texts: list[Labelled], scores: list[float]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = (
        json.dumps({"set": text.part, "id": text.id, "gold": text.is_relevant, "score": round(score, 4)})
        for text, score in zip(texts, scores, strict=True)
    )
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
