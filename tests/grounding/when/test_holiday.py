"""Feasts against days that calendars print."""

import pytest

from dateline.grounding.when.holiday import holidays, in_year


@pytest.mark.parametrize(
    ("name", "year", "first", "last"),
    [
        ("Christmas Day", 2020, "2020-12-25", "2020-12-25"),
        ("Easter Sunday", 2019, "2019-04-21", "2019-04-21"),
        ("Good Friday", 2024, "2024-03-29", "2024-03-29"),
        ("Orthodox Easter", 2022, "2022-04-24", "2022-04-24"),
        ("Thanksgiving", 2021, "2021-11-25", "2021-11-25"),
        ("Memorial Day", 2020, "2020-05-25", "2020-05-25"),
        ("Ramadan", 2020, "2020-04-24", "2020-05-23"),
        ("Eid al-Adha", 2021, "2021-07-20", "2021-07-20"),
        ("Ashura", 2023, "2023-07-28", "2023-07-28"),
    ],
)
def test_days_of_feasts(name, year, first, last):
    period = in_year(holidays()[name.casefold()], year)
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)


def test_every_rule_of_the_table_can_be_read():
    assert all(in_year(rule, 2021) for rule in set(holidays().values()))


def test_the_muslim_calendar_ends_where_its_table_ends():
    assert in_year("hijri 09", 1900) is None
