"""Relative: resolvers of expressions that count from the report's day or from the time spoken of last."""

from dataclasses import replace
from datetime import date

from dateline.grounding.when.calendar import compared
from dateline.grounding.when.context import Context
from dateline.grounding.when.duration import resolve_duration
from dateline.grounding.when.grammar import Expression
from dateline.grounding.when.period import Period, around, day, shift
from dateline.grounding.when.reading import Reading, capped, dated, undated
from dateline.grounding.when.words import meaning

_UNKNOWN = {
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "year": "XXXX",
    "quarter": "XXXX-QX",
}
_FINE = {"hour", "minute", "second"}


def resolve_shift(found: Expression, context: Context) -> Reading | None:
    """ "last week", "this month", "the following day", "that year", "the year"."""
    slots = found.slots
    unit = meaning("unit", slots["unit"]) or slots["unit"]
    unit = "day" if unit == "night" else unit
    base, anchor, amount = _counted(found, unit, context)
    if base is None:
        return undated(_UNKNOWN.get(unit, "XXXX-XX-XX"), dated(around(unit, date(2000, 1, 1))).precision)
    edge = "late" if found.rule == "unit-end" else found.edge
    reading = dated(around(unit, shift(unit, base, amount)), anchor, edge)
    now = context.home.day if context.home and context.home.anchor == anchor else base
    return capped(reading, found.edge, now) if found.edge in ("earlier", "later") else reading


def resolve_ago(found: Expression, context: Context) -> Reading | None:
    """ "two weeks ago" is the week that lies two weeks back: no sharper than the unit it counts in."""
    number = found.amount
    unit = meaning("unit", found.slots["unit"]) or ""
    if number is None or context.home is None:
        latest = context.home.day if context.home else None
        return Reading("DATE", "PAST_REF", last=latest, anchor=context.home.anchor if context.home else None)
    on = shift(unit, context.home.day, -number)
    anchor = context.home.anchor
    if unit in _FINE:
        return Reading("TIME", context.home.day.isoformat(), on, context.home.day, "day", day(on), anchor)
    focus = context.focus
    if unit == "year" and number == 1 and focus and focus.period.unit == "quarter" and focus.period.first:
        return compared(focus.period.first, focus.anchor)  # beside a quarter's figures
    reading = dated(around(unit if number == int(number) else "month", on), anchor)
    return _approximate(reading, found, on)


def resolve_later(found: Expression, context: Context) -> Reading | None:
    """ "two days later", "a year earlier": counted from the time spoken of last."""
    number = found.amount
    unit = meaning("unit", found.slots["unit"]) or ""
    side = found.slots["side"].lower()
    back = side in ("earlier", "previously", "beforehand")
    focus = context.dayful if unit in ("day", "week", "night") and context.dayful else context.focus
    if number is None or focus is None or focus.period.first is None:
        return undated("PAST_REF" if back else "FUTURE_REF", None)
    on = shift(unit, focus.period.first, -number if back else number)
    if unit in _FINE:
        return dated(day(on), focus.anchor)
    if unit == "year" and number == 1 and focus.period.unit == "quarter" and back:
        return compared(focus.period.first, focus.anchor)
    counted = unit if focus.period.unit != "day" or unit not in ("week", "fortnight") else "day"
    return _approximate(dated(around(_coarser(counted, focus.period), on), focus.anchor), found, on)


def resolve_bare(found: Expression, context: Context) -> Reading | None:
    """ "that time", "since then": the time spoken of last, as it is."""
    words = (found.slots.get("side") or found.slots["side2"]).lower()
    focus = context.dayful if words.endswith(("day", "date")) else context.focus
    if focus is None:
        return undated("PAST_REF", None)
    reading = dated(focus.period, focus.anchor)
    return replace(reading, last=None, modifier="since") if words == "then" else reading


def resolve_reference(found: Expression, context: Context) -> Reading | None:
    """ "now" is the report's day, "recently" before it, "soon" after it."""
    value = meaning("reference", found.slots["reference"]) or "PRESENT_REF"
    return _open(value, context)


def resolve_vague(found: Expression, context: Context) -> Reading | None:
    """ "in recent weeks", "the coming months": bounded by the report's day on one side only."""
    ahead = found.slots["which"].lower() in ("next", "coming", "upcoming")
    reading = _open("FUTURE_REF" if ahead else "PAST_REF", context)
    if found.slots["unit"].lower() in ("years", "decades") and "many" not in found.slots:
        return reading
    length = resolve_duration(found, context)
    return replace(reading, kind="DURATION", value=length.value) if length else reading


def resolve_event(found: Expression, context: Context) -> Reading | None:
    """ "two days after the attack": a length, unless the words after it are a date."""
    if "number" not in found.slots and not found.slots["unit"].endswith("s"):
        return None
    return resolve_duration(found, context)


def _counted(found: Expression, unit: str, context: Context) -> tuple[date | None, str | None, int]:
    """What "last week" and its kin count from, the anchor's name and how many units to go."""
    slots = found.slots
    focus = context.dayful if unit == "day" and context.dayful else context.focus
    told = (focus.period.first, focus.anchor) if focus else (None, None)
    home = (context.home.day, context.home.anchor) if context.home else (None, None)
    if "side" in slots:  # "the day before"
        return (*told, 1 if slots["side"].lower() in ("after", "following") else -1)
    words = slots.get("shift", "this").lower()
    if words == "the" or found.rule == "unit-end":
        ours = context.narrative or unit == "day"
        base = told if ours else home
        back = unit == "weekend" and not context.forward and base[0] is not None and base[0].isoweekday() < 6
        return (*base, -1 if back else 0)
    code = meaning("shift", words) or "0"
    from_text = code.endswith("p") or (context.narrative and code == "+1") or (unit == "day" and code == "+1")
    base = told if from_text else home
    amount = {"-": -1, "+": 1}.get(code[0], 0)
    if unit == "weekend" and base[0] is not None:
        amount = _weekend_offset(amount, base[0], context)
    return (*base, amount)


def _weekend_offset(amount: int, today: date, context: Context) -> int:
    weekday = today.isoweekday()
    if amount == 0 and weekday < 6 and not context.forward:
        return -1  # "this weekend" told on a Monday in the past tense
    return amount


def _open(value: str, context: Context) -> Reading:
    if context.home is None:
        return undated(value, None)
    today, anchor = context.home.day, context.home.anchor
    first = today if value not in ("PAST_REF", "SO_FAR") else None
    last = today if value != "FUTURE_REF" else None
    value = "PRESENT_REF" if value == "SO_FAR" else value
    return Reading("DATE", value, first, last, "day" if first == last else "period", anchor=anchor)


def _coarser(unit: str, period: Period) -> str:
    """A count of days from a month is told by month: nothing is sharper than what it counts from."""
    order = ("day", "week", "fortnight", "month", "season", "quarter", "year", "decade", "century")
    if unit not in order or period.unit not in order:
        return unit
    return max(unit, period.unit, key=order.index) if period.unit not in ("season",) else "month"


def _approximate(reading: Reading, found: Expression, on: date) -> Reading:
    if found.approx == "about":
        return replace(reading, modifier="about")
    if found.approx == "more":
        return replace(reading, first=None, last=on, modifier="before")
    if found.approx == "less":
        return replace(reading, first=on, last=None, modifier="after")
    return reading


RESOLVERS = {
    "shift": resolve_shift,
    "ago": resolve_ago,
    "later": resolve_later,
    "bare": resolve_bare,
    "reference": resolve_reference,
    "vague": resolve_vague,
    "event": resolve_event,
}
