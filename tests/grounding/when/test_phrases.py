"""Common phrases of news reports, each for two publication dates."""

import csv
from pathlib import Path

import pytest

PHRASES = Path(__file__).with_name("phrases.csv")
PUBLISHED = {"2020": "2020-10-13", "2024": "2024-01-30"}


def rows():
    lines = [line for line in PHRASES.read_text("utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines))


def read(times, row, year):
    """Earliest and latest of the row's phrase, or a word for what went wrong."""
    found = [when for when in times(row["text"], PUBLISHED[year]) if when.span.text == row["phrase"]]
    return (found[0].earliest or "", found[0].latest or "") if found else ("not", "found")


def test_there_are_enough_phrases():
    assert len(rows()) >= 120


@pytest.mark.parametrize("year", PUBLISHED)
def test_at_least_95_in_100_are_right(times, year):
    wrong = [
        (row["text"], row["phrase"], got)
        for row in rows()
        if (got := read(times, row, year)) != (row[f"earliest_{year}"], row[f"latest_{year}"])
    ]
    assert len(wrong) <= 0.05 * len(rows()), wrong


@pytest.mark.parametrize("year", PUBLISHED)
def test_no_past_day_lies_after_publication(times, year):
    past = [row for row in rows() if "" < row[f"latest_{year}"] <= PUBLISHED[year]]
    read_back = {row["text"]: read(times, row, year)[1] for row in past}
    assert len(past) > 80
    assert {text: day for text, day in read_back.items() if day != "found" and day > PUBLISHED[year]} == {}
