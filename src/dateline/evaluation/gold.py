"""Gold: annotated records and their texts, as the annotation guide lays them out in a folder."""

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
    """One annotated report: its id, the path of its text, and its record."""

    id: str
    path: Path
    record: Plain


def gold_reports(folder: Path) -> Iterator[GoldReport | ReportError]:
    """Every ID.json of `folder` with the ID.txt beside it, sorted by id; RunError where there is none."""
    files = sorted(folder.glob("*.json")) if folder.is_dir() else []
    if not files:
        raise RunError(f"{folder}: no gold here (ID.json beside ID.txt, see the annotation guide)")
    for file in files:
        yield _gold_report(file)


def _gold_report(file: Path) -> GoldReport | ReportError:
    text = file.with_suffix(".txt")
    if not text.is_file():
        return ReportError(str(file), f"has no {text.name} beside it")
    try:
        record = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        return ReportError(str(file), f"is no readable JSON ({error})")
    if not isinstance(record, dict) or not isinstance(record.get("events"), list):
        return ReportError(str(file), "is no record: it has no list of events")
    return GoldReport(file.stem, text, record)


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
