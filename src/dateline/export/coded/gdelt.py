"""GDELT 2.0 Events: the record as its 61 columns, tab-separated and without a header, as in its files."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

from dateline.case.rows import Value
from dateline.export.address import address, web_address
from dateline.export.chosen import Chosen
from dateline.export.coded import tabs
from dateline.export.coded.code import code_of
from dateline.export.coded.day import within_a_month
from dateline.export.coded.mark import happened, number_of, outlet_of, reports_of
from dateline.export.coded.site import Site, site
from dateline.export.coded.standing import standing
from dateline.export.format import Format
from dateline.model import Event, Party, Report

_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code",
    "Type1Code", "Type2Code", "Type3Code",
)  # fmt: skip
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor{n}{name}" for n in (1, 2) for name in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles", "AvgTone",
    *(f"{whose}Geo_{name}" for whose in ("Actor1", "Actor2", "Action") for name in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip

_COUNTRY, _US_STATE, _US_CITY, _CITY, _STATE = 1, 2, 3, 4, 5
_DAYS_OF_A_MONTH, _DAYS_OF_A_YEAR = 30, 365  # GDELT's own reckoning of FractionDate
_BASE = 3


@dataclass(frozen=True, slots=True)
class Dyad:
    """What GDELT takes for one event: one actor, one other, one act on one day."""

    event: Event
    actor1: Party | None
    actor2: Party | None
    day: date

    @property
    def id(self) -> int:
        """GLOBALEVENTID."""
        names = (party.name if party else None for party in (self.actor1, self.actor2))
        return number_of("gdelt", self.event.id, *names)


def dyads(chosen: Chosen) -> Iterator[Dyad]:
    """Every pair of actor and target of what happened within a month that is known."""
    for event in chosen.record.events:
        when = within_a_month(event.when)
        if happened(event) and when:
            for actor1, actor2 in _pairs(event):
                yield Dyad(event, actor1, actor2, when.first)


def _pairs(event: Event) -> Iterator[tuple[Party | None, Party | None]]:
    """Actors with targets; of events of several actors and no target, the first with each other."""
    if event.targets or len(event.actors) < 2:
        yield from product(event.actors or (None,), event.targets or (None,))
    else:
        yield from ((event.actors[0], other) for other in event.actors[1:])


def content(chosen: Chosen) -> Iterator[str]:
    """A line for each pair of actors of each event."""
    return (tabs.line(_row(chosen, dyad)) for dyad in dyads(chosen))


def _row(chosen: Chosen, dyad: Dyad) -> list[Value]:
    event, day, code = dyad.event, dyad.day, code_of(dyad.event)
    reports = reports_of(chosen, [event])
    fraction = day.year + (day.month * _DAYS_OF_A_MONTH + day.day) / _DAYS_OF_A_YEAR
    return [
        dyad.id, f"{day:%Y%m%d}", f"{day:%Y%m}", day.year, round(fraction, 4),
        *_actor(dyad.actor1), *_actor(dyad.actor2),
        int(event.core), code.cameo, code.cameo[:_BASE], code.cameo_root, code.quad, code.goldstein,
        len(event.claims), len({outlet_of(r) for r in reports}), len(reports), None,
        *[None] * len(_GEO), *[None] * len(_GEO), *_geo(site(event)),
        stamp(next((r.published for r in reports if r.published), None)), source(chosen, event, reports),
    ]  # fmt: skip


def _actor(party: Party | None) -> list[Value]:
    if party is None:
        return [None] * len(_ACTOR)
    found = standing(party)
    nation = found.country.iso3 if found.country else ""
    code = f"{nation}{found.sector}" or None
    return [code, party.name.upper(), nation, None, None, None, None, found.sector, None, None]


def _geo(place: Site | None) -> list[Value]:
    if place is None or place.country is None:
        return [None] * len(_GEO)
    where, american = place.where, place.country.iso2 == "US"
    if where.precision == "country":
        kind = _COUNTRY
    elif where.kind in ("admin1", "admin2", "region"):
        kind = _US_STATE if american else _STATE
    else:
        kind = _US_CITY if american else _CITY
    holders = (where.name, place.admin1 if place.admin1 != where.name else None, place.country.name)
    full = ", ".join(dict.fromkeys(filter(None, holders)))
    id_ = (where.entry or "").removeprefix("geonames:")
    return [
        kind, full, place.country.fips, place.admin1_code, None, where.lat, where.lon,
        id_ if id_.isdigit() else place.admin1_code or place.country.fips,
    ]  # fmt: skip


def stamp(day: str | None) -> str | None:
    """An ISO day as GDELT writes a moment: its midnight."""
    return f"{day.replace('-', '')}000000" if day else None


def source(chosen: Chosen, event: Event, reports: list[Report]) -> str:
    """Where the first report stands; its fragment names the claims and the case, which no server is told."""
    bare = next(filter(None, map(web_address, reports)), address(reports[0])).split("#")[0]
    return f"{bare}#claims={','.join(event.claims)}&case={chosen.version}"


FORMAT = Format(
    name="gdelt",
    family="coding schemes",
    suffix=".export.csv",
    media="text/tab-separated-values",
    people="tools for GDELT Events",
    rule="One tab-separated line without header for each pair of actor and target; CAMEO code, quadrant and "
    "Goldstein score by codes.tsv; SQLDATE is the first day of a time within a month. NumMentions counts "
    "claims. Claims and case stand in the fragment of SOURCEURL.",
    loss="How exact the time is; what was threatened, planned or denied; times longer than a month or open; "
    "all tolls; who said what; tone, which is not measured, and where the actors are from.",
    content=content,
)
