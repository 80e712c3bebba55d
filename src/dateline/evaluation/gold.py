"""Gold: annotated records as the annotation guide lays them out in a folder, and texts that are searched."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.model import ReportError, RunError

Plain = dict[str, Any]
# Quotation marks and dashes differ between a text and what a coder typed; one character stands for one.
_LOOKALIKES = str.maketrans("“”‘’–—\u00a0", "\"\"''-- ")


@dataclass(frozen=True, slots=True)
class GoldReport:
    """One annotated report: its id, which is the name of its report, and its record."""

    id: str
    record: Plain


def gold_reports(folder: Path) -> Iterator[GoldReport | ReportError]:
    """The record in every ID.json of `folder`, sorted by id; RunError where there is none."""
    files = sorted(folder.glob("*.json")) if folder.is_dir() else []
    if not files:
        raise RunError(f"{folder}: no gold here (records as ID.json, in the shape of the annotation guide)")
    for file in files:
        yield _gold_report(file)


def _gold_report(file: Path) -> GoldReport | ReportError:
    try:
        record = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        return ReportError(str(file), f"is no readable JSON ({error})")
    if not isinstance(record, dict) or not isinstance(record.get("events"), list):
        return ReportError(str(file), "is no record: it has no list of events")
    return GoldReport(file.stem, record)


class QuotedText:
    """A text in which quotes are found whatever their white space and quotation marks."""

    def __init__(self, text: str) -> None:
        self._flat = _flat(text)

    def place(self, quote: str, trigger: str) -> tuple[int, int, int, int] | None:
        """Start and end of the quote, then of the trigger in it, in folded characters; None if absent."""
        words = _flat(quote).strip()
        start = self._flat.find(words) if words else -1
        if start < 0:
            return None
        wanted = _flat(trigger).strip()
        inner = words.find(wanted)
        if inner < 0:
            return start, start + len(words), start, start + len(words)
        return start, start + len(words), start + inner, start + inner + len(wanted)


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).translate(_LOOKALIKES)
