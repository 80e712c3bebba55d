"""Update: a number that later reports revise. A rising toll is a time line, not a contradiction."""

from dateline.model import Count, Disagreement, Event, EventClaim, Report, Update
from dateline.model.ids import content_id
from dateline.weaving.disagreement import bounds, rival_counts, side, toll_disagreement


def tolls_of(
    event: Event, claims: list[EventClaim], reports: dict[str, Report]
) -> tuple[list[Disagreement], list[Update]]:
    """The rival numbers of an event, told apart: revised by later reports, or said side by side.

    A number is a revision when its report was published on a later day than every lower number it replaces;
    rival numbers of one day, of one report, of reports without a date, or falling ones, are a disagreement.
    """
    disagreements, updates = [], []
    for what, rivals in rival_counts(claims):
        if _rises(rivals, reports):
            updates.append(_update(event, what, rivals, reports))
        else:
            disagreements.append(toll_disagreement(event, what, rivals))
    return disagreements, updates


def _rises(rivals: list[tuple[Count, EventClaim]], reports: dict[str, Report]) -> bool:
    days: dict[int, set[str | None]] = {}
    for count, claim in rivals:
        days.setdefault(_size(count), set()).add(reports[claim.report].published)
    previous = ""
    for size in sorted(days):
        told = {day for day in days[size] if day}
        if len(told) != len(days[size]) or min(told) <= previous:
            return False
        previous = max(told)
    return True


def _size(count: Count) -> int:
    return count.min if count.min is not None else count.max or 0


def _update(
    event: Event, what: str, rivals: list[tuple[Count, EventClaim]], reports: dict[str, Report]
) -> Update:
    steps: dict[str, list[EventClaim]] = {}
    for count, claim in sorted(rivals, key=lambda r: (reports[r[1].report].published or "", _size(r[0]))):
        steps.setdefault(bounds(count), []).append(claim)
    identity = content_id("u", event.id, what, *sorted(claim.id for _, claim in rivals))
    return Update(identity, event.id, what, tuple(side(value, claims) for value, claims in steps.items()))
