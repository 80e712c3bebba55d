"""Amounts of persons by name."""

from collections.abc import Callable

import pytest

from dateline.reading.amount import named
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
