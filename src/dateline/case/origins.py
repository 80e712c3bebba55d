"""Origins: to whom the claims of a case go back, how far each is carried, and who repeats whom."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.case.shelf import Shelf
from dateline.model import EventClaim, Report


@dataclass(frozen=True, slots=True)
class OriginSeen:
    """An origin of claims: a speaker, or an outlet whose own words they are.

    `reports` carry it and `events` are told by it (ids); `values` is how many actors, targets, times, places,
    counts and instruments its `claims` give. `outlets` carry it, `copies` among the reports are copies of
    another one, and `repeated_by` are the outlets that carry it and are not it.
    """

    name: str
    quoted: bool
    reports: tuple[str, ...]
    copies: int
    outlets: tuple[str, ...]
    repeated_by: tuple[str, ...]
    events: tuple[str, ...]
    claims: tuple[str, ...]
    values: int


def origins_seen(shelf: Shelf) -> list[OriginSeen]:
    """All origins of the claims of events, those of the most events first, then by name."""
    from dateline.weaving.origin import Origins

    origins = Origins(shelf.reports, shelf.record.copies)
    told: dict[str, list[EventClaim]] = {}
    for event in shelf.record.events:
        for claim in map(shelf.claims.__getitem__, event.claims):
            if isinstance(claim, EventClaim):
                told.setdefault(origins.key(claim), []).append(claim)
    home = {claim: event.id for event in shelf.record.events for claim in event.claims}
    copies = {copy.copy for copy in shelf.record.copies}
    seen = [_seen(shelf, origins.of(claims)[0], claims, home, copies) for claims in told.values()]
    return sorted(seen, key=lambda o: (-len(o.events), -len(o.reports), o.name))


def _seen(
    shelf: Shelf, name: str, claims: list[EventClaim], home: dict[str, str], copies: set[str]
) -> OriginSeen:
    reports = tuple(dict.fromkeys(claim.report for claim in claims))
    outlets = _outlets(shelf.reports[report] for report in reports)
    return OriginSeen(
        name=name,
        quoted=bool(claims[0].speakers),
        reports=reports,
        copies=len(copies.intersection(reports)),
        outlets=outlets,
        repeated_by=tuple(outlet for outlet in outlets if outlet != name),
        events=tuple(dict.fromkeys(home[claim.id] for claim in claims)),
        claims=tuple(claim.id for claim in claims),
        values=sum(map(_values, claims)),
    )


def _outlets(reports: Iterable[Report]) -> tuple[str, ...]:
    return tuple(sorted({report.outlet or report.name for report in reports}))


def _values(claim: EventClaim) -> int:
    listed = (*claim.actors, *claim.targets, *claim.places, *claim.counts)
    return len(listed) + (claim.when is not None) + (claim.instrument is not None)
