import json

import pytest

from dateline.grounding.who.foreign.followthemoney import read_followthemoney
from dateline.grounding.who.rows import NameRow, RoleRow
from tests.grounding.who.foreign.reading import read


def lines(*entities: tuple[str, str, dict[str, list[str]]]) -> str:
    return "".join(json.dumps({"id": i, "schema": s, "properties": p}) + "\n" for i, s, p in entities)


OMAR = ("p1", "Person", {"name": ["Omar Field"], "alias": ["Umar Field"], "nationality": ["IQ"]})
BLUE = (
    "o1",
    "Organization",
    {"name": ["Blue Column"], "abbreviation": ["BC"], "previousName": ["Old Column"]},
)


def test_names_become_names_of_their_kinds():
    (omar, blue), rejected = read(read_followthemoney, lines(OMAR, BLUE))
    assert (omar.id, omar.kind, omar.names, omar.country) == ("ftm-p1", "person", ["Umar Field"], ["iq"])
    assert blue.names == [NameRow("BC", "acronym", needs_context=True), NameRow("Old Column", "former")]
    assert rejected == []


def test_a_membership_is_a_dated_tie_wherever_its_line_stands():
    member = ("m", "Membership", {"member": ["p1"], "organization": ["o1"], "startDate": ["2014-06"]})
    (omar, _), _ = read(read_followthemoney, lines(member, OMAR, BLUE))
    assert omar.roles == [RoleRow("member_of", "ftm-o1", None, "2014-06", None)]


def test_an_office_is_held_with_the_state_of_the_post():
    post = ("po", "Position", {"name": ["Minister of Water"], "country": ["iq"]})
    held = (
        "oc",
        "Occupancy",
        {"holder": ["p1"], "post": ["po"], "startDate": ["2016"], "endDate": ["2018-01-02T00:00:00"]},
    )
    (omar,), rejected = read(read_followthemoney, lines(held, post, OMAR))
    assert omar.roles == [RoleRow("holds_office", "iq", "minister of water", "2016", "2018-01-02")]
    assert rejected == []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "truncated"),
        ('{"id": "a", "schema": "Address", "properties": {}}', "Address"),
        ('{"id": "p", "schema": "Person", "properties": {}}', "no actor with a name"),
        ('{"id": "m", "schema": "Membership", "properties": {"member": ["zz"]}}', "ties no two"),
    ],
)
def test_what_is_no_actor_is_named_and_the_rest_is_taken(line, reason):
    rows, rejected = read(read_followthemoney, f"{line}\n{lines(BLUE)}")
    assert [row.name for row in rows] == ["Blue Column"]
    ((number, why),) = rejected
    assert number == 1
    assert reason in why
