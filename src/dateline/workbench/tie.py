"""Tie: one lasting relation with all statements of it, and the time for which they say it."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.case.shelf import Shelf
from dateline.model import RelationClaim
from dateline.model.vocabulary import SYMMETRIC_RELATIONS
from dateline.workbench.index import actor_key


@dataclass(frozen=True, slots=True)
class Tie:
    """`source` TYPE `target` (keys of actors, with their names), as `claims` state it.

    `since` is the first day for which a statement gives it, or on which a report first says so; `until` the
    last day that a statement gives, None where nobody says that it ended. ISO days.
    """

    type: str
    negated: bool
    source: str
    target: str
    source_name: str
    target_name: str
    claims: tuple[RelationClaim, ...]
    since: str | None
    until: str | None

    @property
    def id(self) -> str:
        """What names the tie on its page."""
        return self.claims[0].id

    def holds_on(self, day: str) -> bool:
        """True unless the tie is stated for another time only; an undated one may always hold."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


def ties_of(claims: Iterable[RelationClaim], shelf: Shelf) -> list[Tie]:
    """All ties of `claims`, those with the most statements first."""
    groups: dict[tuple[str, bool, str, str], list[RelationClaim]] = {}
    for claim in claims:
        one, other = actor_key(claim.source), actor_key(claim.target)
        if claim.type in SYMMETRIC_RELATIONS and other < one:
            one, other = other, one
        groups.setdefault((claim.type, claim.negated, one, other), []).append(claim)
    ties = [_tie(group, shelf) for group in groups.values()]
    return sorted(ties, key=lambda t: (-len(t.claims), t.source_name, t.type, t.target_name))


def _tie(claims: list[RelationClaim], shelf: Shelf) -> Tie:
    first = claims[0]
    times = [claim.when for claim in claims if claim.when]
    stated = [w.earliest for w in times if w.earliest]
    published = [day for claim in claims if (day := shelf.reports[claim.report].published)]
    ends = [w.latest for w in times if w.latest and w.earliest]
    return Tie(
        first.type,
        first.negated,
        actor_key(first.source),
        actor_key(first.target),
        first.source.name,
        first.target.name,
        tuple(claims),
        min(stated or published, default=None),
        max(ends) if len(ends) == len(claims) else None,
    )
