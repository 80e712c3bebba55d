"""Occurrence: the claims that tell of one happening, joined on stated evidence and never on likeness alone.

The result is a function of the set of claims: pairs are judged one by one, the strongest joins come first,
ties are broken by content, and a join that would bring two clashing claims together is refused.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from dateline.weaving.facet import Facet, stems_of
from dateline.weaving.likeness import (
    DAY_SLACK,
    days_agree,
    is_short,
    parties_agree,
    places_agree,
    same_words,
    series_differ,
    spot_key,
    tolls_agree,
)

# Points of evidence that one pair of claims needs. Within a report the text itself binds mentions together;
# across reports the same words are cheap, so more has to agree.
_WITHIN = 3.0
_ACROSS = 4.0
# A block this large says nothing about identity (every "attack" of a month): only neighbours are compared.
_BLOCK = 60
_FATAL = frozenset({"assassination", "execution", "killing"})
_KILLING = stems_of("kill killed killing slain assassinated assassination executed died death")


@dataclass(frozen=True, slots=True, order=True)
class Join:
    """Two claims taken for one occurrence: how strongly, which ones, and why in words."""

    weight: float
    one: str
    other: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """The facets of one happening in canonical order, and the joins that made it."""

    facets: tuple[Facet, ...]
    joins: tuple[Join, ...]


def occurrences(facets: Iterable[Facet]) -> list[Occurrence]:
    """All facets grouped to occurrences, in canonical order of their first claims."""
    ordered = sorted(facets, key=lambda f: f.order)
    by_id = {f.claim.id: f for f in ordered}
    joins = [join for one, other in _pairs(ordered) if (join := judge(one, other))]
    joins.sort(key=lambda j: (-j.weight, by_id[j.one].order, by_id[j.other].order))
    return _grow(by_id, joins)


def _pairs(ordered: list[Facet]) -> Iterator[tuple[Facet, Facet]]:
    blocks: dict[tuple[object, ...], list[Facet]] = defaultdict(list)
    for facet in ordered:
        for key in _keys(facet):
            blocks[key].append(facet)
    seen: set[tuple[str, str]] = set()
    for block in blocks.values():
        for one, other in _neighbours(block):
            pair = (one.claim.id, other.claim.id)
            if pair not in seen:
                seen.add(pair)
                yield one, other


def _neighbours(block: list[Facet]) -> Iterator[tuple[Facet, Facet]]:
    if len(block) <= _BLOCK:
        yield from combinations(block, 2)
        return
    for i, one in enumerate(block):
        for other in block[i + 1 : i + _BLOCK]:
            yield one, other


def _keys(facet: Facet) -> Iterator[tuple[object, ...]]:
    yield ("report", facet.claim.report, facet.family)
    if facet.family == "ASSAULT":
        yield from (("person", person) for person in sorted(facet.persons))
    first, last = facet.days
    if first is None or last is None or not is_short(facet.days):
        return
    for day in range(first, last + DAY_SLACK + 1):
        spot = {spot_key(facet.spot)} if facet.spot else set()
        for whose in sorted(facet.actors | facet.targets | spot):
            yield ("day", facet.family, day, whose)


def judge(one: Facet, other: Facet) -> Join | None:
    """The join of two claims, or None: with what evidence they are one occurrence."""
    if one.family != other.family or one.done != other.done:
        return None
    first, second = sorted((one, other), key=lambda f: f.order)
    within = one.claim.report == other.claim.report
    if fate := _one_fate(one, other):
        return Join(_ACROSS, first.claim.id, second.claim.id, (fate,))
    if _clash(one, other):
        return None
    evidence = _evidence(one, other, within)
    weight = sum(points for points, _ in evidence)
    if weight < (_WITHIN if within else _ACROSS):
        return None
    return Join(weight, first.claim.id, second.claim.id, tuple(why for points, why in evidence if points > 0))


def _clash(one: Facet, other: Facet) -> bool:
    return (
        days_agree(one, other) < 0
        or places_agree(one, other) < 0
        or series_differ(one, other)
        or parties_agree(one.actors, other.actors) < 0
        or parties_agree(one.targets, other.targets) < 0
    )


def _evidence(one: Facet, other: Facet, within: bool) -> list[tuple[float, str]]:
    found: list[tuple[float, str]] = []
    if same_words(one, other):
        found.append((2.0 if within else 1.0, "same words for the act"))
    if one.claim.mode and one.claim.mode == other.claim.mode:
        found.append((1.0, f"same mode: {one.claim.mode}"))
    if parties_agree(one.actors, other.actors) > 0:
        found.append((1.0, "same actor"))
    if parties_agree(one.targets, other.targets) > 0:
        found.append((1.5, "same target"))
    if places_agree(one, other) > 0:
        found.append((1.0, "same place"))
    if days_agree(one, other) > 0:
        found.append((1.0, "same day"))
    if tolls_agree(one, other) > 0:
        found.append((1.5, "same toll"))
    return found


def _one_fate(one: Facet, other: Facet) -> str | None:
    """A person is killed only once: such claims are one occurrence whatever else they say."""
    shared = sorted(one.persons & other.persons)
    if shared and one.family == "ASSAULT" and one.claim.status == "actual" and _kills(one) and _kills(other):
        return f"a killing of one person, {shared[0]}, can happen only once"
    return None


def _kills(facet: Facet) -> bool:
    told = facet.claim.mode in _FATAL or bool(facet.stems & _KILLING)
    return told or any(what == "killed" for what, _, _ in facet.tolls)


def _grow(by_id: dict[str, Facet], joins: list[Join]) -> list[Occurrence]:
    group = {claim: [claim] for claim in by_id}
    used: dict[str, list[Join]] = {claim: [] for claim in by_id}
    joined = {frozenset((join.one, join.other)) for join in joins}

    def bars(a: str, b: str) -> bool:
        return frozenset((a, b)) not in joined and _clash(by_id[a], by_id[b])

    for join in joins:
        one, other = group[join.one], group[join.other]
        if one is other or any(bars(a, b) for a in one for b in other):
            continue
        one.extend(other)
        used[one[0]].extend([*used[other[0]], join])
        for claim in other:
            group[claim] = one
    return [
        Occurrence(tuple(sorted((by_id[c] for c in members), key=lambda f: f.order)), tuple(used[members[0]]))
        for members in {id(m): m for m in group.values()}.values()
    ]
