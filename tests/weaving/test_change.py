"""What a copy changed is named by its kind."""

import pytest

from dateline.weaving.change import field_of


@pytest.mark.parametrize(
    ("words", "at", "field"),
    [
        ("killed 19 men", 1, "count"),
        ("killed nineteen men", 1, "count"),
        ("on 14 February there", 1, "time"),
        ("on 14 February there", 2, "time"),
        ("in 2015 there", 1, "time"),
        ("struck on Friday near", 2, "time"),
        ("a house in Damascus was", 3, "place"),
        ("said Jaysh Al Fateh had", 1, "name"),
    ],
)
def test_the_kind_of_a_changed_word(words, at, field):
    assert field_of(words.split(), at) == field
