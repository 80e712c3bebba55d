"""Shelf: everything of a case at hand by id, for views that show a value with its words and its report."""

from collections.abc import Iterable
from functools import cached_property

from dateline.case.handle import handles
from dateline.case.store import Kept
from dateline.model import Claim, Record, Report


class Shelf:
    """The reports and claims of a case, and the record woven from them."""

    def __init__(self, kept: Iterable[Kept]) -> None:
        self.kept = tuple(kept)
        self.reports: dict[str, Report] = {k.report.id: k.report for k in self.kept}
        self.claims: dict[str, Claim] = {c.id: c for k in self.kept for c in k.claims}

    @cached_property
    def record(self) -> Record:
        """The record of all reports."""
        from dateline.weaving import weave  # heavy, and needless for a build

        return weave(self.reports.values(), self.claims.values())

    @cached_property
    def disputed(self) -> dict[str, tuple[str, ...]]:
        """For each event that its claims disagree about: the fields in dispute, in order."""
        fields: dict[str, set[str]] = {}
        for disagreement in self.record.disagreements:
            if disagreement.event:
                fields.setdefault(disagreement.event, set()).add(disagreement.field)
        return {event: tuple(sorted(names)) for event, names in fields.items()}

    @cached_property
    def handles(self) -> dict[str, str]:
        """For each event of the record: the beginning of its id that is enough to name it."""
        return handles(event.id for event in self.record.events)

    def reports_of(self, claims: Iterable[str]) -> tuple[Report, ...]:
        """The reports that hold `claims`, each once, in the order of the claims."""
        ids = dict.fromkeys(self.claims[claim].report for claim in claims)
        return tuple(self.reports[report] for report in ids)
