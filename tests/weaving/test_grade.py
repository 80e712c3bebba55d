"""Grades follow their stated rule."""

from dateline.weaving import weave
from tests.weaving.told import Told

DAY = ("2020-01-03", "2020-01-03", "2020-01-03")


# Two wordings, so that neither report is a copy of the other.
TEXTS = {
    "Wire": "On 2020-01-03 the Front attacked the base in Avdo, the Front and the army said.",
    "Radio": "Word came late: the army lost the base when the Front attacked Avdo at night on 2020-01-03.",
}


def attack(outlet: str, published: str = "2020-01-04", **fields) -> Told:
    told = Told(TEXTS[outlet], published, outlet)
    values = {"actors": ["the Front"], "targets": ["the base"], "day": DAY, "places": [("Avdo", "IQ")]}
    told.event("attacked", **{**values, **fields})
    return told


def grade(*told: Told) -> str:
    record = weave([t.report for t in told], [c for t in told for c in t.claims])
    (event,) = record.events
    return event.grade


def test_one_outlet_is_a_single_origin_and_two_are_two():
    assert grade(attack("Wire")) == "single origin"
    assert grade(attack("Wire"), attack("Radio")) == "two or more origins"


def test_two_outlets_that_quote_one_speaker_are_a_single_origin():
    assert (
        grade(attack("Wire", speakers=["the army"]), attack("Radio", speakers=["the army"]))
        == "single origin"
    )


def test_a_deed_that_only_its_doer_tells_is_claimed():
    assert grade(attack("Wire", speakers=["the Front"])) == "claimed"
    assert grade(attack("Wire", speakers=["the Front"]), attack("Radio")) == "two or more origins"


def test_a_deed_that_one_tells_and_another_denies_is_contested():
    denied = attack("Radio", status="denied", speakers=["the army"])
    assert grade(attack("Wire"), denied) == "contested"


def test_a_deed_that_nobody_tells_as_done_is_denied():
    assert grade(attack("Wire", status="denied")) == "denied"


def test_a_deed_that_its_only_origin_later_denies_is_withdrawn():
    later = attack("Wire", "2020-01-05", status="denied")
    assert grade(attack("Wire"), later) == "withdrawn"
    assert grade(attack("Wire"), later, attack("Radio")) == "contested"


def test_an_earlier_denial_withdraws_nothing():
    first = attack("Wire", "2020-01-03", status="denied")
    assert grade(first, attack("Wire", "2020-01-05")) == "contested"


def test_a_word_is_made_by_being_said_and_is_graded_by_its_origins():
    threat = Told("The Front threatened the army on 2020-01-03.", outlet="Wire")
    threat.event("threatened", "THREATEN", actors=["The Front"], speakers=["The Front"])
    assert grade(threat) == "single origin"
