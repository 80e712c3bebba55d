"""Holiday: days and months that recur by a rule of the Western, Orthodox or Muslim calendar."""

import re
from datetime import date, timedelta
from functools import cache

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter
from hijridate import Gregorian, Hijri

from dateline.grounding.when.calendar import nearest_year
from dateline.grounding.when.context import Context
from dateline.grounding.when.grammar import Expression
from dateline.grounding.when.period import Period, day
from dateline.grounding.when.reading import Reading, dated, undated
from dateline.grounding.when.words import rows

_HIJRI_YEARS = (1924, 2077)  # the span of the Umm al-Qura table in hijridate


@cache
def holidays() -> dict[str, str]:
    """Every name and alias, folded, with its rule."""
    return {
        name.casefold(): row["rule"]
        for row in rows("holidays.csv")
        for name in (row["name"], *filter(None, row["aliases"].split("|")))
    }


def resolve_holiday(found: Expression, context: Context) -> Reading | None:
    """A feast of the year that the words or the context tell."""
    rule = holidays()[re.sub(r"\s+", " ", found.slots["holiday"]).casefold()]
    if "day" in found.slots:
        if not re.fullmatch(r"hijri \d\d", rule):
            return None
        rule = f"{rule}-{int(found.slots['day']):02}"

    def make(year_number: int) -> Period:
        period = in_year(rule, year_number)
        if period is None:
            raise ValueError(year_number)
        return period

    if "year" in found.slots:
        told = in_year(rule, int(found.slots["year"]))
        return dated(told, edge=found.edge) if told else None
    which = {"last": -1, "this": 0, "next": 1}.get(found.slots.get("which", "").lower())
    if which is not None and context.home:
        return dated(make(context.home.day.year + which), context.home.anchor, found.edge)
    chosen = nearest_year(make, context)
    return dated(chosen[0], chosen[1], found.edge) if chosen else undated("XXXX-XX-XX", "day")


def in_year(rule: str, year_number: int) -> Period | None:
    """The day or month that a rule of holidays.csv gives in that Gregorian year, None where it can't tell."""
    if match := re.fullmatch(r"(\d\d)-(\d\d)", rule):
        return day(date(year_number, int(match[1]), int(match[2])))
    if match := re.fullmatch(r"(easter|orthodox)([+-]\d+)", rule):
        kind = EASTER_WESTERN if match[1] == "easter" else EASTER_ORTHODOX
        return day(easter(year_number, kind) + timedelta(days=int(match[2])))
    if match := re.fullmatch(r"(-?\d) (\d) (\d\d)", rule):
        return day(_nth_weekday(year_number, int(match[3]), int(match[1]), int(match[2])))
    if match := re.fullmatch(r"hijri (\d\d)(?:-(\d\d))?", rule):
        return _hijri(year_number, int(match[1]), int(match[2]) if match[2] else None)
    raise ValueError(f"holidays.csv: no such rule: {rule}")


def _nth_weekday(year_number: int, month: int, nth: int, weekday: int) -> date:
    if nth < 0:
        last = date(year_number, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year_number, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def _hijri(year_number: int, month: int, number: int | None) -> Period | None:
    if not _HIJRI_YEARS[0] < year_number < _HIJRI_YEARS[1]:
        return None
    start = Gregorian(year_number, 1, 1).to_hijri().year
    for hijri_year in (start, start + 1):
        first = _gregorian(Hijri(hijri_year, month, number or 1))
        if first.year == year_number:
            length = 1 if number else Hijri(hijri_year, month, 1).month_length()
            last = first + timedelta(days=length - 1)
            value = first.isoformat() if number else f"{first.isoformat()}/{last.isoformat()}"
            return Period("day" if number else "month", first, last, value)
    return None


def _gregorian(on: Hijri) -> date:
    return date(*on.to_gregorian().datetuple())


RESOLVERS = {
    "holiday": resolve_holiday,
}
