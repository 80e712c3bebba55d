"""Day: an event's time as one day with a precision, or as an interval, as coding schemes want it."""

from dataclasses import dataclass
from datetime import date, timedelta

from dateline.model import When

_WEEK, _MONTH, _YEAR = 7, 31, 366
_UCDP = ((1, 1), (6, 2), (_WEEK, 3), (_MONTH, 4))


@dataclass(frozen=True, slots=True)
class Interval:
    """First and last possible day, both inclusive."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def middle(self) -> date:
        """The day in its middle, the earlier one of two."""
        return self.first + timedelta(days=(self.days - 1) // 2)

    @property
    def ucdp_precision(self) -> int:
        """UCDP's date_prec: 1 a day, 2 two to six days, 3 a week, 4 a month, 5 more."""
        return next((code for most, code in _UCDP if self.days <= most), 5)

    def each(self) -> list[date]:
        """All its days."""
        return [self.first + timedelta(days=n) for n in range(self.days)]


def interval(when: When | None) -> Interval | None:
    """The time with both its ends; None where one is open or unknown."""
    if when is None or when.earliest is None or when.latest is None:
        return None
    return Interval(date.fromisoformat(when.earliest), date.fromisoformat(when.latest))


def within_a_year(when: When | None) -> Interval | None:
    """The interval where it is no longer than a year: UCDP's limit."""
    found = interval(when)
    return found if found and found.days <= _YEAR else None


def within_a_month(when: When | None) -> Interval | None:
    """The interval where it is no longer than a month."""
    found = interval(when)
    return found if found and found.days <= _MONTH else None


def acled_days(when: When | None) -> list[tuple[date, int]]:
    """ACLED's event dates with time_precision.

    1: the day. 2: within a week, its middle. 3: within a month, its middle. What lasted up to a week has
    every day of it. Longer and open times have none: ACLED takes no such row.
    """
    found = within_a_month(when)
    if when is None or found is None:
        return []
    if found.days == 1 or (when.kind == "DURATION" and found.days <= _WEEK):
        return [(day, 1) for day in found.each()]
    return [(found.middle, 2 if found.days <= _WEEK else 3)]
