"""Ticks are round, in order and few; a scale meets its ends."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dateline.workbench.draw.scale import Scale, day_ticks, days_of, number_ticks


@given(st.integers(0, 10**9))
def test_number_ticks_reach_the_highest_and_are_few(high: int) -> None:
    ticks = number_ticks(high)
    assert ticks[0] == 0
    assert ticks[-1] >= high
    assert len(ticks) <= 8
    assert len({b - a for a, b in pairwise(ticks)}) <= 1


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 60_000))
def test_day_ticks_lie_in_the_line_and_are_few(first: date, length: int) -> None:
    start = first.toordinal()
    ticks = day_ticks(start, start + length)
    assert all(start <= day <= start + length for day, _ in ticks)
    assert [day for day, _ in ticks] == sorted({day for day, _ in ticks})
    assert len(ticks) <= 26


def test_ticks_say_years_months_or_days_as_there_is_room() -> None:
    start = date(2020, 1, 1).toordinal()
    assert day_ticks(start, start + 3)[0] == (start, "2020-01-01")
    assert day_ticks(start, start + 200)[0] == (start, "2020-01")
    assert day_ticks(start, start + 3000)[0] == (start, "2020")


def test_a_scale_meets_its_ends() -> None:
    scale = Scale(10, 20, 100, 0)
    assert (scale(10), scale(15), scale(20)) == (100, 50, 0)


def test_times_have_a_first_and_a_last_day() -> None:
    assert days_of("2020") == ("2020-01-01", "2020-12-31")
    assert days_of("2020-02") == ("2020-02-01", "2020-02-29")
    assert days_of("2020-02-03") == ("2020-02-03", "2020-02-03")
