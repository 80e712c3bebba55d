"""The lattice of a text: every way to read its words as names of some labels and words that are none.

A word stands outside of names (O), is a name alone (U), begins (B), continues (I) or ends (L) one. A name
that has begun goes on until it ends, in its own label. So between two words a way is either closed or within
a name of one label: what the maxima below run over.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Tags = NDArray[np.int64]

OUTSIDE = 0
PARTS = "UBIL"


def tag_names(labels: tuple[str, ...]) -> tuple[str, ...]:
    """The tags by column of scores: O, then U, B, I and L of each label."""
    return ("O", *(f"{part}-{label}" for part in PARTS for label in labels))


def best(scores: Scores) -> Tags:
    """The tags of the likeliest way through each text of `scores` (text, word, tag)."""
    texts, words, size = scores.shape
    labels = (size - 1) // 4
    rows = np.arange(texts)
    _, _, begin, inside, end = by_part(scores, labels)
    alone_tag = scores[:, :, : labels + 1].argmax(axis=2)
    closed, within = np.zeros(texts), np.full((texts, labels), -np.inf)
    closing, going_on = np.zeros((words, texts), dtype=np.int64), np.zeros((words, texts, labels), dtype=bool)
    for n in range(words):
        ends = within + end[:, n]
        label = ends.argmax(axis=1)
        ending, alone = ends[rows, label], closed + scores[rows, n, alone_tag[:, n]]
        closing[n] = np.where(ending > alone, 1 + 3 * labels + label, alone_tag[:, n])
        begun, on = closed[:, None] + begin[:, n], within + inside[:, n]
        going_on[n] = on > begun
        closed, within = np.maximum(ending, alone), np.maximum(begun, on)
    return _traced(closing, going_on, labels)


def _traced(closing: Tags, going_on: NDArray[np.bool_], labels: int) -> Tags:
    """The tags from the last word back: `closing` where no name is open behind a word, else B or I."""
    words, texts = closing.shape
    rows, open_label = np.arange(texts), np.full(texts, -1)
    tags = np.zeros((texts, words), dtype=np.int64)
    last = 1 + 3 * labels
    for n in reversed(range(words)):
        on = going_on[n, rows, open_label]
        inner = np.where(on, 1 + 2 * labels, 1 + labels) + open_label
        is_open = open_label >= 0
        tags[:, n] = np.where(is_open, inner, closing[n])
        opens = np.where(closing[n] >= last, closing[n] - last, -1)
        open_label = np.where(is_open, np.where(on, open_label, -1), opens)
    return tags


def by_part(values: NDArray[Any], labels: int) -> list[NDArray[Any]]:
    """The columns of O, and of U, B, I and L."""
    return np.split(values, [1 + n * labels for n in range(4)], axis=2)
