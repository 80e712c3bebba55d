"""The lattice against all ways through short texts, counted one by one."""

from itertools import product

import numpy as np
import pytest

from dateline.language.lattice import best, shares, tag_names

NAMES = tag_names(("GPE", "ORG"))
TEXTS = 3


def is_way(tags: tuple[int, ...]) -> bool:
    """True where names that begin go on in their label until they end."""
    within = ""
    for tag in tags:
        part, _, label = NAMES[tag].partition("-")
        if (part in "IL") != bool(within) or (within and label != within):
            return False
        within = label if part in "BI" else ""
    return not within


def ways(words: int) -> list[tuple[int, ...]]:
    return [tags for tags in product(range(len(NAMES)), repeat=words) if is_way(tags)]


def scores(words: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.random.default_rng(words).normal(size=(TEXTS, words, len(NAMES))).astype(np.float32) * 2


@pytest.mark.parametrize("words", [1, 2, 3, 4])
def test_the_best_way_is_the_best_of_all(words: int) -> None:
    given = scores(words)
    for text, tags in zip(given, best(given), strict=True):
        best_of_all = max(ways(words), key=lambda way: sum(text[n, tag] for n, tag in enumerate(way)))
        assert tuple(tags) == best_of_all


@pytest.mark.parametrize("words", [1, 2, 3])
def test_shares_are_those_of_all_ways(words: int) -> None:
    given = np.exp(scores(words).astype(np.float64))
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
