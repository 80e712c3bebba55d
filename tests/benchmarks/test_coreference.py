"""The measures of coreference agree with what a hand computes."""

import pytest

pytest.importorskip("scipy")

from benchmarks.coreference import b_cubed, ceaf, conll, muc

KEY = ["abc", "defg"]
RESPONSE = ["ab", "cd", "fghi"]


def test_the_three_measures_of_a_worked_example():
    # MUC: of the 5 links of each side 2 are kept. B-cubed: recall (4/3 + 1/3 + 1/4 + 1) / 7, precision 4 / 8.
    # CEAF: "abc" with "ab" 4/5 and "defg" with "fghi" 4/8; recall 1.3 / 2, precision 1.3 / 3.
    assert muc(KEY, RESPONSE) == pytest.approx(0.4)
    assert b_cubed(KEY, RESPONSE) == pytest.approx(2 * 0.5 * (35 / 84) / (0.5 + 35 / 84))
    assert ceaf(KEY, RESPONSE) == pytest.approx(0.52)


def test_the_same_chains_are_all_right_and_the_mean_is_in_hundredths():
    assert conll(KEY, KEY) == {"muc": 100, "b3": 100, "ceafe": 100, "conll": 100}


def test_mentions_alone_have_no_links():
    assert muc(["a", "b"], ["a", "b"]) == 0
    assert b_cubed(["ab"], ["a", "b"]) == pytest.approx(2 / 3)


def test_nothing_found_is_nothing_right():
    assert conll(KEY, []) == {"muc": 0, "b3": 0, "ceafe": 0, "conll": 0}
