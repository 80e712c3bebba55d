"""Ties: relations between actors against re3d, five of whose types are ties that last.

A found relation is right where its type fits and both its ends share characters with the ends of a gold
relation, one to one; for symmetric types in either order. F1 x 100.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from dateline.grounding.when import find_times
from dateline.grounding.who import find_actors
from dateline.language import load
from dateline.model import Original, RelationClaim, Report, Span, report_id
from dateline.model.vocabulary import SYMMETRIC_RELATIONS
from dateline.reading.relation import find_relations
from dateline.reading.speaker import find_attributions
from training.annotated import read_jsonl

DEFAULT_DATA = ("re3d/dev.jsonl",)

# re3d's types in ours; "BelongsTo" is said of persons and of organisations alike.
TYPES = {
    "InChargeOf": {"leads"},
    "BelongsTo": {"member_of", "part_of"},
    "AlliesOf": {"allied_with", "backs"},
    "FightingAgainst": {"fights"},
    "IsSynonymOf": {"also_known_as"},
}
OURS = frozenset(ours for types in TYPES.values() for ours in types)


def run(data: Path, predictions: Path | None) -> dict[str, float]:
    """Figures over a JSONL file in the shape of `re3d/dev.jsonl`; predictions are written in that shape."""
    rows = list(read_jsonl(data))
    counts: Counter[str] = Counter()
    written = []
    for row in rows:
        found = [claim for claim in find(row) if claim.type in OURS]
        gold = [relation for relation in row["relations"] if relation["type"] in TYPES]
        _compare(gold, found, counts)
        written.append({**row, "relations": [_as_row(claim) for claim in found]})
    if predictions:
        predictions.parent.mkdir(parents=True, exist_ok=True)
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in written)
        predictions.write_text("".join(lines), "utf-8")
    figures = {
        "precision": 100 * counts["right"] / max(1, counts["found"]),
        "recall": 100 * counts["right"] / max(1, counts["gold"]),
        "f1": 200 * counts["right"] / max(1, counts["found"] + counts["gold"]),
    }
    return figures | {
        f"recall_{name}": 100 * counts[f"right {name}"] / max(1, counts[f"gold {name}"]) for name in TYPES
    }


def find(row: dict[str, Any]) -> tuple[RelationClaim, ...]:
    """The relations that one row's text states."""
    text = row["text"]
    report = Report(
        id=report_id(text, row["title"], row["source"], None, row["url"]),
        name=row["id"],
        text=text,
        original=Original("0" * 64, "jsonl", len(text)),
        title=row["title"],
        outlet=row["source"],
    )
    doc = load().parse(text)
    cast = find_actors(doc, report)
    return find_relations(doc, report, cast, find_times(doc, report), find_attributions(doc, report, cast))


def _compare(gold: list[dict[str, Any]], found: list[RelationClaim], counts: Counter[str]) -> None:
    counts["gold"] += len(gold)
    counts["found"] += len(found)
    counts.update(f"gold {relation['type']}" for relation in gold)
    free = list(gold)
    for claim in found:
        match = next((relation for relation in free if _fits(relation, claim)), None)
        if match:
            free.remove(match)
            counts["right"] += 1
            counts[f"right {match['type']}"] += 1


def _fits(relation: dict[str, Any], claim: RelationClaim) -> bool:
    if claim.type not in TYPES[relation["type"]]:
        return False
    source, target = relation["source"], relation["target"]
    if _touch(source, claim.source.span) and _touch(target, claim.target.span):
        return True
    either = claim.type in SYMMETRIC_RELATIONS
    return either and _touch(source, claim.target.span) and _touch(target, claim.source.span)


def _touch(end: dict[str, Any], span: Span) -> bool:
    return bool(end["begin"] < span.end and span.start < end["end"])


def _as_row(claim: RelationClaim) -> dict[str, Any]:
    ends = {"source": claim.source, "target": claim.target}
    return {"type": claim.type, "trigger": None} | {
        name: {"begin": party.span.start, "end": party.span.end, "text": party.span.text}
        for name, party in ends.items()
    }
