"""What an event says of itself when several claims tell it."""

from dataclasses import replace
from types import SimpleNamespace

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


def test_a_persons_name_stands_for_the_words_that_first_told_of_him():
    told = Told("Rebels shot a miller dead. The shooting of Omar Adan shook Avdo.")
    told.event("shot", actors=["Rebels"], targets=[told.party("a miller", named=False)])
    told.event("shooting", targets=[told.party("Omar Adan", person=True)])
    assert [p.name for p in woven(*told.claims).targets] == ["Omar Adan"]


def test_a_name_does_not_stand_for_several():
    told = Told("Rebels shot 36 millers dead. The shooting of Omar Adan shook Avdo.")
    told.event("shot", actors=["Rebels"], targets=[told.party("36 millers", named=False)])
    told.event("shooting", targets=[told.party("Omar Adan", person=True)])
    assert [p.name for p in woven(*told.claims).targets] == ["36 millers", "Omar Adan"]
