"""Scales: from days and numbers to places on paper, and the ticks that people can read."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_STEPS = (1, 2, 5)
_DAYS_OF_A_YEAR = 366
_DAYS_OF_A_MONTH = 31
_MOST_TICKS = 9


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight line from `low`..`high` to `start`..`end`."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Where `value` lies, to a tenth of a unit."""
        share = (value - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)


def number_ticks(high: float, most: int = 5) -> list[int]:
    """Round numbers from 0 to the first one at or above `high`, at most about `most` of them."""
    step, power = 1, 0
    while high / step > most:
        power += 1
        step = _STEPS[power % 3] * 10 ** (power // 3)
    return list(range(0, int(high) + step, step))


def day_ticks(first: int, last: int) -> list[tuple[int, str]]:
    """Days (as ordinals) to write at a time line from `first` to `last`, each with its words."""
    length = last - first
    if length > _DAYS_OF_A_YEAR * 2:
        step = max(1, length // _DAYS_OF_A_YEAR // _MOST_TICKS + 1)
        return [(day.toordinal(), str(day.year)) for day in _years(first, last, step)]
    if length > _DAYS_OF_A_MONTH * 2:
        step = max(1, length // _DAYS_OF_A_MONTH // _MOST_TICKS + 1)
        return [(day.toordinal(), day.strftime("%Y-%m")) for day in _months(first, last, step)]
    step = max(1, length // _MOST_TICKS + 1)
    return [(day, date.fromordinal(day).isoformat()) for day in range(first, last + 1, step)]


def days_of(words: str) -> tuple[str, str]:
    """The first and the last day of an ISO year, month or day."""
    if len(words) == len("2020"):
        return f"{words}-01-01", f"{words}-12-31"
    if len(words) == len("2020-01"):
        _, last = monthrange(int(words[:4]), int(words[5:]))
        return f"{words}-01", f"{words}-{last}"
    return words, words


def _years(first: int, last: int, step: int) -> Iterator[date]:
    year = date.fromordinal(first).year
    for number in range(year - year % step, date.fromordinal(last).year + 1, step):
        if number >= 1 and first <= date(number, 1, 1).toordinal() <= last:
            yield date(number, 1, 1)


def _months(first: int, last: int, step: int) -> Iterator[date]:
    start = date.fromordinal(first)
    month = start.year * 12 + start.month - 1
    month += -month % step
    while (day := date(month // 12, month % 12 + 1, 1)).toordinal() <= last:
        if day.toordinal() >= first:
            yield day
        month += step
