"""Coreference: how like two ways are to gather mentions into chains, by MUC, B-cubed and entity-based CEAF.

MUC: Vilain and others 1995; B-cubed: Bagga and Baldwin 1998; CEAF with the similarity of two chains (phi 4):
Luo 2005. CoNLL F1 is the mean of the three, as in the shared task of 2011. Mentions are anything hashable;
one that only one side has counts against it.
"""

from collections.abc import Hashable, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]

Chains = Sequence[Sequence[Hashable]]


def conll(key: Chains, response: Chains) -> dict[str, float]:
    """F1 of each measure and their mean (`conll`), in hundredths."""
    scores = {"muc": muc(key, response), "b3": b_cubed(key, response), "ceafe": ceaf(key, response)}
    scores["conll"] = sum(scores.values()) / len(scores)
    return {name: round(100 * score, 2) for name, score in scores.items()}


def muc(key: Chains, response: Chains) -> float:
    """F1 of the links that hold the chains together; a chain of one has none."""
    return _f1(_links_kept(response, key), _links_kept(key, response))


def _links_kept(chains: Chains, other: Chains) -> float:
    """Share of the links of `chains` that the partition `other` leaves whole."""
    home = {mention: at for at, chain in enumerate(other) for mention in chain}
    kept = links = 0
    for chain in chains:
        parts = len({home.get(mention, ("alone", mention)) for mention in chain})
        kept += len(chain) - parts
        links += len(chain) - 1
    return kept / links if links else 0.0


def b_cubed(key: Chains, response: Chains) -> float:
    """F1 of what each mention's chain has in common on both sides, mean over mentions."""
    return _f1(_shared(response, key), _shared(key, response))


def _shared(chains: Chains, other: Chains) -> float:
    home = {mention: set(chain) for chain in other for mention in chain}
    shares = [
        len(set(chain) & home.get(mention, set())) / len(chain) for chain in chains for mention in chain
    ]
    return sum(shares) / len(shares) if shares else 0.0


def ceaf(key: Chains, response: Chains) -> float:
    """F1 of the best one-to-one pairing of chains, each pair by its Dice coefficient."""
    if not key or not response:
        return 0.0
    ours = [set(chain) for chain in response]
    alike = np.array([[_dice(set(chain), mine) for mine in ours] for chain in key])
    total = float(alike[linear_sum_assignment(-alike)].sum())
    return _f1(total / len(response), total / len(key))


def _dice(one: set[Hashable], other: set[Hashable]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
