"""Altered: pairs of a report and a version with facts changed; is each change found, and of what kind?"""

import json
from pathlib import Path
from typing import Any

from benchmarks.neardup import report_of
from dateline.weaving.copy import compare
from dateline.weaving.facet import stems_of
from training.annotated import read_jsonl

DEFAULT_DATA = "contradiction/fakes_altered_pairs.dev.jsonl"
# The corpus's words for what was changed, and the kinds of change that show it.
_FIELDS = {
    "date of death": {"time"},
    "place of death": {"place"},
    "actor": {"name"},
    "name of casualty or group": {"name", "count"},
    "cause of death": {"means"},
}
Plain = dict[str, Any]


def run(data: Path, predictions: Path | None) -> dict[str, float]:
    """Share of the changed facts that are shown under the right field with both quotes, by topic too.

    The later quote must share a word with the corpus's own note of the new fact. `copies`: share of the pairs
    taken for one text. `false_alarms`: share of true copies, the duplicates of the `neardup` pairs beside
    this corpus where they are there, for which a change is shown.
    """
    pairs = list(read_jsonl(data))
    shown = [_shown(pair["original"], pair["changed"]) for pair in pairs]
    if predictions:
        lines = [json.dumps({"id": p["id"], "changes": c}) for p, c in zip(pairs, shown, strict=True)]
        predictions.write_text("\n".join(lines) + "\n", "utf-8")
    asked = [
        (topic, any(_answers(change, topic, pair) for change in changes or ()))
        for pair, changes in zip(pairs, shown, strict=True)
        for topic in pair["topics_changed"]
    ]
    figures = {"found": _share(hit for _, hit in asked), "copies": _share(c is not None for c in shown)}
    for topic in _FIELDS:
        figures[topic.replace(" ", "_")] = _share(hit for name, hit in asked if name == topic)
    return figures | _false_alarms(data.parents[1] / "neardup" / "synthetic_pairs.dev.jsonl")


def _shown(one: str, other: str) -> list[tuple[str, str, str]] | None:
    """Field and both quotes of every change; None where the two are not taken for one text."""
    copy = compare(report_of(one), report_of(other))
    if copy is None:
        return None
    return [(change.field, change.before.text, change.after.text) for change in copy.changes]


def _answers(change: tuple[str, str, str], topic: str, pair: Plain) -> bool:
    field, _, after = change
    facts = pair["facts_changed"]
    told = facts.get(topic.capitalize(), "") if isinstance(facts, dict) else facts
    return field in _FIELDS[topic] and bool(stems_of(after) & stems_of(str(told)))


def _false_alarms(file: Path) -> dict[str, float]:
    if not file.exists():
        return {}
    pairs = list(read_jsonl(file))
    return {"false_alarms": _share(bool(_shown(p["a"], p["b"])) for p in pairs if p["label"] == "duplicate")}


def _share(answers: Any) -> float:
    listed = list(answers)
    return round(sum(listed) / len(listed), 3) if listed else 0.0
