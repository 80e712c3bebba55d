"""Arcs: the best tree over the words of one sentence, from the score of every word as head of every other.

After Chu and Liu (1965) and Edmonds (1967); exactly one word hangs on the root.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
"""Row: a word; column: its head, where column 0 is the root and column n the n-th word."""

NEVER = np.float32(-1e9)
"""The score of an arc that may not be."""


def best_tree(scores: Scores) -> NDArray[np.int64]:
    """The head of each word of the best tree with one root: 0 is the root, n the n-th word."""
    words = len(scores)
    scores = scores.copy()
    scores[np.arange(words), np.arange(words) + 1] = NEVER
    heads: NDArray[np.int64] = scores.argmax(1)
    if np.count_nonzero(heads == 0) == 1 and not _cycle(heads):
        return heads
    return _of_one_root(scores)


def _of_one_root(scores: Scores) -> NDArray[np.int64]:
    """The best tree whose root is the word that makes a tree best where a second root costs more than all."""
    best, best_total = np.zeros(0, dtype=np.int64), -np.inf
    roots = np.argsort(-(scores[:, 0] - scores[:, 1:].max(1, initial=NEVER)), kind="stable")[:_ROOTS]
    for root in roots:
        forced = scores.copy()
        forced[:, 0] = NEVER
        forced[root] = NEVER
        forced[root, 0] = scores[root, 0]
        if float(forced.max(1).sum()) <= best_total:  # no tree of this root can be better
            continue
        heads = _without_cycles(forced)
        total = float(scores[np.arange(len(heads)), heads].sum())
        if total > best_total:
            best, best_total = heads, total
    return best


_ROOTS = 3
"""How many words are tried as root, those first that lose least by it."""


def _without_cycles(scores: Scores) -> NDArray[np.int64]:
    """The best tree: every word's best head, a cycle taken for one word and opened where that costs least."""
    heads: NDArray[np.int64] = scores.argmax(1)
    cycle = _cycle(heads)
    if not cycle:
        return heads
    words = len(scores)
    inside = np.array(cycle)
    outside = np.array([i for i in range(words) if i not in set(cycle)], dtype=np.int64)
    # What opening the cycle at each word of it, for each head outside, adds to the sum of the cycle.
    own = scores[inside, heads[inside]]
    columns = np.concatenate([[0], outside + 1])
    entering = scores[np.ix_(inside, columns)] - own[:, None]
    entry = entering.argmax(0)
    leaving = scores[np.ix_(outside, inside + 1)]
    exit_ = leaving.argmax(1) if len(outside) else np.zeros(0, dtype=np.int64)
    small = np.full((len(outside) + 1, len(outside) + 2), NEVER, dtype=scores.dtype)
    small[:-1, :-1] = scores[np.ix_(outside, columns)]
    small[:-1, -1] = leaving.max(1, initial=NEVER)
    small[-1, :-1] = entering.max(0)
    found = _without_cycles(small)
    result: NDArray[np.int64] = heads.copy()
    for row, head in enumerate(found[:-1]):
        is_cycle = head == len(outside) + 1
        result[outside[row]] = inside[exit_[row]] + 1 if is_cycle else columns[head]
    result[inside[entry[found[-1]]]] = columns[found[-1]]
    return result


def _cycle(heads: NDArray[np.int64]) -> list[int]:
    """The words of one cycle, none where there is none."""
    state = [0] * len(heads)  # 0 unseen, otherwise the walk that met it
    above = heads.tolist()
    for start in range(len(above)):
        at = start
        while at >= 0 and not state[at]:
            state[at] = start + 1
            at = above[at] - 1
        if at >= 0 and state[at] == start + 1:
            found = [at]
            while (following := above[found[-1]] - 1) != at:
                found.append(following)
            return found
    return []
