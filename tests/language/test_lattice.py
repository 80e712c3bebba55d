"""The lattice against all ways through short texts, counted one by one."""

from itertools import product

import numpy as np
import pytest

from dateline.language.lattice import best, tag_names

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
