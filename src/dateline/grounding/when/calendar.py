"""Calendar: resolvers of expressions that name a date, a month, a season or a year, whole or in part."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from dateline.grounding.when.context import Context
from dateline.grounding.when.grammar import Expression
from dateline.grounding.when.period import (
    Period,
    around,
    century,
    day,
    decade,
    month,
    quarter,
    season,
    shift,
    year,
)
from dateline.grounding.when.reading import Reading, dated, undated
from dateline.grounding.when.words import meaning

_DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_HUNDREDS = {"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}
_TURN_OF_YEAR = 9  # months back from the focus that mean the year after
_SOON = 31  # days ahead that a day without tense may lie, where its weekday fits
_AHEAD = 4  # how much farther a day ahead seems than a day past, where no tense tells
_YEAR_OFFSET = {"last": -1, "this": 0, "next": 1, "the previous": -1, "the following": 1}


def resolve_calendar(found: Expression, context: Context) -> Reading | None:
    """A day of a month or a month, with or without its year."""
    slots = found.slots
    month_number = int(meaning("month", slots["month"]) or 0)
    day_number = int(slots["day"]) if "day" in slots else None

    def make(year_number: int) -> Period:
        if day_number is None:
            return month(year_number, month_number)
        return day(date(year_number, month_number, day_number))

    suffix = f"{month_number:02}" + (f"-{day_number:02}" if day_number else "")
    weekday = meaning("weekday", slots["weekday"]) if "weekday" in slots else None
    if weekday and "year" not in slots:
        return _by_weekday(found, context, make, int(weekday), suffix)
    return _in_year(found, context, make, suffix)


def resolve_season(found: Expression, context: Context) -> Reading | None:
    """A season, with or without its year."""
    code = meaning("season", found.slots["season"]) or ""
    return _in_year(found, context, lambda number: season(number, code), code)


def resolve_quarter(found: Expression, context: Context) -> Reading | None:
    """A quarter by its number; reports of a quarter look back on it even where they tell of expectations."""
    words = found.slots.get("ordinal", "")
    number = int(found.slots.get("number") or meaning("ordinal", words) or words[:1] or 0)
    if not 1 <= number <= 4:
        return None
    nearest = replace(context, tense=None)
    return _in_year(found, nearest, lambda year_number: quarter(year_number, number), f"Q{number}")


def resolve_told_quarter(found: Expression, context: Context) -> Reading | None:
    """ "the quarter", "the year-ago period": counted from the one told last, else the last full one."""
    told = _quarter_told(context, "latest" in found.slots)
    if told is None:
        return None
    base, anchor = told
    if "back" in found.slots:
        return compared(base, anchor)
    return dated(around("quarter", base), anchor)


def compared(base: date, anchor: str) -> Reading:
    """The quarter a year before `base`; nothing goes on from a comparison, so it has no period."""
    return replace(dated(around("quarter", shift("year", base, -1)), anchor), period=None)


def _quarter_told(context: Context, latest: bool) -> tuple[date, str] | None:
    focus = context.focus
    if focus and focus.period.unit == "quarter" and focus.period.first and not latest:
        return focus.period.first, focus.anchor
    return (shift("quarter", context.home.day, -1), context.home.anchor) if context.home else None


def resolve_year(found: Expression, context: Context) -> Reading | None:
    """A year in digits or words, before or after Christ."""
    slots = found.slots
    if "year" in slots:
        return dated(year(int(slots["year"])), edge=found.edge)
    number = int(meaning("number", slots["number"]) or slots["number"]) if "number" in slots else 0
    if slots.get("era", "").upper().startswith("B"):
        return Reading("DATE", f"BC{number:04}", precision="year", modifier=_edge(found))
    if "hundreds" in slots:
        hundreds = {"seventeen": 1700, "eighteen": 1800, "nineteen": 1900, "twenty": 2000}
        return (
            dated(year(hundreds[slots["hundreds"].lower()] + number), edge=found.edge) if number > 9 else None
        )
    return dated(year(number if "era" in slots else 2000 + number), edge=found.edge)


def resolve_decade(found: Expression, context: Context) -> Reading | None:
    """A decade ("the 1990s", "the '90s", "the nineties")."""
    slots = found.slots
    if "name" in slots:
        first_year = 1920 + 10 * _DECADES.index(slots["name"].lower())
    elif len(slots["tens"]) == 1:
        first_year = 1900 + 10 * int(slots["tens"])
    else:
        first_year = 10 * int(slots["tens"])
    return dated(decade(first_year), edge=found.edge)


def resolve_century(found: Expression, context: Context) -> Reading | None:
    """A century by its number."""
    words = found.slots["ordinal"]
    number = int(meaning("ordinal", words) or words.rstrip("sthndrSTHNDR"))
    return dated(century(number), edge=found.edge) if 1 <= number <= 21 else None


def nearest_year(make: Callable[[int], Period], context: Context) -> tuple[Period, str] | None:
    """The period that `make` gives for the year which the context allows, and the anchor that told it.

    A story keeps the year of the time it spoke of last. A report of the day means the last such period that
    has begun, or, where the words look forward, the first that hasn't ended. None without any anchor.
    """
    story = context.story()
    if story and story.period.first:
        return _carried_on(make, story.period), story.anchor
    if context.home is None:
        return None
    today = context.home.day
    if context.tense in (None, "present"):
        near = [p for n in (-1, 0, 1) if (p := _made(make, today.year + n))]
        if near:
            return min(near, key=lambda period: _distance(period, today)), context.home.anchor
    years = (today.year, today.year + 1) if context.forward else (today.year, today.year - 1)
    for number in years:
        period = _made(make, number)
        if period and (_ends(period) >= today if context.forward else _begins(period) <= today):
            return period, context.home.anchor
    leap = next((p for n in range(1, 9) if (p := _made(make, years[1] - n))), None)
    return (leap, context.home.anchor) if leap else None


def _in_year(
    found: Expression, context: Context, make: Callable[[int], Period], suffix: str
) -> Reading | None:
    told = _told_year(found, context)
    if told is not None:
        return dated(make(told[0]), told[1], found.edge)
    if "shift" in found.slots:
        chosen = _shifted(meaning("shift", found.slots["shift"]) or "0", context, make)
    elif "which" in found.slots or "which2" in found.slots:
        chosen = None
    else:
        chosen = nearest_year(make, context)
    if chosen is None:
        return undated(f"XXXX-{suffix}", dated(make(2000)).precision)
    return dated(chosen[0], chosen[1], found.edge)


def _told_year(found: Expression, context: Context) -> tuple[int, str | None] | None:
    """The year that the expression tells itself ("2014", "last year", "that year") and its anchor."""
    if "year" in found.slots:
        return int(found.slots["year"]), None
    if "hundreds" in found.slots:
        spelled = _spelled_year(found.slots)
        return (spelled, None) if spelled else None
    which = (found.slots.get("which") or found.slots.get("which2") or "").lower()
    if which in ("that", "the same"):
        focus = context.focus
        return (focus.period.first.year, focus.anchor) if focus and focus.period.first else None
    if which in _YEAR_OFFSET and context.home:
        return context.home.day.year + _YEAR_OFFSET[which], context.home.anchor
    return None


def _spelled_year(slots: dict[str, str]) -> int | None:
    """ "nineteen ninety-seven"; the second half is never a single digit."""
    number = int(meaning("number", slots["number"]) or slots["number"])
    return 100 * _HUNDREDS[slots["hundreds"].lower()] + number if 9 < number < 100 else None


def _shifted(shift: str, context: Context, make: Callable[[int], Period]) -> tuple[Period, str] | None:
    """ "last June", "next June", "this June"; "the following June" counts from the focus."""
    base, anchor = _base(shift, context)
    if base is None or anchor is None:
        return None
    periods = [p for n in range(base.year - 1, base.year + 2) if (p := _made(make, n))]
    if shift.startswith("-"):
        earlier = [p for p in periods if _ends(p) < base]
        return (earlier[-1], anchor) if earlier else None
    if shift.startswith("+"):
        later = [p for p in periods if _begins(p) > base]
        return (later[0], anchor) if later else None
    return make(base.year), anchor


def _base(shift: str, context: Context) -> tuple[date | None, str | None]:
    if shift.endswith("p"):
        focus = context.focus
        return (focus.period.first, focus.anchor) if focus else (None, None)
    return (context.home.day, context.home.anchor) if context.home else (None, None)


def _by_weekday(
    found: Expression, context: Context, make: Callable[[int], Period], weekday: int, suffix: str
) -> Reading | None:
    """A day that also names its weekday: the year in which both agree, nearest to the report's day."""
    if context.home is None:
        return undated(f"XXXX-{suffix}", "day")
    today = context.home.day
    near = sorted(
        range(today.year - 5, today.year + 2), key=lambda number: (abs(number - today.year), -number)
    )
    for number in near:
        period = _made(make, number)
        if period and period.first and period.first.isoweekday() == weekday:
            ahead = {"past": 0, "future": 366}.get(context.tense or "", _SOON)
            if period.first > today + timedelta(days=ahead):
                continue
            return dated(period, context.home.anchor, found.edge)
    return _in_year(found, context, make, suffix)


def _made(make: Callable[[int], Period], number: int) -> Period | None:
    try:
        return make(number)
    except ValueError:  # 29 February of a common year
        return None


def _carried_on(make: Callable[[int], Period], focus: Period) -> Period:
    """The period in the year of the focus; after a December, January is that of the next year."""
    assert focus.first is not None
    period = make(focus.first.year)
    if (
        focus.unit in ("day", "month")
        and period.first
        and focus.first.month - period.first.month >= _TURN_OF_YEAR
    ):
        return _made(make, focus.first.year + 1) or period
    return period


def _distance(period: Period, today: date) -> int:
    """Days between; what lies ahead counts more, for reports tell more of the past."""
    if _begins(period) <= today <= _ends(period):
        return 0
    return (today - _ends(period)).days if _ends(period) < today else _AHEAD * (_begins(period) - today).days


def _begins(period: Period) -> date:
    return period.first or date.min


def _ends(period: Period) -> date:
    return period.last or date.max


def _edge(found: Expression) -> str | None:
    return found.edge if found.edge in ("early", "mid", "late") else None


RESOLVERS = {
    "calendar": resolve_calendar,
    "season": resolve_season,
    "quarter": resolve_quarter,
    "told-quarter": resolve_told_quarter,
    "year": resolve_year,
    "decade": resolve_decade,
    "century": resolve_century,
}
