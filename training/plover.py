"""PLOVER's gold standard records: sentences with one event each, its words and its parties marked up.

Source: openeventdata/PLOVER, CC BY-SA 4.0. Other events of a sentence are not marked: an unmarked word is no
evidence of there being none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from dateline.language import Pipeline
from dateline.model.vocabulary import EVENT_TYPES
from training.reports import Annotated, GoldEvent

_MARK = re.compile(r"\(([A-Z/]+): ([^()]*)\)")
_LATER_NAMES = {
    "DEMAND": "REQUEST",
    "FIGHT": "ASSAULT",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "YIELD": "RETREAT",
}
"""What the final manual calls the types of the draft that the records were made for."""


def read_records(path: Path, pipeline: Pipeline) -> Iterator[Annotated]:
    """The records whose type the final manual has, one sentence each."""
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        kind = _LATER_NAMES.get(record["event"], record["event"])
        if kind not in EVENT_TYPES:
            continue
        text, marks = _unmarked(record["markup"])
        event = GoldEvent(
            kind,
            True,
            tuple(span for label, *span in marks if label == "EVT"),  # type: ignore[misc]
            tuple(text[start:end] for label, start, end in marks if "SRC" in label),
            tuple(text[start:end] for label, start, end in marks if label == "TAR"),
        )
        yield Annotated(record["id"], text, (event,), False, pipeline.parse(text), complete=False)


def _unmarked(markup: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The plain sentence, and every marked piece as its label and offsets."""
    text, marks, at = "", [], 0
    for mark in _MARK.finditer(markup):
        text += markup[at : mark.start()]
        marks.append((mark[1], len(text), len(text) + len(mark[2])))
        text += mark[2]
        at = mark.end()
    return text + markup[at:], marks
