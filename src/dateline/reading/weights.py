"""Weights: a trained linear model over named features, read with numpy alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_DATA = Path(__file__).with_name("data")


class Weights:
    """Multinomial logistic regression: one column of weights a class, one row a feature."""

    def __init__(
        self,
        classes: Sequence[str],
        names: Iterable[str],
        table: NDArray[np.float32],
        gains: NDArray[np.float32] | None = None,
    ) -> None:
        """`table` has one row for each of `names` in order and a last one for the bias.

        With `gains`, one for each name, many features say no more than few: those that are there make up a
        vector of length 1, in proportion to their gains.
        """
        self.classes = tuple(classes)
        self.names = tuple(names)
        self.table = table
        self.gains = gains
        self._rows = {name: row for row, name in enumerate(self.names)}

    @classmethod
    def load(cls, name: str) -> Weights:
        """The weights of `data/NAME.npz`, read once."""
        return _load(name)

    def probabilities(self, features: Iterable[str]) -> NDArray[np.float64]:
        """How likely each class is; they add up to 1. Features not seen in training don't count."""
        import numpy as np

        known = map(self._rows.get, features)
        rows = [row for row in known if row is not None]
        scores = self._unit(rows) if self.gains is not None else self.table[[*rows, -1]].sum(0, np.float64)
        odds: NDArray[np.float64] = np.exp(scores - scores.max())
        odds /= odds.sum()
        return odds

    def _unit(self, rows: list[int]) -> NDArray[np.float64]:
        import numpy as np

        assert self.gains is not None
        gains = self.gains[rows].astype(np.float64)
        said = (gains[:, None] * self.table[rows]).sum(axis=0)
        scores: NDArray[np.float64] = said / max(float(np.sqrt((gains**2).sum())), 1e-9) + self.table[-1]
        return scores


@cache
def _load(name: str) -> Weights:
    import numpy as np

    with np.load(_DATA / f"{name}.npz", allow_pickle=False) as stored:
        names = json.loads(bytes(stored["names"]))
        table = stored["table"].astype(np.float32) * np.float32(stored["scale"])
        gains = stored.get("gains")
        return Weights([str(c) for c in stored["classes"]], names, table, gains)
