"""Points that say how exact they are."""

import json

import pytest

from dateline.case.shelf import Shelf
from tests.export import golden
from tests.export.schema import check, written


@pytest.mark.parametrize("shelf", [golden.shelf(), golden.shelf(golden.hostile())], ids=["golden", "hostile"])
def test_it_is_geojson(shelf: Shelf) -> None:
    found = json.loads(written(shelf, "geojson"))
    check("geojson", found)
    assert [feature["id"] for feature in found["features"]] == [event.id for event in shelf.record.events]
    assert found["dateline"]["rule"]


def test_a_point_has_a_radius_and_an_event_without_place_no_point() -> None:
    strike, _, threat = json.loads(written(golden.shelf(), "geojson"))["features"]
    assert strike["geometry"] == {"type": "Point", "coordinates": [44.26, 33.51]}
    assert strike["properties"]["radius_km"] == 3.0
    assert strike["properties"]["place_precision"] == "exact"
    assert strike["properties"]["disputed"] == ["count"]
    assert len(strike["properties"]["quotes"]) == len(strike["properties"]["claims"]) == 3
    assert threat["geometry"] is None
