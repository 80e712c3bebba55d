"""A run over a gold folder: read every text with this installation and score the records."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.evaluation.gold import GoldReport, gold_reports
from dateline.evaluation.name import Canonical
from dateline.evaluation.score import Scores, score
from dateline.model import ReportError

Plain = dict[str, Any]
# From the path of a report's text to its record in the guide's shape.
ReadRecord = Callable[[Path], Plain]


@dataclass(slots=True)
class Evaluation:
    """The scores over all reports, the same for each of them, and the inputs that could not be used."""

    scores: Scores
    by_report: dict[str, Scores] = field(default_factory=dict)
    records: dict[str, Plain] = field(default_factory=dict)
    skipped: list[ReportError] = field(default_factory=list)


def evaluate(folder: Path, read_record: ReadRecord, canonical: Canonical = str) -> Evaluation:
    """Score this installation against the gold in `folder`; RunError when there is none.

    A text that can't be read counts as an empty record, as a missing one would, and is listed in `skipped`.
    """
    evaluation = Evaluation(Scores())
    read = list(_read(folder, read_record, evaluation))
    evaluation.scores = score(read, canonical)
    for (gold, record, text), name in zip(read, evaluation.records, strict=True):
        evaluation.by_report[name] = score([(gold, record, text)], canonical)
    return evaluation


def _read(
    folder: Path, read_record: ReadRecord, evaluation: Evaluation
) -> Iterator[tuple[Plain, Plain, str]]:
    for gold in gold_reports(folder):
        if isinstance(gold, ReportError):
            evaluation.skipped.append(gold)
            continue
        evaluation.records[gold.id] = _record(gold, read_record, evaluation)
        yield gold.record, evaluation.records[gold.id], gold.path.read_text("utf-8", errors="replace")


def _record(gold: GoldReport, read_record: ReadRecord, evaluation: Evaluation) -> Plain:
    try:
        return read_record(gold.path)
    except ReportError as error:
        evaluation.skipped.append(error)
        return {}
