"""What an event says of itself when several claims tell it."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from dateline.weaving.event import event_of
from tests.weaving.told import Told

TEXT = "Rebels shelled the guards at Avdo, the army said. The shelling went on, medics said."


def woven(*claims):
    occurrence = SimpleNamespace(facets=[SimpleNamespace(claim=c) for c in claims], joins=())
    return event_of(occurrence, SimpleNamespace(of=lambda claims: ()))


def speakers(told: Told) -> list[str]:
    return [speaker.party.name for speaker in woven(*told.claims).speakers]


def full(told: Told, **fields) -> None:
    told.event("shelled", actors=["Rebels"], targets=["guards"], places=[("Avdo", "IQ")], **fields)


def test_what_the_report_tells_itself_is_no_hearsay_for_what_others_say_of_it():
    told = Told(TEXT)
    full(told)
    told.event("shelling", speakers=["medics"])
    assert speakers(told) == []


def test_the_fullest_telling_has_the_speakers():
    told = Told(TEXT)
    told.event("shelling", speakers=["medics"])
    full(told, speakers=["the army"])
    assert speakers(told) == ["the army"]


def test_all_who_say_a_threat_speak_it():
    told = Told("The army will strike, it warned. The army threatens again, medics said.")
    told.event("warned", "THREATEN", actors=["The army"], speakers=["The army"])
    told.event("threatens", "THREATEN", speakers=["medics"])
    assert speakers(told) == ["The army", "medics"]


def test_words_without_a_name_are_no_rivals_within_a_report_but_those_of_another_are():
    text = "Rebels shot Avdo at the mill. The shooting of a miller shook the town."
    told, other = Told(text), Told(text)
    told.event("shot", actors=["Rebels"], targets=["Avdo"])
    again = told.event("shooting", targets=[told.party("a miller", named=False)])
    assert [p.name for p in woven(*told.claims).targets] == ["Avdo"]
    elsewhere = replace(again, report=f"{other.report.id}2")
    assert len(woven(told.claims[0], elsewhere).targets) == 2


def targets_of(first: str, name: str = "Omar Adan") -> list[str]:
    """The targets of a shooting told twice, first of words without a name."""
    told = Told(f"Rebels shot {first} dead. The shooting of {name} shook Avdo.")
    told.event("shot", actors=["Rebels"], targets=[told.party(first, named=False)])
    told.event("shooting", targets=[told.party(name, person=True)])
    return [party.name for party in woven(*told.claims).targets]


@pytest.mark.parametrize("first", ["a miller", "British engineer", "The 40-year-old head of a mill"])
def test_a_persons_name_stands_for_the_words_that_first_told_of_him(first):
    assert targets_of(first) == ["Omar Adan"]


@pytest.mark.parametrize(
    "first",
    ["36 millers", "eleven policemen", "Both guards", "some women", "a dozen dead", "the crew", "relatives"],
)
def test_a_name_does_not_stand_for_several(first):
    assert targets_of(first) == [first, "Omar Adan"]


def test_a_party_whose_name_is_lost_is_still_woven():
    told = Told("Rebels shot a miller dead. The shooting of Omar Adan shook Avdo.")
    nameless = replace(told.party("a miller", named=False), name="")
    told.event("shot", actors=["Rebels"], targets=[nameless])
    told.event("shooting", targets=[told.party("Omar Adan", person=True)])
    assert len(woven(*told.claims).claims) == 2
