"""Numeric: resolvers of dates in digits and of military date-time groups."""

from datetime import date

from dateline.grounding.when.context import Context
from dateline.grounding.when.grammar import Expression
from dateline.grounding.when.period import day, month
from dateline.grounding.when.reading import Reading, dated
from dateline.grounding.when.words import meaning


def resolve_numeric(found: Expression, context: Context) -> Reading | None:
    """A date in digits. Where day and month can't be told apart, the days that both orders give bound it."""
    slots = found.slots
    year_number = _year(slots)
    if "a" in slots:
        days = _either_order(int(slots["a"]), int(slots["b"]), year_number)
        return _bounded([on for on in days if _told(on, context)] or days, year_number)
    month_number = int(meaning("month", slots["mon"]) or 0) if "mon" in slots else int(slots["m"])
    if "d" not in slots:
        return dated(month(year_number, month_number), edge=found.edge)
    on = date(year_number, month_number, int(slots["d"]))
    if "hh" not in slots:
        return dated(day(on), edge=found.edge)
    if int(slots["hh"]) > 23 or int(slots["mi"]) > 59:
        return None
    period = day(on)
    return Reading("TIME", f"{period.value}T{slots['hh']}:{slots['mi']}", on, on, "minute", period)


def _year(slots: dict[str, str]) -> int:
    words = slots.get("y") or slots["yy"]
    number = int(words)
    if len(words) == 4:
        return number
    return number + (2000 if number < 69 else 1900)  # as POSIX strptime reads %y


def _either_order(one: int, two: int, year_number: int) -> list[date]:
    orders = ((two, one), (one, two))
    return sorted({made for order in orders if (made := _made(year_number, *order))})


def _told(on: date, context: Context) -> bool:
    """False for a day after the report that is not told as still to come."""
    return context.home is None or context.forward or on <= context.home.day


def _bounded(days: list[date], year_number: int) -> Reading | None:
    if not days:
        return None
    if len(days) == 1:
        return dated(day(days[0]))
    value = f"{year_number:04}-XX-XX"
    return Reading("DATE", value, days[0], days[-1], "day")


def _made(year_number: int, month_number: int, number: int) -> date | None:
    try:
        return date(year_number, month_number, number)
    except ValueError:
        return None


RESOLVERS = {
    "numeric": resolve_numeric,
}
