"""Which decisions hold, and which claims they mean."""

from dataclasses import replace

from dateline.weaving.verdict import Marks, holding
from tests.weaving.deciding import decide
from tests.weaving.told import Told


def told() -> Told:
    report = Told("Rebels attacked Avdo. Iran backs Rebels and leads the Front.")
    report.event("attacked", actors=["Rebels"])
    return report


def test_an_undone_decision_does_not_hold_and_an_undone_undo_undoes_nothing():
    reject = decide("reject", *told().claims)
    undo = decide("undo", undoes=reject.id)
    again = decide("undo", undoes=undo.id)
    assert holding([undo, reject]) == (undo,)
    assert holding([again, undo, reject]) == (reject, again)


def test_an_undo_of_something_made_later_undoes_nothing():
    reject = decide("reject", *told().claims, at="2026-02-02T00:00:00+00:00")
    undo = decide("undo", undoes=reject.id, at="2026-01-01T00:00:00+00:00")
    assert reject in holding([undo, reject])


def test_a_claim_is_found_again_with_another_id_type_and_trigger():
    report = told()
    decision = decide("reject", *report.claims)
    claim = report.claims[0]
    other = replace(claim, id="e-other", type="COERCE", trigger=report.span("attacked Avdo"))
    assert Marks([other], [decision]).found(decision.claims) == ["e-other"]


def test_a_claim_of_the_same_type_is_preferred():
    report = told()
    decision = decide("reject", *report.claims)
    claim = report.claims[0]
    wider = replace(claim, id="e-same", trigger=report.span("attacked Avdo"))
    exact = replace(claim, id="e-another", type="COERCE")
    assert Marks([exact, wider], [decision]).found(decision.claims) == ["e-same"]


def test_a_claim_elsewhere_in_the_report_is_not_taken_for_it():
    report = told()
    decision = decide("reject", *report.claims)
    far = replace(report.claims[0], id="e-far", trigger=report.span("leads"))
    assert Marks([far], [decision]).found(decision.claims) == []


def test_a_tie_is_not_taken_for_another_tie_of_its_sentence():
    report = told()
    backs = report.relation("Iran", "backs", "Rebels and leads the Front")
    decision = decide("reject", backs)
    leads = report.relation("Iran", "leads", "Rebels")
    assert Marks([leads], [decision]).found(decision.claims) == []
