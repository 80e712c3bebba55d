from collections.abc import Callable

import pytest

from dateline.model import Where
from dateline.reading.speaker import find_attributions
from tests.reading.conftest import Sentence


def speakers(made: Sentence, word: str) -> list[str]:
    found = find_attributions(made.doc, made.report, made.cast)
    return [speaker.party.name for speaker in found.speakers(made.token(word))]


@pytest.mark.parametrize(
    ("start", "word", "expected"),
    [
        ("“The attack killed", "killed", ["Reuters", "security source"]),
        ("According to the Observatory", "shelled", ["Observatory"]),
        ("Officials told Reuters", "shot", ["Reuters", "Officials", "militia"]),
        ("Police said", "attack", ["Police"]),
        ("The mayor of Avdo", "attacked", ["Sara Lind"]),
        ("The Lashkar released", "attacked", ["Lashkar"]),
        ("He accused", "killing", ["He"]),
        ("“We will strike back", "strike", ["general"]),
        ("“We will strike back", "regret", ["general"]),
        ("The army did not", "bomb", []),
        ("Iran funds", "funds", []),
        ("No group has claimed", "attack", []),
        ("Neither the army", "attack", []),
        ("Rebels shelled the hill for 23 hours per day", "shelled", []),
        ("Avdo: Gunmen", "shot", []),
        ("A shell hit the school;", "hit", []),
        ("A shell hit the school;", "killed", ["army"]),
        ("Air raids killed nine people", "killed", ["monitoring group"]),
        ("Footage shows", "attacked", ["Footage"]),
        ("A doctor showed", "attacked", []),
        ("The mayor's plan", "shell", ["mayor"]),
        ("“Rebels shelled the town.”", "shelled", ["Ann Lee"]),
        ("The guild met", "shelled", []),
        ("The village was shelled at dawn", "shelled", ["union", "rights commissioner"]),
        ("Norland, the league and", "raid", ["Norland", "league"]),
        ("In Avdo, the army and the rebels said", "stop", ["army", "rebels"]),
        ("Ann Lee, an adviser", "held", ["Ann Lee"]),
        ("The minister announced the arrest", "arrest", ["minister"]),
        ("Rebels shelled the hill with", "shelled", ["monitoring network"]),
        ("The army left the hill, the governor", "left", ["Ann Lee"]),
        ("Norland's security committee", "shelled", ["security committee"]),
        (
            "A rebel spokesman accused the army of killing 60 people. One jet bombed a school, Ivo",
            "killing",
            ["Ivo Brandt"],
        ),
        (
            "A rebel spokesman accused the army of killing 60 people. One jet bombed a school, the farmer",
            "killing",
            ["rebel spokesman"],
        ),
        ("A guard accused the army of killing 60", "killing", ["guard"]),
    ],
)
def test_chain_of_speakers(
    sentence: Callable[[str], Sentence], start: str, word: str, expected: list[str]
) -> None:
    assert speakers(sentence(start), word) == expected


def test_the_words_of_the_speaker_phrase_are_not_his_words(sentence: Callable[[str], Sentence]) -> None:
    assert speakers(sentence("“The attack killed"), "source") == []


def test_cue_and_withheld_name(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("“The attack killed")
    found = find_attributions(made.doc, made.report, made.cast)
    cue = found.cue(made.token("killed"))
    assert cue is not None
    assert (cue.text, made.report.text[cue.start : cue.end]) == ("told", "told")
    assert [speaker.anonymous for speaker in found.speakers(made.token("killed"))] == [False, True]


def test_a_demand_has_its_own_speaker(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("The United Nations called")
    found = find_attributions(made.doc, made.report, made.cast)
    assert found.speakers(made.token("called")) == ()
    assert [s.party.name for s in found.performers(made.token("called"))] == ["United Nations"]


def test_a_speaker_who_demands_in_his_own_words_is_named_once(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("“We ask the mayor")
    found = find_attributions(made.doc, made.report, made.cast)
    assert [s.party.name for s in found.speakers(made.token("ask"))] == ["envoy"]
    assert found.is_first_person(made.token("ask"))
    assert found.performers(made.token("ask")) == ()


def test_who_does_as_much_as_he_says_performs_no_words(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("The guild offered")
    found = find_attributions(made.doc, made.report, made.cast)
    assert found.performers(made.token("offered")) == ()


def test_what_somebody_speaks_of_is_taken_for_a_fact(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("The envoy spoke of")
    found = find_attributions(made.doc, made.report, made.cast)
    assert any(saying.covers(made.token("raid").i) for saying in found.sayings)
    assert found.speakers(made.token("raid")) == ()


def test_a_place_before_a_colon_says_nothing(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("Avdo: the army shelled")
    spoken = find_attributions(made.doc, made.report, made.cast)
    headed = find_attributions(made.doc, made.report, made.cast, (Where(made.report.span(0, 4), "Avdo"),))
    assert [s.party.name for s in spoken.speakers(made.token("shelled"))] == ["Avdo"]
    assert headed.speakers(made.token("shelled")) == ()


def test_who_trades_accusations_makes_them(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("The army and the rebels traded accusations")
    found = find_attributions(made.doc, made.report, made.cast)
    assert "army" in [s.party.name for s in found.performers(made.token("accusations"))]


def test_what_somebody_is_called_is_a_judgement_of_the_caller(sentence: Callable[[str], Sentence]) -> None:
    made = sentence("The envoy called the raid a crime")
    (saying,) = find_attributions(made.doc, made.report, made.cast).sayings
    assert saying.covers(made.token("crime").i)
