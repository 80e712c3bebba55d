"""Fit multinomial logistic regression over named features and write it for `dateline.reading.weights`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import scipy.sparse  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import normalize

from dateline.reading.weights import Weights

_STEPS = 300
_TOLERANCE = 1e-4  # with less, a few reports more or fewer move what is read by two points
_FINE_TOLERANCE = 1e-5  # rare features with large gains come to rest late


@dataclass(frozen=True, slots=True)
class Sample:
    """One thing to be classed: what is seen of it, its class, the document it is from, how much it counts."""

    features: list[str]
    label: str
    document: str
    weight: float = 1.0


def fit(samples: Sequence[Sample], penalty: float, least: int = 2, by_rarity: bool = False) -> Weights:
    """Weights for the classes of `samples`; features seen in fewer than `least` samples are left out.

    `penalty` is the strength of the L2 penalty on the weights, its inverse is scikit-learn's `C`. With
    `by_rarity` the gain of a feature is the logarithm of the number of samples for each one that has it.
    """
    names = _names(samples, least)
    tolerance = _FINE_TOLERANCE if by_rarity else _TOLERANCE
    model = LogisticRegression(C=1 / penalty, max_iter=_STEPS, tol=tolerance)
    matrix = _matrix(samples, names)
    gains = np.log(len(samples) / matrix.sum(axis=0).A1).astype(np.float32) if by_rarity else None
    if gains is not None:
        matrix = normalize(matrix.multiply(gains).tocsr())
    model.fit(matrix, [s.label for s in samples], [s.weight for s in samples])
    columns, bias = model.coef_.T, model.intercept_
    if len(model.classes_) == 2:  # scikit-learn keeps one column for two classes
        columns, bias = np.hstack([-columns / 2, columns / 2]), np.concatenate([-bias / 2, bias / 2])
    table = np.vstack([columns, bias]).astype(np.float32)
    return Weights([str(c) for c in model.classes_], names, table, gains)


def write(weights: Weights, path: Path, smallest: float) -> int:
    """Write `weights` in 8 bits a number, without features whose weights all stay small; its size."""
    names, table = weights.names, weights.table
    keep = [row for row in range(len(names)) if np.abs(table[row]).max() >= smallest]
    kept = table[[*keep, -1]]
    scale = np.float32(np.abs(kept).max() / 127)
    stored = {
        "names": np.frombuffer(json.dumps([names[row] for row in keep]).encode(), dtype=np.uint8),
        "classes": np.array(weights.classes),
        "table": np.rint(kept / scale).astype(np.int8),
        "scale": np.array(scale),
    }
    if weights.gains is not None:
        stored["gains"] = weights.gains[keep]
    np.savez_compressed(path, allow_pickle=False, **stored)
    return path.stat().st_size


def _names(samples: Sequence[Sample], least: int) -> list[str]:
    seen = Counter(name for sample in samples for name in sample.features)
    return sorted(name for name, n in seen.items() if n >= least)


def _matrix(samples: Sequence[Sample], names: Sequence[str]) -> scipy.sparse.csr_matrix:
    rows = {name: row for row, name in enumerate(names)}
    found = [[rows[name] for name in sample.features if name in rows] for sample in samples]
    ends = np.cumsum([0, *map(len, found)])
    indices = [row for sample in found for row in sample]
    shape = (len(samples), len(names))
    return scipy.sparse.csr_matrix((np.ones(len(indices), dtype=np.float32), indices, ends), shape=shape)
