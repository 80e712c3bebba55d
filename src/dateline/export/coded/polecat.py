"""POLECAT: the record as the 40 columns of its files, tab-separated."""

from collections.abc import Iterator, Sequence

from dateline.case.rows import Value
from dateline.export.chosen import Chosen
from dateline.export.coded import tabs
from dateline.export.coded.code import code_of, plover_scale
from dateline.export.coded.day import within_a_month
from dateline.export.coded.mark import CODER, happened, listed, outlet_of, reports_of
from dateline.export.coded.site import site
from dateline.export.coded.standing import standing
from dateline.export.format import Format
from dateline.export.walk import parts
from dateline.model import Event, Party, Where

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename",
    "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations",
    "Language", "Version",
)  # fmt: skip
MISSING = "None"


def content(chosen: Chosen) -> Iterator[str]:
    """A table under POLECAT's column names; what is missing is the word None, as in its own files."""
    yield tabs.line(COLUMNS)
    for event in chosen.record.events:
        if happened(event) and within_a_month(event.when):
            yield tabs.line((value if value not in (None, "") else MISSING) for value in _row(chosen, event))


def _row(chosen: Chosen, event: Event) -> list[Value]:
    code, reports = code_of(event), reports_of(chosen, [event])
    quad, score = plover_scale(code.plover, code.plover_mode)
    claims = [chosen.claims[id_] for id_ in event.claims]
    when = within_a_month(event.when)
    return [
        event.id, when.first.isoformat() if when else None, code.plover, code.plover_mode, score, quad, None,
        *_actor(event.actors),
        *_actor(event.targets),
        *_place(event),
        listed((outlet_of(r) for r in reports), ";"),
        min((r.published for r in reports if r.published), default=None),
        _named(claims, "Person"), _named(claims, "Organization", "PublicBody"),
        listed((where.name for claim in claims for where in parts(claim, Where)), ";"),
        listed((r.language for r in reports), ";"),
        f"{CODER} {chosen.version} claims={' '.join(event.claims)}",
    ]  # fmt: skip


def _actor(parties: tuple[Party, ...]) -> list[Value]:
    """The eight columns of a side; several actors are separated by semicolons."""
    found = [standing(party) for party in parties]
    nations = [f.country for f in found if f.country]
    sectors = [f.sector for f in found if f.sector]
    return [
        listed((party.name for party in parties), ";"),
        listed((nation.iso3 for nation in nations), ";"),
        listed((nation.cow for nation in nations), ";"),
        sectors[0] if sectors else None,
        listed(sectors, ";"),
        None,
        listed((party.span.text for party in parties), ";"),
        None,
    ]


def _place(event: Event) -> list[Value]:
    place = site(event)
    if place is None:
        return [None] * 10
    where = place.where
    id_ = (where.entry or "").removeprefix("geonames:")
    return [
        where.name, where.name if where.kind == "town" else None, place.admin2, place.admin1,
        place.country.iso3 if place.country else None, where.lat, where.lon,
        id_ if id_.isdigit() else None, where.span.text, where.kind,
    ]  # fmt: skip


def _named(claims: Sequence[object], *schemas: str) -> str:
    """Those of these kinds whom the claims name."""
    return listed((p.name for claim in claims for p in parts(claim, Party) if p.schema in schemas), ";")


FORMAT = Format(
    name="polecat",
    family="coding schemes",
    suffix=".txt",
    media="text/tab-separated-values",
    people="users of POLECAT, ICEWS",
    rule="One tab-separated row for each event, coded as plover; the date is the first day of a time within "
    "a month. Claims and case stand in Version.",
    loss="What was threatened, planned or denied; times longer than a month or open; all tolls; offsets; who "
    "said what; contexts and Wikipedia ids, which are not read; titles.",
    content=content,
)
