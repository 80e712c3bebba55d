"""All ways through a line are weighed against the allowed ones; counted one by one where lines are short."""

import numpy as np
import pytest

from dateline.language.names import TAGS
from tests.language.all_ways import NAMES, ways
from training.ways import allowed, gradient, shares

TEXTS = 3


@pytest.mark.parametrize("words", [1, 2, 3])
def test_shares_are_those_of_all_ways(words: int) -> None:
    given = np.exp(2 * np.random.default_rng(words).normal(size=(TEXTS, words, len(NAMES))))
    for text, found in zip(given, shares(given), strict=True):
        expected = np.zeros_like(text)
        for way in ways(words):
            weight = np.prod([text[n, tag] for n, tag in enumerate(way)])
            for n, tag in enumerate(way):
                expected[n, tag] += weight
        assert np.allclose(found, expected / expected.sum(axis=1, keepdims=True))


def test_a_text_without_a_way_shares_nothing() -> None:
    only_begins = np.zeros((1, 2, len(NAMES)))
    only_begins[:, :, NAMES.index("B-ORG")] = 1
    assert not shares(only_begins).any()


def test_an_unknown_word_teaches_nothing() -> None:
    scores = np.random.default_rng(1).normal(size=(1, len(TAGS))).astype(np.float32)
    assert np.allclose(gradient(scores, allowed(["-"]), [1]), 0)


def test_a_taught_word_pulls_towards_its_tag() -> None:
    wrong = gradient(np.zeros((1, len(TAGS)), dtype=np.float32), allowed(["U-GPE"]), [1])
    assert wrong[0].argmin() == TAGS.index("U-GPE")
    assert wrong[0].sum() == pytest.approx(0, abs=1e-6)


def test_no_name_crosses_a_line() -> None:
    scores = np.zeros((2, len(TAGS)), dtype=np.float32)
    known = allowed(["-", "O"])
    one_line, two_lines = gradient(scores, known, [2]), gradient(scores, known, [1, 1])
    assert one_line[1, TAGS.index("L-GPE")] > 0
    assert two_lines[1, TAGS.index("L-GPE")] == 0


def test_a_line_that_no_allowed_way_goes_through_teaches_nothing() -> None:
    scores = np.zeros((2, len(TAGS)), dtype=np.float32)
    assert not gradient(scores, allowed(["B-ORG", "O"]), [2]).any()
