"""What a party is in the schemes of others: by the registry, else by its words."""

import pytest

from dateline.export.coded.country import country
from dateline.export.coded.standing import ABROAD, standing
from dateline.model import Party, Span


def party(name: str, actor: str | None = None, kind: str = "unnamed") -> Party:
    return Party(name, Span("r", 0, len(name), name), actor, kind)


@pytest.mark.parametrize(
    ("name", "iso3", "sector", "inter", "civilian"),
    [
        ("Colombian police officers", "COL", "COP", "State forces", False),
        ("gunmen", None, "UAF", "Political militia", False),
        ("villagers", None, "CVL", "Civilians", True),
        ("Turkish soldiers", "TUR", "MIL", "State forces", False),
        ("somebody", None, "", "", None),
    ],
)
def test_unnamed_people_stand_where_their_words_say(name, iso3, sector, inter, civilian):
    found = standing(party(name))
    assert (found.country.iso3 if found.country else None) == iso3
    assert (found.sector, found.inter, found.civilian) == (sector, inter, civilian)


def test_soldiers_of_a_state_are_external_in_another_one():
    found = standing(party("Turkish soldiers"))
    assert found.inter_in(country("TR")) == "State forces"
    assert found.inter_in(country("IQ")) == ABROAD


def test_whom_the_registry_holds_stands_where_it_says():
    found = standing(party("the group", "kataib-hezbollah", "named"))
    assert (found.sector, found.inter, found.side) == ("REB", "Rebel group", "group")
    assert found.country == country("IQ")


def test_a_name_outside_the_registry_is_not_guessed():
    assert standing(party("Police Academy Heroes", kind="named")).sector == ""
