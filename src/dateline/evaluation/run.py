"""A run over a gold folder: read every report with this installation and score the records."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from dateline.evaluation.gold import GoldReport, gold_reports
from dateline.evaluation.name import Canonical
from dateline.evaluation.score import Scores, score
from dateline.grounding.who import Registry
from dateline.model import Report, ReportError

Plain = dict[str, Any]
# From a report to its record in the guide's shape; may raise ReportError.
ReadRecord = Callable[[Report], Plain]


@dataclass(slots=True)
class Evaluation:
    """The scores over all reports, the same and the records by report, and what could not be used."""

    scores: Scores
    by_report: dict[str, Scores] = field(default_factory=dict)
    records: dict[str, Plain] = field(default_factory=dict)
    skipped: list[ReportError] = field(default_factory=list)


def canonical_by(registry: Registry) -> Canonical:
    """Takes two names for one where `registry` links both to one and the same actor."""

    def canonical(name: str) -> str:
        actor = registry.link(name).actor
        return actor.id if actor else name

    return cache(canonical)


def evaluate(
    folder: Path,
    reports: Iterable[Report | ReportError],
    read_record: ReadRecord,
    canonical: Canonical = str,
) -> Evaluation:
    """Score this installation against the gold in `folder`; RunError when there is none.

    Gold and report meet by name (ID.json, and the report called ID). Gold whose report is missing or can't be
    read counts as an empty record and is listed in `skipped`; reports without gold are left unread.
    """
    evaluation = Evaluation(Scores())
    named = _by_name(reports, evaluation)
    read = []
    for gold in gold_reports(folder):
        if isinstance(gold, ReportError):
            evaluation.skipped.append(gold)
            continue
        report = named.get(gold.id)
        record = _record(gold, report, read_record, evaluation)
        evaluation.records[gold.id] = record
        read.append((gold.record, record, f"{report.title or ''}\n{report.text}" if report else ""))
        evaluation.by_report[gold.id] = score(read[-1:], canonical)
    evaluation.scores = score(read, canonical)
    return evaluation


def _by_name(reports: Iterable[Report | ReportError], evaluation: Evaluation) -> dict[str, Report]:
    named = {}
    for report in reports:
        if isinstance(report, ReportError):
            evaluation.skipped.append(report)
        else:
            named[report.name] = report
    return named


def _record(
    gold: GoldReport, report: Report | None, read_record: ReadRecord, evaluation: Evaluation
) -> Plain:
    if report is None:
        evaluation.skipped.append(ReportError(gold.id, "has gold but no report of that name"))
        return {}
    try:
        return read_record(report)
    except ReportError as error:
        evaluation.skipped.append(error)
        return {}
