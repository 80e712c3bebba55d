"""Country: one country's codes in the schemes of others."""

from dataclasses import dataclass
from functools import cache

from dateline.export.coded.table import table

# UCDP counts a country to a region by the hundreds of its number.
_UCDP_REGIONS = ((199, "Americas"), (399, "Europe"), (626, "Africa"), (699, "Middle East"), (999, "Asia"))


@dataclass(frozen=True, slots=True)
class Country:
    """A row of `countries.tsv`; None where a scheme has no code for the country."""

    iso2: str
    iso3: str
    number: int | None
    name: str
    fips: str | None
    cow: int | None
    gw: int | None
    acled_region: str | None

    @property
    def ucdp_region(self) -> str | None:
        """The region that UCDP counts it to."""
        if self.gw is None:
            return None
        return next(name for last, name in _UCDP_REGIONS if self.gw <= last)


def country(iso2: str | None) -> Country | None:
    """The country of that ISO code, in whatever case; None when there is none."""
    return _countries().get((iso2 or "").upper())


def country_of_iso3(iso3: str | None) -> Country | None:
    """The country of that three-letter ISO code; None when there is none."""
    return _by_iso3().get(iso3 or "")


@cache
def _by_iso3() -> dict[str, Country]:
    return {country.iso3: country for country in _countries().values()}


@cache
def _countries() -> dict[str, Country]:
    return {row[0]: _country(row) for row in table("countries")}


def _country(row: tuple[str, ...]) -> Country:
    iso2, iso3, number, name, fips, cow, gw, region = row
    return Country(iso2, iso3, _number(number), name, fips or None, _number(cow), _number(gw), region or None)


def _number(words: str) -> int | None:
    return int(words) if words else None
