"""What a copy changed is named by its kind."""

import pytest

from dateline.weaving.change import field_of, means_of


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


def test_words_that_name_the_means_are_known_by_their_stem_and_the_longest_phrase():
    words = "shells hit it before a car bomb exploded".split()
    assert means_of(words) == {0: "shelling", 5: "bombs", 6: "bombs", 7: "bombs"}


def test_a_word_of_a_phrase_alone_names_no_means():
    assert means_of("the air was clear".split()) == {}
    assert means_of("an air strike".split()) == {1: "from the air", 2: "from the air"}
