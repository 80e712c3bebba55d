"""What the place of a phrase in the sentence tells of violence, read with the shipped weights."""

import pytest

from dateline.model import EventClaim
from dateline.reading import Reader
from tests.reading.conftest import make_report

READER = Reader()


def violence(text: str) -> list[EventClaim]:
    claims = READER.read(make_report(text))
    return [claim for claim in claims if isinstance(claim, EventClaim) and claim.type == "ASSAULT"]


def targets(text: str) -> set[str]:
    return {party.name for claim in violence(text) for party in claim.targets}


@pytest.mark.parametrize(
    ("text", "things"),
    [
        (
            "On Monday the rebels blew up several electricity poles with dynamite.",
            {"several electricity poles"},
        ),
        ("The guerrillas set fire to three trucks on the road to Tarra.", {"three trucks"}),
        ("A telephone booth was destroyed by a bomb on Sunday.", {"telephone booth"}),
        ("A bomb exploded outside the courthouse on Friday.", {"courthouse"}),
        ("Rebels attacked a power substation near Tarra on Friday.", {"power substation"}),
    ],
)
def test_a_thing_that_is_hit_is_a_target(text: str, things: set[str]) -> None:
    assert things <= targets(text)


def test_a_thing_stands_beside_the_people_who_were_hit() -> None:
    assert {"peasant", "tank truck"} <= targets(
        "Guerrillas killed a peasant and burned a tank truck in Flores."
    )


def test_a_car_in_which_a_bomb_explodes_is_no_target() -> None:
    assert "car" not in targets("A bomb exploded in a car on Friday and killed three policemen.")


def test_terrorists_who_bomb_are_the_actors() -> None:
    (claim,) = violence("Police have reported that terrorists bombed the embassies of two countries tonight.")
    assert [party.name for party in claim.actors] == ["terrorists"]
