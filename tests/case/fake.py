"""A tiny reader for tests of everything above reading: it reads a few fixed sentence shapes, exactly.

"GROUP attacked TARGET in PLACE on 2020-01-03, killing 5." · "Iran backs GROUP." · "165 attacks since then."
"""

import re
from collections.abc import Iterable, Iterator

from dateline.model import (
    Claim,
    Count,
    EventClaim,
    FigureClaim,
    Party,
    RelationClaim,
    Report,
    ReportError,
    Speaker,
    When,
    Where,
    event_claim_id,
    figure_claim_id,
    relation_claim_id,
)
from dateline.reading.relevance import check_relevance

_NAME = r"[A-Z][\w'-]*(?: [A-Z][\w'-]*)*"
_EVENT = re.compile(
    rf"(?P<actor>{_NAME}) (?P<trigger>attacked|shelled) (?P<target>{_NAME})"
    rf"(?: in (?P<place>{_NAME}))?(?: on (?P<day>\d{{4}}-\d\d-\d\d))?(?:, killing (?P<killed>\d+))?"
    rf"(?:, (?P<speaker>{_NAME}) said)?"
)
_RELATION = re.compile(rf"(?P<source>{_NAME}) backs (?P<target>{_NAME})")
_FIGURE = re.compile(r"(?P<number>\d+) attacks since")


class FakeReader:
    """Reads by regular expressions; `version` may be set to play an upgrade. Its gate is the real one."""

    def __init__(self, version: str = "fake 1", relevant_only: bool = False) -> None:
        self.version = version
        self.relevant_only = relevant_only
        self.read_count = 0

    def read(self, report: Report) -> tuple[Claim, ...]:
        """The claims of `report`; ReportError where its text says "break the reader"."""
        if "break the reader" in report.text:
            raise ReportError(report.name, "broken on purpose")
        if self.relevant_only:
            check_relevance(report.name, report.text)
        self.read_count += 1
        return (
            *(_event(report, m) for m in _EVENT.finditer(report.text)),
            *(_relation(report, m) for m in _RELATION.finditer(report.text)),
            *(_figure(report, m) for m in _FIGURE.finditer(report.text)),
        )

    def read_many(
        self, reports: Iterable[Report], workers: int = 1
    ) -> Iterator[tuple[Report, tuple[Claim, ...] | ReportError]]:
        """As `read`, one after the other."""
        for report in reports:
            try:
                yield report, self.read(report)
            except ReportError as error:
                yield report, error


def _party(report: Report, found: re.Match[str], group: str) -> Party:
    return Party(found[group], report.span(*found.span(group)))


def _event(report: Report, found: re.Match[str]) -> EventClaim:
    trigger = report.span(*found.span("trigger"))
    when = place = None
    if day := found["day"]:
        when = When(report.span(*found.span("day")), "DATE", day, day, "day")
    if found["place"]:
        place = Where(report.span(*found.span("place")), found["place"])
    counts = ()
    if found["killed"]:
        killed = int(found["killed"])
        counts = (Count("killed", "", killed, killed, report.span(*found.span("killed"))),)
    return EventClaim(
        id=event_claim_id(trigger, "ASSAULT"),
        report=report.id,
        type="ASSAULT",
        core=True,
        quote=report.span(*found.span()),
        trigger=trigger,
        mode="shelling" if found["trigger"] == "shelled" else None,
        actors=(_party(report, found, "actor"),),
        targets=(_party(report, found, "target"),),
        speakers=(Speaker(_party(report, found, "speaker")),) if found["speaker"] else (),
        when=when,
        places=(place,) if place else (),
        counts=counts,
    )


def _relation(report: Report, found: re.Match[str]) -> RelationClaim:
    source, target = _party(report, found, "source"), _party(report, found, "target")
    id = relation_claim_id("backs", source.span, target.span)  # noqa: A001
    return RelationClaim(id, report.id, "backs", True, source, target, report.span(*found.span()))


def _figure(report: Report, found: re.Match[str]) -> FigureClaim:
    number = report.span(*found.span("number"))
    count = Count("attacks", "", int(number.text), None, number)
    return FigureClaim(figure_claim_id(number, "attacks"), report.id, True, count, report.span(*found.span()))
