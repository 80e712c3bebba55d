"""Story: texts that report one piece of news, told by the rare words that they share."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log, sqrt

from dateline.weaving.linkage import gathered

Vector = Mapping[str, float]
"""What each term weighs in a text; the squares add up to 1."""

# How alike groups of texts are on average for one story, and how much rarity counts: chosen on ECB+ train.
_ALIKE = 0.14
_RARITY = 1.5


def rarities(texts: Sequence[Sequence[str]]) -> Mapping[str, float]:
    """How rare each term is among `texts`, each given as its terms: the log of one in how many has it.

    A term of one text alone likens it to no other and is left out.
    """
    carriers = Counter(term for terms in texts for term in set(terms))
    return {term: log(len(texts) / n) for term, n in carriers.items() if n > 1}


def vector_of(terms: Sequence[str], rarity: Mapping[str, float], power: float = 1.0) -> Vector:
    """The terms by how often they are used and how rare they are elsewhere."""
    used = Counter(term for term in terms if rarity.get(term))
    weights = {term: (1 + log(n)) * rarity[term] ** power for term, n in sorted(used.items())}
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items()} if length else {}


def cosine(one: Vector, other: Vector) -> float:
    """The cosine of two vectors: 0 for no common term, 1 for the same."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other.get(term, 0.0) for term, weight in one.items())


def alike(texts: Sequence[Sequence[str]]) -> Mapping[tuple[int, int], float]:
    """How alike each two of `texts` are that share a term of some rarity, smaller place first."""
    rarity = rarities(texts)
    carriers: dict[str, list[tuple[int, float]]] = defaultdict(list)
    found: dict[tuple[int, int], float] = defaultdict(float)
    for at, terms in enumerate(texts):
        for term, weight in vector_of(terms, rarity, _RARITY).items():
            for before, other in carriers[term]:
                found[before, at] += weight * other
            carriers[term].append((at, weight))
    return found


def stories(places: Sequence[int], likeness: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """The `places` of texts by story, given how alike each two are (`alike`), in rising order."""
    number = {at: n for n, at in enumerate(places)}
    apart = {
        (number[one], number[other]): value - _ALIKE
        for (one, other), value in likeness.items()
        if one in number and other in number
    }
    return [[places[n] for n in group] for group in gathered(len(places), apart, absent=-_ALIKE)]
