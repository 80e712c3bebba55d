"""Attempt: what comes of reading a report, so that one that can't be read costs itself, not the run."""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Protocol

from dateline import __version__
from dateline.case.words import check_words
from dateline.model import CaseError, Claim, Report, ReportError
from dateline.sources import Found

Outcome = tuple[Claim, ...] | ReportError
"""The claims of a report, or why there are none."""


class ReportReader(Protocol):
    """What turns reports into claims: `dateline.reading.Reader`, or anything of its shape.

    It may have a `version`, which names all that decides what is read; a case keeps it with every report.
    """

    def read(self, report: Report) -> tuple[Claim, ...]:
        """The claims of `report`; ReportError where it can't be read."""

    def read_many(self, reports: Iterable[Report], workers: int = 1) -> Iterator[tuple[Report, Outcome]]:
        """Each of `reports`, in their order, with its claims or with its ReportError."""


def version_of(reader: ReportReader) -> str:
    """The reader's own version, or dateline's where it has none."""
    return str(getattr(reader, "version", f"dateline {__version__}"))


def read_found(
    reader: ReportReader, todo: Iterable[Found], workers: int = 1
) -> Iterator[tuple[Found, Outcome]]:
    """Each report of `todo`, in its order, with what came of reading it."""
    pending: deque[Found] = deque()

    def reports() -> Iterator[Report]:
        for found in todo:
            pending.append(found)
            yield found.report

    for _, outcome in reader.read_many(reports(), workers):
        found = pending.popleft()
        yield found, _checked(found.report, found.where, outcome)


def read_again(reader: ReportReader, report: Report, where: str) -> Outcome:
    """What comes of reading one report once more."""
    try:
        return _checked(report, where, reader.read(report))
    except ReportError as error:
        return ReportError(where, error.reason)


def _checked(report: Report, where: str, outcome: Outcome) -> Outcome:
    """`outcome`, as an error of `where` when it is one or when its words are not the report's.

    Claims of one id are one claim, found twice; the first stays.
    """
    if isinstance(outcome, ReportError):
        return ReportError(where, outcome.reason)
    claims: dict[str, Claim] = {}
    for claim in outcome:
        claims.setdefault(claim.id, claim)
    try:
        check_words(report, claims.values())
    except CaseError as error:
        return ReportError(where, f"was read wrongly ({error})")
    return tuple(claims.values())
