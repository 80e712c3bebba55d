"""CEAF-REE: role fillers as entities, each a set of mentions, matched one to one (Du et al. 2021, GRIT).

A filler that is given counts where all its mentions are among those of one gold entity. The best one-to-one
matching is summed over documents and roles: precision by all given, recall by all in gold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]

Entity = frozenset[str]
"""The mentions of one filler, as `mention` writes them."""


def mention(words: str) -> str:
    """`words` in lower case, without marks, with single spaces: what is compared."""
    return " ".join(re.sub(r"[^\w\s]", "", words.lower()).split())


def matched(gold: Sequence[Entity], given: Sequence[Entity]) -> list[tuple[int, int]]:
    """Pairs (index in gold, index in given) of the largest one-to-one matching."""
    if not gold or not given:
        return []
    fits = np.array([[bool(one) and one <= entity for one in given] for entity in gold], dtype=float)
    rows, columns = linear_sum_assignment(-fits)
    return [(int(r), int(c)) for r, c in zip(rows, columns, strict=True) if fits[r, c]]


def scores(
    documents: Iterable[tuple[Mapping[str, Sequence[Entity]], Mapping[str, Sequence[Entity]]]],
    roles: Sequence[str],
) -> dict[str, float]:
    """Precision, recall and F1 (x 100) over (gold, given) of each document, and the F1 of each role."""
    hits, wanted, offered = (dict.fromkeys(roles, 0) for _ in range(3))
    for gold, given in documents:
        for role in roles:
            hits[role] += len(matched(gold.get(role, ()), given.get(role, ())))
            wanted[role] += len(gold.get(role, ()))
            offered[role] += len(given.get(role, ()))
    total, in_gold, told = (sum(each.values()) for each in (hits, wanted, offered))
    return {
        "precision": 100 * total / max(1, told),
        "recall": 100 * total / max(1, in_gold),
        "f1": _f1(total, told, in_gold),
        **{f"{role}.f1": _f1(hits[role], offered[role], wanted[role]) for role in roles},
    }


def _f1(hits: int, given: int, gold: int) -> float:
    return 200 * hits / (given + gold) if given + gold else 0.0
