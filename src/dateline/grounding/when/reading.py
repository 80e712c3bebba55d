"""Reading: what one expression means, before the words around it (since, until, between) bound it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from dateline.grounding.when.period import Edge, Period, part
from dateline.model.vocabulary import TimePrecision

Kind = Literal["DATE", "TIME", "DURATION", "SET"]

_PRECISION: dict[str, TimePrecision] = {
    "day": "day", "week": "week", "weekend": "day", "fortnight": "week", "month": "month", "season": "season",
    "quarter": "season", "year": "year", "decade": "decade", "century": "period",
}  # fmt: skip

_EDGES: dict[str, Edge] = {"early": "early", "mid": "mid", "late": "late"}


@dataclass(frozen=True, slots=True)
class Reading:
    """A TIMEX3 kind and value, the days it covers (None: open or unknown) and how sharp it is.

    `period` is the calendar period it rests on, which later expressions may go on from; `anchor` and
    `modifier` are those of `When`.
    """

    kind: Kind
    value: str
    first: date | None = None
    last: date | None = None
    precision: TimePrecision | None = None
    period: Period | None = None
    anchor: str | None = None
    modifier: str | None = None


def dated(period: Period, anchor: str | None = None, edge: str | None = None) -> Reading:
    """A period as a reading, cut to its early, mid or late part."""
    third = _EDGES.get(edge or "")
    cut = part(period, third) if third else period
    kind: Kind = "TIME" if "T" in period.value else "DATE"
    precision: TimePrecision = "part_of_day" if kind == "TIME" else _PRECISION[period.unit]
    return Reading(kind, period.value, cut.first, cut.last, precision, period, anchor, third)


def undated(value: str, precision: TimePrecision | None, kind: Kind = "DATE") -> Reading:
    """A reading whose days can't be known: its value may hold X for what is missing."""
    return Reading(kind, value, precision=precision)


def capped(reading: Reading, edge: str, now: date) -> Reading:
    """ "earlier this year" ends at `now`, "later this year" starts there."""
    if edge == "earlier":
        return replace(reading, last=_least(reading.last, now), modifier="early")
    return replace(reading, first=_most(reading.first, now), modifier="late")


def _least(one: date | None, other: date) -> date:
    return other if one is None else min(one, other)


def _most(one: date | None, other: date) -> date:
    return other if one is None else max(one, other)
