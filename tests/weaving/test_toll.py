"""Whether two numbers can both be right: whose they are, who tells them, and which are parts of others."""

import pytest

from dateline.weaving import weave
from tests.weaving.told import Told, raided


def woven(*reports: Told):
    return weave([t.report for t in reports], [c for t in reports for c in t.claims])


def raid(text: str, who: str, number: int, words: str, published: str = "2020-01-04") -> Told:
    return raided(Told(text, published), ("killed", who, number, number, words))


def test_some_of_the_dead_are_fewer_than_all_of_them():
    whole = raid("The raid on Avdo on 2020-01-03 killed 12 people.", "people", 12, "12")
    part = raid("The raid on Avdo on 2020-01-03 killed 4 local guards.", "local guards", 4, "4")
    assert woven(whole, part).disagreements == ()


def test_all_of_the_dead_are_no_fewer_than_some_of_them():
    whole = raid("The raid on Avdo on 2020-01-03 killed 4 people.", "people", 4, "4")
    part = raid("The raid on Avdo on 2020-01-03 killed 12 local guards.", "local guards", 12, "12")
    (disagreement,) = woven(whole, part).disagreements
    assert disagreement.field == "count"


def test_two_dead_told_by_name_are_no_toll():
    named = Told("The raid on Avdo on 2020-01-03 killed Omar Shah and Rami Levi.", "2020-01-04")
    named.event(
        "raid",
        targets=[named.party("Omar Shah", person=True), named.party("Rami Levi", person=True)],
        mode="raid",
        day=("2020-01-03", "2020-01-03", "2020-01-03"),
        places=[("Avdo", "IQ")],
        counts=[("killed", "Omar Shah", 2, 2, "Omar Shah and Rami Levi")],
    )
    whole = raid("The raid on Avdo on 2020-01-03 killed 10 people.", "people", 10, "10")
    record = woven(named, whole)
    assert (record.disagreements, record.updates) == ((), ())


def told_by(*second: str) -> Told:
    told = Told(
        "The militia said the raid killed 22 fighters. The observatory spoke of the raid as costing one dead."
    )
    told.event("raid", speakers=["militia"], counts=[("killed", "fighters", 22, None, "22 fighters")])
    told.event(
        "the raid as",
        speakers=second,
        counts=[("killed", "dead", 1, 1, "one")],
    )
    return told


def test_a_smaller_number_of_another_speaker_is_a_rival():
    (disagreement,) = woven(told_by("observatory")).disagreements
    assert [side.value for side in disagreement.sides] == ["at least 22", "1"]


@pytest.mark.parametrize("second", [["militia"], []])
def test_a_smaller_number_of_the_same_speaker_or_of_nobody_is_a_part(second: list[str]):
    assert woven(told_by(*second)).disagreements == ()


def test_whose_number_it_is_stays_open_where_one_claim_has_two():
    told = Told("The raid wounded six, a source said; another source spoke of seven.")
    six, seven = ("injured", "", 6, 6, "six"), ("injured", "", 7, 7, "seven")
    told.event("raid", speakers=["a source"], counts=[six, seven])
    (disagreement,) = woven(told).disagreements
    assert [(side.value, side.speakers) for side in disagreement.sides] == [("6", ()), ("7", ())]
