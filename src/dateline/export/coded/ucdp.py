"""UCDP GED: the record as its 49 columns, one row for each event with deaths.

Rules: UCDP GED codebook 23 to 25. Ids of conflicts, dyads and actors are UCDP's own and stay empty.
"""

import math
from collections.abc import Iterator

from dateline.case.rows import Value
from dateline.export import csv
from dateline.export.chosen import Chosen
from dateline.export.coded.day import Interval, within_a_year
from dateline.export.coded.mark import happened, listed, number_of, outlet_of, reports_of
from dateline.export.coded.site import Site, site
from dateline.export.coded.standing import Standing, of_words, standing
from dateline.export.coded.toll import Deaths, deaths
from dateline.export.format import Format
from dateline.model import Event, Party

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id",
    "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id",
    "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources",
    "source_article", "source_office", "source_date", "source_headline", "source_original", "where_prec",
    "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt",
    "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end",
    "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip

STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3
CIVILIANS = "Civilians"
_CELLS_AROUND = 720  # PRIO-GRID: half degrees, numbered row by row from the south-west
_CLEAR, _LESS_CLEAR = 1, 2
_A_WEEK = 3


def _rows(chosen: Chosen) -> Iterator[list[Value]]:
    for event in chosen.record.events:
        when, toll, kind = within_a_year(event.when), deaths(chosen, event), violence(event)
        if happened(event) and when and toll and kind:
            yield _row(chosen, event, when, toll, kind)


def violence(event: Event) -> int | None:
    """UCDP's type of violence; None where neither side is known for what it would have to be.

    State-based needs a state on one side and a state or group on the other, non-state a group on both,
    one-sided a state or group and civilians.
    """
    a, b = _standings(event)
    if not a or not (a.side or (b and b.side)):
        return None
    if b and b.side and a.side:
        return STATE_BASED if "state" in (a.side, b.side) else NON_STATE
    hit = b.civilian if b else any(of_words(count.who).civilian for count in event.counts)
    return ONE_SIDED if a.side and hit else None


def _standings(event: Event) -> tuple[Standing | None, Standing | None]:
    a, b = sides(event)
    return (standing(a) if a else None), (standing(b) if b else None)


def sides(event: Event) -> tuple[Party | None, Party | None]:
    """Side a and side b: actor and target, or the two actors of a clash."""
    both = (*event.actors[:1], *event.targets[:1]) if event.targets else event.actors[:2]
    first = both[0] if event.actors and both else None
    return first, (both[1] if first and len(both) > 1 else None)


def _row(chosen: Chosen, event: Event, when: Interval, toll: Deaths, kind: int) -> list[Value]:
    place, names = site(event), _names(event, kind)
    dyad = " - ".join(names)
    prefix = f"{place.country.iso3}-" if place and place.country else ""
    return [
        number_of("ucdp", event.id), f"{prefix}{when.first.year}-{kind}-{event.id}", when.first.year, None,
        None, kind,
        None, None, dyad, None, None, dyad, None, None, names[0], None, None, names[1],
        *_sources(chosen, event),
        *_where(place),
        _clarity(event, when, place), when.ucdp_precision, f"{when.first} 00:00:00.000",
        f"{when.last} 00:00:00.000",
        toll.a, toll.b, toll.civilians, toll.unknown, toll.best, toll.high, toll.low,
        *(_state_number(party) for party in sides(event)),
    ]  # fmt: skip


def _names(event: Event, kind: int) -> tuple[str, str]:
    a, b = sides(event)
    if kind == ONE_SIDED or b is None:
        return (a.name if a else ""), CIVILIANS
    return (a.name if a else ""), b.name


def _sources(chosen: Chosen, event: Event) -> list[Value]:
    """Reports with the claims that they make, outlets, days, headlines, and those whom it goes back to."""
    reports = reports_of(chosen, [event])
    claims = {r.id: [c for c in event.claims if chosen.claims[c].report == r.id] for r in reports}
    articles = (
        f'"{outlet_of(r)},{r.published or ""},{r.title or ""}" [{" ".join(claims[r.id])}]' for r in reports
    )
    return [
        len(reports),
        listed((*articles, f"[{chosen.version}]"), ";"),
        listed((outlet_of(r) for r in reports), ";"),
        listed((r.published for r in reports), ";"),
        listed((r.title for r in reports), ";"),
        listed(event.origins, ";"),
    ]


def _where(place: Site | None) -> list[Value]:
    """From where_prec to region."""
    if place is None:
        return [None] * 12
    where, country = place.where, place.country
    point = grid = None
    if where.lat is not None and where.lon is not None:
        point, grid = f"POINT ({where.lon} {where.lat})", priogrid(where.lat, where.lon)
    return [
        place.ucdp_precision, where.name, listed((where.name, *where.containing), ", "), place.admin1,
        place.admin2, where.lat, where.lon, point, grid,
        country.name if country else None, country.gw if country else None,
        country.ucdp_region if country else None,
    ]  # fmt: skip


def priogrid(lat: float, lon: float) -> int:
    """The number of the PRIO-GRID cell of a point given in degrees."""
    row = min(359, math.floor((lat + 90) * 2))
    column = min(_CELLS_AROUND - 1, math.floor((lon + 180) * 2))
    return row * _CELLS_AROUND + column + 1


def _clarity(event: Event, when: Interval, place: Site | None) -> int:
    """1 where the event stands apart; 2 for a series, or a time or place as coarse as a week or province."""
    series = any(c.what == "attacks" and (c.min or 0) > 1 for c in event.counts)
    vague = when.ucdp_precision >= _A_WEEK or place is None or (place.ucdp_precision or 9) > _A_WEEK
    return _LESS_CLEAR if series or vague else _CLEAR


def _state_number(party: Party | None) -> int | None:
    found = standing(party) if party else None
    return found.country.gw if found and found.side == "state" and found.country else None


def content(chosen: Chosen) -> Iterator[str]:
    """A table under UCDP's column names."""
    return csv.lines(COLUMNS, _rows(chosen))


FORMAT = Format(
    name="ucdp",
    family="coding schemes",
    suffix=".csv",
    media="text/csv",
    people="users of UCDP GED",
    rule="One row for each event with deaths and a known side; low and high are the extremes that anybody "
    "tells, best the lower bound of the latest report; deaths by side where the words say whose; codes for "
    "date (1 to 5), place (1 to 7) and clarity. Claims and case stand in source_article.",
    loss="Events without deaths; what was threatened, planned or denied; times longer than a year or open; "
    "events in which no state or group is known to act against another one or civilians; the injured; who "
    "gave which number; UCDP's own ids, names, conflicts and its threshold of 25 deaths (active_year is "
    "empty).",
    content=content,
)
