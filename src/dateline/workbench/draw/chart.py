"""Charts: the numbers that reports give for one toll, by the day on which each was published."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.case.column import bounds
from dateline.case.shelf import Shelf
from dateline.model import Count, Event, EventClaim, Span
from dateline.workbench.draw.scale import Scale, day_ticks, number_ticks
from dateline.workbench.index import ordinal

WIDTH, HEIGHT = 560, 220
LEFT, RIGHT, TOP, BOTTOM = 44, 96, 16, 30


@dataclass(frozen=True, slots=True)
class Said:
    """One number as one claim gives it: from `low` to `high` in units of the drawing."""

    x: float
    low: float
    high: float
    open_above: bool
    open_below: bool
    value: str
    outlet: str
    day: str
    words: Span


@dataclass(frozen=True, slots=True)
class Chart:
    """What is counted, what was said, and the ticks of both axes (place and words)."""

    what: str
    said: list[Said]
    days: list[tuple[float, str]]
    numbers: list[tuple[float, int]]


def toll_charts(event: Event, claims: Sequence[EventClaim], shelf: Shelf) -> list[Chart]:
    """A chart for each thing that more than one dated claim of `event` counts with different numbers."""
    by_what: dict[str, list[tuple[str, EventClaim, Count]]] = {}
    for claim in claims:
        if published := shelf.reports[claim.report].published:
            for count in claim.counts:
                by_what.setdefault(count.what, []).append((published, claim, count))
    return [_chart(what, given, shelf) for what, given in by_what.items() if _differ(given)]


def _differ(given: list[tuple[str, EventClaim, Count]]) -> bool:
    return len({(count.min, count.max) for _, _, count in given}) > 1


def _chart(what: str, given: list[tuple[str, EventClaim, Count]], shelf: Shelf) -> Chart:
    given = sorted(given, key=lambda g: (g[0], g[1].id))
    days = [ordinal(day) for day, _, _ in given]
    pad = max(1, (max(days) - min(days)) // 12)
    across = Scale(min(days) - pad, max(days) + pad, LEFT, WIDTH - RIGHT)
    numbers = number_ticks(max(count.max or count.min or 0 for _, _, count in given) or 1)
    up = Scale(0, numbers[-1], HEIGHT - BOTTOM, TOP)
    ticks = day_ticks(min(days), max(days))[:6]
    return Chart(
        what,
        [_said(day, claim, count, across, up, shelf) for day, claim, count in given],
        [(across(day), words) for day, words in ticks],
        [(up(number), number) for number in numbers],
    )


def _said(day: str, claim: EventClaim, count: Count, across: Scale, up: Scale, shelf: Shelf) -> Said:
    low = count.min if count.min is not None else count.max or 0
    high = count.max if count.max is not None else low
    report = shelf.reports[claim.report]
    return Said(
        across(ordinal(day)),
        up(low),
        up(high),
        count.max is None,
        count.min is None,
        bounds(count),
        report.outlet or report.name,
        day,
        count.span,
    )
