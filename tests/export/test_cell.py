"""Cells are short and honest."""

import pytest

from dateline.export.cell import counted, interval, one_line, place, plain, reports_told
from dateline.model import Count, Original, Report, Span, When, Where

WORDS = Span("r-1", 0, 1, "x")


@pytest.mark.parametrize(
    ("earliest", "latest", "shown"),
    [
        ("2020-01-03", "2020-01-03", "2020-01-03"),
        ("2020-01-02", "2020-01-05", "2020-01-02\nto 2020-01-05"),
        ("2020-02-01", "2020-02-29", "2020-02"),
        ("2020-12-01", "2020-12-31", "2020-12"),
        ("2020-01-01", "2020-12-31", "2020"),
        ("2020-07-01", "2021-06-30", "2020-07-01\nto 2021-06-30"),
        ("2020-01-01", "2020-02-28", "2020-01-01\nto 2020-02-28"),
        ("2020-01-02", None, "from\n2020-01-02"),
        (None, "2020-01-02", "by\n2020-01-02"),
        (None, None, "unknown"),
        ("9999-12-01", "9999-12-31", "9999-12-01\nto 9999-12-31"),
    ],
)
def test_times(earliest: str | None, latest: str | None, shown: str) -> None:
    assert interval(When(WORDS, "DATE", earliest, latest, "day")) == shown


def test_no_time_is_unknown() -> None:
    assert interval(None) == "unknown"


def test_rival_numbers_stand_side_by_side() -> None:
    counts = [Count("killed", "", n, most, WORDS) for n, most in ((7, 7), (5, None), (7, 7))]
    assert counted([*counts, Count("injured", "", None, 9, WORDS)]) == "up to 9 injured\n5 or more / 7 killed"


def test_the_two_most_specific_places() -> None:
    assert place((Where(WORDS, "Taji"), Where(WORDS, "Baghdad"), Where(WORDS, "Iraq"))) == "Taji, Baghdad"
    assert place(()) == ""


def test_reports_by_outlet_and_origin() -> None:
    original = Original("0" * 64, "text", 1)
    told = tuple(
        Report(f"r-{n}", f"name{n}", "x", original, outlet=o) for n, o in enumerate(("A", "B", None))
    )
    assert reports_told(told[:1], 1) == "A"
    assert reports_told(told[2:], 1) == "name2"
    assert reports_told(told, 1) == "3 reports, 1 origin: A, B and 1 more"
    assert reports_told(told[:2], 2) == "2 reports, 2 origins: A, B"


def test_words_that_could_steer_a_terminal_are_taken_out() -> None:
    assert plain("a\x1b[31mb\u202ec\nd") == "a [31mb c\nd"
    assert one_line("a\n b", None, "c") == "a b c"
