"""The built index of GeoNames places and divisions, mapped from disk and read as asked."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from dateline.grounding.where import layout
from dateline.grounding.where.entry import Entry

INDEX_DIR = Path(__file__).parent / "data" / "index"
_KINDS = ("country", "admin1", "admin2")
_TOWN_KM = 0.008  # per square root of inhabitants: 2 km for 60,000, 23 km for 8 million
_SMALLEST_KM = 2.0


class Index:
    """Names to entries of the arrays that `layout` describes; nothing is read before the first question."""

    def __init__(self, folder: Path = INDEX_DIR) -> None:
        """Map the arrays in `folder`; OSError where one is missing."""
        import numpy as np  # heavy, and many users never ask for a place

        def mapped(name: str) -> Any:
            return np.load(folder / f"{name}.npy", mmap_mode="r")

        self._places, self._areas = mapped("places"), mapped("areas")
        self._starts, self._tails, self._rows = mapped("starts"), mapped("tails"), mapped("rows")
        self._ends = mapped("ends")
        self._names = np.memmap(folder / "names.bin", mode="r")
        self._entry = lru_cache(maxsize=20_000)(self._read)

    def rows(self, key: str) -> list[tuple[int, bool]]:
        """The rows that a folded name (or `~` and a sound) names, and whether by their official name."""
        bucket, tail = layout.key_hash(key)
        start, end = int(self._starts[bucket]), int(self._starts[bucket + 1])
        tails = self._tails[start:end].tolist()
        found = (int(self._rows[start + at]) for at, other in enumerate(tails) if other == tail)
        return sorted((row & ~layout.OFFICIAL, row >= layout.OFFICIAL) for row in found)

    def entry(self, row: int, official: bool = True) -> Entry:
        """The entry of one row."""
        entry: Entry = self._entry(row, official)
        return entry

    def countries(self) -> list[Entry]:
        """All countries of the index."""
        first = len(self._places)
        count = int((self._areas["level"] == 0).sum())
        return [self._read(first + at, True) for at in range(count)]

    def _read(self, row: int, official: bool) -> Entry:
        if row >= len(self._places):
            return self._area(row - len(self._places), official)
        ident, name, lat, lon, population, admin1, admin2 = self._places[row].item()
        chain = self._chain(admin2 if admin2 != layout.NO_AREA else admin1)
        people = layout.unpack_population(population)
        return Entry(
            f"geonames:{ident}",
            self._string(name),
            "town",
            (chain[-1][0],),
            layout.unpack_degrees(lat, 180),
            layout.unpack_degrees(lon, 360),
            round(max(_SMALLEST_KM, _TOWN_KM * people**0.5), 1),
            people,
            *_divisions(chain),
            tuple(name for _, name in chain),
            official,
        )

    def _area(self, at: int, official: bool) -> Entry:
        _, name, _, lat, lon, radius, population, level = self._areas[at].item()
        chain = self._chain(at)
        return Entry(
            f"geonames:{chain[0][0]}",
            self._string(name),
            _KINDS[level],
            (chain[-1][0],),
            layout.unpack_degrees(lat, 180),
            layout.unpack_degrees(lon, 360),
            float(radius),
            layout.unpack_population(population),
            *_divisions(chain),
            tuple(name for _, name in chain[1:]),
            official,
        )

    def _chain(self, at: int) -> list[tuple[str, str]]:
        """Code and name of an area and of all that hold it, up to its country."""
        chain = []
        while at != layout.NO_AREA:
            code, name, parent = self._areas[at].item()[:3]
            chain.append((self._string(code), self._string(name)))
            at = parent
        return chain

    def _string(self, number: int) -> str:
        start = int(self._ends[number - 1]) if number else 0
        return bytes(self._names[start : int(self._ends[number])]).decode()


def _divisions(chain: list[tuple[str, str]]) -> tuple[str | None, str | None]:
    """Ids of the first and second order division in a chain of codes."""
    by_level = {code.count("."): f"geonames:{code}" for code, _ in chain}
    return by_level.get(1), by_level.get(2)
