"""Duration: resolvers of lengths of time, of spans up to or from the report's day, and of repetitions."""

from dateline.grounding.when.context import Context
from dateline.grounding.when.grammar import Expression
from dateline.grounding.when.period import shift
from dateline.grounding.when.reading import Reading
from dateline.grounding.when.words import meaning

_CODES = {
    "second": "T{}S", "minute": "T{}M", "hour": "T{}H", "day": "{}D", "night": "{}D", "week": "{}W",
    "weekend": "{}WE",
    "fortnight": "{}W", "month": "{}M", "quarter": "{}M", "year": "{}Y", "decade": "{}DE", "century": "{}CE",
}  # fmt: skip
_APPROX = {"more": "about", "less": "about", "about": "about"}


def resolve_duration(found: Expression, context: Context) -> Reading | None:
    """ "three weeks", "two-day", "months": a length alone, no days of the calendar."""
    unit = _unit(found)
    number = found.amount
    return Reading("DURATION", _value(number, unit), modifier=_APPROX.get(found.approx or ""))


def resolve_span(found: Expression, context: Context) -> Reading | None:
    """ "the past two days", "the next six months": a length that starts or ends with the report's day."""
    unit = _unit(found)
    number = 1 if found.rule == "past-unit" else found.amount
    which = found.slots["which"].lower()
    value = _value(number, unit)
    if context.home is None or which in ("first", "final", "following", "previous", "preceding"):
        return Reading("DURATION", value)
    today, anchor = context.home.day, context.home.anchor
    ahead = which in ("next", "coming", "upcoming")
    other = None if number is None else shift(unit, today, number if ahead else -number)
    first, last = (today, other) if ahead else (other, today)
    return Reading("DURATION", value, first, last, "period", anchor=anchor)


def resolve_often(found: Expression, context: Context) -> Reading | None:
    """ "daily", "every Friday", "each year": a repetition, which no calendar day bounds."""
    slots = found.slots
    if "often" in slots:
        return Reading("SET", meaning("often", slots["often"]) or "P1D")
    if "weekday" in slots:
        code = meaning("part", slots["part"]) if "part" in slots else None
        return Reading(
            "SET", f"XXXX-WXX-{meaning('weekday', slots['weekday'])}" + (f"T{code}" if code else "")
        )
    if "month" in slots:
        return Reading("SET", f"XXXX-{int(meaning('month', slots['month']) or 0):02}")
    if "season" in slots:
        return Reading("SET", f"XXXX-{meaning('season', slots['season'])}")
    return Reading("SET", _value(found.amount if "number" in slots else 1, _unit(found)))


def _unit(found: Expression) -> str:
    return meaning("unit", found.slots["unit"]) or "day"


def _value(number: float | None, unit: str) -> str:
    number = None if number is None else number * {"fortnight": 2, "quarter": 3}.get(unit, 1)
    told = "X" if number is None else f"{number:g}"
    return "P" + _CODES[unit].format(told)


RESOLVERS = {
    "duration": resolve_duration,
    "span": resolve_span,
    "often": resolve_often,
}
