"""Weights: probabilities from named features."""

import numpy as np
import pytest

from dateline.reading.weights import Weights


@pytest.fixture
def weights() -> Weights:
    table = np.array([[2.0, 0.0], [0.0, 3.0], [0.5, 0.0]], dtype=np.float32)
    return Weights(["yes", "no"], ["sun", "rain"], table)


def test_probabilities_add_up(weights: Weights) -> None:
    assert weights.probabilities(["sun", "rain"]).sum() == pytest.approx(1.0)


def test_features_decide(weights: Weights) -> None:
    assert weights.classes[weights.probabilities(["sun"]).argmax()] == "yes"
    assert weights.classes[weights.probabilities(["rain"]).argmax()] == "no"


def test_without_known_features_the_bias_decides(weights: Weights) -> None:
    expected = 1 / (1 + np.exp(-0.5))
    assert weights.probabilities(["fog"])[0] == pytest.approx(expected)


@pytest.mark.parametrize("name", ["events", "core", "mentions", "roles", "relevance"])
def test_shipped_weights_load(name: str) -> None:
    weights = Weights.load(name)
    assert weights.table.shape == (len(weights.names) + 1, len(weights.classes))
    assert len(set(weights.names)) == len(weights.names)


def test_gains_make_many_features_weigh_no_more_than_few() -> None:
    table = np.array([[2.0, 0.0], [2.0, 0.0], [0.0, 0.0]], dtype=np.float32)
    gains = np.array([3.0, 4.0], dtype=np.float32)
    weights = Weights(["yes", "no"], ["sun", "rain"], table, gains)
    both = 2.0 * (3 + 4) / 5
    assert weights.probabilities(["sun", "rain"])[0] == pytest.approx(1 / (1 + np.exp(-both)))
    assert weights.probabilities(["rain"])[0] == pytest.approx(1 / (1 + np.exp(-2.0)))
    assert weights.probabilities([])[0] == pytest.approx(0.5)
