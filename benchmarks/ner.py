"""Names: span F1 on the corpora at hand, in the three types that all of them share.

Person, organisation and place (our GPE, LOC and FAC; a corpus' facilities) with exact spans, F1 x 100;
peoples (NORP) apart, where a corpus has them. re3d also annotates common nouns ("journalists") and puts
titles into persons: only its mentions with a capital letter count, and `overlap` forgives borders.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from dateline.language import load

NAME = "ner"
TITLE = "names, span F1 on several sets"
DEFAULT_DATA = ("ner/worldwide.dev.jsonl", "ner/uner_ewt.dev.jsonl", "re3d/dev.jsonl")

OURS = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "NORP": "NORP"}
THEIRS = {
    "Person": "PER", "PER": "PER", "Organization": "ORG", "Organisation": "ORG", "ORG": "ORG",
    "Location": "LOC", "LOC": "LOC", "Facility": "LOC", "NORP": "NORP", "Nationality": "NORP",
}  # fmt: skip
RE3D = {"PER": "Person", "ORG": "Organisation", "LOC": "Location", "NORP": "Nationality"}
SHARED_TYPES = ("PER", "LOC", "ORG")

Span = tuple[int, int, str]


def run(data: Path, predictions: Path | None) -> dict[str, float]:
    """Figures over a JSONL file in the shape of `ner/` or `re3d/`, or over all such files of a folder."""
    files = sorted(data.rglob("*.jsonl")) if data.is_dir() else [data]
    gold: Counter[str] = Counter()
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for path in files:
        rows = [json.loads(line) for line in path.open(encoding="utf-8")]
        parsed = [_names(row["text"]) for row in rows]
        for row, names in zip(rows, parsed, strict=True):
            _compare(_gold(row), [(b, e, OURS[label]) for b, e, label in names], gold, found, right)
        if predictions:
            target = predictions / path.name if data.is_dir() else predictions
            _write(target, [_predicted(row, names) for row, names in zip(rows, parsed, strict=True)])
    return _figures(gold, found, right)


def _names(text: str) -> list[Span]:
    doc = load().parse(text)
    return [(name.start_char, name.end_char, name.label_) for name in doc.ents if name.label_ in OURS]


def _gold(row: dict[str, Any]) -> list[Span]:
    """The names of a row in the shared types; of re3d only what has a capital letter."""
    spans = []
    for entity in row["entities"]:
        begin, end, kind = (
            (entity["begin"], entity["end"], entity["type"]) if isinstance(entity, dict) else entity
        )
        is_name = not isinstance(entity, dict) or any(char.isupper() for char in row["text"][begin:end])
        if kind in THEIRS and is_name:
            spans.append((begin, end, THEIRS[kind]))
    return spans


def _compare(
    gold: list[Span], found: list[Span], in_gold: Counter[str], in_found: Counter[str], right: Counter[str]
) -> None:
    in_gold.update(label for *_, label in gold)
    in_found.update(label for *_, label in found)
    right.update(label for *_, label in set(gold) & set(found))
    free = list(gold)
    for begin, end, label in found:
        match = next((g for g in free if g[2] == label and g[0] < end and begin < g[1]), None)
        if match:
            free.remove(match)
            right[f"{label}.overlap"] += 1


def _figures(gold: Counter[str], found: Counter[str], right: Counter[str]) -> dict[str, float]:
    def f1(labels: tuple[str, ...], suffix: str = "") -> float:
        total = sum(gold[label] + found[label] for label in labels)
        return 200 * sum(right[label + suffix] for label in labels) / total if total else 0.0

    hits = sum(right[label] for label in SHARED_TYPES)
    figures = {
        "f1": f1(SHARED_TYPES),
        "precision": 100 * hits / max(1, sum(found[label] for label in SHARED_TYPES)),
        "recall": 100 * hits / max(1, sum(gold[label] for label in SHARED_TYPES)),
        "overlap": f1(SHARED_TYPES, ".overlap"),
    }
    return figures | {label: f1((label,)) for label in (*SHARED_TYPES, "NORP") if gold[label]}


def _predicted(row: dict[str, Any], names: list[Span]) -> dict[str, Any]:
    """The row with our names in place of the corpus', in the corpus' own shape."""
    if "licence" in row:  # the shape of re3d
        entities: list[Any] = [
            {"begin": begin, "end": end, "type": RE3D[OURS[label]], "text": row["text"][begin:end]}
            for begin, end, label in names
        ]
    else:
        entities = [[begin, end, label] for begin, end, label in names]
    kept = {key: row[key] for key in ("id", "doc", "split", "text", "tokens") if key in row}
    return kept | {"entities": entities}


def _write(target: Path, rows: list[dict[str, Any]]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
