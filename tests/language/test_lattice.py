"""The lattice against all ways through short texts, counted one by one."""

import numpy as np
import pytest

from dateline.language.lattice import best
from tests.language.all_ways import NAMES, ways

TEXTS = 3


def scores(words: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.random.default_rng(words).normal(size=(TEXTS, words, len(NAMES))).astype(np.float32) * 2


@pytest.mark.parametrize("words", [1, 2, 3, 4])
def test_the_best_way_is_the_best_of_all(words: int) -> None:
    given = scores(words)
    for text, tags in zip(given, best(given), strict=True):
        best_of_all = max(ways(words), key=lambda way: sum(text[n, tag] for n, tag in enumerate(way)))
        assert tuple(tags) == best_of_all
