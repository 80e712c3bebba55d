"""The record is a function of the set of reports, and shows what they disagree about."""

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import Where
from dateline.model.codec import encode
from dateline.weaving import weave
from tests.weaving.told import Told


def woven(*told: Told):
    return weave([t.report for t in told], [c for t in told for c in t.claims])


def strike(outlet: str, day: str, dead: int, published: str = "2020-01-05") -> Told:
    told = Told(
        f"The strike on {day} in Baghdad killed Qasem S and {dead} others, the army said.", published, outlet
    )
    told.event(
        "killed",
        targets=[told.party("Qasem S", person=True)],
        day=(day, day, day),
        places=[("Baghdad", "IQ")],
        counts=[("killed", "others", dead, dead, str(dead))],
        speakers=["the army"],
    )
    return told


def test_reports_of_one_killing_make_one_event_and_show_the_date_that_differs():
    record = woven(strike("A", "2020-01-03", 9), strike("B", "2020-01-03", 9), strike("C", "2020-02-13", 9))
    (event,) = record.events
    assert len(event.claims) == 3
    (disagreement,) = record.disagreements
    assert disagreement.field == "time"
    assert sorted(s.value for s in disagreement.sides) == ["2020-01-03", "2020-02-13"]
    assert all("The strike on" in quote.text for side in disagreement.sides for quote in side.quotes)


def test_a_toll_that_rises_with_publication_is_an_update():
    record = woven(strike("A", "2020-01-03", 5, "2020-01-03"), strike("B", "2020-01-03", 9, "2020-01-04"))
    assert record.disagreements == ()
    (update,) = record.updates
    assert [step.value for step in update.steps] == ["5", "9"]


def test_rival_tolls_of_one_day_are_a_disagreement_with_both_speakers():
    record = woven(strike("A", "2020-01-03", 5), strike("B", "2020-01-03", 9))
    assert record.updates == ()
    (disagreement,) = record.disagreements
    assert disagreement.field == "count"
    assert {s.value: s.speakers for s in disagreement.sides} == {"5": ("the army",), "9": ("the army",)}


def test_a_falling_toll_is_not_an_update():
    record = woven(strike("A", "2020-01-03", 9, "2020-01-03"), strike("B", "2020-01-03", 5, "2020-01-04"))
    assert record.updates == ()
    assert [d.field for d in record.disagreements] == ["count"]


def test_days_next_to_each_other_can_both_be_right():
    record = woven(strike("A", "2020-01-02", 9), strike("B", "2020-01-03", 9))
    assert len(record.events) == 1
    assert record.disagreements == ()


def test_mentions_within_a_report_join_and_other_acts_do_not():
    told = Told(
        "Rebels attacked Avdo on Monday. The attack on Avdo failed. Rebels also attacked Brodo on Friday."
    )
    told.event(
        "attacked Avdo", actors=["Rebels"], targets=["Avdo"], day=("Monday", "2020-01-06", "2020-01-06")
    )
    told.event("The attack", targets=["Avdo"])
    told.event(
        "attacked Brodo", actors=["Rebels"], targets=["Brodo"], day=("Friday", "2020-01-10", "2020-01-10")
    )
    record = woven(told)
    assert sorted(len(e.claims) for e in record.events) == [1, 2]
    joined = next(e for e in record.events if len(e.claims) == 2)
    assert joined.joins == ("same words for the act; same target",)


def test_what_is_planned_is_not_what_was_done():
    told = Told("Rebels attacked Avdo. Rebels will attack Avdo again.")
    told.event("attacked", actors=["Rebels"], targets=["Avdo"])
    told.event("will attack", actors=["Rebels"], targets=["Avdo"], status="planned")
    assert len(woven(told).events) == 2


def test_a_claim_and_a_denial_show_both_sides():
    told = Told("Rebels shelled Avdo. The shelling of Avdo was denied by Army Command.")
    told.event("shelled", actors=["Rebels"], targets=["Avdo"])
    told.event("shelling", targets=["Avdo"], denied_by=["Army Command"])
    (disagreement,) = woven(told).disagreements
    assert disagreement.field == "status"
    assert [s.value for s in disagreement.sides] == ["told as done", "denied by Army Command"]
    assert disagreement.sides[1].quotes[0].text == "The shelling of Avdo was denied by Army Command."


def test_a_tie_stated_and_denied_is_a_disagreement():
    one, other = Told("Black Unit is part of Army Corps."), Told("Black Unit is no part of Army Corps.")
    one.relation("Black Unit", "part_of", "Army Corps")
    other.relation("Black Unit", "part_of", "Army Corps", negated=True)
    (disagreement,) = woven(one, other).disagreements
    assert disagreement.field == "relation"


def test_a_response_names_the_event_and_never_itself():
    told = Told("After rockets hit Base One, jets bombed Depot Two.")
    hit = told.event("hit", targets=["Base One"])
    told.event("bombed", targets=["Depot Two"], responds_to=hit.id)
    record = woven(told)
    answer = next(e for e in record.events if e.targets[0].name == "Depot Two")
    assert answer.responds_to == next(e.id for e in record.events if hit.id in e.claims)


def test_nothing_in_nothing_out():
    assert woven() == weave([], [])
    assert woven().events == ()


@settings(max_examples=40)
@given(st.randoms(use_true_random=False))
def test_the_order_of_reports_and_claims_changes_no_byte(rng: random.Random):
    told = [
        strike("A", "2020-01-03", 9),
        strike("B", "2020-01-04", 7),
        strike("C", "2020-02-13", 9, "2020-02-14"),
        strike("D", "2020-01-03", 12, "2020-01-08"),
    ]
    expected = encode(woven(*told))
    reports, claims = [t.report for t in told], [c for t in told for c in t.claims]
    rng.shuffle(reports)
    rng.shuffle(claims)
    assert encode(weave(reports, claims)) == expected


def test_strikes_of_a_list_stay_apart_by_place_and_number():
    told = Told("On Monday jets made 23 strikes. Near Avdo, five strikes hit. Near Brodo, five raids hit.")
    every = told.event("23 strikes", actors=["jets"], counts=[("attacks", "", 23, 23, "23")])
    avdo = told.event("five strikes", counts=[("attacks", "", 5, 5, "five")], places=[("Avdo", "IQ")])
    near = told.event("five raids", counts=[("attacks", "", 5, 5, "five")], places=[("Brodo", "IQ")])
    record = woven(told)
    assert [e.claims for e in record.events] == [(every.id,), (avdo.id,), (near.id,)]


def test_a_place_within_another_is_no_other_place():
    told = Told("Jets struck the airport of Avdo. The strike on Avdo came early.")
    told.event("struck", targets=["Avdo"], places=[("airport", "IQ")])
    told.event("strike on", targets=["Avdo"], places=[("Avdo", "IQ")])
    assert len(woven(told).events) == 1


def rockets(outlet: str, words: str, low: int, high: int | None, place: Where) -> Told:
    told = Told(
        f"{outlet} says: {words} rockets hit the base on 2020-01-03.",
        f"2020-01-0{4 + (outlet == 'B')}",
        outlet,
    )
    told.event(
        "hit",
        mode="rocket attack",
        day=("2020-01-03", "2020-01-03", "2020-01-03"),
        counts=[("attacks", "rockets", low, high, words)],
    )
    told.claims[0] = replace(told.claims[0], places=(replace(place, span=told.span("the base")),))
    return told


def base(name: str, entry: str | None, lat: float = 33.0) -> Where:
    at = Told("base").span("base")
    return Where(at, name, entry=entry, kind="base", country="IQ", lat=lat, lon=44.0, radius_km=5.0)


def test_at_least_so_many_rockets_may_have_been_more():
    camp = base("Camp", "camp")
    record = woven(rockets("A", "eight", 8, None, camp), rockets("B", "21", 21, 21, camp))
    assert len(record.events) == 1
    assert [step.value for step in record.updates[0].steps] == ["at least 8", "21"]


def test_two_series_of_another_number_are_two():
    camp = base("Camp", "camp")
    assert len(woven(rockets("A", "eight", 8, 8, camp), rockets("B", "21", 21, 21, camp)).events) == 2


def test_a_place_that_no_gazetteer_lists_may_be_another_name():
    camp, outpost = base("Camp", "camp"), base("outpost", None, lat=35.0)
    far = base("Fort", "fort", lat=35.0)
    assert len(woven(rockets("A", "21", 21, 21, camp), rockets("B", "21", 21, 21, outpost)).events) == 1
    assert len(woven(rockets("A", "21", 21, 21, camp), rockets("B", "21", 21, 21, far)).events) == 2
