"""Accusations and denials are shown as rival doers; other denials are not."""

from dataclasses import replace

from dateline.weaving import weave
from tests.weaving.told import Told


def woven(*told: Told):
    return weave([t.report for t in told], [c for t in told for c in t.claims])


def disagreements(told: Told):
    return weave([told.report], told.claims).disagreements


def accusation(denier: str) -> Told:
    told = Told(f"Rockets hit Avdo. The army blamed Red Band for the attack. {denier} denied any role.")
    act = told.event("hit", mode="rocket attack", targets=["Avdo"])
    told.event(
        "blamed", "ACCUSE", mode="accusation", actors=["army"], targets=["Red Band"], responds_to=act.id
    )
    start = told.text.rindex(denier)
    at_denial = replace(told.party(denier), span=told.report.span(start, start + len(denier)))
    told.event("attack", mode="attack", denied_by=[at_denial])
    return told


def test_a_denial_by_the_accused_shows_both_sides():
    (disagreement,) = disagreements(accusation("Red Band"))
    assert disagreement.field == "actor"
    assert [s.value for s in disagreement.sides] == ["Red Band (army)", "not Red Band (Red Band)"]
    assert disagreement.sides[1].quotes[0].text == "Red Band denied any role."
    assert disagreement.sides[1].speakers == ("Red Band",)


def test_a_denial_by_somebody_whom_nobody_accused_is_none():
    assert disagreements(accusation("Blue Band")) == ()


def test_what_the_report_itself_negates_is_none():
    told = Told("Three soldiers were killed at Avdo. The statement has no word of the killing at Avdo.")
    told.event("killed", counts=[("killed", "soldiers", 3, 3, "Three")], places=[("Avdo", "IQ")])
    told.event("killing", status="denied", places=[("Avdo", "IQ")])
    assert disagreements(told) == ()


def test_two_that_accuse_each_other_are_shown():
    told = Told("Red Band and Blue Band accused each other of breaking the truce.")
    both = [told.party("Red Band"), told.party("Blue Band")]
    told.event("accused", "ACCUSE", mode="accusation", actors=both, targets=both)
    (disagreement,) = disagreements(told)
    assert [(s.value, s.speakers) for s in disagreement.sides] == [
        ("Blue Band", ("Red Band",)),
        ("Red Band", ("Blue Band",)),
    ]


def test_a_rejected_charge_is_a_denial():
    told = Told(
        "The minister accused Iran of planning the raid on Avdo. Iran's foreign ministry rejected it."
    )
    told.event("accused", "ACCUSE", mode="accusation", actors=["minister"], targets=["Iran"])
    told.event("raid", targets=["Avdo"])
    told.event("rejected", "REJECT", mode="rejection", actors=["Iran's foreign ministry"])
    (disagreement,) = disagreements(told)
    assert disagreement.field == "actor"
    assert disagreement.sides[1].quotes[0].text == "Iran's foreign ministry rejected it."


def test_the_backer_of_those_blamed_is_not_blamed():
    told = Told("Officials blamed groups backed by Iran for the raid on Avdo. Iran denied any part in it.")
    told.event("blamed", "ACCUSE", mode="accusation", actors=["Officials"], targets=["groups", "Iran"])
    told.event("raid", targets=["Avdo"])
    told.event("denied", "REJECT", mode="denial", actors=["Iran"])
    assert disagreements(told) == ()


def shelling(outlet: str, text: str, **fields) -> Told:
    told = Told(text, outlet=outlet)
    told.event(
        "shelling",
        mode="shelling",
        targets=["the market"],
        day=("2020-01-03", "2020-01-03", "2020-01-03"),
        places=[("Avdo", "IQ")],
        **fields,
    )
    return told


def blamed_in_one_report_denied_in_another(words: str, denier: str, doers=()) -> tuple[Told, Told]:
    first = shelling(
        "A", "The shelling of the market of Avdo on 2020-01-03. The mayor blamed Red Band for it."
    )
    first.event(
        "blamed",
        "ACCUSE",
        mode="blame",
        actors=["The mayor"],
        targets=["Red Band"],
        responds_to=first.claims[0].id,
    )
    text = f"{words} the shelling of the market of Avdo on 2020-01-03."
    return first, shelling("B", text, actors=list(doers), denied_by=[denier])


def test_an_accusation_in_one_report_and_the_denial_in_another_are_shown():
    told = blamed_in_one_report_denied_in_another("Red Band denied any role in", "Red Band")
    (disagreement,) = woven(*told).disagreements
    assert [side.value for side in disagreement.sides] == ["Red Band (The mayor)", "not Red Band (Red Band)"]


def test_a_denial_may_speak_for_the_doer_that_its_words_name():
    told = blamed_in_one_report_denied_in_another(
        "The governor denied that Red Band did", "The governor", ["Red Band"]
    )
    record = woven(*told)
    assert "not Red Band (The governor)" in [s.value for d in record.disagreements for s in d.sides]


def test_a_doer_in_dispute_does_not_keep_reports_apart():
    one = shelling(
        "A", "Blue Guard began the shelling of the market of Avdo on 2020-01-03.", actors=["Blue Guard"]
    )
    text = "Red Band denied the shelling of the market of Avdo on 2020-01-03."
    other = shelling("B", text, actors=["Red Band"])
    denied = shelling("B", text, actors=["Red Band"], denied_by=["Red Band"])
    assert [len(woven(one, told).events) for told in (other, denied)] == [2, 1]


def denied_charge(denier: str) -> Told:
    told = Told(f"Red Band blamed the army for the shelling of Avdo. {denier} denied the charge.")
    told.event("blamed", "ACCUSE", mode="accusation", actors=["Red Band"], targets=["army"])
    at_denial = replace(told.party(denier), span=told.span(f"{denier} denied"))
    told.claims[0] = replace(told.claims[0], denied_by=(at_denial,))
    return told


def test_whoever_denies_a_charge_answers_for_the_accused():
    (disagreement,) = disagreements(denied_charge("Colonel Shah"))
    assert [s.value for s in disagreement.sides] == ["army (Red Band)", "not army (Colonel Shah)"]


def test_who_denies_his_own_accusation_answers_for_nobody():
    assert disagreements(denied_charge("Red Band")) == ()
