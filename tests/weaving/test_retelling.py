"""What two mentions agree in is said in words, and decides how strongly they speak for one happening."""

from collections import Counter

from dateline.weaving.facet import facets_of
from dateline.weaving.retelling import judged, signs
from tests.weaving.told import Told


def facets(told: Told):
    return facets_of(told.claims, {told.report.id: told.report}, {})


def test_signs_say_what_agrees_and_what_differs():
    told = Told("Rebels shelled Avdo on Monday. Guards shelled Avdo.")
    told.event("shelled", actors=["Rebels"], targets=["Avdo"], day=("Monday", "2020-01-06", "2020-01-06"))
    told.event("shelled Avdo.", actors=["Guards"], targets=["Avdo"])
    seen = signs(*facets(told), Counter(ASSAULT=2))
    assert {"same words for the act", "same target", "other actor", "one dated", "next sentence"} <= set(seen)
    assert len(seen) == len(set(seen))


def test_words_that_open_something_new_speak_against_a_join():
    told = Told("Rebels attacked Avdo. The attack went on. Another attack failed.")
    told.event("attacked", targets=["Avdo"])
    told.event("attack")
    told.event("attack failed")
    first, back, anew = facets(told)
    crowd = Counter(ASSAULT=3)
    assert judged(first, back, crowd, None)[0] > judged(first, anew, crowd, None)[0]


def test_a_pair_that_agrees_in_nothing_is_not_joined():
    told = Told("Rebels shelled Avdo. Guards marched.")
    told.event("shelled")
    told.event("marched")
    weight, why = judged(*facets(told), Counter(ASSAULT=2), None)
    assert weight <= 0
    assert why == ()


def test_why_a_mention_means_an_act_comes_first():
    told = Told("Rebels attacked Avdo. The attack went on.")
    told.event("attacked", targets=["Avdo"])
    told.event("attack")
    one, other = facets(told)
    alone = judged(one, other, Counter(ASSAULT=2), None)
    meant = judged(one, other, Counter(ASSAULT=2), "the words point back to it")
    assert meant[0] > alone[0]
    assert meant[1] == ("the words point back to it", *alone[1])
