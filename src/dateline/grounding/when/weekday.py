"""Weekday: resolver of the days of the week."""

from datetime import date, timedelta

from dateline.grounding.when.context import Context
from dateline.grounding.when.daypart import with_part
from dateline.grounding.when.grammar import Expression
from dateline.grounding.when.period import day
from dateline.grounding.when.reading import Reading, undated
from dateline.grounding.when.words import meaning


def resolve_weekday(found: Expression, context: Context) -> Reading | None:
    """A weekday: the tense tells whether the last or the next one, the report's own day counts for both."""
    slots = found.slots
    number = int(meaning("weekday", slots["weekday"]) or 0)
    chosen = _weekday_of_week(slots, number, context) if "week" in slots else _weekday(found, number, context)
    if chosen is None:
        return undated(f"XXXX-WXX-{number}", "day")
    return with_part(day(chosen[0]), chosen[1], found)


def _weekday(found: Expression, number: int, context: Context) -> tuple[date, str] | None:
    code = meaning("shift", found.slots["shift"]) if "shift" in found.slots else None
    told = _base(code, context)
    if told is None:
        return None
    base, anchor = told
    if found.rule == "weekday-ago":
        base -= timedelta(days=7)
    ahead = _looks_ahead(code, context, anchor) and found.rule != "weekday-ago"
    gap = (number - base.isoweekday()) % 7 if ahead else -((base.isoweekday() - number) % 7)
    if gap == 0 and (code not in (None, "0", "0p") or "back" in found.slots):
        gap = 7 if ahead else -7  # "last Tuesday" told on a Tuesday
    return base + timedelta(days=gap), anchor


def _base(code: str | None, context: Context) -> tuple[date, str] | None:
    """The day that a weekday is counted from: that of a story or that of the report."""
    from_text = (code or "").endswith("p")
    story = context.dayful if from_text or (context.narrative and code is None) else None
    if story and story.period.first:
        return story.period.first, story.anchor
    if from_text or context.home is None:
        return None
    return context.home.day, context.home.anchor


def _looks_ahead(code: str | None, context: Context, anchor: str) -> bool:
    if code in (None, "0") and context.home and anchor == context.home.anchor:
        return context.forward
    return code is None or not code.startswith("-")


def _weekday_of_week(slots: dict[str, str], number: int, context: Context) -> tuple[date, str] | None:
    words = slots["week"].lower().removeprefix("the ")
    from_focus = words in ("previous", "following")
    base = context.dayful.period.first if from_focus and context.dayful else None
    anchor = context.dayful.anchor if from_focus and context.dayful else None
    if not from_focus and context.home:
        base, anchor = context.home.day, context.home.anchor
    if base is None or anchor is None:
        return None
    weeks = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(words, 0)
    monday = base - timedelta(days=base.weekday()) + timedelta(weeks=weeks)
    return monday + timedelta(days=number - 1), anchor


RESOLVERS = {
    "weekday": resolve_weekday,
}
