"""Clock: resolver of times of the day; the date they belong to comes from the text around them."""

from dataclasses import replace

from dateline.grounding.when.context import Context
from dateline.grounding.when.grammar import Expression
from dateline.grounding.when.reading import Reading
from dateline.grounding.when.words import meaning


def resolve_clock(found: Expression, context: Context) -> Reading | None:
    """A time of the day, on the day that the text spoke of last; a day unknown leaves the date open."""
    hour, minute = _hour(found.slots), int(found.slots.get("mi", 0))
    if not 0 <= hour <= 24:
        return None
    clock = f"T{hour:02}:{minute:02}"
    focus = context.dayful
    if focus is None or focus.period.first is None:
        return Reading("TIME", "XXXX-XX-XX" + clock, precision="minute")
    period = focus.period
    value = period.value[:10] + clock
    return Reading(
        "TIME", value, period.first, period.last, "minute", replace(period, value=value), focus.anchor
    )


def _hour(slots: dict[str, str]) -> int:
    words = slots.get("hh") or slots["hours"]
    hour = int(meaning("number", words) or words)
    half = slots.get("half", "").lower()
    after_noon = half.startswith("p") or meaning("part", slots.get("part") or slots.get("part2", "")) in (
        "AF",
        "EV",
    )
    if after_noon and hour < 12:
        return hour + 12
    return 0 if half.startswith("a") and hour == 12 else hour


RESOLVERS = {
    "clock": resolve_clock,
}
