"""Compound: neighbouring expressions that are one ("8 p.m. on Friday", "the first week of May")."""

import re
from dataclasses import replace
from datetime import date, timedelta

from dateline.grounding.when.context import Context
from dateline.grounding.when.grammar import Expression
from dateline.grounding.when.period import Period, around, day, shift
from dateline.grounding.when.reading import Reading, dated, undated
from dateline.grounding.when.words import meaning

Found = tuple[Expression, Reading]

_GAP = {
    "clock": re.compile(r",?\s*(?:on\s+|of\s+)?"),
    "part": re.compile(r"\s+(?:of|on)\s+"),
    "nth": re.compile(r"\s+"),
    "event": re.compile(r"\s+(?:after|before|following|prior\s+to)\s+(?:the\s+)?", re.IGNORECASE),
}

_LIST = re.compile(r"\s*(?:,|and|or|to|until|through|-|–|—|,\s*and)\s*(?:the\s+)?", re.IGNORECASE)


def resolve_nth(found: Expression, context: Context) -> Reading | None:
    """ "the first week of": nothing yet, its days come from the expression after it."""
    return undated("XXXX", None)


def in_order(text: str, found: list[Found]) -> list[Found]:
    """ "on Tuesday and Wednesday": told in one breath, the first weekday is the one before the second."""
    ordered: list[Found] = []
    for each in reversed(found):
        after = ordered[-1] if ordered else None
        if after and _out_of_order(each, after) and _LIST.fullmatch(text[each[0].end : after[0].start]):
            first = after[1].first
            assert first is not None
            gap = (first.isoweekday() - int(meaning("weekday", each[0].slots["weekday"]) or 0)) % 7
            each = (each[0], dated(day(first - timedelta(days=gap or 7)), after[1].anchor))
        ordered.append(each)
    return ordered[::-1]


def _out_of_order(one: Found, two: Found) -> bool:
    weekdays = one[0].rule == two[0].rule == "weekday" and not (one[0].slots.keys() & {"part"})
    return weekdays and one[1].first is not None and two[1].first is not None and one[1].first > two[1].first


def share_years(text: str, expressions: tuple[Expression, ...]) -> tuple[Expression, ...]:
    """ "in April and June 1955": the year stands for both."""
    shared: list[Expression] = []
    for each in reversed(expressions):
        after = shared[-1] if shared else None
        if after and _may_share(each, after) and _LIST.fullmatch(text[each.end : after.start]):
            each = replace(each, slots=each.slots | {"year": after.slots["year"]})
        shared.append(each)
    return tuple(reversed(shared))


def _may_share(one: Expression, two: Expression) -> bool:
    kinds = ("calendar", "season")
    told = {"year", "which", "which2", "shift"} & one.slots.keys()
    return one.resolver in kinds and two.resolver in kinds and not told and "year" in two.slots


def merge(text: str, found: list[Found]) -> list[Found]:
    """The expressions with every head that belongs to the one after it made one with it."""
    merged: list[Found] = []
    for each in reversed(found):
        both = _one(text, each, merged[-1]) if merged else None
        if both:
            merged[-1] = both
        elif each[0].resolver != "nth":
            merged.append(each)
    return merged[::-1]


def _one(text: str, head: Found, tail: Found) -> Found | None:
    gap = _GAP.get(head[0].resolver)
    if gap is None or not gap.fullmatch(text[head[0].end : tail[0].start]):
        return None
    reading = _combined(head, tail[1])
    return (replace(head[0], end=tail[0].end), reading) if reading else None


def _combined(head: Found, tail: Reading) -> Reading | None:
    whole = tail.period
    if whole is None or whole.first is None or whole.last is None:
        return None
    expression, reading = head
    if expression.resolver in ("clock", "part"):
        if whole.unit != "day" or "T" in whole.value:
            return None
        timed = replace(whole, value=whole.value + reading.value[reading.value.index("T") :])
        return replace(
            reading, value=timed.value, first=whole.first, last=whole.last, period=timed, anchor=tail.anchor
        )
    if expression.resolver == "event":
        return _beside(expression, whole, tail.anchor)
    period = _nth(expression, whole)
    return dated(period, tail.anchor, expression.edge) if period else None


def _beside(found: Expression, whole: Period, anchor: str | None) -> Reading | None:
    """ "two days after 3 May"."""
    number = found.amount
    unit = meaning("unit", found.slots["unit"]) or "day"
    if number is None or whole.first is None or whole.last is None:
        return None
    back = found.slots["side"].lower() in ("before", "prior to")
    on = shift(unit, whole.first if back else whole.last, -number if back else number)
    return dated(around(unit, on) if unit != "week" else day(on), anchor)


def _half(words: str, whole: Period) -> Period | None:
    """The first or second half of a year or a month."""
    if whole.first is None or whole.last is None or whole.unit not in ("year", "month"):
        return None
    if whole.unit == "year":
        middle, value = date(whole.first.year, 7, 1), f"{whole.value}-H{1 if words == 'first' else 2}"
    else:
        middle, value = whole.first.replace(day=16), whole.value
    if words == "first":
        return replace(whole, last=middle - timedelta(days=1), value=value)
    return replace(whole, first=middle, value=value)


def _nth(found: Expression, whole: Period) -> Period | None:
    """The nth day, week, month or weekday of a period, or its first or last few."""
    if "half" in found.slots:
        return _half(found.slots["half"].lower(), whole)
    words = found.slots["ordinal"].lower()
    nth = int(meaning("ordinal", words) or words.rstrip("sthndr"))
    assert whole.first is not None
    assert whole.last is not None
    if "weekday" in found.slots:
        return _nth_weekday(
            nth, int(meaning("weekday", found.slots["weekday"]) or 1), whole.first, whole.last
        )
    unit = meaning("unit", found.slots["unit"]) or "day"
    count = int(found.amount or 1) if "number" in found.slots else 1
    if nth < 0:
        first, last = shift(unit, whole.last + timedelta(days=1), -count), whole.last
    else:
        first = shift(unit, whole.first, nth - 1)
        last = shift(unit, first, count) - timedelta(days=1)
    if first < whole.first or last > whole.last:
        return None
    if first == last:
        return day(first)
    natural = around(unit, first)
    exact = count == 1 and (natural.first, natural.last) == (first, last)
    return natural if exact else Period(unit, first, last, f"{first.isoformat()}/{last.isoformat()}")


def _nth_weekday(nth: int, weekday: int, first: date, last: date) -> Period | None:
    if nth < 0:
        on = last - timedelta(days=(last.isoweekday() - weekday) % 7)
    else:
        on = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    return day(on) if first <= on <= last else None


RESOLVERS = {
    "nth": resolve_nth,
}
