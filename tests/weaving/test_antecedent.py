"""Mentions without values of their own join the act they speak of, and only within what the words allow."""

from dateline.weaving import weave
from tests.weaving.told import Told


def groups(told: Told) -> list[set[str]]:
    """The triggers of every event with more than one claim."""
    words = {claim.id: claim.trigger.text for claim in told.claims}
    events = weave([told.report], told.claims).events
    return [{words[c] for c in event.claims} for event in events if len(event.claims) > 1]


def test_an_outcome_belongs_to_the_act_told_beside_it():
    told = Told("Jets bombed the depot at Avdo on Monday. Four men were killed. Prices rose.")
    told.event("bombed", mode="airstrike", day=("Monday", "2020-01-06", "2020-01-06"))
    told.event("killed", counts=[("killed", "men", 4, 4, "Four")])
    assert groups(told) == [{"bombed", "killed"}]


def test_an_outcome_far_from_any_act_stays_by_itself():
    told = Told("Jets bombed the depot. It rained. It snowed. It froze. Four men were killed.")
    told.event("bombed", mode="airstrike")
    told.event("killed", counts=[("killed", "men", 4, 4, "Four")])
    assert groups(told) == []


def test_words_that_point_back_mean_the_nearest_act_that_fits():
    told = Told("Rebels shelled Brodo. Rebels ambushed a convoy near Avdo. Nobody claimed the attack.")
    told.event("shelled", mode="shelling")
    told.event("ambushed", mode="ambush")
    told.event("attack", mode="attack")
    assert groups(told) == [{"ambushed", "attack"}]


def test_an_attack_without_article_points_at_nothing():
    told = Told("Rebels shelled Brodo. Officials expect another attack.")
    told.event("shelled", mode="shelling")
    told.event("attack", mode="attack")
    assert groups(told) == []


def test_an_act_and_the_answer_to_it_are_two():
    told = Told("Rebels attacked the base. The attack of the army came an hour later.")
    first = told.event("attacked", targets=["base"])
    told.event("attack of", actors=["army"], responds_to=first.id)
    assert groups(told) == []


def test_shooting_a_drone_down_is_not_its_attack():
    told = Told("A drone attacked the house. Two drones were shot down. The attack failed.")
    told.event("attacked", mode="drone strike")
    told.event("shot down", mode="interception")
    told.event("attack failed", mode="attack")
    assert groups(told) == [{"attacked", "attack failed"}]


def test_the_missiles_point_back_and_the_soldiers_do_not():
    told = Told("Rebels shelled Brodo. The missiles struck at dawn. The soldiers hit back.")
    told.event("shelled", mode="shelling")
    told.event("struck", mode="attack")
    told.event("hit back", mode="attack")
    assert groups(told) == [{"shelled", "struck"}]


def test_an_attack_in_revenge_for_a_killing_is_not_that_killing():
    told = Told("The missiles struck after the killing of Qasem S. The attack went on.")
    told.event("struck", mode="missile attack")
    told.event("killing", targets=[told.party("Qasem S", person=True)])
    told.event("attack", mode="attack")
    assert groups(told) == [{"struck", "attack"}]
