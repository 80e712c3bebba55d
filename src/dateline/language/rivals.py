"""Rivals: two subjects of one word, of which one is another word's ("Gunmen killed two, police said")."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dateline.language.arcs import Scores


def rival_subjects(
    scores: Scores, heads: NDArray[np.int64], is_subject: NDArray[np.bool_]
) -> list[tuple[int, int]]:
    """The arcs of one sentence, as row and column of `scores`, that leave no word with two subjects.

    `heads` is its tree (0 the root, n the n-th word), `is_subject` says which words are subjects. Of the
    subjects of one word all go but the one that would lose most by its next best head.
    """
    subjects = np.flatnonzero(is_subject)
    if len(subjects) < 2:
        return []
    found = []
    for head in np.unique(heads[subjects]):
        rivals = [int(word) for word in subjects if heads[word] == head]
        rivals.sort(key=lambda word: _loss(scores[word], int(head)))
        found += [(word, int(head)) for word in rivals[:-1]]
    return found


def _loss(scores: NDArray[np.float32], head: int) -> float:
    """What a word loses where it may not hang on `head`."""
    return float(scores[head] - np.delete(scores, head).max(initial=-np.inf))
