"""PlaceFinder: a report's place names as Where, resolved or left open."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from dateline.grounding.where.entry import Entry
from dateline.grounding.where.folding import fold
from dateline.grounding.where.gazetteer import Gazetteer, default_gazetteer
from dateline.grounding.where.mention import Mention
from dateline.grounding.where.mentions import MentionFinder
from dateline.grounding.where.resolver import Resolution, Resolver
from dateline.grounding.where.words import place_words
from dateline.model import Report, Where
from dateline.model.vocabulary import PlacePrecision

if TYPE_CHECKING:
    from spacy.tokens import Doc

PRECISIONS: dict[str, PlacePrecision] = {
    "country": "country",
    "admin1": "province",
    "admin2": "district",
    "region": "region",
    "sea": "international",
    "continent": "international",
}
DEMONYM_WEIGHT = 0.5
NEAR_KM = 15.0  # what "near" adds where no distance is told
PART = 0.6  # the part of an area that a compass word leaves, as a share of its radius


class PlaceFinder:
    """Finds and resolves places with one gazetteer; one instance serves any number of reports."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._mentions = MentionFinder(gazetteer, place_words())
        self._resolver = Resolver(gazetteer)

    def find(self, doc: Doc, report: Report) -> tuple[Where, ...]:
        """Every place mention in text order."""
        mentions = self._mentions.find(doc)
        resolved = self._resolver.resolve(report.text, mentions, self._hints(doc))
        return tuple(self._where(report, resolution) for resolution in resolved)

    def _hints(self, doc: Doc) -> list[tuple[str, float]]:
        """Countries that the people named in the report belong to."""
        found = []
        for token in doc:
            if token.text[:1].isupper() and token.is_alpha:
                key = fold(token.text)
                isos = self._gazetteer.demonyms.get(key) or self._gazetteer.demonyms.get(
                    key.removesuffix("s")
                )
                found += [(iso, DEMONYM_WEIGHT / len(isos)) for iso in isos or ()]
        return found

    def _where(self, report: Report, resolution: Resolution) -> Where:
        mention, entry = resolution.mention, resolution.entry
        span = report.span(mention.start, mention.end)
        name = re.sub(r"\s+", " ", mention.text)
        if entry is None:
            return Where(span, name, kind=mention.kind or None, evidence=resolution.evidence)
        lat, lon, radius = _part(mention, entry)
        precision = PRECISIONS.get(entry.kind, "exact")
        if mention.near:
            radius, precision = radius + NEAR_KM, "near" if precision == "exact" else precision
        return Where(
            span,
            name,
            entry.id,
            entry.kind,
            entry.country,
            entry.within,
            lat,
            lon,
            round(radius, 1),
            precision,
            resolution.score,
            resolution.evidence,
        )


def _part(mention: Mention, entry: Entry) -> tuple[float, float, float]:
    """Centre and radius of the part that a compass word means: "northern Syria"."""
    if mention.bearing is None or entry.radius_km < 10:
        return entry.lat, entry.lon, entry.radius_km
    if mention.bearing < 0:
        return entry.lat, entry.lon, entry.radius_km * PART
    away = entry.radius_km * (1 - PART) / 111.2
    lat = entry.lat + away * math.cos(math.radians(mention.bearing))
    lon = entry.lon + away * math.sin(math.radians(mention.bearing)) / max(0.1, math.cos(math.radians(lat)))
    return round(lat, 3), round(lon, 3), entry.radius_km * PART


@cache
def _default_finder() -> PlaceFinder:
    return PlaceFinder(default_gazetteer())


def find_places(doc: Doc, report: Report) -> tuple[Where, ...]:
    """The report's place mentions in text order, each resolved to an entry of the gazetteer or left open.

    `doc` must be parsed from exactly `report.text`.
    """
    return _default_finder().find(doc, report)
