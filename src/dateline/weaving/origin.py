"""Origin: whom the claims of an event go back to. Forty reprints of one ministry's words are one origin.

A claim goes back to the innermost speaker of its chain ("told Reuters that the ministry said": the ministry).
A claim in the report's own voice goes back to the outlet, and where the report is a copy, to the outlet of
the text it copies. A report that names no outlet is its own origin, under its name.
"""

from collections.abc import Iterable, Mapping

from dateline.model import Copy, EventClaim, Report
from dateline.weaving.facet import fold


class Origins:
    """Who stands behind a claim, for the claims of a set of reports and their copies."""

    def __init__(self, reports: Mapping[str, Report], copies: Iterable[Copy]) -> None:
        self._reports = reports
        self._copied = {copy.copy: copy.report for copy in copies}

    def of(self, claims: Iterable[EventClaim]) -> tuple[str, ...]:
        """The names of the distinct origins of `claims`, in the order of their first claim."""
        names: dict[str, str] = {}
        for claim in claims:
            key, name = self._origin(claim)
            names.setdefault(key, name)
        return tuple(names.values())

    def key(self, claim: EventClaim) -> str:
        """What tells the origin of `claim` from others."""
        return self._origin(claim)[0]

    def _origin(self, claim: EventClaim) -> tuple[str, str]:
        if claim.speakers:
            party = claim.speakers[-1].party
            return party.actor or fold(party.name), party.name
        report = self._reports[self._first_text(claim.report)]
        name = report.outlet or report.name
        return fold(name), name

    def _first_text(self, report: str) -> str:
        while (earlier := self._copied.get(report)) is not None:
            report = earlier
        return report
