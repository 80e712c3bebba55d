import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.number import find_numbers, find_shares


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("14 people", 14, 14),
        ("at least 14 people", 14, None),
        ("more than 1,200 people", 1200, None),
        ("up to 40 people", None, 40),
        ("no more than ten people", None, 10),
        ("fewer than 400 fighters", None, 400),
        ("as few as 5,000 citizens", 5000, None),
        ("about 50 people", 50, 50),
        ("nearly 50 people", 50, 50),
        ("dozens of people", 24, None),
        ("scores of people", 40, None),
        ("hundreds of people", 200, None),
        ("several people", 3, None),
        ("tens of thousands of people", 20000, None),
        ("a dozen people", 12, 12),
        ("more than a dozen people", 12, None),
        ("two dozen people", 24, 24),
        ("twenty-five people", 25, 25),
        ("two hundred and fifty people", 250, 250),
        ("1.5 million people", 1500000, 1500000),
        ("between 20 and 30 people", 20, 30),
        ("3,000 to 5,000 men", 3000, 5000),
        ("1 to 2 million people", 1000000, 2000000),
        ("25 or more people", 25, None),
    ],
)
def test_bounds(text: str, least: int | None, most: int | None) -> None:
    number = find_numbers(text)[0]
    assert (number.min, number.max) == (least, most)
    assert number.start == 0


@pytest.mark.parametrize(
    "text", ["an F-16 jet", "a 30-year-old man", "at 22:30", "no one died", "some people"]
)
def test_what_is_no_number_of_things(text: str) -> None:
    assert find_numbers(text) == ()


def test_two_numbers_joined_by_and_stay_two() -> None:
    assert [(n.min, n.max) for n in find_numbers("12 dead and 15 hurt")] == [(12, 12), (15, 15)]


def test_shares() -> None:
    text = "lost more than 95% of it and 15 to 20 percent of that"
    assert [(n.min, n.max) for n in find_shares(text)] == [(95, None), (15, 20)]


WORDS = st.sampled_from(
    "at least more than up to between and 12 3,000 1.5 million dozens several of dead to or - % .".split()
)


@given(st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=60))
def test_any_text_gives_ordered_numbers_with_sound_bounds(text: str) -> None:
    end = 0
    for number in find_numbers(text):
        assert end <= number.start <= number.digits_at < number.end <= len(text)
        assert number.min is not None or number.max is not None
        if number.min is not None and number.max is not None:
            assert number.min <= number.max
        end = number.end
