"""The arithmetic of calendar periods."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.grounding.when.period import around, part, season, shift

UNITS = ("day", "week", "weekend", "month", "quarter", "year", "decade", "century")
days = st.dates(date(1000, 1, 1), date(2900, 12, 31))


@given(st.sampled_from(UNITS), days)
def test_a_day_lies_in_the_period_around_it(unit, on):
    period = around(unit, on)
    assert period.first <= period.last
    if unit != "weekend":
        assert period.first <= on <= period.last
        assert around(unit, period.last) == period


@given(st.sampled_from([unit for unit in UNITS if unit != "weekend"]), days)
def test_periods_follow_each_other_without_gap(unit, on):
    period = around(unit, on)
    assert around(unit, period.last + timedelta(days=1)).first == period.last + timedelta(days=1)


@given(st.sampled_from(("week", "month", "quarter", "year", "decade")), days)
def test_the_three_parts_lie_within_and_in_order(unit, on):
    whole = around(unit, on)
    early, mid, late = (part(whole, edge) for edge in ("early", "mid", "late"))
    assert (
        whole.first
        == early.first
        <= early.last
        < mid.first
        <= mid.last
        < late.first
        <= late.last
        == whole.last
    )


@given(st.sampled_from(("day", "week", "month", "year")), days, st.integers(-50, 50))
def test_shifting_there_and_back_lands_within_three_days(unit, on, amount):
    assert abs((shift(unit, shift(unit, on, amount), -amount) - on).days) <= 3


def test_a_month_from_the_31st_ends_on_the_last_day():
    assert shift("month", date(2020, 1, 31), 1) == date(2020, 2, 29)


def test_winter_runs_into_the_next_year():
    assert (season(2019, "WI").first, season(2019, "WI").last) == (date(2019, 12, 1), date(2020, 2, 29))


def test_beyond_the_calendar_is_an_error():
    with pytest.raises(OverflowError):
        shift("century", date(2020, 1, 1), 100)
