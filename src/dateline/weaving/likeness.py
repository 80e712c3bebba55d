"""Likeness: how two claims agree, differ or clash, field by field.

Every function answers with an `Agreement`: +1 they say the same, 0 nothing can be said, -1 they can't both
be right of one occurrence.
"""

from math import asin, cos, radians, sin, sqrt
from typing import Literal

from dateline.model import Where
from dateline.weaving.facet import Days, Facet, fold, is_closed, name_words, stems_of

Agreement = Literal[-1, 0, 1]
# Reports of one happening may date it a day apart and both be right: time zones, and "overnight".
DAY_SLACK = 1
# Modes and words for violence that say nothing of its kind: "the attack" may be a shelling or a raid.
VAGUE_MODES = frozenset({"attack", "violence", "military operation"})
_OPEN_MODES = VAGUE_MODES | {"killing", "injury"}
_INTERCEPTION = "interception"
_AIR, _GROUND = "from the air", "from the ground"
_MEANS = {
    "airstrike": frozenset({_AIR}),
    "drone strike": frozenset({_AIR}),
    "drone attack": frozenset({_AIR}),
    "missile attack": frozenset({_AIR, _GROUND}),
    "bombing": frozenset({_AIR, "bomb"}),
    "rocket attack": frozenset({_GROUND}),
    "shelling": frozenset({_GROUND}),
    "shooting": frozenset({_GROUND}),
    "suicide bombing": frozenset({"bomb"}),
    "car bombing": frozenset({"bomb"}),
}
_ANY_ACT = stems_of("attack assault strike operation incident violence action act hit")
# A report speaks without a date of what it told the days before.
RECENT = 7
_EARTH_KM = 6371.0
_SMALL = frozenset({"base", "neighbourhood", "building", "road", "field"})


def same_words(one: Facet, other: Facet) -> bool:
    """True when the triggers share a stem: "attacked" and "the attack"."""
    return bool(one.stems & other.stems)


def acts_agree(one: Facet, other: Facet) -> Agreement:
    """Agreement of what is said to be done: +1 same words or mode, -1 two kinds of act, else 0.

    One attack and attacks in a report, and an act and the answer to it, are two.
    """
    if one.claim.responds_to == other.claim.id or other.claim.responds_to == one.claim.id:
        return -1
    if one.claim.report == other.claim.report and {one.many, other.many} == {True, False}:
        return -1
    if _unlike_means(one, other):
        return -1
    if one.stems & other.stems or one.modes & other.modes:
        return 1
    return 0 if is_vague(one) or is_vague(other) else -1


def is_vague(facet: Facet) -> bool:
    """True for words that leave the kind of act open: "the attack", "the incident", "three were killed"."""
    return not facet.modes - _OPEN_MODES or facet.stems <= _ANY_ACT


def _unlike_means(one: Facet, other: Facet) -> bool:
    """True for an air strike and rocket fire, or shooting a drone down and its attack."""
    if (_INTERCEPTION in one.modes) != (_INTERCEPTION in other.modes):
        return True
    a, b = _means(one), _means(other)
    return bool(a) and bool(b) and not a & b


def _means(facet: Facet) -> frozenset[str]:
    return frozenset().union(*(means for mode in facet.modes if (means := _MEANS.get(mode))))


def parties_agree(one: frozenset[str], other: frozenset[str]) -> Agreement:
    """Agreement of two sets of party keys; a name that is part of a longer one does not clash with it."""
    if not one or not other:
        return 0
    if one & other:
        return 1
    near = any(_akin(a, b) for a in one for b in other)
    return 0 if near else -1


def parties_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """True for phrases with one head where one says more: "contractor" and "American contractor"."""
    return any(_same_head(a.split(), b.split()) for a in one for b in other)


def _same_head(one: list[str], other: list[str]) -> bool:
    return bool(one and other) and one[-1] == other[-1] and (set(one) <= set(other) or set(other) <= set(one))


def doers_clash(one: Facet, other: Facet) -> bool:
    """True when both name doers that share no name and no tie; unnamed ones ("gunmen") may be anybody."""
    return parties_agree(one.doers, other.doers) < 0 and not _tied(one, other)


def victims_clash(one: Facet, other: Facet) -> bool:
    """True for other persons, or other known groups or states; a base is no rival of the soldiers in it."""
    if one.persons and other.persons:
        return parties_agree(one.persons, other.persons) < 0
    return parties_agree(one.hit, other.hit) < 0 and not _tied(one, other)


def _tied(one: Facet, other: Facet) -> bool:
    return bool(one.kin & (other.doers | other.hit) or other.kin & (one.doers | one.hit))


def _akin(one: str, other: str) -> bool:
    a, b = name_words(one), name_words(other)
    return bool(a & b) or not a or not b


def days_agree(one: Facet, other: Facet) -> Agreement:
    """Agreement of two intervals: +1 both short and near or the same, -1 disjoint by more than a day."""
    if (
        day_gap(one.days, other.days) > DAY_SLACK
        or (_since(one) and is_short(other.days))
        or (_since(other) and is_short(one.days))
    ):
        return -1
    if is_closed(one.days) and one.days == other.days:
        return 1
    return 1 if is_short(one.days) and is_short(other.days) else 0


def told_since(one: Facet, other: Facet) -> bool:
    """True where an undated mention is published in the days after the other's day, of the same place."""
    for dated, undated in ((one, other), (other, one)):
        day, told = dated.days[1], undated.published
        if is_short(dated.days) and day is not None and undated.days == (None, None) and told is not None:
            return 0 <= told - day <= RECENT and places_agree(one, other) > 0
    return False


def _since(facet: Facet) -> bool:
    """True for what has gone on since a day: no act of one day, though that day lies in it."""
    return facet.dated and facet.days[0] is not None and facet.days[1] is None


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
    """Agreement of places: +1 one spot, -1 two spots apart or different countries, else 0."""
    if one.countries and other.countries and not one.countries & other.countries:
        return -1
    if one.spot is None or other.spot is None:
        return 0
    if spot_key(one.spot) == spot_key(other.spot) or _namesakes(one.spot, other.spot):
        return 1
    if one.claim.report != other.claim.report and _is_unlisted(one.spot, other.spot):
        return 0
    return -1 if _apart(one.spot, other.spot) else 0


def _is_unlisted(one: Where, other: Where) -> bool:
    """True where one of two places in a country is in no gazetteer: another report may call it otherwise,
    and only the area around it is known ("an outpost in the north-east")."""
    return one.country is not None and one.country == other.country and None in (one.entry, other.entry)


def _namesakes(one: Where, other: Where) -> bool:
    """True for one name of which a report leaves open where it is."""
    return (one.entry is None or other.entry is None) and fold(one.name) == fold(other.name)


def is_small(facet: Facet) -> bool:
    """True for a listed base, quarter or road: two attacks of one kind on it on one day are seldom two."""
    return facet.spot is not None and facet.spot.entry is not None and facet.spot.kind in _SMALL


def places_near(one: Facet, other: Facet) -> bool:
    """True for a place and another that it lies in or beside."""
    if one.spot is None or other.spot is None:
        return False
    near = _kilometres(one.spot, other.spot) is not None and not _apart(one.spot, other.spot)
    return near or _within(one.spot, other.spot) or _within(other.spot, one.spot)


def _within(one: Where, other: Where) -> bool:
    return fold(other.name) in map(fold, one.containing)


def spot_key(where: Where) -> str:
    """What tells a place from others: its gazetteer entry, else its folded name."""
    return where.entry or fold(where.name)


def _apart(one: Where, other: Where) -> bool:
    """True when neither place can lie in the other: both known, and further apart than both are wide."""
    if _within(one, other) or _within(other, one):
        return False
    distance = _kilometres(one, other)
    return distance is not None and distance > (one.radius_km or 0) + (other.radius_km or 0)


def _kilometres(one: Where, other: Where) -> float | None:
    """Great-circle distance; None where a place has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    a, b = radians(one.lat), radians(other.lat)
    half = sin((a - b) / 2) ** 2 + cos(a) * cos(b) * sin(radians(one.lon - other.lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))


def series_differ(one: Facet, other: Facet) -> bool:
    """True for two series of unlike size: "23 strikes" are not the "5 strikes" among them.

    "At least eight rockets" may have been 21.
    """
    a, b = _series(one), _series(other)
    return bool(a) and bool(b) and not any(_can_be_one(first, second) for first in a for second in b)


def _can_be_one(one: tuple[int | None, int | None], other: tuple[int | None, int | None]) -> bool:
    (low, high), (least, most) = one, other
    return (high is None or least is None or least <= high) and (most is None or low is None or low <= most)


def _series(facet: Facet) -> set[tuple[int | None, int | None]]:
    return {(low, high) for what, low, high in facet.tolls if what == "attacks"}


def tolls_agree(one: Facet, other: Facet) -> Agreement:
    """Agreement of tolls: +1 one and the same number of the same kind, else 0: tolls may rise."""
    return 1 if {t for t in one.tolls if t[1] != 1} & other.tolls else 0


def clash(one: Facet, other: Facet) -> bool:
    """True when the two can't be told of one occurrence: a deed to come is not the one that was done."""
    return (
        one.done != other.done
        or acts_agree(one, other) < 0
        or days_agree(one, other) < 0
        or places_agree(one, other) < 0
        or series_differ(one, other)
        or doers_clash(one, other)
        or victims_clash(one, other)
    )


def one_fate(one: Facet, other: Facet) -> str | None:
    """A person is killed only once: such claims are one occurrence whatever else they say."""
    shared = sorted(one.persons & other.persons)
    if shared and one.family == "ASSAULT" and one.done == other.done and one.kills and other.kills:
        return f"a killing of one person, {shared[0]}, can happen only once"
    return None
