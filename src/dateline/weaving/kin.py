"""Kin: parties that a stated tie brings together, so that naming one is no clash with naming the other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from dateline.model import RelationClaim
from dateline.weaving.facet import party_keys

# What a group's umbrella, members or leaders do or suffer is told of the group as well.
_NEAR = frozenset({"part_of", "member_of", "leads", "also_known_as"})


def kin_of(relations: Iterable[RelationClaim]) -> Mapping[str, frozenset[str]]:
    """For every party key in a tie that holds, the keys of those it is tied to."""
    near: dict[str, set[str]] = defaultdict(set)
    for relation in relations:
        if relation.type in _NEAR and not relation.negated:
            (one,), (other,) = party_keys([relation.source]), party_keys([relation.target])
            near[one].add(other)
            near[other].add(one)
    return {key: frozenset(keys) for key, keys in near.items()}
