"""Linkage: things gathered to groups by what all pairs between two groups weigh on average."""

from collections.abc import Callable, Mapping, Sequence
from heapq import heapify, heappop, heappush

Meeting = Callable[[Sequence[int], Sequence[int]], bool]
"""Asked of two groups that are about to come together; False keeps them apart."""


def gathered(
    count: int,
    weights: Mapping[tuple[int, int], float],
    absent: float | None = None,
    meet: Meeting = lambda one, other: True,
) -> list[list[int]]:
    """The things 0 … `count` - 1 in groups, by first member: groups join while their mean weight is above 0.

    `weights` are of pairs (smaller first); another pair weighs `absent`, or keeps its groups apart where that
    is None. The heaviest mean comes first, of means alike the pair of groups with the smaller members.
    """
    return _Groups(count, weights, absent).merged(meet)


class _Groups:
    """Groups under their smallest member, and the total weight between each two that may come together."""

    def __init__(self, count: int, weights: Mapping[tuple[int, int], float], absent: float | None) -> None:
        self._absent = absent
        self._members = {at: [at] for at in range(count)}
        self._totals: dict[int, dict[int, float]] = {at: {} for at in range(count)}
        for (one, other), weight in weights.items():
            self._totals[one][other] = self._totals[other][one] = weight

    def merged(self, meet: Meeting) -> list[list[int]]:
        waiting = [
            (-weight, one, other)
            for one, totals in self._totals.items()
            for other, weight in totals.items()
            if one < other and weight > 0
        ]
        heapify(waiting)
        while waiting:
            less, one, other = heappop(waiting)
            if self._mean(one, other) != -less:
                continue  # one of the two has grown since
            if not meet(self._members[one], self._members[other]):
                continue
            self._merge(one, other)
            for third in self._totals[one]:
                first, second = sorted((one, third))
                mean = self._mean(first, second)
                if mean is not None and mean > 0:
                    heappush(waiting, (-mean, first, second))
        return [sorted(group) for group in self._members.values()]

    def _mean(self, one: int, other: int) -> float | None:
        total = self._totals.get(one, {}).get(other)
        return None if total is None else total / (len(self._members[one]) * len(self._members[other]))

    def _merge(self, one: int, other: int) -> None:
        mine, theirs = self._totals.pop(one), self._totals.pop(other)
        thirds = {*mine, *theirs} - {one, other}
        self._totals[one] = {}
        for third in sorted(thirds):
            totals = self._total(mine, one, third), self._total(theirs, other, third)
            self._totals[third].pop(one, None)
            self._totals[third].pop(other, None)
            if totals[0] is not None and totals[1] is not None:
                self._totals[one][third] = self._totals[third][one] = totals[0] + totals[1]
        self._members[one] += self._members.pop(other)

    def _total(self, known: Mapping[int, float], group: int, third: int) -> float | None:
        """What all pairs of two groups weigh: `absent` each where nothing is known of them."""
        if third in known or self._absent is None:
            return known.get(third)
        return self._absent * len(self._members[group]) * len(self._members[third])
