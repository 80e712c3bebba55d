"""Within: the mentions that one report makes of each happening, gathered by what all of them have in common.

Two groups of mentions come together while their pairs speak for one happening on average, the surest first,
and never over a pair that clashes: one likely pair does not carry along what only resembles half of a group.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from dateline.weaving.antecedent import antecedents
from dateline.weaving.bond import Bonds
from dateline.weaving.facet import Facet
from dateline.weaving.join import Join
from dateline.weaving.likeness import clash, one_fate
from dateline.weaving.linkage import gathered
from dateline.weaving.retelling import judged

Told = tuple[list[Facet], list[Join]]
"""The mentions of one happening in text order, and the joins between them."""

# What can happen only once needs no other evidence.
_CERTAIN = 8.0
# In a report with very many mentions of a type only those near each other are compared.
_REACH = 60


def told_within(told: Sequence[Facet], bonds: Bonds) -> list[Told]:
    """The happenings that one report tells; `told` are its mentions in text order."""
    setting = _Setting.of(told)
    families: dict[str, list[Facet]] = defaultdict(list)
    for facet in told:
        families[facet.family].append(facet)
    return [group for family in families.values() for group in _gathered(family, setting, bonds)]


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the other mentions of a report make of two: how many of a family, and which one means which."""

    crowd: Mapping[str, int]
    meant: Mapping[frozenset[str], str]

    @classmethod
    def of(cls, told: Sequence[Facet]) -> "_Setting":
        meant = {frozenset((act.claim.id, bare.claim.id)): why for act, bare, why in antecedents(told)}
        return cls(Counter(facet.family for facet in told), meant)


def _gathered(facets: Sequence[Facet], setting: _Setting, bonds: Bonds) -> list[Told]:
    """The groups of mentions of one family, each with the strongest join of every two that came together."""
    joins = dict(_joins(facets, setting))
    made: list[tuple[int, Join]] = []

    def meet(one: Sequence[int], other: Sequence[int]) -> bool:
        pairs = ((min(pair), max(pair)) for pair in product(one, other))
        join = max((joins[pair] for pair in pairs), key=lambda join: join.weight)
        if not bonds.allows(join.one, join.other):
            return False
        bonds.join(join.one, join.other)
        made.append((one[0], join))
        return True

    groups = gathered(len(facets), {pair: join.weight for pair, join in joins.items()}, meet=meet)
    return [
        ([facets[at] for at in group], [join for first, join in made if first in group]) for group in groups
    ]


def _joins(facets: Sequence[Facet], setting: _Setting) -> Iterator[tuple[tuple[int, int], Join]]:
    """Every two mentions that may be of one happening, by place, and what their join would weigh."""
    for first, one in enumerate(facets):
        for second, other in islice(enumerate(facets), first + 1, first + _REACH):
            if join := _join(one, other, setting):
                yield (first, second), join


def _join(one: Facet, other: Facet, setting: _Setting) -> Join | None:
    if fate := one_fate(one, other):
        return Join(_CERTAIN, one.claim.id, other.claim.id, (fate,))
    if clash(one, other):
        return None
    meant = setting.meant.get(frozenset((one.claim.id, other.claim.id)))
    weight, why = judged(one, other, setting.crowd, meant)
    return Join(weight, one.claim.id, other.claim.id, why)
