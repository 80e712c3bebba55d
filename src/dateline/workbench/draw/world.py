"""World: the outlines of countries, from the TopoJSON file that lies beside this package.

TopoJSON keeps every border once, as an arc of differences on a grid; a country is a list of arcs, of which
a negative number means the arc of that complement, backwards (https://github.com/topojson/topojson-specification).
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

_POLE = -85.0

Points = NDArray[np.float64]
"""Rows of longitude and latitude, in degrees."""


@dataclass(frozen=True, slots=True)
class Ring:
    """A closed outline of a country, with the box that it lies in (west, south, east, north)."""

    country: str
    points: Points
    box: tuple[float, float, float, float]


@cache
def rings() -> tuple[Ring, ...]:
    """All outlines of the world, as Natural Earth and visionscarto draw them at 1:50 million."""
    file = files("dateline.workbench").joinpath("atlas", "50m.json")
    topology = json.loads(file.read_text("utf-8"))
    scale, move = np.array(topology["transform"]["scale"]), np.array(topology["transform"]["translate"])
    arcs = [np.cumsum(np.array(arc), axis=0) * scale + move for arc in topology["arcs"]]
    found: list[Ring] = []
    for country in topology["objects"]["countries"]["geometries"]:
        name = country["properties"]["name"]
        found.extend(_ring(name, arcs, numbers) for polygon in _polygons(country) for numbers in polygon)
    return tuple(found)


def _polygons(geometry: dict[str, object]) -> Sequence[Sequence[Sequence[int]]]:
    arcs: Sequence[Sequence[Sequence[int]]] = geometry["arcs"]  # type: ignore[assignment]
    return arcs if geometry["type"] == "MultiPolygon" else [arcs]  # type: ignore[list-item]


def _ring(country: str, arcs: Sequence[Points], numbers: Sequence[int]) -> Ring:
    parts = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in numbers]
    points = np.concatenate([parts[0], *(part[1:] for part in parts[1:])])
    if points[:, 1].min() > _POLE:  # an outline around the pole goes all the way round by itself
        points[:, 0] = np.unwrap(points[:, 0], period=360)
    west, south = points.min(axis=0)
    east, north = points.max(axis=0)
    return Ring(country, points, (float(west), float(south), float(east), float(north)))
