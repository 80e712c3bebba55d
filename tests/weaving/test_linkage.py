"""Groups join on the average of their pairs, and never across what is kept apart."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.weaving.linkage import gathered

PAIRS = [(one, other) for one in range(6) for other in range(one + 1, 6)]
weightings = st.dictionaries(st.sampled_from(PAIRS), st.integers(-4, 4).map(float))


def test_the_surest_pair_comes_first_and_the_average_decides():
    weights = {(0, 1): 3.0, (1, 2): 1.0, (0, 2): -2.0}
    assert gathered(3, weights) == [[0, 1], [2]]
    assert gathered(3, weights | {(0, 2): 0.0}) == [[0, 1, 2]]


def test_a_pair_without_weight_keeps_groups_apart_or_counts_as_absent():
    weights = {(0, 1): 3.0, (1, 2): 2.0}
    assert gathered(3, weights) == [[0, 1], [2]]
    assert gathered(3, weights, absent=-1.0) == [[0, 1, 2]]


def test_who_refuses_stays_by_himself():
    assert gathered(3, {(0, 1): 3.0, (1, 2): 2.0}, meet=lambda one, other: 0 not in one) == [[0], [1, 2]]


@given(weightings)
def test_every_thing_is_in_one_group(weights):
    groups = gathered(6, weights, absent=-1.0)
    assert sorted(at for group in groups for at in group) == list(range(6))


@given(weightings)
def test_no_two_groups_that_still_speak_for_each_other_are_left(weights):
    groups = gathered(6, weights)
    for one in groups:
        for other in groups:
            pairs = [(min(a, b), max(a, b)) for a in one for b in other if one < other]
            if pairs and all(pair in weights for pair in pairs):
                assert sum(weights[pair] for pair in pairs) <= 0
