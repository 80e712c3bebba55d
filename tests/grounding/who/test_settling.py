from dateline.grounding.who import Registry
from dateline.grounding.who.rows import ActorRow, NameRow, RoleRow
from dateline.grounding.who.settling import merged, settled

BASE = Registry(
    [
        ActorRow(
            "blue-column",
            "Blue Column",
            kind="armed group",
            names=["Azure Column"],
            country=["iq"],
            wikidataId="Q8",
        ),
        ActorRow("red-army-a", "Red Army", country=["aa"]),
        ActorRow("red-army-b", "Red Army", country=["bb"]),
        ActorRow("omar-field", "Omar Field", schema="Person", country=["iq"]),
    ]
)


def ids(*rows):
    return [one.row.id for one in settled(rows, BASE)]


def test_the_same_full_name_and_state_is_one_actor():
    assert ids(ActorRow("x", "Azure Column", country=["iq"])) == ["blue-column"]


def test_the_same_item_of_wikidata_is_one_actor_under_any_name():
    assert ids(ActorRow("x", "Another Name", wikidataId="Q8")) == ["blue-column"]


def test_weaker_evidence_joins_nobody():
    assert ids(ActorRow("x", "Blue Column", country=["sy"])) == ["x"]
    assert ids(ActorRow("x", "Blue Column")) == ["x"]
    assert ids(ActorRow("x", "Blue Columns", country=["iq"])) == ["x"]
    assert ids(ActorRow("x", "Red Army", country=["aa", "bb"])) == ["x"]
    assert ids(ActorRow("x", "Blue Column", schema="Person", country=["iq"])) == ["x"]
    assert ids(ActorRow("x", "Field", schema="Person", country=["iq"])) == ["x"]


def test_ties_follow_whoever_was_joined():
    rows = (
        ActorRow("x", "Blue Column", country=["iq"]),
        ActorRow("y", "Sub Unit", roles=[RoleRow("part_of", "x")]),
    )
    (_, sub) = settled(rows, BASE)
    assert sub.row.roles == [RoleRow("part_of", "blue-column")]


def test_a_name_of_somebody_else_needs_context():
    (one,) = settled([ActorRow("x", "Green Column", names=["Azure Column", "Verdant Column"])], BASE)
    assert one.row.names == [NameRow("Azure Column", needs_context=True), "Verdant Column"]


def test_why_two_were_joined_is_said():
    (one,) = settled([ActorRow("x", "Blue Column", country=["iq"])], BASE)
    assert one.known is not None
    assert one.why == "the same full name and state"


def test_rows_of_one_id_are_one_row():
    rows = [
        ActorRow("x", "Green Column", names=["Verdant"], country=["iq"]),
        ActorRow("y", "Other"),
        ActorRow("x", "Green Kolumn", names=["Verdant"], source=["somewhere"]),
    ]
    first, second = merged(rows)
    assert first == ActorRow(
        "x", "Green Column", names=["Verdant", "Green Kolumn"], country=["iq"], source=["somewhere"]
    )
    assert second.id == "y"
