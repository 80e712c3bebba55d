"""Narration: whether a text tells a past story, in which dates go on from each other, or news."""

from collections.abc import Iterable

from dateline.grounding.when.context import Home
from dateline.grounding.when.grammar import Expression

_DEICTIC = {"deictic", "weekday", "ago", "vague", "span"}
_MANY = 7  # years told, below which a text is news
_FAR = 1  # years between the report's day and a year that the report's own day wouldn't need


def is_narrative(expressions: Iterable[Expression], home: Home | None) -> bool:
    """True when years told far from `home` clearly outnumber words such as "yesterday" and "Monday"."""
    told = list(expressions)
    years = [
        int(each.slots["year"]) for each in told if "year" in each.slots and each.slots["year"].isdigit()
    ]
    far = [number for number in years if home is None or abs(home.day.year - number) > _FAR]
    deictic = sum(each.resolver in _DEICTIC for each in told)
    return len(far) >= _MANY and len(far) > 2 * deictic and 2 * len(far) > len(years)
