"""Charts: the numbers that reports give for one toll, by the day on which each was published."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.case.column import bounds
from dateline.case.shelf import Shelf
from dateline.model import Count, Event, EventClaim, Span
from dateline.workbench.draw.scale import Scale, day_ticks, days_of, number_ticks
from dateline.workbench.index import ordinal

WIDTH, HEIGHT, WIDE = 560, 220, 960
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


@dataclass(frozen=True, slots=True)
class Month:
    """What all dated events of a month add up to: `low` if every lowest number is right, `high` if every
    highest; drawn from `y_high` to the base, with `y_low` within.
    """

    month: str
    since: str
    until: str
    low: int
    high: int
    x: float
    width: float
    y_low: float
    y_high: float


@dataclass(frozen=True, slots=True)
class Months:
    """The months of a chart with its ticks; `left_out` events are counted but not dated to a month."""

    bars: list[Month]
    numbers: list[tuple[float, int]]
    ticks: list[tuple[float, str]]
    left_out: int


def months(events: Iterable[Event], what: str) -> Months | None:
    """The core events told as having happened, by the month of their first possible day; None for none."""
    sums: dict[str, tuple[int, int]] = {}
    left_out = 0
    for event in events:
        given = [c for c in event.counts if c.what == what]
        if not given or not event.core or event.status not in ("actual", "alleged"):
            continue
        if event.when is None or event.when.earliest is None:
            left_out += 1
            continue
        low = min(c.min if c.min is not None else 0 for c in given)
        high = max(c.max if c.max is not None else c.min or 0 for c in given)
        before = sums.get(event.when.earliest[:7], (0, 0))
        sums[event.when.earliest[:7]] = (before[0] + low, before[1] + high)
    return _months(sums, left_out) if sums else None


def _months(sums: dict[str, tuple[int, int]], left_out: int) -> Months:
    number = {month: int(month[:4]) * 12 + int(month[5:]) for month in sums}
    first, last = min(number.values()), max(number.values())
    across = Scale(first, last + 1, LEFT, WIDE - 12)
    numbers = number_ticks(max(high for _, high in sums.values()) or 1)
    up = Scale(0, numbers[-1], HEIGHT - BOTTOM, TOP)
    width = round(max(1.5, across(first + 1) - across(first) - 1), 1)
    bars = [
        Month(month, *days_of(month), low, high, across(number[month]), width, up(low), up(high))
        for month, (low, high) in sorted(sums.items())
    ]
    days = day_ticks(ordinal(f"{min(sums)}-01"), ordinal(f"{max(sums)}-28"))
    ticks = [
        (across(int(words[:4]) * 12 + (int(words[5:7]) if len(words) > 4 else 1)), words[:7])
        for _, words in days
    ]
    return Months(bars, [(up(n), n) for n in numbers], ticks, left_out)
