"""Within: the mentions that one report makes of each happening, gathered by what all of them have in common.

Two groups of mentions come together while their pairs speak for one happening on average, the surest first,
and never over a pair that clashes: one likely pair does not carry along what only resembles half of a group.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import islice

from dateline.weaving.antecedent import antecedents
from dateline.weaving.bond import Bonds
from dateline.weaving.facet import Facet
from dateline.weaving.join import Join
from dateline.weaving.likeness import clash, one_fate
from dateline.weaving.retelling import judged

Told = tuple[list[Facet], list[Join]]
"""The mentions of one happening in text order, and the joins between them."""

# What can happen only once needs no other evidence.
_CERTAIN = 8.0
# In a report with very many mentions of a type only those near each other are compared.
_REACH = 60


def told_within(told: Sequence[Facet], bonds: Bonds) -> list[Told]:
    """The happenings that one report tells; `told` are its mentions in text order."""
    setting = _Setting.of(told)
    families: dict[str, list[Facet]] = defaultdict(list)
    for facet in told:
        families[facet.family].append(facet)
    return [group for family in families.values() for group in _Gathering(family, setting, bonds).groups()]


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the other mentions of a report make of two: how many of a family, and which one means which."""

    crowd: Mapping[str, int]
    meant: Mapping[frozenset[str], str]

    @classmethod
    def of(cls, told: Sequence[Facet]) -> "_Setting":
        meant = {frozenset((act.claim.id, bare.claim.id)): why for act, bare, why in antecedents(told)}
        return cls(Counter(facet.family for facet in told), meant)


@dataclass(frozen=True, slots=True)
class _Tie:
    """What all pairs of two groups weigh together, how many they are, and the strongest of them."""

    total: float
    pairs: int
    best: Join

    @property
    def mean(self) -> float:
        return self.total / self.pairs

    def __add__(self, other: "_Tie") -> "_Tie":
        # Of two joins alike the one told first.
        best = self.best if self.best.weight >= other.best.weight else other.best
        return _Tie(self.total + other.total, self.pairs + other.pairs, best)


class _Gathering:
    """Groups of the mentions of one family, by the place of their first one, as they come together."""

    def __init__(self, facets: Sequence[Facet], setting: _Setting, bonds: Bonds) -> None:
        self._bonds = bonds
        self._groups: dict[int, Told] = {at: ([facet], []) for at, facet in enumerate(facets)}
        self._ties: dict[int, dict[int, _Tie]] = {at: {} for at in self._groups}
        for one, other, join in _joins(facets, setting):
            self._ties[one][other] = self._ties[other][one] = _Tie(join.weight, 1, join)

    def groups(self) -> list[Told]:
        """The groups when no two of them speak for one happening any more."""
        waiting = [
            (-tie.mean, one, other)
            for one, ties in self._ties.items()
            for other, tie in ties.items()
            if one < other and tie.mean > 0
        ]
        heapify(waiting)
        while waiting:
            less, one, other = heappop(waiting)
            tie = self._ties.get(one, {}).get(other)
            if tie is None or -tie.mean != less:
                continue  # one of the two has grown since
            if not self._bonds.allows(tie.best.one, tie.best.other):
                continue
            self._merge(one, other, tie.best)
            for third, grown in self._ties[one].items():
                if grown.mean > 0:
                    heappush(waiting, (-grown.mean, min(one, third), max(one, third)))
        return list(self._groups.values())

    def _merge(self, one: int, other: int, join: Join) -> None:
        self._bonds.join(join.one, join.other)
        facets, joins = self._groups.pop(other)
        self._groups[one][0].extend(facets)
        self._groups[one][1].extend((*joins, join))
        mine, theirs = self._ties.pop(one), self._ties.pop(other)
        for third in sorted({*mine, *theirs} - {one, other}):
            self._ties[third].pop(one, None)
            self._ties[third].pop(other, None)
        # A third group that clashes with either has no tie with both.
        both = {third: mine[third] + theirs[third] for third in mine if third in theirs}
        self._ties[one] = both
        for third, tie in both.items():
            self._ties[third][one] = tie


def _joins(facets: Sequence[Facet], setting: _Setting) -> Iterator[tuple[int, int, Join]]:
    """Every two mentions that may be of one happening, by place, and what their join would weigh."""
    for first, one in enumerate(facets):
        for second, other in islice(enumerate(facets), first + 1, first + _REACH):
            if join := _join(one, other, setting):
                yield first, second, join


def _join(one: Facet, other: Facet, setting: _Setting) -> Join | None:
    if fate := one_fate(one, other):
        return Join(_CERTAIN, one.claim.id, other.claim.id, (fate,))
    if clash(one, other):
        return None
    meant = setting.meant.get(frozenset((one.claim.id, other.claim.id)))
    weight, why = judged(one, other, setting.crowd, meant)
    return Join(weight, one.claim.id, other.claim.id, why)
