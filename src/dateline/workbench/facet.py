"""Facet: the values that events have in one respect, numbered once, so that counting them takes no time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
"""Which events are meant: one truth value for each event of the record, in its order."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A value with the number of chosen events that have it, and whether it is a filter now."""

    value: str
    count: int
    on: bool


class Facet:
    """All pairs of an event and a value that it has; an event may have none or several."""

    def __init__(self, values_of: Sequence[Iterable[str]]) -> None:
        """`values_of` gives, for each event, its values, each once."""
        numbers: dict[str, int] = {}
        at: list[int] = []
        code: list[int] = []
        for event, values in enumerate(values_of):
            for value in values:
                at.append(event)
                code.append(numbers.setdefault(value, len(numbers)))
        self._events = len(values_of)
        self._numbers = numbers
        self._values = list(numbers)
        self._at = np.asarray(at, dtype=np.int32)
        self._code = np.asarray(code, dtype=np.int32)

    def mask(self, wanted: Iterable[str]) -> Mask:
        """The events that have one of the `wanted` values."""
        codes = [self._numbers[value] for value in wanted if value in self._numbers]
        chosen = np.zeros(self._events, dtype=np.bool_)
        chosen[self._at[np.isin(self._code, codes)]] = True
        return chosen

    def counts(self, among: Mask) -> dict[str, int]:
        """How many of the events `among` have each value, most frequent first, then by name."""
        found = np.bincount(self._code[among[self._at]], minlength=len(self._values))
        held = [(int(found[number]), self._values[number]) for number in np.flatnonzero(found)]
        return {value: count for count, value in sorted(held, key=lambda pair: (-pair[0], pair[1]))}

    def counted(self, among: Mask, on: Sequence[str], most: int) -> list[Counted]:
        """The `most` frequent values among events, with those that are filters now always there."""
        counts = self.counts(among)
        shown = list(counts)[:most]
        shown += [value for value in on if value not in shown]
        return [Counted(value, counts.get(value, 0), value in on) for value in shown]
