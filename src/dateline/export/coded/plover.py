"""PLOVER 2.0: one JSON object a line for each event, with character offsets of the words."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from dateline.export.address import web_address
from dateline.export.chosen import Chosen
from dateline.export.coded.code import code_of, plover_scale
from dateline.export.coded.mark import CODER, reports_of
from dateline.export.coded.site import Site, site
from dateline.export.coded.standing import standing
from dateline.export.format import Format
from dateline.export.jsontext import to_json
from dateline.model import Event, EventClaim, Party, Report, Span

Plain = dict[str, Any]

CODEBOOK = "PLOVER 2.0"
_AUXILIARY = {
    "threatened": "future",
    "planned": "future",
    "demanded": "future",
    "hypothetical": "hypothetical",
    "denied": "negation",
}
_HISTORICAL = timedelta(days=365)
_SIZES = {"killed": "dead", "injured": "injured", "detained": "arrested"}
_RESOLUTION = {"exact": 4, "near": 4, "district": 3, "province": 2, "region": 2, "country": 1}
_SITE = 5  # finer than a town: a base, a crossing


def content(chosen: Chosen) -> Iterator[str]:
    """A line for each event."""
    for event in chosen.record.events:
        yield to_json(record_of(chosen, event)) + "\n"


def record_of(chosen: Chosen, event: Event) -> Plain:
    """The event as PLOVER's object; what holds nothing is left out, `date` is null where none is told."""
    code = code_of(event)
    quad, scale = plover_scale(code.plover, code.plover_mode)
    reports = reports_of(chosen, [event])
    first = chosen.claims[event.claims[0]]
    when = event.when
    optional: Plain = {
        "enddate": when.latest if when and when.latest != when.earliest else None,
        "recipient": [_actor(party) for party in event.targets],
        "event_loc": _location(site(event)),
        "event_text": [trigger.text for trigger in _triggers(chosen, event)],
        "mode": [code.plover_mode] if code.plover_mode else None,
        "auxiliary_mode": auxiliary(event, reports),
        "link": event.responds_to,
        "size": _sizes(event),
    }
    return {
        "id": event.id,
        "has_event": True,
        "date": when.earliest if when else None,
        "actor": [_actor(party) for party in event.actors],
        "event": [code.plover],
        "quad_code": quad,
        "event_scale": scale,
        **{name: value for name, value in optional.items() if value},
        "text": first.quote.text,
        "text_info": {"start": first.quote.start, "end": first.quote.end},
        "cite_info": _citation(chosen, chosen.reports[first.report]),
        "coder": CODER,
        "comment": f"lost: {code.loss}",
        "claims": [_claim(chosen, id_) for id_ in event.claims],
        "case": chosen.version,
    }


def auxiliary(event: Event, reports: Iterable[Report]) -> list[str]:
    """PLOVER's auxiliary modes: future, hypothetical, negation by status; historical for what ended more than
    a year before anybody reported it.
    """
    modes = [_AUXILIARY[event.status]] if event.status in _AUXILIARY else []
    published = min((report.published for report in reports if report.published), default=None)
    if published and event.when and event.when.latest:
        ago = date.fromisoformat(published) - date.fromisoformat(event.when.latest)
        modes += ["historical"] if ago > _HISTORICAL else []
    return modes


def _actor(party: Party) -> Plain:
    found = standing(party)
    said = {
        "code": found.country.iso3 if found.country else None,
        "sector": found.sector,
        "entity_text": party.span.text,
        "identifier_id": party.actor,
        "identifier_text": party.name,
        "text_info": {"start": party.span.start, "end": party.span.end, "report": party.span.report},
    }
    return {name: value for name, value in said.items() if value}


def _location(place: Site | None) -> Plain | None:
    if place is None:
        return None
    where = place.where
    level = _RESOLUTION.get(where.precision or "")
    said = {
        "extracted_place": where.span.text,
        "resolved_place": where.name,
        "geonameid": (where.entry or "").removeprefix("geonames:") if _is_geonames(where.entry) else None,
        "lat": where.lat,
        "lon": where.lon,
        "radius_km": where.radius_km,
        "city": where.name if where.kind == "town" else None,
        "district": place.admin2,
        "province": place.admin1,
        "country": place.country.name if place.country else None,
        "country_code": place.country.iso3 if place.country else None,
        "resolution": _SITE if level == _RESOLUTION["exact"] and where.kind != "town" else level,
    }
    return {name: value for name, value in said.items() if value is not None}


def _is_geonames(entry: str | None) -> bool:
    return (entry or "").startswith("geonames:")


def _triggers(chosen: Chosen, event: Event) -> list[Span]:
    claims = (chosen.claims[id_] for id_ in event.claims)
    return [claim.trigger for claim in claims if isinstance(claim, EventClaim)]


def _sizes(event: Event) -> Plain:
    """The lowest number that anybody tells of each."""
    sizes: dict[str, int] = {}
    for count in event.counts:
        if (name := _SIZES.get(count.what)) and count.min is not None:
            sizes[name] = min(sizes.get(name, count.min), count.min)
    return sizes


def _citation(chosen: Chosen, report: Report) -> Plain:
    said = {
        "citation": report.id,
        "url": web_address(report),
        "title": report.title,
        "language": report.language,
        "publication": report.outlet,
        "published": report.published,
        "coder": CODER,
        "codebook": CODEBOOK,
        "version": chosen.version,
    }
    return {name: value for name, value in said.items() if value}


def _claim(chosen: Chosen, id_: str) -> Plain:
    """Who said it in which words of which report, beside PLOVER, which has no field for that."""
    claim = chosen.claims[id_]
    said: Plain = {"id": id_, "report": claim.report, "start": claim.quote.start, "end": claim.quote.end}
    if isinstance(claim, EventClaim):
        said["trigger"] = {"start": claim.trigger.start, "end": claim.trigger.end}
        said["status"] = claim.status
        said["speakers"] = [speaker.party.name for speaker in claim.speakers]
    return {**said, "quote": claim.quote.text}


FORMAT = Format(
    name="plover",
    family="coding schemes",
    suffix=".jsonl",
    media="application/x-ndjson",
    people="users of PLOVER, NGEC",
    rule="One JSON object a line for each event, with PLOVER's type, mode, quadrant and score by codes.tsv; "
    "auxiliary modes future, hypothetical and negation by status, historical for what ended a year before "
    "publication; offsets of quotes, triggers and actors; claims beside them.",
    loss="dateline's own modes that PLOVER has none for; the bounds of numbers (the lowest stands in size); "
    "rival values; contexts, which are not read; a null date where none is told.",
    content=content,
)
