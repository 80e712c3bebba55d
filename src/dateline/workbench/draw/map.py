"""Map: places on the outlines of the world, with how exactly each is known.

The projection is equirectangular, true to scale at the middle latitude of what is shown: plain, and good
enough to see where something is. Distances in kilometres become radii by the length of a degree of latitude.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from dateline.model import Where
from dateline.workbench.draw.world import Points, rings
from dateline.workbench.index import located

WIDTH, HEIGHT = 960, 540
KM_OF_A_DEGREE = 111.2
_SMALL_WIDTH, _SMALL_HEIGHT = 360, 220
_LEAST_DEGREES = 0.6
_MARGIN = 1.35
_OUTERMOST = 0.03  # of the events on each side may lie outside of what is shown first
_FAR = 120.0  # degrees from which on an outline may be rougher
_LEAST_WIDTH = 1.5  # units of the drawing, of an island that is drawn
_NEAREST = 0.8  # units of the drawing between two points of an outline that are told apart
_LEAST_SHARE = 0.012  # of the map, for a country to be named on it
_LEAST_DOT, _MOST_DOT = 4.0, 22.0


@dataclass(frozen=True, slots=True)
class Frame:
    """What a map shows: the middle (degrees), how many degrees of longitude it is wide, and its size."""

    lon: float
    lat: float
    degrees: float
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def unit(self) -> float:
        """Units of the drawing for a degree of latitude."""
        return self.width / self.degrees / math.cos(math.radians(min(70.0, abs(self.lat))))

    def xy(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a place lies in the drawing."""
        across = (lon - self.lon) * self.width / self.degrees
        return round(self.width / 2 + across, 1), round(self.height / 2 - (lat - self.lat) * self.unit, 1)

    def length(self, km: float) -> float:
        """A distance in units of the drawing."""
        return round(km / KM_OF_A_DEGREE * self.unit, 1)

    @property
    def box(self) -> tuple[float, float, float, float]:
        """West, south, east and north of what is shown."""
        tall = self.height / self.unit
        return (
            self.lon - self.degrees / 2,
            self.lat - tall / 2,
            self.lon + self.degrees / 2,
            self.lat + tall / 2,
        )


WORLD = Frame(10.0, 15.0, 340.0)


@dataclass(frozen=True, slots=True)
class Dot:
    """One or more places of a map: `places` by name with their number of events, at `x`, `y`.

    `size` grows with the number of events; `radius` is how far off the truth may be, 0 where that is less
    than the dot.
    """

    x: float
    y: float
    size: float
    radius: float
    count: int
    places: tuple[tuple[str, int], ...]
    precision: str


def frame_of(places: Sequence[tuple[Where, int]]) -> Frame:
    """The frame that shows most of the events of `places` with some room; the world where there are none."""
    if not places:
        return WORLD
    counts = [count for _, count in places]
    west, east = _middle([where.lon or 0.0 for where, _ in places], counts)
    south, north = _middle([where.lat or 0.0 for where, _ in places], counts)
    lon, lat = (west + east) / 2, (south + north) / 2
    narrow = math.cos(math.radians(min(70.0, abs(lat))))
    degrees = max(east - west, (north - south) * WIDTH / HEIGHT / narrow, _LEAST_DEGREES) * _MARGIN
    return Frame(round(lon, 3), round(lat, 3), round(min(degrees, WORLD.degrees), 3))


def _middle(values: Sequence[float], counts: Sequence[int]) -> tuple[float, float]:
    """From where to where all but the outermost values lie, each as often as it is counted."""
    order = np.argsort(values, kind="stable")
    share = np.cumsum(np.asarray(counts)[order]) / sum(counts)
    low, high = np.searchsorted(share, (_OUTERMOST, 1 - _OUTERMOST))
    return values[order[low]], values[order[min(high, len(order) - 1)]]


@lru_cache(maxsize=64)
def outlines(frame: Frame) -> tuple[tuple[str, str], ...]:
    """The countries that a frame shows: name and path of each outline."""
    west, south, east, north = frame.box
    shown = []
    for ring in rings():
        if (ring.box[2] - ring.box[0]) * frame.width < _LEAST_WIDTH * frame.degrees:
            continue
        if ring.box[0] < east and ring.box[2] > west and ring.box[1] < north and ring.box[3] > south:
            path = _path(frame, ring.points)
            if path:
                shown.append((ring.country, path))
    return tuple(shown)


def names(frame: Frame) -> list[tuple[str, float, float]]:
    """Names of countries whose largest outline has room for them, in the middle of what is seen of it."""
    west, south, east, north = frame.box
    widest: dict[str, tuple[float, float, float]] = {}
    for ring in rings():
        left, right = max(west, ring.box[0]), min(east, ring.box[2])
        low, high = max(south, ring.box[1]), min(north, ring.box[3])
        size = max(0.0, right - left) * max(0.0, high - low)
        if size > widest.get(ring.country, (0.0, 0.0, 0.0))[0]:
            widest[ring.country] = (size, (left + right) / 2, (low + high) / 2)
    room = (east - west) * (north - south) * _LEAST_SHARE
    return [(name, *frame.xy(lon, lat)) for name, (size, lon, lat) in widest.items() if size > room]


def _path(frame: Frame, points: Points) -> str:
    """A closed path of those points that can be told apart; those far outside are held near the rim."""
    x = frame.width / 2 + (points[:, 0] - frame.lon) * frame.width / frame.degrees
    y = frame.height / 2 - (points[:, 1] - frame.lat) * frame.unit
    x, y = np.clip(x, -frame.width, 2 * frame.width), np.clip(y, -frame.height, 2 * frame.height)
    far = frame.degrees > _FAR
    cells = np.stack([x, y], axis=1).round(0 if far else 1)
    nearest = _NEAREST * (2 if far else 1)
    kept = [cells[0]]
    for cell in cells[1:]:
        if abs(cell[0] - kept[-1][0]) + abs(cell[1] - kept[-1][1]) >= nearest:
            kept.append(cell)
    if len(kept) < 3:
        return ""
    return f"M{'L'.join(f'{px:g},{py:g}' for px, py in kept)}Z"


def dots(frame: Frame, places: Iterable[tuple[Where, int]]) -> list[Dot]:
    """Places with their number of events as dots, those that would cover each other as one; largest first."""
    cells: dict[tuple[int, int], list[tuple[Where, int]]] = {}
    for where, count in places:
        if where.lat is None or where.lon is None:
            continue
        x, y = frame.xy(where.lon, where.lat)
        if -20 <= x <= frame.width + 20 and -20 <= y <= frame.height + 20:
            cells.setdefault((int(x // 12), int(y // 12)), []).append((where, count))
    most = max((sum(n for _, n in held) for held in cells.values()), default=1)
    return sorted((_dot(frame, held, most) for held in cells.values()), key=lambda d: (-d.count, d.x, d.y))


def _dot(frame: Frame, held: list[tuple[Where, int]], most: int) -> Dot:
    held = sorted(held, key=lambda pair: (-pair[1], pair[0].name))
    first, count = held[0][0], sum(n for _, n in held)
    x, y = frame.xy(first.lon or 0.0, first.lat or 0.0)
    size = _LEAST_DOT + (_MOST_DOT - _LEAST_DOT) * math.sqrt(count / most) if most > 1 else 6.0
    radius = frame.length(max((where.radius_km or 0.0) for where, _ in held))
    return Dot(
        x,
        y,
        round(size, 1),
        radius if radius > size else 0.0,
        count,
        tuple((where.name, n) for where, n in held),
        first.precision or "unknown",
    )


@dataclass(frozen=True, slots=True)
class Drawn:
    """A map, ready to be written: its frame and the dots in it."""

    frame: Frame
    dots: list[Dot]

    @property
    def outlines(self) -> tuple[tuple[str, str], ...]:
        """The countries that are shown: name and path of each outline."""
        return outlines(self.frame)

    @property
    def names(self) -> list[tuple[str, float, float]]:
        """The names of countries that have room for them, and where they stand."""
        return names(self.frame)


def little_map(places: Sequence[Where]) -> Drawn | None:
    """The most specific located place of an event in its surroundings; None when no place is located."""
    where = located(places)
    if where is None or where.lat is None or where.lon is None:
        return None
    around = max(14.0, (where.radius_km or 0.0) / KM_OF_A_DEGREE * 5)
    frame = Frame(where.lon, where.lat, min(around, 120.0), _SMALL_WIDTH, _SMALL_HEIGHT)
    return Drawn(frame, dots(frame, [(where, 1)]))
