"""Network: who is tied to whom, laid out so that those with ties stand near each other.

The layout pushes all apart and pulls the tied together, cooling down (Fruchterman and Reingold 1991), from a
start that depends on nothing but the order of the nodes: the same ties give the same picture.
"""

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

WIDTH, HEIGHT = 960, 620
_ROUNDS = 220
_GOLDEN = math.pi * (3 - math.sqrt(5))
_MARGIN_X, _MARGIN_Y = 90, 36
_LETTER, _LETTERS, _TALL = 6.4, 34, 27.0  # the size of a name, in units of the drawing


def layout(
    nodes: Sequence[str], names: Sequence[str], pairs: Sequence[tuple[str, str]]
) -> Mapping[str, tuple[float, float]]:
    """Where each node stands in a drawing of `WIDTH` by `HEIGHT`, so that its name can be read."""
    if not nodes:
        return {}
    number = {node: at for at, node in enumerate(nodes)}
    tied = np.array([(number[a], number[b]) for a, b in pairs if a != b], dtype=np.int64).reshape(-1, 2)
    places = _settled(_spiral(len(nodes)), tied)
    low, high = places.min(axis=0), places.max(axis=0)
    spread = np.where(high > low, high - low, 1.0)
    room = np.array([WIDTH - 2 * _MARGIN_X, HEIGHT - 2 * _MARGIN_Y])
    placed = (places - low) / spread * room + np.array([_MARGIN_X, _MARGIN_Y])
    placed = _legible(placed, np.array([_LETTER * min(len(name), _LETTERS) for name in names]))
    return {
        node: (round(float(x), 1), round(float(y), 1)) for node, (x, y) in zip(nodes, placed, strict=True)
    }


def _spiral(count: int) -> NDArray[np.float64]:
    steps = np.arange(count)
    reach = np.sqrt((steps + 0.5) / count)
    return np.stack([reach * np.cos(steps * _GOLDEN), reach * np.sin(steps * _GOLDEN)], axis=1)


def _settled(places: NDArray[np.float64], tied: NDArray[np.int64]) -> NDArray[np.float64]:
    ideal = math.sqrt(4.0 / len(places))
    for turn in range(_ROUNDS):
        apart = places[:, None, :] - places[None, :, :]
        distance = np.maximum(np.linalg.norm(apart, axis=2), 0.01)
        force = (apart * (ideal**2 / distance**2)[:, :, None]).sum(axis=1)
        if len(tied):
            along = places[tied[:, 0]] - places[tied[:, 1]]
            pull = along * (np.linalg.norm(along, axis=1) / ideal)[:, None]
            np.add.at(force, tied[:, 0], -pull)
            np.add.at(force, tied[:, 1], pull)
        force -= places * 0.6  # towards the middle, so that parts without ties between them stay in sight
        length = np.maximum(np.linalg.norm(force, axis=1), 1e-9)
        step = 0.12 * (1 - turn / _ROUNDS)
        places = places + force / length[:, None] * np.minimum(length, step)[:, None]
    return places


def _legible(places: NDArray[np.float64], wide: NDArray[np.float64]) -> NDArray[np.float64]:
    """`places` moved up and down until no name covers another, as far as there is room."""
    number = np.arange(len(wide))
    for _ in range(_ROUNDS):
        apart = places[:, None, :] - places[None, :, :]
        below = np.where(apart[:, :, 1] == 0, np.subtract.outer(number, number), apart[:, :, 1]) >= 0
        overlap = _TALL - np.abs(apart[:, :, 1])
        touching = (overlap > 0) & (np.abs(apart[:, :, 0]) < (wide[:, None] + wide[None, :]) / 2)
        np.fill_diagonal(touching, False)
        if not touching.any():
            break
        push = (np.where(touching, overlap, 0.0) * np.where(below, 1.0, -1.0)).sum(axis=1)
        places[:, 1] = np.clip(places[:, 1] + push * 0.35, _MARGIN_Y / 2, HEIGHT - _MARGIN_Y / 2)
    return places
