"""Relevance: a cheap guess, without a parse, at whether a report tells of conflict at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dateline.model import ReportError
from dateline.reading.weights import Weights

RELEVANT = "conflict"
THRESHOLD = 0.23
"""Least score that counts as relevant: low, since an idle parse costs less than a lost report."""

PASSAGE_WORDS = 60
"""Length of a passage, in words: about that of the news items that the weights were learned from."""

_WORD = re.compile(r"[^\W\d_]+|\d+")


def relevance(text: str) -> float:
    """How likely the likeliest passage of `text` is about conflict, from 0 to 1 (docs/models/relevance.md).

    A long report that turns to a war in its last paragraph is about that war too.
    """
    weights = Weights.load("relevance")
    column = weights.classes.index(RELEVANT)
    return max(float(weights.probabilities(features(p))[column]) for p in passages(text))


def check_relevance(name: str, text: str) -> None:
    """Raises ReportError, with the score, where the report called `name` is below THRESHOLD."""
    score = relevance(text)
    if score < THRESHOLD:
        raise ReportError(name, f"not about conflict by the relevance gate, score {score:.2f}")


def passages(text: str) -> Iterator[list[str]]:
    """The words of `text` in overlapping passages, each begins in the middle of the one before.

    Case is dropped, since whole archives are in capitals; any number is "0".
    """
    words = ["0" if word.isdecimal() else word for word in _WORD.findall(text.lower())]
    step = PASSAGE_WORDS // 2
    for begin in range(0, max(len(words) - step, 1), step):
        yield words[begin : begin + PASSAGE_WORDS]


def features(words: Sequence[str]) -> list[str]:
    """Each word and each pair of neighbours once."""
    return sorted({*words, *map(" ".join, pairwise(words))})
