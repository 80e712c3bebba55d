"""Role fillers of MUC-4 messages: CEAF-REE over five roles, and how each incident is told.

`precision`, `recall`, `f1` and one F1 a role are micro scores over all documents (see `ceaf`). `met` is the
share (x 100) of the gold incidents that one of our events is about: the one that shares most fillers with it.
Of those, `stage` (accomplished, attempted or threatened) and `date` (both ends) are the shares told rightly,
and `confidence` (how the organisation's part is told) of those whose organisation was found.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.ceaf import Entity, mention, scores
from benchmarks.muc_incident import confidences, dates, stages
from benchmarks.muc_template import ROLES, fillers, is_incident, of_event
from dateline.model import EventClaim, Original, Report, report_id
from dateline.reading import Reader
from training.annotated import read_jsonl

DEFAULT_DATA = ("muc4/dev.jsonl",)
_SLOTS = (
    "perp_individual_id",
    "perp_organization_id",
    "phys_tgt_id",
    "hum_tgt_name",
    "incident_instrument_id",
)


def run(data: Path, predictions: Path | None) -> dict[str, float]:
    """Figures over a JSONL file in the shape of `muc4/dev.jsonl`; predictions are entities by role."""
    rows = list(read_jsonl(data))
    reader = Reader()
    read = [[c for c in reader.read(report_of(row)) if isinstance(c, EventClaim)] for row in rows]
    given = [fillers(events) for events in read]
    if predictions:
        predictions.parent.mkdir(parents=True, exist_ok=True)
        lines = (
            json.dumps({"id": row["id"], **{role: [sorted(e) for e in found[role]] for role in ROLES}})
            for row, found in zip(rows, given, strict=True)
        )
        predictions.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    wanted = [_gold(row) for row in rows]
    return scores(zip(wanted, given, strict=True), ROLES) | incidents(zip(rows, read, strict=True))


def report_of(row: dict[str, Any]) -> Report:
    """The message with a line a paragraph and without the mark "[TEXT]", of the day of its dateline."""
    paragraphs = row["text_raw"].replace("[TEXT]", "").strip().split("\n\n")
    text = "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
    day = row["dateline"]["date"]
    name = row["id"]
    return Report(
        report_id(text, None, None, day, None),
        name,
        text,
        Original("0" * 64, "jsonl", len(text)),
        published=day,
    )


def incidents(read: Iterable[tuple[dict[str, Any], Sequence[EventClaim]]]) -> dict[str, float]:
    """How the gold incidents are told by the events that are about them."""
    right: dict[str, list[bool]] = {name: [] for name in ("met", "stage", "date", "confidence")}
    for row, events in read:
        for template in row["templates"]:
            event = _about(template, events)
            right["met"].append(event is not None)
            if event is not None:
                _judge(template, event, right)
    return {name: 100 * sum(values) / max(1, len(values)) for name, values in right.items()}


def _judge(template: dict[str, Any], event: EventClaim, right: dict[str, list[bool]]) -> None:
    right["stage"].append(bool(set(stages(event)) & _values(template, "incident_stage_of_execution")))
    days = {day for value in _values(template, "incident_date") for day in dates(value)}
    told = event.when
    right["date"].append(told is not None and (told.earliest, told.latest) in days)
    if _fillers(template, "perp_organization_id") & _own(event):
        said = _values(template, "perp_organization_confidence")
        right["confidence"].append(bool(confidences(event) & said))


def _about(template: dict[str, Any], events: Sequence[EventClaim]) -> EventClaim | None:
    """The event with most of the template's fillers, the first of equals; None where none has any."""
    wanted = frozenset[str]().union(*(_fillers(template, slot) for slot in _SLOTS))
    likely = [event for event in events if is_incident(event) and wanted & _own(event)]
    return max(likely, key=lambda event: len(wanted & _own(event)), default=None)


def _own(event: EventClaim) -> Entity:
    return frozenset[str]().union(*(entity for _, entity in of_event(event)))


def _fillers(template: dict[str, Any], slot: str) -> Entity:
    return frozenset(mention(words) for words in _values(template, slot))


def _values(template: dict[str, Any], slot: str) -> set[str]:
    return {value for filler in template[slot] or () for value in filler["alternatives"]}


def _gold(row: dict[str, Any]) -> dict[str, list[Entity]]:
    extracts = row["grit_extracts"]
    return {
        role: [frozenset(mention(words["text"]) for words in entity) for entity in extracts[role]]
        for role in ROLES
    }
