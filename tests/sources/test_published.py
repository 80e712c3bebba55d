"""A publication date is one clear day, or none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.sources.published import is_future, published_date


@given(st.dates(min_value=date(1800, 1, 1)))
def test_iso_days_are_themselves(day: date) -> None:
    assert published_date(day.isoformat()) == day.isoformat()


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("2020-01-03T10:00:00Z", "2020-01-03"),
        ("2020-01-03 23:59", "2020-01-03"),
        ("20200103", "2020-01-03"),
        ("2020/01/03", "2020-01-03"),
        ("3 January 2020", "2020-01-03"),
        ("January 3, 2020", "2020-01-03"),
        ("Fri, 03 Jan 2020 10:00:00 GMT", "2020-01-03"),
        ("25/12/2020", "2020-12-25"),
        ("03/03/2020", "2020-03-03"),
    ],
)
def test_clear_days(stated: str, day: str) -> None:
    assert published_date(stated) == day


@pytest.mark.parametrize(
    "stated",
    ["03/04/2020", "2020-13-45", "2020-02-30", "January 2020", "2020", "yesterday", "0001-01-01", ""],
)
def test_what_is_no_clear_day_stays_open(stated: str) -> None:
    assert published_date(stated) is None


@given(st.text(max_size=80))
def test_no_words_break_it(stated: str) -> None:
    day = published_date(stated)
    assert day is None or date.fromisoformat(day)


def test_the_future_starts_after_tomorrow() -> None:
    assert not is_future("2020-01-04", date(2020, 1, 3))
    assert is_future("2020-01-05", date(2020, 1, 3))
