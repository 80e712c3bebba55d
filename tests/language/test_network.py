"""The network says the same of a word whatever it was asked before, and gives only the root its relation."""

import numpy as np
import pytest

from dateline.language import network
from dateline.language.network import Floats, Network
from dateline.language.pipeline import SHIPPED

FORMS = "Rebels shelled Zorgonistan on Monday , killing two soldiers .".split()


@pytest.fixture
def fresh() -> Network:
    return Network(SHIPPED / "parser")


def read(its: Network, forms: list[str] = FORMS) -> Floats:
    return its.read(forms, [len(forms)])


def test_a_word_means_the_same_whatever_was_read_before(fresh: Network) -> None:
    first = read(fresh)
    read(fresh, ["Zorgonistan", "is", "quiet"])
    assert np.array_equal(read(fresh), first)


def test_words_that_are_not_remembered_mean_the_same(fresh: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    remembered = read(fresh)
    monkeypatch.setattr(network, "MOST_WORDS", 2)
    assert np.array_equal(read(Network(SHIPPED / "parser")), remembered)


def test_a_line_means_the_same_beside_a_longer_one_but_for_rounding(fresh: Network) -> None:
    alone = read(fresh)
    beside = fresh.read([*FORMS, *["word"] * 60], [len(FORMS), 60])[: len(FORMS)]
    assert np.array_equal(fresh.tags(beside), fresh.tags(alone))


def test_no_word_but_the_root_bears_its_relation(fresh: Network) -> None:
    words = read(fresh)
    heads = np.array([2, 0, *[2] * (len(FORMS) - 2)])
    for root in (0, 7, 20):
        found = fresh.relations(words, heads, root)
        assert np.flatnonzero(found == root).tolist() == [1]
