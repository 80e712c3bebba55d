"""Bond: what people decided about which claims tell of one occurrence; no join of the machine breaks it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Bond:
    """Two claims (ids) that a person took for one occurrence, and `why` in words."""

    one: str
    other: str
    why: str


class Bonds:
    """Claims as they come together, from what people decided on to what the machine joins.

    A claim held apart from another one stays apart from all that has come together with that one, so what a
    person split is not brought together again by a third claim between the two.
    """

    def __init__(self, together: Iterable[Bond] = (), apart: Iterable[tuple[str, str]] = ()) -> None:
        """`apart` are pairs of claim ids, and outweigh `together`: a bond against them is not `kept`."""
        together, apart = tuple(together), tuple(apart)
        self._decided = {claim for bond in together for claim in (bond.one, bond.other)}
        self._decided.update(claim for pair in apart for claim in pair)
        self._above: dict[str, str] = {}
        self._foes: dict[str, set[str]] = defaultdict(set)
        for one, other in apart:
            self._foes[one].add(other)
            self._foes[other].add(one)
        self.kept: list[Bond] = []
        for bond in sorted(together):
            if self.allows(bond.one, bond.other):
                self.join(bond.one, bond.other)
                self.kept.append(bond)

    def bears_on(self, claim: str) -> bool:
        """True when people decided with what that very claim belongs or does not belong."""
        return claim in self._decided

    def root(self, claim: str) -> str:
        """The claim that stands for all that have come together with `claim`."""
        while (above := self._above.get(claim)) is not None:
            self._above[claim] = self._above.get(above, above)  # every way up stays short
            claim = above
        return claim

    def allows(self, one: str, other: str) -> bool:
        """True when no person holds a claim that came together with `one` apart from one with `other`."""
        first, second = self.root(one), self.root(other)
        return first == second or all(self.root(foe) != second for foe in self._foes.get(first, ()))

    def join(self, one: str, other: str) -> None:
        """Take two claims, and all that came together with them, for one occurrence."""
        first, second = self.root(one), self.root(other)
        if first == second:
            return
        self._above[second] = first
        if foes := self._foes.pop(second, None):
            self._foes[first] |= foes
