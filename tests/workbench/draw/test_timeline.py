"""Events are drawn as the intervals that they are, and counted where there are too many."""

import numpy as np

from dateline.workbench.draw.timeline import MOST_BARS, time_line
from dateline.workbench.index import Index
from tests.workbench.making import claim, index, report, when


def drawn(found: Index):  # type: ignore[no-untyped-def]
    every = np.ones(len(found.events), dtype=np.bool_)
    return time_line(found, every, {"all": every})


def test_a_day_is_a_point_an_interval_a_bar_and_an_open_side_an_arrow() -> None:
    of = report()
    times = [
        ("2020-01-01", "2020-01-01"),
        ("2020-01-10", "2020-02-20"),
        (None, "2020-01-05"),
        ("2020-03-01", None),
    ]
    found = index(*(claim(of, 10 * n, time=when(of, *t)) for n, t in enumerate(times)))
    line = drawn(found)
    bars = {bar.event: bar for bar in line.lanes[0].bars}
    day, long, before, after = (bars[event.id] for event in found.events)
    assert day.length < long.length
    assert (before.open_before, before.open_after) == (True, False)
    assert (after.open_before, after.open_after) == (False, True)
    assert line.span == ("2020-01-01", "2020-03-01")


def test_events_at_one_time_stand_in_rows_of_their_own() -> None:
    of = report()
    found = index(*(claim(of, 10 * n, time=when(of, "2020-01-01", "2020-01-01")) for n in range(5)))
    assert len({bar.y for bar in drawn(found).lanes[0].bars}) == 5


def test_undated_events_are_counted_and_not_drawn() -> None:
    of = report()
    found = index(
        claim(of, 0, time=when(of, "2020-01-01", None)),
        claim(of, 10),
        claim(of, 20, time=when(of, None, None)),
    )
    line = drawn(found)
    assert (line.shown, line.undated) == (1, 2)
    assert drawn(index(claim(of, 0))) is None


def test_too_many_events_are_heaps_that_count_all_of_them() -> None:
    of = report()
    days = [f"2020-{1 + n % 12:02d}-{1 + n % 28:02d}" for n in range(MOST_BARS + 100)]
    found = index(*(claim(of, n, time=when(of, day, day)) for n, day in enumerate(days)))
    line = drawn(found)
    [lane] = line.lanes
    assert lane.bars == []
    assert sum(heap.count for heap in lane.heaps) + line.outside == len(days)
    assert all(heap.since <= heap.until for heap in lane.heaps)
