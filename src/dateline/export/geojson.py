"""GeoJSON (RFC 7946): events as points, each with how exact the point is."""

from collections.abc import Iterator
from typing import Any

from dateline.export.cell import interval, one_line, toll
from dateline.export.chosen import Chosen
from dateline.export.format import Format, origin_of
from dateline.export.headline import headline
from dateline.export.jsontext import to_json
from dateline.model import Event


def content(chosen: Chosen) -> Iterator[str]:
    """A FeatureCollection; a feature a line."""
    yield f'{{"type": "FeatureCollection", "dateline": {to_json(origin_of(chosen, FORMAT))}, "features": ['
    between = "\n"
    for event in chosen.record.events:
        yield between + to_json(_feature(chosen, event))
        between = ",\n"
    yield "\n]}\n"


def _feature(chosen: Chosen, event: Event) -> dict[str, Any]:
    where = event.places[0] if event.places else None
    point = None
    if where and where.lat is not None and where.lon is not None:
        point = {"type": "Point", "coordinates": [where.lon, where.lat]}
    when = event.when
    said: dict[str, Any] = {
        "title": headline(event),
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "grade": event.grade,
        "earliest": when.earliest if when else None,
        "latest": when.latest if when else None,
        "time": one_line(interval(when)),
        "time_precision": when.precision if when else None,
        "actors": [party.name for party in event.actors],
        "targets": [party.name for party in event.targets],
        "place": where.name if where else None,
        "place_id": where.entry if where else None,
        "place_precision": where.precision if where else None,
        "radius_km": where.radius_km if where else None,
        "country": where.country if where else None,
        "counts": toll(event.counts) or None,
        "disputed": list(chosen.disputed.get(event.id, ())),
        "origins": list(event.origins),
        "claims": list(event.claims),
        "quotes": [chosen.claims[claim].quote.text for claim in event.claims],
        "case": chosen.version,
    }
    return {"type": "Feature", "id": event.id, "geometry": point, "properties": said}


FORMAT = Format(
    name="geojson",
    family="maps, graphs and times",
    suffix=".geojson",
    media="application/geo+json",
    people="QGIS, web maps",
    rule="One point for each event, at its most specific place, with place_precision and radius_km: the "
    "event lies within that distance. Without coordinates the geometry is null.",
    loss="All places of an event but the first; which words each value rests on (the quotes of all claims "
    "are there).",
    content=content,
)
