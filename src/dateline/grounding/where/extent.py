"""Extent: how far the words about a place reach: near it, its northern part, the whole of it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from dateline.grounding.where.entry import Entry
from dateline.grounding.where.mention import Mention
from dateline.model import Span, Where
from dateline.model.vocabulary import PlacePrecision

NEAR_KM = 15.0  # what "near" adds where no distance is told
PART = 0.6  # the part of an area that a compass word leaves, as a share of its radius
PARTED_KM = 10.0  # a smaller place has no parts worth telling apart
KM_A_DEGREE = 111.2

_PRECISIONS: dict[str, PlacePrecision] = {"country": "country", "admin1": "province", "admin2": "district"}
_REGIONS = frozenset("region area corridor river lake border sea gulf strait continent".split())


@dataclass(frozen=True, slots=True)
class Extent:
    """A circle in degrees and kilometres, and UCDP's word for how exact it is."""

    lat: float
    lon: float
    radius_km: float
    precision: PlacePrecision


def extent_of(entry: Entry, mention: Mention) -> Extent:
    """The circle that `mention` means when it names `entry`."""
    precision = _precision(entry)
    if mention.near:
        if precision == "exact":
            precision = "near"
        return Extent(entry.lat, entry.lon, round(entry.radius_km + NEAR_KM, 1), precision)
    if mention.bearing is None or entry.radius_km < PARTED_KM:
        return Extent(entry.lat, entry.lon, entry.radius_km, precision)
    return _part(entry, mention.bearing, precision)


def located(
    words: Span,
    name: str,
    entry: Entry,
    extent: Extent,
    score: float | None = None,
    evidence: tuple[str, ...] = (),
) -> Where:
    """The place `name`, said by `words`, as the gazetteer's entry that it is and as far as it reaches."""
    circle = (extent.lat, extent.lon, extent.radius_km, extent.precision)
    return Where(words, name, entry.id, entry.kind, entry.country, entry.within, *circle, score, evidence)


def _precision(entry: Entry) -> PlacePrecision:
    if entry.kind in _PRECISIONS:
        return _PRECISIONS[entry.kind]
    if not entry.countries:
        return "international"
    return "region" if entry.kind in _REGIONS else "exact"


def _part(entry: Entry, bearing: int, precision: PlacePrecision) -> Extent:
    """The part in the direction of `bearing` (degrees), or the middle where it is negative."""
    radius = round(entry.radius_km * PART, 1)
    if precision == "country":
        precision = "region"
    if bearing < 0:
        return Extent(entry.lat, entry.lon, radius, precision)
    away = entry.radius_km * (1 - PART) / KM_A_DEGREE
    lat = entry.lat + away * math.cos(math.radians(bearing))
    lon = entry.lon + away * math.sin(math.radians(bearing)) / max(0.1, math.cos(math.radians(lat)))
    return Extent(round(max(-90.0, min(90.0, lat)), 3), round((lon + 180) % 360 - 180, 3), radius, precision)
