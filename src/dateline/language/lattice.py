"""The lattice of a text: every way to read its words as names of some labels and words that are none.

A word stands outside of names (O), is a name alone (U), begins (B), continues (I) or ends (L) one. A name
that has begun goes on until it ends, in its own label. So between two words a way is either closed or within
a name of one label: what the sums and maxima below run over.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Shares = NDArray[np.float64]
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
    _, _, begin, inside, end = _by_part(scores, labels)
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


def shares(weights: Shares) -> Shares:
    """How much of all ways through each text goes by each tag of each word, by `weights` of 0 and more.

    0 throughout for a text through which no way goes.
    """
    outside, single, begin, inside, end = _by_part(weights, (weights.shape[2] - 1) // 4)
    alone = outside[:, :, 0] + single.sum(axis=2)
    before, after = _forwards(alone, begin, inside, end), _backwards(alone, begin, inside, end)
    closed, within = before[:, :-1, :1], before[:, :-1, 1:]
    to_closed, to_within = after[:, 1:, :1], after[:, 1:, 1:]
    stays, opens = closed * to_closed, closed * to_within
    ways = [
        outside * stays,
        single * stays,
        begin * opens,
        inside * within * to_within,
        end * within * to_closed,
    ]
    result: Shares = np.concatenate(ways, axis=2)
    total = result.sum(axis=2, keepdims=True)
    is_possible = (total > 0).all(axis=1, keepdims=True)
    return np.where(is_possible, result / np.where(is_possible, total, 1), 0.0)


def _by_part(values: NDArray[Any], labels: int) -> list[NDArray[Any]]:
    """The columns of O, and of U, B, I and L."""
    return np.split(values, [1 + n * labels for n in range(4)], axis=2)


def _forwards(alone: Shares, begin: Shares, inside: Shares, end: Shares) -> Shares:
    """The weight of all ways up to before each word, closed and within each label; each place sums to one."""
    texts, words = alone.shape
    result: Shares = np.zeros((texts, words + 1, begin.shape[2] + 1))
    result[:, 0, 0] = 1
    for n in range(words):
        closed, within = result[:, n, 0], result[:, n, 1:]
        result[:, n + 1, 0] = closed * alone[:, n] + (within * end[:, n]).sum(axis=1)
        result[:, n + 1, 1:] = closed[:, None] * begin[:, n] + within * inside[:, n]
        _scale(result[:, n + 1])
    return result


def _backwards(alone: Shares, begin: Shares, inside: Shares, end: Shares) -> Shares:
    """The weight of all ways from before each word to the end, which is closed."""
    texts, words = alone.shape
    result: Shares = np.zeros((texts, words + 1, begin.shape[2] + 1))
    result[:, words, 0] = 1
    for n in reversed(range(words)):
        closed, within = result[:, n + 1, 0], result[:, n + 1, 1:]
        result[:, n, 0] = closed * alone[:, n] + (within * begin[:, n]).sum(axis=1)
        result[:, n, 1:] = closed[:, None] * end[:, n] + within * inside[:, n]
        _scale(result[:, n])
    return result


def _scale(weights: Shares) -> None:
    total = weights.sum(axis=1, keepdims=True)
    weights /= np.where(total > 0, total, 1)
