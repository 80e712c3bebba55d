"""Places stand where they are, with how exactly that is known."""

import math

from dateline.workbench.draw.map import WORLD, Frame, dots, frame_of, little_map, names, outlines
from dateline.workbench.draw.world import rings
from tests.workbench.making import where


def country_at(lon: float, lat: float) -> set[str]:
    """The countries whose outlines lie around a point, by counting how often a line east crosses them."""
    found = set()
    for ring in rings():
        inside = False
        points = ring.points.tolist()
        for (x1, y1), (x2, y2) in zip(points, [*points[1:], points[0]], strict=True):
            if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
                inside = not inside
        if inside:
            found ^= {ring.country}
    return found


def test_outlines_follow_the_policy_on_disputed_places() -> None:
    assert country_at(34.1, 44.95) == {"Ukraine"}  # Simferopol
    assert country_at(-13.1, 27.1) == {"W. Sahara"}  # Laayoune
    assert country_at(44.4, 33.3) == {"Iraq"}


def test_a_frame_shows_most_of_its_events_and_no_lone_far_one() -> None:
    near = [(where(f"n{n}", 33 + n / 10, 44 + n / 10), 30) for n in range(5)]
    far = (where("far", -10.0, 150.0), 1)
    frame = frame_of([*near, far])
    west, south, east, north = frame.box
    assert west < 44 < 44.4 < east < 60
    assert south < 33 < 33.4 < north
    assert frame_of([]) == WORLD


def test_a_ring_is_as_wide_as_the_place_is_unsure() -> None:
    frame = Frame(44.0, 33.0, 10.0)
    [dot] = dots(frame, [(where("here", 33.0, 44.0, radius=111.2), 1)])
    assert (dot.x, dot.y) == (frame.width / 2, frame.height / 2)
    a_degree_north = frame.xy(44.0, 34.0)
    assert math.isclose(dot.radius, dot.y - a_degree_north[1], rel_tol=0.01)


def test_places_that_would_cover_each_other_are_one_dot_that_names_both() -> None:
    frame = Frame(44.0, 33.0, 100.0)
    [dot] = dots(frame, [(where("a", 33.0, 44.0), 2), (where("b", 33.01, 44.01), 3)])
    assert dot.count == 5
    assert dict(dot.places) == {"a": 2, "b": 3}
    assert len(dots(Frame(44.0, 33.0, 0.5), [(where("a", 33, 44), 1), (where("b", 33.1, 44.1), 1)])) == 2


def test_what_is_not_located_is_not_drawn() -> None:
    assert dots(WORLD, [(where("nowhere", None, None), 4)]) == []
    assert little_map([where("nowhere", None, None)]) is None
    drawn = little_map([where("nowhere", None, None), where("Baghdad", 33.3, 44.4)])
    assert drawn is not None
    assert "Iraq" in {name for name, _ in drawn.outlines}


def test_countries_are_named_where_they_have_room() -> None:
    frame = Frame(44.0, 33.0, 20.0)
    found = {name: (x, y) for name, x, y in names(frame)}
    assert "Iraq" in found
    assert all(0 <= x <= frame.width and 0 <= y <= frame.height for x, y in found.values())


def test_the_world_is_drawn_in_little() -> None:
    paths = outlines(WORLD)
    assert sum(len(path) for _, path in paths) < 250_000
    assert {"Sudan", "Ukraine", "Colombia"} <= {name for name, _ in paths}
