"""Lines: words side by side as numbers, as the network is shown them in training."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from dateline.language.wordform import wordform

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Lines:
    """A few lines of words, padded."""

    parts: Tensor
    """Distinct words: number of the vector, then a row for each of `wordform.TABLES`."""
    runs: Tensor
    words: Tensor
    """Lines: number of the distinct word."""
    sizes: Tensor
    real: Tensor
    """Lines: true where there is a word."""


class Forms:
    """Knows the numbers of every form; `words` are the keys with a vector, in the order of the vectors."""

    def __init__(self, words: Sequence[str]) -> None:
        self._rows = {word: row for row, word in enumerate(words, 1)}
        self._shown: dict[str, tuple[list[int], list[int]]] = {}

    def lines(self, forms: Sequence[Sequence[str]]) -> Lines:
        """The words of each line."""
        distinct = {form: n for n, form in enumerate(dict.fromkeys(form for line in forms for form in line))}
        shown = [self._form(form) for form in distinct]
        runs, _ = padded([runs for _, runs in shown], 0)
        words, real = padded([[distinct[form] for form in line] for line in forms], 0)
        given = (np.array([parts for parts, _ in shown]), runs, words, [len(line) for line in forms], real)
        return Lines(*(torch.from_numpy(np.asarray(each)) for each in given))

    def _form(self, form: str) -> tuple[list[int], list[int]]:
        if form not in self._shown:
            its = wordform(form)
            self._shown[form] = ([self._rows.get(its.key, 0), *its.parts], list(its.runs))
        return self._shown[form]


def filled(lines: Iterable[Item], size: int, length: Callable[[Item], int]) -> Iterator[list[Item]]:
    """The lines in batches of at most `size` words and padding."""
    batch: list[Item] = []
    longest = 0
    for line in lines:
        if batch and max(longest, length(line)) * (len(batch) + 1) > size:
            yield batch
            batch, longest = [], 0
        batch.append(line)
        longest = max(longest, length(line))
    if batch:
        yield batch


def padded(rows: Sequence[Sequence[int]], filler: int) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """The rows side by side, and where they really are."""
    sizes = np.array([len(row) for row in rows])
    real = np.arange(sizes.max())[None] < sizes[:, None]
    result = np.full(real.shape, filler, dtype=np.int64)
    result[real] = np.concatenate([np.asarray(row, dtype=np.int64) for row in rows])
    return result, real
