"""Decisions shape the record, stand beside what was read, and can be taken back to the very byte."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import EventClaim, event_claim_id
from dateline.model.codec import encode
from dateline.weaving import amended, judged, weave
from tests.weaving.deciding import decide
from tests.weaving.told import Told


def attack(outlet: str, day: str = "2020-01-03", place: str = "Avdo", dead: int = 3) -> Told:
    told = Told(f"Rebels attacked the garrison in {place} on {day}, killing {dead} soldiers.", outlet=outlet)
    told.event(
        "attacked",
        actors=["Rebels"],
        targets=["the garrison"],
        day=(day, day, day),
        places=[(place, "IQ")],
        counts=[("killed", "soldiers", dead, dead, f"{dead} soldiers")],
    )
    return told


def woven(told: list[Told], *decisions):
    return weave([t.report for t in told], [c for t in told for c in t.claims], decisions)


def test_a_rejected_claim_is_not_in_the_record_until_it_is_accepted():
    told = [attack("A"), attack("B")]
    reject = decide("reject", *told[0].claims)
    (event,) = woven(told, reject).events
    assert event.claims == (told[1].claims[0].id,)
    accept = decide("accept", *told[0].claims)
    (event,) = woven(told, reject, accept).events
    assert len(event.claims) == 2
    assert event.decisions == (accept.id,)


def test_an_edit_changes_the_value_and_keeps_the_id():
    told = [attack("A")]
    edit = decide("edit", *told[0].claims, field="time", value="2020-01-09")
    (event,) = woven(told, edit).events
    assert (event.when.earliest, event.when.latest) == ("2020-01-09", "2020-01-09")
    assert event.claims == (told[0].claims[0].id,)
    assert event.decisions == (edit.id,)


def test_the_words_of_an_edit_are_those_given_else_the_value_else_the_trigger():
    told = attack("A")
    (claim,) = told.claims
    given_ = amended(claim, decide("edit", claim, field="time", value="2020", words=told.span("2020")))
    assert given_.when.span.text == "2020"
    found = amended(claim, decide("edit", claim, field="target", value="soldiers"))
    assert found.targets[0].span == told.span("soldiers")
    part = amended(claim, decide("edit", claim, field="target", value="soldier"))
    assert part.targets[0].span == claim.trigger
    without = amended(claim, decide("edit", claim, field="target", value="the mayor"))
    assert without.targets[0].span == claim.trigger


def test_words_of_another_report_are_not_taken():
    told, other = attack("A"), attack("B", "2020-01-04")
    edit = decide("edit", *told.claims, field="time", value="2020-01-04", words=other.span("2020-01-04"))
    assert amended(told.claims[0], edit).when.span == told.claims[0].trigger


def test_the_last_edit_of_a_field_wins_and_other_fields_stay():
    told = [attack("A")]
    first = decide("edit", *told[0].claims, field="time", value="2020-01-09")
    status = decide("edit", *told[0].claims, field="status", value="alleged")
    last = decide("edit", *told[0].claims, field="time", value="2020-01-10")
    (event,) = woven(told, last, first, status).events
    assert (event.when.earliest, event.status) == ("2020-01-10", "alleged")
    assert event.decisions == (status.id, last.id)


def test_a_decision_that_another_one_outdoes_says_why_it_changes_nothing():
    told = [attack("A"), attack("B")]
    one, other = (t.claims[0] for t in told)
    edit = decide("edit", one, field="time", value="2020-01-09")
    again = decide("edit", one, field="time", value="2020-01-10")
    merge = decide("merge", one, other)
    assert judged([one, other], [edit, again]).idle == {edit.id: "a later decision stands instead"}
    reject = decide("reject", other)
    assert judged([one, other], [merge, reject]).idle == {merge.id: "its claims are rejected"}
    accept = decide("accept", other)
    assert judged([one, other], [merge, reject, accept]).idle == {
        reject.id: "a later decision stands instead"
    }
    actors = decide("other_actor", names=("Rebels", "the garrison"))
    same = decide("same_actor", names=("Rebels", "the garrison"))
    assert judged([one], [same, actors]).idle == {same.id: "they are held for different actors"}


def test_another_type_leaves_no_mode_behind():
    told = Told("Rebels bombed Avdo.")
    claim = told.event("bombed", mode="bombing")
    assert amended(claim, decide("edit", claim, field="type", value="COERCE")).mode is None
    assert amended(claim, decide("edit", claim, field="type", value="ASSAULT")).mode == "bombing"


def test_an_edit_with_a_value_that_is_none_of_the_field_changes_nothing_and_says_so():
    told = [attack("A")]
    edit = decide("edit", *told[0].claims, field="time", value="someday")
    found = judged(told[0].claims, [edit])
    assert found.claims == tuple(told[0].claims)
    assert "is no time" in found.idle[edit.id]
    assert woven(told, edit).events == woven(told).events


def test_merged_events_are_one_and_say_who_decided():
    told = [attack("A"), attack("B", "2020-03-09", "Brodo")]
    merge = decide("merge", *(t.claims[0] for t in told))
    (event,) = woven(told, merge).events
    assert event.joins[-1] == "decided by anna"
    assert event.decisions == (merge.id,)


def test_a_split_outweighs_a_merge():
    told = [attack("A"), attack("B")]
    one, other = (t.claims[0] for t in told)
    merge, split = decide("merge", one, other), decide("split", one, apart=[other])
    assert len(woven(told, split, merge).events) == 2
    assert judged([one, other], [split, merge]).idle == {merge.id: "a split keeps its claims apart"}


def test_one_actor_under_two_names_no_longer_clashes():
    told = []
    for outlet, name in (("A", "Hill Guards"), ("B", "Red Army")):
        told.append(Told(f"The {name} attacked Avdo on 2020-01-03.", outlet=outlet))
        told[-1].event(
            "attacked", actors=[name], targets=["Avdo"], day=("2020-01-03",) * 3, places=[("Avdo", "IQ")]
        )
    assert len(woven(told).events) == 2
    same = decide("same_actor", names=("Hill Guards", "Red Army"))
    (event,) = woven(told, same).events
    assert event.decisions == (same.id,)
    assert len({party.actor for party in event.actors}) == 1


def test_a_decision_about_a_report_that_is_not_there_changes_nothing_and_says_so():
    told, gone = [attack("A")], attack("B")
    reject = decide("reject", *gone.claims)
    assert encode(woven(told, reject)) == encode(woven(told))
    assert judged(told[0].claims, [reject]).idle == {reject.id: "its claims are not found"}


def test_a_decision_survives_another_reading_of_its_report():
    told = attack("A")
    (claim,) = told.claims
    edit = decide("edit", claim, field="time", value="2020-01-09")
    trigger = told.span("attacked the garrison")
    anew = replace(claim, id=event_claim_id(trigger, "COERCE"), type="COERCE", trigger=trigger)
    record = weave([told.report], [anew], [edit])
    assert record.events[0].when.earliest == "2020-01-09"
    assert record.events[0].decisions == (edit.id,)


def two_mentions() -> Told:
    told = Told(
        "Rebels attacked the garrison in Avdo on 2020-01-03. The attack on the garrison failed.", outlet="F"
    )
    told.event(
        "attacked",
        actors=["Rebels"],
        targets=["the garrison"],
        day=("2020-01-03",) * 3,
        places=[("Avdo", "IQ")],
    )
    told.event("The attack", targets=["the garrison"])
    return told


BUNDLE = [
    attack("A"), attack("B"), attack("C", dead=7), attack("D", "2020-02-13"), attack("E", place="Brodo"),
    two_mentions(),
]  # fmt: skip
CLAIMS: list[EventClaim] = [claim for t in BUNDLE for claim in t.claims]


@st.composite
def decided(draw) -> list:
    """Any decisions about the bundle, undos among them."""
    made = []
    for _ in range(draw(st.integers(1, 8))):
        kinds = ["accept", "reject", "edit", "merge", "split", "same_actor", "other_actor"]
        kind = draw(st.sampled_from([*kinds, "undo"] if made else kinds))
        about = draw(st.lists(st.sampled_from(CLAIMS), min_size=2, max_size=3, unique_by=lambda c: c.id))
        if kind == "undo":
            made.append(decide("undo", undoes=draw(st.sampled_from(made)).id))
        elif kind == "edit":
            field, value = draw(
                st.sampled_from([("time", "2020-02-13"), ("place", "Kirkuk"), ("count", None)])
            )
            made.append(decide("edit", *about, field=field, value=value))
        elif kind == "split":
            made.append(decide("split", about[0], apart=about[1:]))
        elif kind in ("same_actor", "other_actor"):
            made.append(decide(kind, names=("Rebels", "the garrison")))
        else:
            made.append(decide(kind, *about))
    return made


@settings(deadline=None, max_examples=60)
@given(decided(), st.randoms(use_true_random=False))
def test_any_order_of_reports_claims_and_decisions_gives_the_same_bytes(made: list, chance: random.Random):
    reports, claims, decisions = [t.report for t in BUNDLE], list(CLAIMS), list(made)
    straight = encode(weave(reports, claims, decisions))
    for shuffled in (reports, claims, decisions):
        chance.shuffle(shuffled)
    assert encode(weave(reports, claims, decisions)) == straight


@settings(deadline=None, max_examples=60)
@given(decided())
def test_undoing_the_last_decision_restores_the_very_bytes(made: list):
    *before, last = made
    undo = decide("undo", undoes=last.id)
    assert encode(woven(BUNDLE, *made, undo)) == encode(woven(BUNDLE, *before))


@settings(deadline=None, max_examples=60)
@given(decided(), st.permutations(CLAIMS))
def test_a_split_that_holds_is_never_broken(made: list, drawn: list):
    one, other, *_ = drawn
    record = woven(BUNDLE, *made, decide("split", one, apart=[other]))
    assert not any({one.id, other.id} <= set(event.claims) for event in record.events)


@pytest.mark.parametrize("field", ["type", "status", "core"])
def test_a_needed_field_is_never_left_empty(field: str):
    claim = CLAIMS[0]
    assert judged([claim], [decide("edit", claim, field=field)]).claims == (claim,)
