"""Occurrence: the claims that tell of one happening, joined on stated evidence and never on likeness alone.

First the mentions within each report, then what the reports say in all. The result is a function of the set
of claims: pairs are judged one by one, the strongest joins come first, ties are broken by content, and a join
that would bring two clashing claims together is refused.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, product

from dateline.model import Copy
from dateline.weaving.block import compared
from dateline.weaving.bond import Bonds
from dateline.weaving.facet import Facet, fold
from dateline.weaving.join import Join
from dateline.weaving.likeness import (
    VAGUE_MODES,
    clash,
    days_agree,
    is_small,
    one_fate,
    parties_alike,
    places_agree,
    places_near,
    same_words,
    told_since,
    tolls_agree,
)
from dateline.weaving.telling import Part, Telling

# Points of evidence that two reports need to tell of one occurrence: between them the same words are cheap.
_ENOUGH = 3.5
# A sentence carried over by a copy is the same claim.
_COPIED = 8.0
_DECIDED = 100.0
_SAME_SENTENCE = 0.7
# So many members speak for a group when it is checked for clashes.
_WITNESSES = 12


@dataclass(frozen=True, slots=True)
class Occurrence:
    """The facets of one happening in canonical order, and the joins that made it."""

    facets: tuple[Facet, ...]
    joins: tuple[Join, ...]


def occurrences(tellings: Iterable[Telling], copies: Iterable[Copy], bonds: Bonds) -> list[Occurrence]:
    """What the reports tell grouped to occurrences; `tellings`, and the outcome, in order of first claims.

    `copies` are the reports that carry one text: a sentence that both have tells of one occurrence. `bonds`
    are what people decided and outweigh evidence; what comes together is joined in them.
    """
    tellings = list(tellings)
    parts = {part.pool.claim.id: part for telling in tellings for part in telling.parts}
    home = {facet.claim.id: first for first, part in parts.items() for facet in part.facets}
    pools = [part.pool for part in parts.values()]
    joins = [join for one, other in compared(pools) if (join := judge(one, other))]
    joins += _copied({t.claims[0].report: t.facets for t in tellings}, home, copies)
    return _as_decided([_whole(group, parts) for group in _grow(pools, joins, bonds)], bonds)


def _as_decided(found: list[Occurrence], bonds: Bonds) -> list[Occurrence]:
    """The occurrences that people took for one brought together, whatever speaks against it."""
    if not bonds.kept:
        return found
    joins: dict[str, list[Join]] = defaultdict(list)
    for bond in bonds.kept:
        joins[bonds.root(bond.one)].append(Join(_DECIDED, bond.one, bond.other, (bond.why,)))
    parts: dict[str, list[Occurrence]] = defaultdict(list)
    for occurrence in found:
        parts[bonds.root(occurrence.facets[0].claim.id)].append(occurrence)
    return [_bound(same, joins.get(root, [])) for root, same in parts.items()]


def _bound(parts: list[Occurrence], decided: list[Join]) -> Occurrence:
    facets = sorted((facet for part in parts for facet in part.facets), key=lambda f: f.order)
    return Occurrence(tuple(facets), (*(join for part in parts for join in part.joins), *decided))


def _whole(group: Occurrence, parts: Mapping[str, Part]) -> Occurrence:
    told = [parts[facet.claim.id] for facet in group.facets]
    facets = sorted((f for part in told for f in part.facets), key=lambda f: f.order)
    return Occurrence(tuple(facets), (*(join for part in told for join in part.joins), *group.joins))


def _copied(
    reports: Mapping[str, Sequence[Facet]], home: Mapping[str, str], copies: Iterable[Copy]
) -> Iterator[Join]:
    """Joins of what stands in nearly the same sentence of a text and of its copy."""
    for copy in copies:
        told: dict[tuple[str, frozenset[str]], list[Facet]] = defaultdict(list)
        for facet in reports.get(copy.report, ()):
            told[facet.family, facet.stems].append(facet)
        for facet in reports.get(copy.copy, ()):
            for first in told[facet.family, facet.stems]:
                if first.done == facet.done and _one_sentence(first, facet):
                    ends = home[first.claim.id], home[facet.claim.id]
                    yield Join(_COPIED, *ends, ("the same sentence in a copy",))


def _one_sentence(one: Facet, other: Facet) -> bool:
    a, b = (set(fold(facet.claim.quote.text).split()) for facet in (one, other))
    return len(a & b) >= _SAME_SENTENCE * min(len(a), len(b))


def judge(one: Facet, other: Facet) -> Join | None:
    """The join of what two reports tell, or None: with what evidence it is one occurrence."""
    if one.family != other.family:
        return None
    first, second = sorted((one, other), key=lambda f: f.order)
    if fate := one_fate(one, other):
        return Join(_ENOUGH, first.claim.id, second.claim.id, (fate,))
    if clash(one, other) or not (days_agree(one, other) > 0 or told_since(one, other)):
        return None
    evidence = _evidence(one, other)
    weight = sum(points for points, _ in evidence)
    if weight < _ENOUGH:
        return None
    return Join(weight, first.claim.id, second.claim.id, tuple(why for _, why in evidence))


def _evidence(one: Facet, other: Facet) -> list[tuple[float, str]]:
    modes = ", ".join(sorted(one.modes & other.modes - VAGUE_MODES))
    actor = bool(one.actors & other.actors)
    target = bool(one.targets & other.targets)
    place = places_agree(one, other) > 0
    checks: list[tuple[bool, float, str]] = [
        (same_words(one, other), 1.0, "same words for the act"),
        (bool(modes), 1.0, f"same mode: {modes}"),
        (actor, 1.0, "same actor"),
        (target, 1.5, "same target"),
        (not target and parties_alike(one.targets, other.targets), 1.0, "like target"),
        (place, 1.0, "same place"),
        (place and is_small(one) and is_small(other), 0.5, "a small place"),
        (not place and places_near(one, other), 0.5, "near place"),
        (days_agree(one, other) > 0, 1.0, "same day"),
        (told_since(one, other), 1.0, "told in the days after"),
        (tolls_agree(one, other) > 0, 1.5, "same toll"),
    ]
    return [(points, why) for holds, points, why in checks if holds]


@dataclass(slots=True)
class _Group:
    """Facets taken together so far, and the joins that did it."""

    members: list[Facet]
    joins: list[Join] = field(default_factory=list)


def _grow(facets: Sequence[Facet], joins: list[Join], bonds: Bonds) -> list[Occurrence]:
    """The groups that the joins make of `facets`, the strongest join first, as far as `bonds` allow."""
    order = {facet.claim.id: facet.order for facet in facets}
    group = {facet.claim.id: _Group([facet]) for facet in facets}
    joined = {frozenset((join.one, join.other)) for join in joins}

    def bars(a: Facet, b: Facet) -> bool:
        return frozenset((a.claim.id, b.claim.id)) not in joined and clash(a, b)

    for join in sorted(joins, key=lambda j: (-j.weight, order[j.one], order[j.other])):
        one, other = group[join.one], group[join.other]
        if one is other or not bonds.allows(join.one, join.other) or _barred(one, other, bars):
            continue
        bonds.join(join.one, join.other)
        if len(one.members) < len(other.members):
            one, other = other, one
        one.members += other.members
        one.joins += (*other.joins, join)
        group.update((facet.claim.id, one) for facet in other.members)
    distinct = {id(g): g for g in group.values()}.values()
    return [Occurrence(tuple(sorted(g.members, key=lambda f: f.order)), tuple(g.joins)) for g in distinct]


def _barred(one: _Group, other: _Group, bars: Callable[[Facet, Facet], bool]) -> bool:
    witnesses = product(islice(one.members, _WITNESSES), islice(other.members, _WITNESSES))
    return any(bars(a, b) for a, b in witnesses)
