"""The hand-kept tables beside the index: countries and their people, features, further names."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.grounding.where.entry import Entry

DATA_DIR = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Nation:
    """A country's names: its own, its people's ("Iraqi") and those of its seat of power ("Baghdad")."""

    iso: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    seats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Feature:
    """A row of the feature registry. Dates are ISO, whole or cut off at the month, or empty."""

    entry: Entry
    names: tuple[str, ...]
    valid_from: str
    valid_to: str
    source: str
    note: str

    def is_known_on(self, day: str | None) -> bool:
        """False for a report of a day (ISO) before the place came up. One that is gone is still spoken of."""
        return not day or self.valid_from[: len(day)] <= day[: len(self.valid_from)]


def read_rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a CSV file; lines that open with # are comments."""
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(line for line in lines if not line.startswith("#"))


def read_nations(path: Path = DATA_DIR / "countries.csv") -> list[Nation]:
    """The countries by ISO code."""
    return [
        Nation(row["iso"], row["name"], _parts(row["aliases"]), _parts(row["demonyms"]), _parts(row["seats"]))
        for row in read_rows(path)
    ]


def read_features(path: Path = DATA_DIR / "features.csv") -> list[Feature]:
    """The features of a registry file; ValueError naming the row that is malformed."""
    features = []
    for number, row in enumerate(read_rows(path), start=1):
        try:
            features.append(_feature(row))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise ValueError(f"{path.name}, row {number} ({row.get('id')}): {error}") from None
    return features


def _feature(row: dict[str, str]) -> Feature:
    lat, lon, radius = float(row["lat"]), float(row["lon"]), float(row["radius_km"])
    if not (-90 <= lat <= 90 and -180 <= lon <= 180 and radius > 0):
        raise ValueError("coordinates or radius out of range")
    if not row["id"] or not row["name"] or not row["kind"]:
        raise ValueError("id, name and kind must be given")
    entry = Entry(
        f"feature:{row['id']}", row["name"], row["kind"], _parts(row["countries"]), lat, lon, radius
    )
    names = (row["name"], *_parts(row["aliases"]))
    return Feature(entry, names, row["valid_from"], row["valid_to"], row["source"], row["note"])


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())
