"""Coarsening: places no finer than a division or a distance, in values and in quotes."""

import math
from dataclasses import dataclass, replace

from dateline.case.store import Kept
from dateline.export.options import kilometres
from dateline.export.rewriting import Wording
from dateline.export.walk import parts
from dateline.grounding.where import Gazetteer
from dateline.grounding.where.entry import Entry
from dateline.grounding.where.gazetteer import default_gazetteer
from dateline.model import Where
from dateline.model.vocabulary import PlacePrecision

_KM_PER_DEGREE = 111.2
_WIDE = frozenset({"country", "international"})
_PRECISION: tuple[tuple[float, PlacePrecision], ...] = ((10, "near"), (50, "district"), (200, "province"))


@dataclass(frozen=True, slots=True)
class Coarsening:
    """Brings places up to `grain`: "admin1", "country", or a number of kilometres."""

    grain: str
    gazetteer: Gazetteer

    @classmethod
    def to(cls, grain: str) -> "Coarsening":
        """A coarsening over the shipped gazetteer."""
        return cls(grain, default_gazetteer())

    def of(self, where: Where) -> Where:
        """`where` no finer than the grain; one that is wide enough stays as it is."""
        if where.precision in _WIDE or (self.grain == "admin1" and where.kind == "admin1"):
            return where
        km = kilometres(self.grain)
        if km is not None:
            return where if (where.radius_km or 0) >= km / math.sqrt(2) else self._in_cell(where, km)
        holder = (self._division(where) if self.grain == "admin1" else None) or self._country(where)
        return _as(where, holder) if holder else _nowhere(where)

    def wording(self, kept: Kept) -> Wording:
        """What stands in a report instead of the names of places that are finer."""
        instead: dict[str, str] = {}
        for where in parts(kept.claims, Where):
            coarse = self.of(where)
            if coarse is not where:
                label = f"[place in {coarse.name}]" if coarse.lat is not None else "[place]"
                instead.update({where.span.text: label, where.name: label})
        outlet = {kept.report.outlet} if kept.report.outlet else set()
        return Wording(instead, frozenset(outlet))

    def _division(self, where: Where) -> Entry | None:
        for name in where.containing:
            for entry in self.gazetteer.candidates(name):
                if entry.kind == "admin1" and entry.country == where.country:
                    return entry
        return None

    def _country(self, where: Where) -> Entry | None:
        return self.gazetteer.countries.get(where.country or "")

    def _in_cell(self, where: Where, km: float) -> Where:
        """The cell of a grid of `km` by `km` that the place lies in, named by its country."""
        country = self._country(where)
        name = country.name if country else "unknown country"
        if where.lat is None or where.lon is None:
            return _nowhere(where)
        row = km / _KM_PER_DEGREE
        lat = max(-90.0, min(90.0, (math.floor(where.lat / row) + 0.5) * row))
        column = row / max(math.cos(math.radians(lat)), row / 360)
        lon = max(-180.0, min(180.0, (math.floor(where.lon / column) + 0.5) * column))
        return replace(
            where,
            name=name,
            entry=None,
            kind="area",
            containing=(),
            lat=round(lat, 4),
            lon=round(lon, 4),
            radius_km=round(km / math.sqrt(2), 1),
            precision=next((word for limit, word in _PRECISION if km <= limit), "region"),
            evidence=(),
        )


def _as(where: Where, holder: Entry) -> Where:
    precision: PlacePrecision = "country" if holder.kind == "country" else "province"
    return replace(
        where,
        name=holder.name,
        entry=holder.id,
        kind=holder.kind,
        containing=holder.within,
        lat=holder.lat,
        lon=holder.lon,
        radius_km=holder.radius_km,
        precision=precision,
        evidence=(),
    )


def _nowhere(where: Where) -> Where:
    """A place of which nothing is said but its country."""
    return Where(where.span, "withheld place", country=where.country)
