"""All ways to read lines as names, weighed against those that what is known of them allows."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dateline.language.lattice import OUTSIDE, Scores, by_part
from dateline.language.names import TAGS

Shares = NDArray[np.float64]

_COLUMN = {tag: n for n, tag in enumerate(TAGS)}


def allowed(tags: Sequence[str]) -> NDArray[np.bool_]:
    """Which tags each word may have: the one that is known, any for an unknown one ("-")."""
    columns = [_COLUMN.get(tag) for tag in tags]
    result = np.zeros((len(columns), len(TAGS)), dtype=bool)
    for row, column in zip(result, columns, strict=True):
        row[slice(None) if column is None else column] = True
    return result


def gradient(scores: Scores, known: NDArray[np.bool_], sizes: Sequence[int]) -> Scores:
    """How far all ways through lines of `sizes` are from the allowed ones, word by word and tag by tag.

    0 where nothing is known, and for a line through which no allowed way goes.
    """
    exact = scores.astype(np.float64)
    rows = np.repeat(np.arange(len(sizes)), sizes)
    places = np.concatenate([np.arange(size) for size in sizes])
    shape = (len(sizes), max(sizes), len(TAGS))
    free = _weighted(exact, rows, places, shape)
    taught = _weighted(np.where(known, exact, -np.inf), rows, places, shape)
    result: Scores = np.where(taught.any(axis=(1, 2), keepdims=True), free - taught, 0)[rows, places]
    return result.astype(np.float32)


def _weighted(
    exact: Shares, rows: NDArray[np.int64], places: NDArray[np.int64], shape: tuple[int, ...]
) -> Shares:
    """The shares of the tags of each word by line and place; what lies behind a line's end is outside."""
    weights: Shares = np.zeros(shape)
    weights[..., OUTSIDE] = 1
    weights[rows, places] = np.exp(exact - exact.max(axis=1, keepdims=True))
    return shares(weights)


def shares(weights: Shares) -> Shares:
    """How much of all ways through each text goes by each tag of each word, by `weights` of 0 and more.

    0 throughout for a text through which no way goes.
    """
    outside, single, begin, inside, end = by_part(weights, (weights.shape[2] - 1) // 4)
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
