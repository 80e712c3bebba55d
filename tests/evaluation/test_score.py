"""Scores mean what their docstring says."""

import copy

import pytest

from dateline.evaluation.name import same_name
from dateline.evaluation.score import score

TEXT = (
    "Rebels attacked the town of Avdo on Monday, killing 12 people. "
    "The army “condemned” the attack on Tuesday."
)
GOLD = {
    "events": [
        {
            "id": "e1",
            "core": True,
            "type": "ASSAULT",
            "mentions": [{"quote": "Rebels attacked the town of Avdo on Monday", "trigger": "attacked"}],
            "actor": ["Rebels"],
            "target": ["town of Avdo"],
            "status": "actual",
            "time": {"text": "Monday", "earliest": "2020-01-06", "latest": "2020-01-06"},
            "place": ["Avdo"],
            "counts": [{"what": "killed", "who": "people", "min": 12, "max": 12}],
        },
        {
            "id": "e2",
            "core": False,
            "type": "ACCUSE",
            "mentions": [{"quote": 'The army "condemned" the attack on Tuesday', "trigger": "condemned"}],
            "actor": ["army"],
            "status": "actual",
        },
    ],
    "relations": [{"core": True, "type": "fights", "from": "Rebels", "to": "army"}],
    "figures": [],
    "disagreements": [],
}


def scored(system, gold=GOLD):
    return score([(copy.deepcopy(gold), system, TEXT)]).table()


def test_the_gold_itself_is_perfect():
    table = scored(copy.deepcopy(GOLD))
    assert table["event"] == table["row"] == table["actor"] == table["time_bounds"] == 1.0
    assert table["relations"] == 1.0
    assert table["quotes_not_in_text"] == 0


def test_nothing_scores_nothing():
    table = scored({})
    assert table["event"] == table["row"] == 0.0


def test_background_is_neither_rewarded_nor_punished():
    only_core = {"events": GOLD["events"][:1]}
    assert scored(only_core)["event"] == 1.0
    assert scored({"events": GOLD["events"]})["event_precision"] == 1.0


def test_a_wrong_type_is_found_but_not_right():
    system = copy.deepcopy(GOLD)
    system["events"][0]["type"] = "COERCE"
    table = scored(system)
    assert table["found"] == 1.0
    assert table["event"] == 0.0


def test_a_wrong_status_spoils_the_row_only():
    system = copy.deepcopy(GOLD)
    system["events"][0]["status"] = "alleged"
    table = scored(system)
    assert (table["event"], table["status"], table["row"]) == (1.0, 0.0, 0.0)


def test_a_spare_event_costs_precision_unless_it_repeats_one():
    spare = copy.deepcopy(GOLD["events"][0])
    repeated = scored({"events": [*GOLD["events"], spare]})
    assert repeated["event_precision"] < 1.0
    table = score([(GOLD, {"events": [*GOLD["events"], spare]}, TEXT)])
    assert table.repeats == 1


def test_a_quote_that_is_not_in_the_text_is_counted():
    system = {
        "events": [{"type": "ASSAULT", "mentions": [{"quote": "Rebels burned Avdo", "trigger": "burned"}]}]
    }
    assert scored(system)["quotes_not_in_text"] == 1


def test_a_symmetric_tie_counts_either_way_round():
    system = {"relations": [{"type": "fights", "from": "army", "to": "Rebels"}]}
    assert scored(system)["relations"] == 1.0


def test_conceding_and_retreating_are_one_type():
    gold = copy.deepcopy(GOLD)
    gold["events"][0]["type"] = "CONCEDE"
    system = copy.deepcopy(gold)
    system["events"][0]["type"] = "RETREAT"
    assert scored(system, gold)["event"] == 1.0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("U.S. forces", "US forces", True),
        ("the Syrian army", "Syrian Army", True),
        ("Adnan Afrin", "Afrin", True),
        ("Islamic State fighters", "Islamic State", True),
        ("Syrian army", "Iraqi police", False),
        ("", "army", False),
    ],
)
def test_names_are_compared_as_a_coder_would(one, other, same):
    assert same_name(one, other) is same
    assert same_name(other, one) is same


def test_a_registry_can_say_that_two_names_are_one():
    known = {"isis": "islamic state"}
    assert not same_name("ISIS", "Islamic State")
    assert same_name("ISIS", "Islamic State", lambda name: known.get(name, name))
