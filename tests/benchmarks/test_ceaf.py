"""CEAF-REE on cases that were worked out by hand."""

import pytest

from benchmarks.ceaf import matched, mention, scores


def entity(*words: str) -> frozenset[str]:
    return frozenset(map(mention, words))


def test_mentions_are_compared_without_case_marks_and_double_spaces() -> None:
    assert mention('The  "Santo Tomas" farm.') == "the santo tomas farm"


def test_a_filler_counts_where_all_its_mentions_are_gold() -> None:
    gold = [entity("FMLN", "the front")]
    assert matched(gold, [entity("fmln")]) == [(0, 0)]
    assert matched(gold, [entity("fmln", "the army")]) == []
    assert matched(gold, [frozenset()]) == []


def test_each_gold_entity_is_found_once() -> None:
    assert len(matched([entity("bomb", "bombs")], [entity("bomb"), entity("bombs")])) == 1


def test_the_best_matching_is_taken_and_not_the_first() -> None:
    gold = [entity("car", "bus"), entity("car")]
    assert sorted(matched(gold, [entity("car"), entity("bus")])) == [(0, 1), (1, 0)]


def test_scores_are_summed_over_documents_and_roles() -> None:
    first = ({"Target": [entity("bus"), entity("bank")]}, {"Target": [entity("bus")]})
    second = ({"Weapon": []}, {"Weapon": [entity("bomb")], "Target": []})
    told = scores([first, second], ("Target", "Weapon"))
    assert told["precision"] == pytest.approx(50)
    assert told["recall"] == pytest.approx(50)
    assert told["f1"] == pytest.approx(50)
    assert told["Target.f1"] == pytest.approx(200 / 3)
    assert told["Weapon.f1"] == 0


def test_nothing_at_all_is_no_error() -> None:
    assert scores([], ("Target",)) == {"precision": 0, "recall": 0, "f1": 0, "Target.f1": 0}
