"""Shelf: everything of a case at hand by id, for views that show a value with its words and its report."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from dateline.case.handle import handles
from dateline.case.store import Kept
from dateline.case.woven import Woven
from dateline.model import Claim, Decision, Record, Report

if TYPE_CHECKING:
    from dateline.weaving import Judged, Loom


class Shelf:
    """The reports and claims of a case, and the record woven from them.

    `kept` and `claims` are as people's decisions leave them: without rejected claims, with edited values.
    `as_read` are all claims as they were read, `decisions` all decisions, undone ones too.
    """

    def __init__(
        self, kept: Iterable[Kept], decisions: Iterable[Decision] = (), woven: Woven | None = None
    ) -> None:
        """`woven` is where the record is kept, None for one that is woven whenever it is asked for."""
        self._woven = woven
        self.kept = self._as_kept = tuple(kept)
        self.decisions = tuple(decisions)
        self.reports: dict[str, Report] = {k.report.id: k.report for k in self.kept}
        self.as_read: dict[str, Claim] = {c.id: c for k in self.kept for c in k.claims}
        self.claims = self.as_read
        if self.decisions:
            self.claims = {claim.id: claim for claim in self.judged.claims}
            self.kept = tuple(replace(k, claims=self._left_of(k)) for k in self.kept)

    def after(self, decisions: Iterable[Decision]) -> "Shelf":
        """The same reports as `decisions` leave them, without reading them from the case again.

        Decisions that change no claim and no join, as accepting does, need no new record. A record is kept
        only when the case is opened anew: people decide faster than a large one is written.
        """
        shelf = Shelf(self._as_kept, decisions)
        if "_loom" in vars(self):
            shelf._loom = self._loom
        if "record" in vars(self) and shelf.judged.tells_same(self.judged):
            from dateline.weaving import signed

            shelf.record = signed(self.record, shelf.judged)
        return shelf

    @cached_property
    def judged(self) -> "Judged":
        """What the decisions make of the claims."""
        from dateline.weaving import judged  # heavy, and needless for a build

        return judged(self.as_read.values(), self.decisions)

    def _left_of(self, kept: Kept) -> tuple[Claim, ...]:
        return tuple(self.claims[claim.id] for claim in kept.claims if claim.id in self.claims)

    @cached_property
    def record(self) -> Record:
        """The record of all reports."""
        if self._woven is None:
            return self._loom.weave(self.judged)
        return self._woven.record(self._as_kept, self.decisions, lambda: self._loom.weave(self.judged))

    @cached_property
    def _loom(self) -> "Loom":
        """Keeps what one report tells by itself, for the record after the next decision."""
        from dateline.weaving import Loom

        return Loom(self.reports.values())

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
