"""Who speaks for an event, and who performs it by speaking."""

from dataclasses import dataclass
from types import SimpleNamespace

import pytest

from dateline.model import Party, Speaker
from dateline.reading.teller import Seen
from dateline.reading.telling import Telling, telling_of
from tests.reading.conftest import make_report

REPORT = make_report("The league condemned the raid. Its envoy said so. The Lashkar claimed the raid.")


def party(words: str) -> Party:
    return Party(words, span(words))


def span(words: str):
    start = REPORT.text.index(words)
    return REPORT.span(start, start + len(words))


@dataclass
class Said:
    """Stands for the attributions of a report in which every word has the same speakers."""

    told: tuple[Speaker, ...] = ()
    performing: tuple[Speaker, ...] = ()
    first_person: bool = False

    def speakers(self, token) -> tuple[Speaker, ...]:
        return self.told

    def performers(self, token) -> tuple[Speaker, ...]:
        return self.performing

    def is_first_person(self, token) -> bool:
        return self.first_person


class Everybody:
    """Takes all who may tell an event for its tellers."""

    def __init__(self, told: tuple[Speaker, ...]) -> None:
        self.told = told

    def pick(self, token, seen, performed) -> tuple[Speaker, ...]:
        known = {speaker.party.name for speaker in self.told}
        return self.told + tuple(speaker for speaker in performed if speaker.party.name not in known)


def telling(type: str, mode=None, actors=(), speakers=(), attribution="fact", **said) -> Telling:
    trigger = SimpleNamespace(type=type, token=None)
    seen = Seen(type, mode, True, "actual", attribution, tuple(actors))
    told = tuple(speakers)
    return telling_of(trigger, seen, span("condemned"), Said(told, **said), Everybody(told))


@pytest.mark.parametrize("type", ["ACCUSE", "REQUEST", "THREATEN"])
def test_who_performs_an_act_of_speech_is_its_speaker(type):
    told = telling(type, actors=[party("league")])
    assert [(s.party.name, s.cue.text) for s in told.speakers] == [("league", "condemned")]


def test_who_passes_the_words_on_comes_first():
    told = telling("ACCUSE", actors=[party("league")], speakers=[Speaker(party("envoy"), span("said"))])
    assert [s.party.name for s in told.speakers] == ["envoy", "league"]


def test_a_known_speaker_is_not_named_twice():
    known = Speaker(party("league"), span("condemned"))
    assert telling("ACCUSE", actors=[party("league")], speakers=[known]).speakers == (known,)


def test_the_speaker_acts_where_the_sentence_names_nobody():
    told = telling("REQUEST", speakers=[Speaker(party("envoy"), span("said"))])
    assert [p.name for p in told.actors] == ["envoy"]


def test_a_charge_in_court_quotes_nobody():
    assert telling("ACCUSE", "charge", actors=[party("league")]).speakers == ()


def test_violence_has_no_speaker_of_its_own():
    assert telling("ASSAULT", actors=[party("Lashkar")]) == Telling((party("Lashkar"),), ())


def test_who_claims_an_attack_does_not_report_it():
    claimant = Speaker(party("Lashkar"), span("claimed"))
    assert telling("ASSAULT", speakers=[claimant], attribution="claimed").speakers == ()
    doubted = telling("ASSAULT", speakers=[claimant], attribution="accused")
    assert doubted.speakers == (claimant,)


def test_who_is_read_as_the_doer_of_a_demand_speaks_and_nobody_beside_it():
    beside = Speaker(party("envoy"), span("condemned"))
    told = telling("ACCUSE", actors=[party("league")], performing=(beside,))
    assert [s.party.name for s in told.speakers] == ["league"]


def test_a_refusal_in_words_has_its_performer_as_speaker():
    performer = Speaker(party("league"), span("condemned"))
    assert telling("REJECT", performing=(performer,)) == Telling((), (performer,))
    assert telling("REJECT", actors=[party("league")]).speakers == (performer,)


def test_we_condemn_is_done_by_the_one_who_says_it():
    envoy = Speaker(party("envoy"), span("said"))
    told = telling("ACCUSE", actors=[party("league")], speakers=[envoy], first_person=True)
    assert told == Telling((party("envoy"),), (envoy,))


def test_who_is_described_and_named_later_demands_it_by_name() -> None:
    described = Party("league", span("league"), kind="unnamed")
    later = Speaker(party("Lashkar"), span("condemned"))
    earlier = Speaker(party("The"), span("condemned"))
    assert telling("REQUEST", actors=(described,), performing=(later,)).speakers == (later,)
    assert telling("REQUEST", actors=(described,), performing=(earlier,)).speakers[0].party == described
