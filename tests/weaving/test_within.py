"""Mentions of one report come together by what all of a group agree in."""

from dateline.weaving.bond import Bonds
from dateline.weaving.facet import facets_of
from dateline.weaving.within import told_within
from tests.weaving.told import Told


def groups(told: Told, apart=()) -> list[list[str]]:
    facets = facets_of(told.claims, {told.report.id: told.report}, {})
    found = told_within(facets, Bonds(apart=apart))
    return sorted([facet.claim.trigger.text for facet in facets] for facets, _ in found)


def test_what_is_told_again_of_the_same_parties_is_one():
    told = Told("Rebels shelled Avdo. Prices rose. The shelling of Avdo by the Rebels began at dawn.")
    told.event("shelled", mode="shelling", actors=["Rebels"], targets=["Avdo"])
    told.event("The shelling", mode="shelling", actors=["Rebels"], targets=["Avdo"])
    assert groups(told) == [["shelled", "The shelling"]]


def test_other_doers_in_the_same_words_are_two():
    told = Told("Rebels attacked Avdo. Later Guards attacked Brodo.")
    told.event("attacked", actors=["Rebels"], targets=["Avdo"])
    told.event("attacked Brodo", actors=["Guards"], targets=["Brodo"])
    assert groups(told) == [["attacked"], ["attacked Brodo"]]


def test_a_likely_pair_does_not_carry_along_what_clashes_with_half_of_it():
    told = Told("Jets bombed Avdo on Monday. The attack on Avdo failed. On Friday jets bombed Avdo again.")
    told.event("bombed", mode="airstrike", targets=["Avdo"], day=("Monday", "2020-01-06", "2020-01-06"))
    told.event("The attack", targets=["Avdo"])
    told.event(
        "bombed Avdo again", mode="airstrike", targets=["Avdo"], day=("Friday", "2020-01-10", "2020-01-10")
    )
    assert groups(told) == [["bombed", "The attack"], ["bombed Avdo again"]]


def test_what_people_hold_apart_stays_apart():
    told = Told("Rebels shelled Avdo. The shelling of Avdo by the Rebels began at dawn.")
    one = told.event("shelled", mode="shelling", actors=["Rebels"], targets=["Avdo"])
    other = told.event("The shelling", mode="shelling", actors=["Rebels"], targets=["Avdo"])
    assert groups(told, [(one.id, other.id)]) == [["The shelling"], ["shelled"]]


def test_every_mention_is_in_one_group():
    told = Told("Rebels shelled Avdo. The shelling went on. Guards left Brodo. Avdo fell.")
    for words in ("shelled", "The shelling", "fell"):
        told.event(words)
    told.event("left", "RETREAT")
    words = [words for group in groups(told) for words in group]
    assert sorted(words) == ["The shelling", "fell", "left", "shelled"]
