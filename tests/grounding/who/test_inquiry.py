import pytest

from dateline.grounding.who import Registry
from dateline.grounding.who.inquiry import inquire
from dateline.grounding.who.registry import shipped
from dateline.grounding.who.rows import ActorRow, NameRow


def verdicts(inquiry):
    return {c.actor.id: (c.chosen, c.verdict) for c in inquiry.candidates}


SMALL = Registry(
    [
        ActorRow("first", "1st River Brigade", kind="armed group"),
        ActorRow("old", "River Front", names=[NameRow("River Army", "former", valid_to="2010")]),
        ActorRow("new", "Lake Front", names=[NameRow("River Army", valid_from="2011")]),
        ActorRow("sea", "Sea Union", names=[NameRow("SU", "acronym")], country=["aa"]),
        ActorRow("twin-a", "Twin Party", country=["aa"]),
        ActorRow("twin-b", "Twin Party", country=["bb"]),
    ]
)


def test_whom_a_name_is_linked_to_and_by_what_rule():
    found = inquire(shipped(), "Iraqi army")
    assert found.link.actor.id == "iq-military"
    assert verdicts(found)["iq-military"][0]
    assert "organ" in verdicts(found)["iq-military"][1]


def test_the_answer_is_that_of_link():
    for text in ("Hezbollah", "KH", "Ali Khomeini", "Ghasem Soleimani", "nobody at all"):
        found = inquire(shipped(), text)
        assert found.link == shipped().link(text)
        assert {c.actor.id for c in found.candidates if c.chosen} == {a.id for a in found.link.actors}


def test_a_name_of_another_time_is_shown_as_such():
    found = verdicts(inquire(SMALL, "River Army", date="2015-01-01"))
    assert found["new"][0]
    assert not found["old"][0]
    assert "not on 2015-01-01" in found["old"][1]
    assert "2010" in found["old"][1]


def test_an_acronym_that_is_not_in_capitals_is_shown_as_such():
    assert "capitals" in verdicts(inquire(SMALL, "su"))["sea"][1]


def test_what_keeps_two_alike_names_apart_is_said():
    found = inquire(SMALL, "31st River Brigade")
    assert found.link.actors == ()
    assert "number" in verdicts(found)["first"][1]


def test_namesakes_are_ambiguous_until_somebody_near_decides():
    assert "ambiguous" in verdicts(inquire(SMALL, "Twin Party"))["twin-a"][1]
    near = verdicts(inquire(SMALL, "Twin Party", frozenset({"bb"})))
    assert near["twin-b"] == (True, "linked: a name of theirs; near it: bb")
    assert not near["twin-a"][0]


@pytest.mark.parametrize("text", ["SAF", "KH"])
def test_what_needs_context_says_so(text):
    found = inquire(shipped(), text)
    assert found.link.actors == ()
    assert any("by itself" in c.verdict for c in found.candidates)


def test_what_is_only_alike_is_never_linked():
    found = inquire(shipped(), "Ali Khomeini")
    assert not any(c.chosen for c in found.candidates)
    assert "ali-khamenei" in verdicts(found)
