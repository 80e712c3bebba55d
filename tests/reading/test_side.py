"""What is seen of a party of a report as the actor or the target of an event."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
import spacy

from dateline.reading.side import Sides, key_of
from tests.weaving.told import Told


@pytest.fixture(scope="module")
def parse():
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    return pipeline


def feud() -> Told:
    told = Told("Rebels shelled the Guard near Avdo. Nothing moved. Jets hit a depot. The Guard fled.")
    told.event("shelled", actors=["Rebels"], targets=["Guard"])
    told.event("hit", actors=["Jets"], targets=["depot"])
    return told


def seen(parse, told: Told, key: str, side="target", event=-1) -> dict[str, float]:
    sides = Sides(parse(told.text), told.claims, SimpleNamespace(mentions=()))
    return sides.features(told.claims[event], key, side)


def test_who_was_hit_before_in_such_an_event_is_known_for_it(parse):
    told = feud()
    assert seen(parse, told, "guard")["suffers in this type"] > 0
    assert seen(parse, told, "rebels")["suffers in this type"] == 0
    assert seen(parse, told, "rebels", "actor")["acts in this type"] > 0


def test_distance_is_told_in_sentences(parse):
    told = feud()
    two_off = seen(parse, told, "guard")
    assert (two_off["two sentences away"], two_off["in the sentence"], two_off["just before"]) == (1, 0, 0)
    assert seen(parse, told, "jets")["in the sentence"] == 1


def test_who_hits_the_doer_is_seen_as_its_foe(parse):
    told = feud()
    told.claims.append(replace(told.claims[0], actors=told.claims[0].targets, targets=()))
    assert seen(parse, told, "rebels")["acts against the doer"] == 1
    assert seen(parse, told, "jets")["acts against the doer"] == 0


def test_a_thing_that_bears_a_partys_name_is_its_own(parse):
    told = Told("Jets hit Guard barracks. The Guard fled.")
    told.event("hit", actors=["Jets"], targets=["Guard barracks"])
    told.event("fled", actors=["The Guard"])
    assert seen(parse, told, "the guard", event=0)["what is hit is its own"] == 1
    assert seen(parse, told, "jets", event=0)["what is hit is its own"] == 0


def test_a_party_is_its_registry_id_or_its_name_whatever_the_capitals():
    told = feud()
    party = told.party("Guard")
    assert key_of(party) == "guard"
    assert key_of(replace(party, actor="xy-guard")) == "xy-guard"
