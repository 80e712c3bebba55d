"""The best tree is the best of all trees with one root."""

from itertools import product

import numpy as np
import pytest

from dateline.language.arcs import best_tree


def is_tree(heads: tuple[int, ...]) -> bool:
    """One root, and every word comes to it."""
    if heads.count(0) != 1:
        return False
    for word in range(1, len(heads) + 1):
        at, steps = word, 0
        while at and steps <= len(heads):
            at, steps = heads[at - 1], steps + 1
        if at:
            return False
    return True


@pytest.mark.parametrize("words", range(1, 6))
def test_no_tree_scores_higher(words: int) -> None:
    rng = np.random.default_rng(words)
    trees = [heads for heads in product(range(words + 1), repeat=words) if is_tree(heads)]
    for _ in range(40):
        scores = rng.normal(size=(words, words + 1)).astype(np.float32)
        found = tuple(best_tree(scores).tolist())
        assert is_tree(found)
        sums = [float(scores[range(words), list(heads)].sum()) for heads in trees]
        assert scores[range(words), list(found)].sum() == pytest.approx(max(sums), abs=1e-4)


def test_a_long_sentence_that_wants_many_roots_gets_one() -> None:
    scores = np.random.default_rng(0).normal(size=(120, 121)).astype(np.float32)
    scores[:, 0] += 5
    assert is_tree(tuple(best_tree(scores).tolist()))
