"""Period: a stretch of the calendar with its unit and its TIMEX3 value, and the arithmetic on it."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

Edge = Literal["early", "mid", "late"]

# Seasons as months of the northern year; winter runs into the next year (TIMEX3 names it after its December).
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


@dataclass(frozen=True, slots=True)
class Period:
    """`first` and `last` are inclusive days, None on a side that is open; `unit` the size it is told in.

    `value` is the TIMEX3 value. A period whose year nobody tells has neither end and a value with X in it.
    """

    unit: str
    first: date | None
    last: date | None
    value: str

    @property
    def known(self) -> bool:
        """True when both ends are days of the calendar."""
        return self.first is not None and self.last is not None


def day(on: date) -> Period:
    """One day."""
    return Period("day", on, on, on.isoformat())


def week(on: date) -> Period:
    """The week, Monday to Sunday, that `on` belongs to."""
    monday = on - timedelta(days=on.weekday())
    iso = on.isocalendar()
    return Period("week", monday, monday + timedelta(days=6), f"{iso.year}-W{iso.week:02}")


def weekend(on: date) -> Period:
    """Saturday and Sunday of the week that `on` belongs to."""
    saturday = on + timedelta(days=5 - on.weekday())
    return Period("weekend", saturday, saturday + timedelta(days=1), week(on).value + "-WE")


def month(year_number: int, month_number: int) -> Period:
    """One month."""
    first = date(year_number, month_number, 1)
    last = first.replace(day=monthrange(year_number, month_number)[1])
    return Period("month", first, last, f"{year_number:04}-{month_number:02}")


def season(year_number: int, code: str) -> Period:
    """A season by its TIMEX3 code (SP, SU, FA, WI)."""
    start = date(year_number, _SEASONS[code], 1)
    end = _add_months(start, 3) - timedelta(days=1)
    return Period("season", start, end, f"{year_number:04}-{code}")


def quarter(year_number: int, number: int) -> Period:
    """A quarter, 1 to 4."""
    start = date(year_number, 3 * number - 2, 1)
    return Period("quarter", start, _add_months(start, 3) - timedelta(days=1), f"{year_number:04}-Q{number}")


def year(number: int) -> Period:
    """One year."""
    return Period("year", date(number, 1, 1), date(number, 12, 31), f"{number:04}")


def decade(first_year: int) -> Period:
    """The ten years that start with `first_year`."""
    return Period("decade", date(first_year, 1, 1), date(first_year + 9, 12, 31), f"{first_year // 10}")


def century(number: int) -> Period:
    """The hundred years that common speech calls the nth century."""
    first = 100 * (number - 1)
    return Period("century", date(max(first, 1), 1, 1), date(first + 99, 12, 31), f"{number - 1:02}")


_MAKERS: dict[str, Callable[[date], Period]] = {
    "week": week,
    "fortnight": week,
    "weekend": weekend,
    "month": lambda on: month(on.year, on.month),
    "quarter": lambda on: quarter(on.year, (on.month + 2) // 3),
    "year": lambda on: year(on.year),
    "decade": lambda on: decade(on.year - on.year % 10),
    "century": lambda on: century(on.year // 100 + 1),
}


def around(unit: str, on: date) -> Period:
    """The period of that unit which `on` belongs to."""
    maker = _MAKERS.get(unit)
    return maker(on) if maker else day(on)


def shift(unit: str, on: date, amount: float) -> date:
    """The day that lies `amount` units after `on` (before it when negative); hours count as whole days.

    Raises OverflowError or ValueError beyond the calendar's years 1 to 9999.
    """
    if unit in _MONTHS:
        return _add_months(on, round(amount * _MONTHS[unit]))
    if unit == "weekend":
        return on + timedelta(days=round(7 * amount))
    if unit in ("hour", "minute", "second"):
        return on + timedelta(days=round(amount / {"hour": 24, "minute": 1440, "second": 86400}[unit]))
    return on + timedelta(days=round(amount * _DAYS.get(unit, 1)))


def part(whole: Period, edge: Edge) -> Period:
    """The early, mid or late third of `whole`; the value stays that of the whole, as TIMEX3 has it."""
    if whole.first is None or whole.last is None or whole.unit == "day":
        return whole
    if whole.unit == "month":
        bounds = {"early": (1, 10), "mid": (11, 20), "late": (21, whole.last.day)}[edge]
        return replace(
            whole, first=whole.first.replace(day=bounds[0]), last=whole.first.replace(day=bounds[1])
        )
    if whole.unit in ("year", "season", "quarter"):
        months = {"year": 4, "season": 1, "quarter": 1}[whole.unit]
        start = _add_months(whole.first, months * ("early", "mid", "late").index(edge))
        return replace(whole, first=start, last=_add_months(start, months) - timedelta(days=1))
    if whole.unit == "decade":
        one, two = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}[edge]
        ten = whole.first.year
        return replace(whole, first=date(ten + one, 1, 1), last=date(ten + two, 12, 31))
    length = (whole.last - whole.first).days + 1
    third = max(length // 3, 1)
    return {
        "early": replace(whole, last=whole.first + timedelta(days=third - 1)),
        "mid": replace(
            whole, first=whole.first + timedelta(days=third), last=whole.last - timedelta(days=third)
        ),
        "late": replace(whole, first=whole.last - timedelta(days=third - 1)),
    }[edge]


def _add_months(on: date, months: int) -> date:
    index = on.year * 12 + on.month - 1 + months
    year_number, month_index = divmod(index, 12)
    if not 1 <= year_number <= 9999:
        raise OverflowError("beyond the calendar")
    return date(year_number, month_index + 1, min(on.day, monthrange(year_number, month_index + 1)[1]))
