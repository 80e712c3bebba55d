"""CSV that every program reads and no spreadsheet runs."""

import csv
import io

import pytest

from dateline.case import Rows
from dateline.export.csv import write


def written(*values: object) -> list[list[str]]:
    stream = io.StringIO()
    write(Rows("events", ("a",), [{"a": value} for value in values]), stream)  # type: ignore[dict-item]
    return list(csv.reader(io.StringIO(stream.getvalue(), newline="")))


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("x")'])
def test_words_that_would_run_as_a_formula_are_made_inert(words: str) -> None:
    assert written(words)[1] == [f"'{words}"]


def test_numbers_stay_numbers_and_nothing_stays_empty() -> None:
    assert written(-33.5, 7, None, True, 'a,b\n"c"') == [
        ["a"],
        ["-33.5"],
        ["7"],
        [""],
        ["true"],
        ['a,b\n"c"'],
    ]


def test_only_a_header_without_rows() -> None:
    assert written() == [["a"]]
