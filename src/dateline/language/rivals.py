"""Rivals: two subjects of one word, of which one is another word's ("Gunmen killed two, police said")."""

from __future__ import annotations

from collections import defaultdict

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
    subjects: dict[int, list[int]] = defaultdict(list)
    for word in np.flatnonzero(is_subject).tolist():
        subjects[int(heads[word])].append(word)
    found = []
    for head, rivals in subjects.items():
        if len(rivals) > 1:
            rivals.sort(key=lambda word: _loss(scores[word], head))
            found += [(word, head) for word in rivals[:-1]]
    return found


def _loss(scores: NDArray[np.float32], head: int) -> float:
    """What a word loses where it may not hang on `head`."""
    return float(scores[head] - np.delete(scores, head).max(initial=-np.inf))
