"""What an event says of itself when several claims tell it."""

from types import SimpleNamespace

from dateline.weaving.event import event_of
from tests.weaving.told import Told

TEXT = "Rebels shelled the guards at Avdo, the army said. The shelling went on, medics said."


def speakers(told: Told) -> list[str]:
    occurrence = SimpleNamespace(facets=[SimpleNamespace(claim=c) for c in told.claims], joins=())
    event = event_of(occurrence, SimpleNamespace(of=lambda claims: ()))
    return [speaker.party.name for speaker in event.speakers]


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
