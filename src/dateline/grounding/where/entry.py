"""Entry: one place of the gazetteer, with what it takes to tell it from its namesakes."""

import math
from dataclasses import dataclass

EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One place. `lat`/`lon` in degrees, `radius_km` how far the place reaches from there.

    `kind` is country, admin1, admin2, town or a feature's own kind. `countries` are ISO codes, the first
    one leading, empty for high seas. `admin1` and `admin2` are the ids of the divisions it lies in. `within`
    are their names, narrowest first, the country last. `official`: the name asked for is its main one.
    """

    id: str
    name: str
    kind: str
    countries: tuple[str, ...]
    lat: float
    lon: float
    radius_km: float
    population: int = 0
    admin1: str | None = None
    admin2: str | None = None
    within: tuple[str, ...] = ()
    official: bool = True

    @property
    def country(self) -> str | None:
        """The leading country."""
        return self.countries[0] if self.countries else None

    def km_to(self, other: "Entry") -> float:
        """Kilometres between the two centres along the great circle."""
        return distance_km(self.lat, self.lon, other.lat, other.lon)

    def lies_in(self, area: "Entry") -> bool:
        """True when `area` is a country or division that holds this entry, or a feature that covers it."""
        if area.kind == "country":
            return area.country in self.countries and self.id != area.id
        if area.kind in ("admin1", "admin2"):
            return area.id in (self.admin1, self.admin2) and self.id != area.id
        return self.id != area.id and self.radius_km < area.radius_km >= self.km_to(area)


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance between two points given in degrees."""
    a, b = math.radians(lat), math.radians(other_lat)
    half = math.sin((b - a) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(half))
