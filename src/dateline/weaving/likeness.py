"""Likeness: how two claims agree, differ or clash, field by field.

Every function answers with an `Agreement`: +1 they say the same, 0 nothing can be said, -1 they can't both
be right of one occurrence.
"""

from typing import Literal

from dateline.weaving.facet import Days, Facet, name_words

Agreement = Literal[-1, 0, 1]
# Reports of one happening may date it a day apart and both be right: time zones, and "overnight".
DAY_SLACK = 1


def same_words(one: Facet, other: Facet) -> bool:
    """True when the triggers share a stem: "attacked" and "the attack"."""
    return bool(one.stems & other.stems)


def parties_agree(one: frozenset[str], other: frozenset[str]) -> Agreement:
    """Agreement of two sets of party keys; a name that is part of a longer one does not clash with it."""
    if not one or not other:
        return 0
    if one & other:
        return 1
    near = any(_akin(a, b) for a in one for b in other)
    return 0 if near else -1


def _akin(one: str, other: str) -> bool:
    a, b = name_words(one), name_words(other)
    return bool(a & b) or not a or not b


def days_agree(one: Facet, other: Facet) -> Agreement:
    """Agreement of two intervals: +1 both short and overlapping, -1 disjoint by more than a day."""
    if day_gap(one.days, other.days) > DAY_SLACK:
        return -1
    return 1 if is_short(one.days) and is_short(other.days) else 0


def day_gap(one: Days, other: Days) -> int:
    """Days between two intervals; 0 when they overlap or an open side lets them."""
    (a, b), (c, d) = one, other
    if b is not None and c is not None and b < c:
        return c - b
    if d is not None and a is not None and d < a:
        return a - d
    return 0


def is_short(days: Days) -> bool:
    """True for an interval that can stand for one day, closed on both sides."""
    first, last = days
    return first is not None and last is not None and last - first <= 2 * DAY_SLACK


def places_agree(one: Facet, other: Facet) -> Agreement:
    """Agreement of places: +1 a shared place, -1 in different countries, else 0."""
    if one.places & other.places:
        return 1
    if one.countries and other.countries and not one.countries & other.countries:
        return -1
    return 0


def tolls_agree(one: Facet, other: Facet) -> Agreement:
    """Agreement of tolls: +1 one and the same number of the same kind, else 0: tolls may rise."""
    return 1 if {t for t in one.tolls if t[1] != 1} & other.tolls else 0
