import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.grounding.who import BadRow
from dateline.grounding.who.rows import ActorRow, line_of, read_rows

GOOD = '{"id": "blue-column", "name": "Blue Column", "names": ["Azul", {"text": "BC", "kind": "acronym"}]}'


def test_a_good_row_is_taken():
    (row,) = read_rows("mine.jsonl", [GOOD])
    assert isinstance(row, ActorRow)
    assert row.name == "Blue Column"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "truncated"),
        ('{"name": "Blue Column"}', "`id`"),
        ('{"id": "Blue Column"}', "lower-case"),
        ('{"id": "blue", "nmae": "Blue"}', "nmae"),
        ('{"id": "blue", "name": " "}', "empty"),
        ('{"id": "blue", "name": "Blue", "names": [""]}', "empty"),
        ('{"id": "blue", "name": "Blue", "inception": "last year"}', "last year"),
        ('{"id": "blue", "name": "Blue", "roles": [{"type": "leads", "start": "1.5.2020"}]}', "1.5.2020"),
    ],
)
def test_a_malformed_row_tells_file_line_and_reason_and_the_rest_is_taken(line, reason):
    bad, good = read_rows("mine.jsonl", ["", line, GOOD][1:])
    assert isinstance(bad, BadRow)
    assert str(bad).startswith("mine.jsonl:1: ")
    assert reason in bad.reason
    assert isinstance(good, ActorRow)


def test_empty_lines_are_counted_but_not_read():
    (row,) = read_rows("mine.jsonl", ["", "  ", "{"])
    assert isinstance(row, BadRow)
    assert row.line == 3


@given(st.text())
def test_no_line_stops_the_reading(line):
    rows = list(read_rows("any.jsonl", [line, GOOD]))
    assert isinstance(rows[-1], ActorRow)


@pytest.mark.parametrize("date", ["2014", "2014-06", "2014-06-30", "2003~", "2003-05?"])
def test_dates_to_the_day_month_or_year_and_unsure_ones(date):
    (row,) = read_rows("any.jsonl", [json.dumps({"id": "a", "name": "A", "inception": date})])
    assert isinstance(row, ActorRow)


@pytest.mark.parametrize(
    "line",
    [
        '{"id": "a", "schema": "Person", "kind": "person", "name": "A B", "names": ["A. B"], "not": ["c"]}',
        '{"id": "a", "schema": "Company", "names": [{"text": "AB", "kind": "weak", "needs_context": true}]}',
        '{"id": "a", "schema": "Company", "roles": [{"type": "leads", "target": "b", "end": "2014-06~"}]}',
    ],
)
def test_a_row_is_written_as_it_was_read(line):
    (row,) = read_rows("any.jsonl", [line])
    assert isinstance(row, ActorRow)
    assert line_of(row) == line
