"""Votes: what the places of a report say together about where it plays."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable

from dateline.grounding.where.entry import Entry

NEAR_KM = 100.0  # a place this far away counts a third of one next door
_REACH = 4.0  # degrees of latitude beyond which nearness is nothing


class Votes:
    """Shares of countries and first order divisions, and the points that are named."""

    def __init__(self, hints: Iterable[tuple[str, float]] = ()) -> None:
        """`hints`: countries that other words of the report speak of, with weights."""
        self._countries: dict[str, float] = defaultdict(float)
        self._divisions: dict[str, float] = defaultdict(float)
        self._points: dict[str, tuple[Entry, float]] = {}
        self._total = 0.0
        for country, weight in hints:
            self._countries[country] += weight
            self._total += weight

    def add(self, entry: Entry, weight: float) -> None:
        """Count one mention of `entry`."""
        self._total += weight
        for country in entry.countries:
            self._countries[country] += weight
        if entry.admin1:
            self._divisions[entry.admin1] += weight
        if entry.radius_km <= NEAR_KM:
            known = self._points.get(entry.id, (entry, 0.0))[1]
            self._points[entry.id] = entry, known + weight

    def country(self, entry: Entry) -> float:
        """How much of the report speaks of the entry's countries: the best share, 0..1."""
        shares = (self._countries.get(country, 0.0) for country in entry.countries)
        return max(shares, default=0.0) / self._total if self._total else 0.0

    def division(self, entry: Entry) -> float:
        """How much of the report speaks of the entry's first order division, 0..1."""
        return self._divisions.get(entry.admin1 or "", 0.0) / self._total if self._total else 0.0

    def nearness(self, entry: Entry) -> float:
        """How close the closest of the report's other places lies: 1 next door, 0 far away."""
        best = 0.0
        for point, weight in self._points.values():
            if abs(point.lat - entry.lat) < _REACH and point.id != entry.id:
                best = max(best, min(1.0, weight) * math.exp(-entry.km_to(point) / NEAR_KM))
        return best
