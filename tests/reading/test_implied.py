"""An actor is implied only where the report tells it, with the words that tell it."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
import spacy

from dateline.model import EventClaim
from dateline.reading.implied import RULES, candidates, imply_actors, imply_targets
from dateline.reading.side import Sides
from tests.weaving.told import Told

STRIKES = (
    "Coalition jets made three strikes on Monday. Near Avdo, coalition aircraft bombed a depot. "
    "The coalition raided a camp near Brodo. Near Cevo, two strikes hit a truck."
)


@pytest.fixture(scope="module")
def parse():
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    return pipeline


def implied(parse, told: Told) -> list[EventClaim]:
    return list(imply_actors(parse(told.text), told.claims, SimpleNamespace(mentions=())))


def strikes() -> Told:
    told = Told(STRIKES)
    for words, doer in (("three strikes", "Coalition"), ("bombed", "coalition"), ("raided", "The coalition")):
        party = told.party(doer)
        told.event(words, mode="airstrike", actors=[type(party)("Coalition", party.span, "coalition")])
    told.event("two strikes", mode="airstrike", targets=["truck"])
    return told


def test_a_list_of_strikes_goes_on_with_its_doer(parse):
    told = strikes()
    event = implied(parse, told)[-1]
    assert [party.name for party in event.actors] == ["Coalition"]
    (reason,) = [reason for reason in event.why if reason.rule == RULES["actor"]]
    assert reason.span == told.span("The coalition")


def test_an_actor_that_the_sentence_names_stays(parse):
    told = strikes()
    assert implied(parse, told)[:3] == told.claims[:3]


def test_a_report_that_names_nobody_implies_nobody(parse):
    told = Told("A bomb exploded in Avdo. Shots were fired in Brodo.")
    told.event("exploded")
    told.event("Shots")
    assert implied(parse, told) == told.claims


def test_the_target_is_never_its_own_attacker(parse):
    told = Told("Rebels were bombed near Avdo. Rebels were shelled near Brodo.")
    told.event("bombed", targets=["Rebels"])
    told.event("shelled", targets=["Rebels"])
    assert implied(parse, told) == told.claims


def weighed(parse, told: Told, event: EventClaim, *named) -> list[str]:
    sides = Sides(parse(told.text), told.claims, SimpleNamespace(mentions=named))
    return candidates(event, sides, "actor")


def test_who_only_tells_is_no_doer_unless_the_deed_is_telling(parse):
    told = Told("Medics said shells hit a market. A raid followed. A warning came.")
    told.event("shells", speakers=["Medics"])
    raid = told.event("raid")
    warning = told.event("warning", "THREATEN", speakers=["Medics"])
    assert weighed(parse, told, raid) == []
    assert weighed(parse, told, warning) == ["medics"]


def test_who_acts_and_tells_may_be_the_doer(parse):
    told = Told("The army said it shelled a market. A raid followed.")
    told.event("shelled", actors=["The army"], speakers=["The army"])
    assert weighed(parse, told, told.event("raid")) == ["the army"]


def test_a_state_that_never_acts_is_a_place(parse):
    told = Told("Rebels shelled a market in Avdonia. A raid followed.")
    told.event("shelled", actors=["Rebels"])
    state = replace(told.party("Avdonia"), schema="Country")
    assert weighed(parse, told, told.event("raid"), state) == ["rebels"]


@pytest.mark.parametrize(
    ("text", "noun", "tag", "doers"),
    [
        ("A march passed the bridge. Police watched. Marchers sang.", "Marchers", "NNS", ["Marchers"]),
        ("A march passed the bridge. Police watched. One marcher sang.", "marcher", "NN", []),
        ("A march passed the bridge. Police watched. Bakers sang.", "Bakers", "NNS", []),
    ],
)
def test_a_protest_is_by_the_protesters_of_the_report(parse, text, noun, tag, doers):
    told = Told(text)
    event = told.event("march", "PROTEST")
    doc = parse(text)
    for token in doc:
        token.tag_, token.lemma_ = "XX", token.lower_
    word = next(token for token in doc if token.text == noun)
    word.tag_, word.lemma_ = tag, noun.lower().rstrip("s")
    cast = SimpleNamespace(mentions=(), parties=lambda token: (told.party(token.text, named=False),))
    (implied,) = imply_actors(doc, [event], cast)
    assert [party.name for party in implied.actors] == doers
    assert [reason.span.text for reason in implied.why if reason.rule == RULES["actor"]] == doers


def raids() -> Told:
    told = Told(
        "Jets hit the Lashkar at Avdo. Jets hit the Lashkar at Brodo. Jets struck a workshop at Cevo."
    )
    lashkar = told.party("Lashkar")
    named = type(lashkar)("Lashkar", lashkar.span, "lashkar", "named")
    workshop = told.party("workshop", named=False)
    for words, hit in (("hit", named), ("hit the Lashkar at Brodo", named), ("struck", workshop)):
        told.event(words, actors=["Jets"], targets=[hit])
    return told


def with_targets(parse, told: Told, claims=None, somebody=()) -> list[EventClaim]:
    cast = SimpleNamespace(mentions=(), is_actor=lambda token: token.text in somebody)
    return list(imply_targets(parse(told.text), claims or told.claims, cast))


def test_violence_that_hits_a_thing_hits_whom_its_doer_mostly_hits(parse):
    told = raids()
    event = with_targets(parse, told)[-1]
    assert [party.name for party in event.targets] == ["Lashkar"]
    (reason,) = [reason for reason in event.why if reason.rule == RULES["target"]]
    assert reason.span.text == "Lashkar"


def test_violence_that_hits_a_thing_of_a_doer_of_its_own_is_not_his_victims(parse):
    told = raids()
    jets = told.party("Jets")
    doers = [replace(event, actors=(type(jets)("Lashkar", jets.span, "lashkar"),)) for event in told.claims]
    assert with_targets(parse, told, doers)[-1].targets == told.claims[-1].targets


def test_somebody_who_was_hit_stays_the_target(parse):
    told = raids()
    assert with_targets(parse, told)[:2] == told.claims[:2]
    assert with_targets(parse, told, somebody={"workshop"})[-1] == told.claims[-1]


def test_what_is_done_to_nobody_implies_no_target(parse):
    told = raids()
    marched = replace(told.claims[-1], type="MOBILIZE")
    assert with_targets(parse, told, [*told.claims[:2], marched])[-1] == marched


def test_an_implied_target_has_a_name(parse):
    told = raids()
    hit = told.claims[0].targets[0]
    unnamed = [replace(event, targets=(replace(hit, kind="unnamed"),)) for event in told.claims[:2]]
    somebody = {"Lashkar"}
    assert with_targets(parse, told, [*unnamed, told.claims[-1]], somebody)[-1] == told.claims[-1]
