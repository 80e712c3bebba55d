"""Site: where an event happened, in the divisions and precision codes of others."""

from dataclasses import dataclass

from dateline.export.coded.country import Country, country
from dateline.model import Event, Where

_ACLED = {"exact": 1, "near": 2, "district": 2, "province": 3, "region": 3}
_UCDP = {"exact": 1, "near": 2, "district": 3, "province": 4, "region": 5, "country": 6, "international": 7}
_DIVISIONS = 2


@dataclass(frozen=True, slots=True)
class Site:
    """A place with its country and divisions; None where they are not known."""

    where: Where
    country: Country | None
    admin1: str | None
    admin2: str | None

    @property
    def acled_precision(self) -> int | None:
        """ACLED's geo_precision; None for countries, which it refuses, and where it is not known."""
        return _ACLED.get(self.where.precision or "")

    @property
    def ucdp_precision(self) -> int | None:
        """UCDP's where_prec."""
        return _UCDP.get(self.where.precision or "")

    @property
    def admin1_code(self) -> str | None:
        """GDELT's code of a place that is a division: the FIPS country code and the division's own."""
        id_ = self.where.entry or ""
        code = id_.removeprefix("geonames:")
        if self.country is None or "." not in code or not self.country.fips:
            return None
        return f"{self.country.fips}{code.split('.')[1]}"


def site_of(where: Where) -> Site:
    """`where` with its divisions: the names that hold it end with the country, before that the divisions."""
    nation = country(where.country)
    holders = list(where.containing)
    if holders and nation and where.kind != "country":
        holders = holders[:-1]
    if where.kind == "admin1":
        holders.append(where.name)
    elif where.kind == "admin2":
        holders.insert(0, where.name)
    admin1 = holders[-1] if holders else None
    return Site(where, nation, admin1, holders[-_DIVISIONS] if len(holders) >= _DIVISIONS else None)


def sites(event: Event) -> list[Site]:
    """The places of an event that hold no other of them."""
    return [site_of(w) for w in event.places if not any(_holds(w, other) for other in event.places)]


def site(event: Event) -> Site | None:
    """The most specific place."""
    return site_of(event.places[0]) if event.places else None


def _holds(where: Where, other: Where) -> bool:
    if where is other or where.name == other.name:
        return False
    return where.name in other.containing or (where.kind == "country" and where.country == other.country)
