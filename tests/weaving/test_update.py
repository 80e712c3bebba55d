"""Rising tolls are updates, rival ones are disagreements, parts are neither."""

from dataclasses import replace

from dateline.weaving import weave
from tests.weaving.told import Told, raided


def raid(outlet: str, published: str, low: int, high: int | None, words: str) -> Told:
    told = Told(f"{outlet} reports: the raid on Avdo on 2020-01-03 killed {words} people.", published, outlet)
    return raided(told, ("killed", "people", low, high, words))


def woven(*reports: Told):
    return weave([t.report for t in reports], [c for t in reports for c in t.claims])


def test_a_lower_bound_that_later_numbers_pass_is_an_update():
    record = woven(
        raid("Wire", "2020-01-03", 15, None, "at least 15"),
        raid("Post", "2020-01-04", 19, 19, "19"),
        raid("Radio", "2020-01-04", 25, 25, "25"),
    )
    assert record.disagreements == ()
    (update,) = record.updates
    assert [step.value for step in update.steps] == ["at least 15", "19", "25"]
    assert update.steps[1].quotes[0].text.startswith("Post reports")


def test_one_number_told_on_two_days_is_no_update():
    record = woven(raid("Wire", "2020-01-03", 5, 5, "5"), raid("Post", "2020-01-04", 5, 5, "5"))
    assert (record.updates, record.disagreements) == ((), ())


def test_undated_reports_can_not_update():
    record = woven(raid("Wire", "2020-01-03", 5, 5, "5"), raid("Post", None, 9, 9, "9"))
    assert record.updates == ()
    assert [d.field for d in record.disagreements] == ["count"]


def test_a_report_may_say_itself_that_a_number_was_revised():
    told = Told("Three people died in the raid on Avdo; the first reports had spoken of two.")
    told.event("raid", counts=[("killed", "people", 3, 3, "Three"), ("killed", "people", 2, 2, "two")])
    record = woven(told)
    assert record.disagreements == ()
    assert [step.value for step in record.updates[0].steps] == ["2", "3"]


def test_parts_of_a_number_are_no_rivals_of_it():
    told = Told("Six people died in the raid on Avdo: three soldiers, two policemen and a cook.")
    told.event(
        "raid",
        counts=[
            ("killed", "people", 6, 6, "Six"),
            ("killed", "soldiers", 3, 3, "three"),
            ("killed", "policemen", 2, 2, "two"),
        ],
    )
    record = woven(told)
    assert (record.updates, record.disagreements) == ((), ())


def test_a_report_that_gives_rival_numbers_itself_contradicts_itself_and_updates_nothing():
    first = raid("Wire", "2020-01-03", 14, 14, "14")
    both = Told(
        "The raid on Avdo on 2020-01-03 killed 14 people. The raid on Avdo killed 15 people.",
        "2020-01-04",
        "Post",
    )
    for words, number in (("raid on Avdo on", "14"), ("raid on Avdo killed", "15")):
        both.event(
            words,
            targets=["Avdo"],
            mode="raid",
            day=("2020-01-03", "2020-01-03", "2020-01-03"),
            places=[("Avdo", "IQ")],
            counts=[("killed", "people", int(number), int(number), number)],
        )
    record = woven(first, both)
    assert record.updates == ()
    (disagreement,) = record.disagreements
    assert disagreement.field == "count"


def test_what_the_doers_say_of_their_deed_is_no_step_but_a_rival_number():
    claimed = Told(
        "The rebels say: our raid on Avdo on 2020-01-03 killed 50 people.", "2020-01-04", "Channel"
    )
    claimed.event(
        "raid",
        actors=["The rebels"],
        speakers=["The rebels"],
        targets=["Avdo"],
        mode="raid",
        day=("2020-01-03", "2020-01-03", "2020-01-03"),
        places=[("Avdo", "IQ")],
        counts=[("killed", "people", 50, 50, "50")],
    )
    record = woven(raid("Wire", "2020-01-03", 8, 8, "8"), claimed, raid("Post", "2020-01-05", 17, 17, "17"))
    (update,) = record.updates
    assert [step.value for step in update.steps] == ["8", "17"]
    (disagreement,) = record.disagreements
    assert {side.value for side in disagreement.sides} == {"8", "17", "50"}


def test_several_people_of_a_named_group_are_counted_and_one_person_by_name_is_not():
    told = [raid("Wire", "2020-01-03", 8, 8, "8"), raid("Post", "2020-01-03", 9, 9, "9")]
    for one, number in zip(told, (8, 9), strict=True):
        (claim,) = one.claims
        (count,) = claim.counts
        one.claims[0] = replace(claim, counts=(replace(count, who="Avdo", min=number, max=number),))
    assert [d.field for d in woven(*told).disagreements] == ["count"]
