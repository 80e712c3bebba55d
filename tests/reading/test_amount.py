"""Amounts: what a number counts, and the persons named together."""

from collections.abc import Callable

import pytest

from dateline.reading.amount import find_amounts, named
from tests.reading.conftest import Sentence


@pytest.mark.parametrize(
    ("start", "killed"),
    [("A drone killed Soleimani", 2), ("A bomb killed Soleimani", None)],
)
def test_persons_named_together_are_counted_only_where_all_are_persons(
    sentence: Callable[[str], Sentence], start: str, killed: int | None
) -> None:
    amount = named(sentence(start).token("Soleimani"))
    assert (amount.number.min if amount else None) == killed


@pytest.mark.parametrize(
    ("start", "counted"),
    [("At least 12 may have", [12]), ("Some 2,000 march", [2000]), ("They met on 12 May", [])],
)
def test_a_number_before_may_is_a_date_only_where_it_is_the_month(
    sentence: Callable[[str], Sentence], start: str, counted: list[int]
) -> None:
    assert [amount.number.min for amount in find_amounts(sentence(start).doc)] == counted
