"""Votes: what the places of a report say together about where it plays."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable

from dateline.grounding.where.entry import Entry

NEAR_KM = 100.0  # a place this far away counts a third of one next door
FEW = 0.5  # added to the votes of the rest, so that one lone voice is not unanimous
_ISO = 2  # letters of a country's code; those of divisions are longer
_REACH = 4.0  # degrees of latitude beyond which nearness is nothing


class Votes:
    """Shares of countries and first order divisions, and the points that are named.

    A name never votes for itself: every question leaves out the votes of the `key` that asks.
    """

    def __init__(self, hints: Iterable[tuple[str, float]] = ()) -> None:
        """`hints`: countries that other words of the report speak of, with weights."""
        self._weights: dict[str, float] = defaultdict(float)  # by country and by division
        self._own: dict[tuple[str, str], float] = defaultdict(float)
        self._points: dict[str, tuple[Entry, float, str]] = {}
        self._total = 0.0
        for country, weight in hints:
            self._weights[country] += weight
            self._total += weight

    def add(self, key: str, entry: Entry, weight: float) -> None:
        """Count one mention of `entry` under the name `key`."""
        self._total += weight
        self._own[key, ""] += weight
        for area in (*entry.countries, entry.admin1 or ""):
            if area:
                self._weights[area] += weight
                self._own[key, area] += weight
        if entry.radius_km <= NEAR_KM:
            known = self._points.get(entry.id, (entry, 0.0, key))[1]
            self._points[entry.id] = entry, known + weight, key

    def country(self, key: str, entry: Entry) -> float:
        """How much of the rest of the report speaks of the entry's countries: the best share, 0..1."""
        return max((self._share(key, country) for country in entry.countries), default=0.0)

    def leading(self, key: str) -> float:
        """The share of the country that the rest of the report speaks of most."""
        return max((self._share(key, area) for area in self._weights if len(area) == _ISO), default=0.0)

    def division(self, key: str, entry: Entry) -> float:
        """How much of the rest of the report speaks of the entry's first order division, 0..1."""
        return self._share(key, entry.admin1 or "")

    def _share(self, key: str, area: str) -> float:
        rest = self._total - self._own[key, ""]
        return (self._weights.get(area, 0.0) - self._own[key, area]) / (rest + FEW) if area else 0.0

    def nearness(self, key: str, entry: Entry) -> float:
        """How close the closest of the report's other places lies: 1 next door, 0 far away."""
        best = 0.0
        for point, weight, name in self._points.values():
            if name != key and abs(point.lat - entry.lat) < _REACH and point.id != entry.id:
                best = max(best, min(1.0, weight) * math.exp(-entry.km_to(point) / NEAR_KM))
        return best
