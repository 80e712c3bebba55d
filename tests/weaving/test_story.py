"""Texts that share their rarer words are one story."""

import pytest

from dateline.weaving.story import alike, cosine, rarities, stories, vector_of

TEXTS = [
    "quake lombok island dead".split(),
    "quake lombok rescue dead".split(),
    "court oslo banker fraud dead".split(),
    "court oslo banker prison dead".split(),
]


def test_texts_are_gathered_by_the_words_that_others_lack():
    assert stories(range(4), alike(TEXTS)) == [[0, 1], [2, 3]]
    assert stories([1, 2], alike(TEXTS)) == [[1], [2]]


def test_a_word_that_all_texts_have_likens_nothing():
    assert rarities(TEXTS)["dead"] == 0
    assert "island" not in rarities(TEXTS)
    assert (0, 2) not in alike(TEXTS)


def test_vectors_are_of_length_one_and_like_themselves():
    vector = vector_of(TEXTS[2], rarities(TEXTS))
    assert cosine(vector, vector) == pytest.approx(1)
    assert vector_of(["unknown"], rarities(TEXTS)) == {}
