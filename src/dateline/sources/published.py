"""Publication dates: what a source states, as an ISO date, or left open where that would be a guess."""

import re
from datetime import date, datetime
from itertools import product

_ISO = re.compile(r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?=$|[T\s])")
_EARLIEST_YEAR = 1800  # older than any report that this tool reads; catches "0001-01-01" and the like
_LONGEST = 60


def published_date(stated: str) -> str | None:
    """The day that `stated` names, as ISO date; None if it names no day or could be read as two days.

    ISO dates with or without a time, compact ones, and dates in words ("3 January 2020",
    "Fri, 03 Jan 2020 10:00:00 GMT") are read. "03/04/2020" is not: it is two days, by two customs.
    """
    stated = stated.strip()
    if iso := _ISO.match(stated):
        return _day(*map(int, iso.groups()))
    return _in_words(stated) if 6 <= len(stated) <= _LONGEST and re.search(r"\d{4}", stated) else None


def is_future(published: str, today: date) -> bool:
    """True when `published` lies more than a day after `today`; one day is left for time zones."""
    return (date.fromisoformat(published) - today).days > 1


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if year >= _EARLIEST_YEAR else None
    except ValueError:
        return None


def _in_words(stated: str) -> str | None:
    """The day on which all readings agree: two defaults (is each part stated?), both orders of day, month."""
    from dateutil import parser

    defaults = (datetime(1904, 1, 1), datetime(1908, 2, 2))
    found = set()
    for default, day_first in product(defaults, (False, True)):
        try:
            found.add(parser.parse(stated, default=default, dayfirst=day_first, ignoretz=True).date())
        except (ValueError, OverflowError, TypeError, AttributeError, IndexError):
            return None
    only = found.pop() if len(found) == 1 else None
    return _day(only.year, only.month, only.day) if only else None
