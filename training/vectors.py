"""Vectors of the words of open text, from the words that stand right before and behind them.

Positive pointwise mutual information of a word with each of the commonest words at the places -2, -1, 1
and 2, reduced by singular values; so words that stand in the same places of sentences are near each other.
"""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse  # type: ignore[import-untyped]
from sklearn.utils.extmath import randomized_svd

from dateline.language.wordform import key_of

OPEN_TEXTS = (
    "current_events/items.jsonl",
    "wikinews/articles.jsonl",
    "wikiwars/train.jsonl",
    "factbook/countries.jsonl",
)
DIMENSIONS, SEED = 100, 0
LEAST_OPEN, LEAST_TREEBANK = 4, 2
"""How often a word stands in all text, or in the treebanks, to get a vector."""
COMPANY = 12_000
"""How many of the commonest words count as company."""
SMOOTHING = 0.75
LENGTH = 5.0
"""Length of every vector."""

_PLACES = (-2, -1, 1, 2)
_WORD = re.compile(r"n't\b|'(?:s|re|ll|ve|d|m)\b|\w+(?=n't\b)|[^\W_]+(?:\.[^\W_]\.)*|\.{2,}|-{2,}|[^\w\s]|_+")
_TAG = re.compile("<[^>]+>")
_FEWEST_LETTERS = 60  # less is a figure of a table of the Factbook


def word_vectors(
    corpora: Path, treebank: Sequence[Sequence[str]]
) -> tuple[list[str], Counter[str], NDArray[np.float32]]:
    """Keys of words, how often each stands in `treebank` (sentences of forms), and a row for each key."""
    sentences = [[key_of(form) for form in sentence] for sentence in treebank]
    known = Counter(chain.from_iterable(sentences))
    lines = [*_lines(corpora), *sentences]
    counts = Counter(chain.from_iterable(lines))
    words = [w for w, n in counts.most_common() if n >= LEAST_OPEN or known[w] >= LEAST_TREEBANK]
    left, values, _ = randomized_svd(_company(lines, words), DIMENSIONS, n_iter=3, random_state=SEED)
    rows = np.clip(left * np.sqrt(values), -_limit(left, values), _limit(left, values))
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return words, known, (LENGTH * rows / np.maximum(lengths, 1e-6)).astype(np.float32)


def _limit(left: NDArray[np.float64], values: NDArray[np.float64]) -> float:
    """Six standard deviations: a few words of one company would else be all in one number."""
    return 6 * float((left * np.sqrt(values)).std())


def _company(lines: list[list[str]], words: list[str]) -> sparse.csr_matrix:
    """Words by company at each place, as positive pointwise mutual information."""
    number = {word: n for n, word in enumerate(words)}
    common = min(COMPANY, len(words))
    border, rare = -1, -2
    stream = np.array([n for line in lines for n in (border, border, *(number.get(w, rare) for w in line))])
    rows, columns = [], []
    for at, place in enumerate(_PLACES):
        own, other = (stream[-place:], stream[:place]) if place < 0 else (stream[:-place], stream[place:])
        kept = (own >= 0) & (other >= border) & (other < common)
        rows.append(own[kept])
        columns.append(np.where(other[kept] == border, common, other[kept]) + at * (common + 1))
    places = (np.concatenate(rows), np.concatenate(columns))
    met = sparse.coo_matrix(
        (np.ones(len(places[0])), places), shape=(len(words), len(_PLACES) * (common + 1))
    )
    met = met.tocsr().tocoo()
    by_word = np.asarray(met.sum(1)).ravel()
    by_company = np.asarray(met.sum(0)).ravel() ** SMOOTHING
    shared = np.log(met.data * by_company.sum() / (by_word[met.row] * by_company[met.col]))
    kept = shared > 0
    return sparse.csr_matrix((shared[kept], (met.row[kept], met.col[kept])), shape=met.shape)


def _lines(corpora: Path) -> Iterator[list[str]]:
    for name in OPEN_TEXTS:
        for row in (corpora / name).read_text("utf-8").splitlines():
            told = json.loads(row)
            for text in [told["text"]] if "text" in told else _long_texts(told["data"]):
                for line in text.replace("\u2019", "'").split("\n"):
                    if words := [key_of(word) for word in _WORD.findall(line)]:
                        yield words


def _long_texts(node: object) -> Iterator[str]:
    """The running texts of a country of the Factbook."""
    if isinstance(node, dict):
        for below in node.values():
            yield from _long_texts(below)
    elif isinstance(node, str) and len(text := html.unescape(_TAG.sub(" ", node))) > _FEWEST_LETTERS:
        yield text
