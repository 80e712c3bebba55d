"""Daypart: resolvers of days counted from today and of parts of a day ("yesterday morning", "last night")."""

from datetime import date, timedelta

from dateline.grounding.when.context import Context
from dateline.grounding.when.grammar import Expression
from dateline.grounding.when.period import Period, day
from dateline.grounding.when.reading import Reading, dated, undated
from dateline.grounding.when.words import meaning


def resolve_deictic(found: Expression, context: Context) -> Reading | None:
    """Yesterday, today, tomorrow and their parts."""
    offset = int(meaning("deictic", found.slots["deictic"]) or 0)
    if context.home is None:
        return undated("XXXX-XX-XX", "day")
    period = day(context.home.day + timedelta(days=offset))
    tonight = found.slots["deictic"].lower() == "tonight"
    return with_part(period, context.home.anchor, found, "night" if tonight else None)


def resolve_part(found: Expression, context: Context) -> Reading | None:
    """A part of a day that is told without its date ("last night", "that evening", "overnight")."""
    if found.rule == "overnight":
        return _overnight(context)
    code = meaning("shift", found.slots.get("shift", "")) or "0"
    base: date | None = None
    anchor = ""
    if found.rule in ("bare-part", "part-of") or code.endswith("p"):
        if context.dayful and context.dayful.period.first:
            base, anchor = context.dayful.period.first, context.dayful.anchor
    elif context.home:
        base, anchor = context.home.day, context.home.anchor
    if base is None:
        return undated("XXXX-XX-XXT" + _code(found.slots["part"]), "part_of_day", "TIME")
    offset = {"-": -1, "+": 1}.get(code[0], 0)
    return with_part(day(base + timedelta(days=offset)), anchor, found)


def with_part(period: Period, anchor: str, found: Expression, implied: str | None = None) -> Reading:
    """The day with the part of it that the expression tells or that its words imply."""
    words = found.slots.get("part") or implied
    if words is None:
        return dated(period, anchor, found.edge)
    timed = Period("day", period.first, period.last, f"{period.value}T{_code(words)}")
    return dated(timed, anchor, found.edge)


def _code(words: str) -> str:
    return meaning("part", words) or "DT"


def _overnight(context: Context) -> Reading:
    if context.home is None:
        return undated("XXXX-XX-XXTNI", "part_of_day", "TIME")
    before = context.home.day - timedelta(days=1)
    night = Period("day", before, context.home.day, before.isoformat() + "TNI")
    return dated(night, context.home.anchor)


RESOLVERS = {
    "deictic": resolve_deictic,
    "part": resolve_part,
}
